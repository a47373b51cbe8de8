import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';
import { TOMBSTONE_MS } from './registry-times.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { badReply, changed, textList } from './script-reply.ts';

/** Evicted is `down`; only `lost` frees its rooms. */
export type ServerState = 'up' | 'suspect' | 'down' | 'lost' | 'draining';

/** One backend as every gateway sees it at this moment. */
export interface Standing {
  readonly state: ServerState;
  readonly misses: number;
  readonly incarnation: string;
  /** Counts the health checks of this server; the eviction of a round is void once the next has begun. */
  readonly round: number;
  /** Since the newest pong that any gateway reported from its link. */
  readonly linkSilentMs: number;
}

export type Verdict = 'acknowledged' | 'missed' | 'void';

export type Tick =
  /** Another gateway has judged this round: come again after `waitMs`. */
  | ({ readonly kind: 'early'; readonly waitMs: number } & Standing)
  /** Judged, cleared and pinged anew; `void` when nobody could judge. Come again after one interval. */
  | ({ readonly kind: 'judged'; readonly verdict: Verdict } & Standing)
  /** Not registered (any more). Keep what is known of it for a while: a Redis that lost its data heals within seconds. */
  | { readonly kind: 'gone' };

export type TickRedis = Pick<ClusterRedis, 'run' | 'nowMs' | 'steadyForMs'>;

const TICK = loadScript('tick');
const EVICT = loadScript('evict');
const EVICT_DEAD = loadScript('evict-dead');
const DECLARE_LOST = loadScript('declare-lost');
const LEAST_TICK_TIMEOUT_MS = 200;

/**
 * One round of one server: the first gateway in an interval judges, clears and pings; all report the age of their own link's
 * newest pong. A caller whose connection was not steady since the last ping gives no verdict.
 * @throws GatehouseError LATE or UNAVAILABLE: nothing is known, come again after one interval
 */
export async function tickServer(
  redis: TickRedis,
  keys: Keys,
  options: { id: string; intervalMs: number; pongAgeMs: number | undefined },
): Promise<Tick> {
  const steadySinceMs = Math.ceil(redis.nowMs() - redis.steadyForMs());
  const pongAge = options.pongAgeMs === undefined ? '' : Math.round(options.pongAgeMs);
  const reply = await redis.run(
    TICK,
    [options.id, keys.servers],
    [options.intervalMs, steadySinceMs, pongAge, TOMBSTONE_MS, keys.events],
    { timeoutMs: Math.max(0.2 * options.intervalMs, LEAST_TICK_TIMEOUT_MS) },
  );
  return parseTick(textList(TICK, reply));
}

function parseTick(reply: readonly string[]): Tick {
  const [kind, state, misses, incarnation, round, linkSilentMs, waitMs] = reply;
  if (kind === 'gone') return { kind };
  const standing: Standing = {
    state: parseState(state),
    misses: Number(misses),
    incarnation: incarnation ?? '',
    round: Number(round),
    linkSilentMs: Number(linkSilentMs),
  };
  switch (kind) {
    case 'early':
      return { kind, waitMs: Number(waitMs), ...standing };
    case 'acknowledged':
    case 'missed':
    case 'void':
      return { kind: 'judged', verdict: kind, ...standing };
    default:
      throw badReply(TICK, reply);
  }
}

/** A hash that no tick has seen yet has no state: a newcomer is up. */
export function parseState(state: string | undefined): ServerState {
  switch (state) {
    case 'suspect':
    case 'down':
    case 'lost':
    case 'draining':
      return state;
    default:
      return 'up';
  }
}

/** Evicts a server whose `round` ended with `maxMisses` misses or more. True for the one gateway that did it. */
export async function evictForMisses(
  redis: ScriptRunner,
  keys: Keys,
  options: { id: string; round: number; maxMisses: number },
): Promise<boolean> {
  const args = [options.round, options.maxMisses, TOMBSTONE_MS, keys.events];
  return changed(EVICT, await redis.run(EVICT, [options.id], args));
}

/** `evicted`: and lost. `lost`: it was evicted before. `unchanged`: it is lost already, or another incarnation is there. */
export type DeathOutcome = 'evicted' | 'lost' | 'unchanged';

/** Proven death of this incarnation: evicted and lost at once, by the one gateway that is told so. */
export async function evictDead(
  redis: ScriptRunner,
  keys: Keys,
  options: { id: string; incarnation: string },
): Promise<DeathOutcome> {
  const args = [options.incarnation, TOMBSTONE_MS, keys.events];
  const reply = textList(EVICT_DEAD, await redis.run(EVICT_DEAD, [options.id], args));
  const [outcome] = reply;
  if (outcome === 'evicted' || outcome === 'lost' || outcome === 'unchanged') return outcome;
  throw badReply(EVICT_DEAD, reply);
}

/** Evicted, and no gateway heard a pong for longer than `silentMs` → lost. True for the one gateway that did it. */
export async function declareLost(
  redis: ScriptRunner,
  keys: Keys,
  options: { id: string; incarnation: string; silentMs: number },
): Promise<boolean> {
  const args = [options.incarnation, options.silentMs, TOMBSTONE_MS, keys.events];
  return changed(DECLARE_LOST, await redis.run(DECLARE_LOST, [options.id], args));
}
