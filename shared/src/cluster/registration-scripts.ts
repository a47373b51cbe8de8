import { type DrainLimit, parseDrainLimit } from './drain-request.ts';
import type { BackendType, Keys } from './keys.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { badReply, changed, textList } from './script-reply.ts';

/** What a backend writes of itself. */
export interface SelfDescription {
  readonly id: string;
  readonly type: BackendType;
  readonly address: string;
  /** UNIX socket of its link listener and the host it is on; undefined: none. */
  readonly local?: string | undefined;
  readonly incarnation: string;
  readonly games: number;
  readonly users: number;
  readonly capacity: number;
  readonly rooms: readonly string[];
  readonly version: string;
  readonly startedAtMs: number;
  readonly state: 'up' | 'draining';
}

/** What a hash says to the backend that touches it. */
export type Answer =
  | { readonly kind: 'current'; readonly drain?: DrainLimit }
  /** Redis has forgotten us. */
  | { readonly kind: 'missing' }
  /** This incarnation was declared lost. */
  | { readonly kind: 'lost' }
  /** Another process holds our id. */
  | { readonly kind: 'foreign'; readonly incarnation: string };

/**
 * What may be registered over. `anyone`: a process starts; the incarnation before it is evicted and lost. `nothing`: Redis
 * had forgotten us. Otherwise: our own lost incarnation.
 */
export type RegisterOver = 'anyone' | 'nothing' | { readonly lostIncarnation: string };

const REGISTER = loadScript('register');
const REPORT = loadScript('report');
const ACKNOWLEDGE = loadScript('acknowledge');
const LEAVE = loadScript('leave');

/** Never answers `missing`; `lost`: an earlier call, whose answer was not heard, had registered it. May be repeated. */
export async function register(
  redis: ScriptRunner,
  keys: Keys,
  self: SelfDescription,
  over: RegisterOver,
): Promise<Answer> {
  const reply = await redis.run(
    REGISTER,
    [self.id, keys.servers, keys.reservationsOf(self.id)],
    [
      typeof over === 'string' ? over : over.lostIncarnation,
      keys.events,
      self.type,
      self.address,
      self.incarnation,
      self.games,
      self.users,
      self.capacity,
      self.rooms.join(','),
      self.version,
      self.startedAtMs,
      self.state,
      self.local ?? '',
    ],
  );
  return parseAnswer(REGISTER.name, textList(REGISTER, reply));
}

/** Absolute counts; drops the reservations that these counts now include, in the same script. */
export async function report(
  redis: ScriptRunner,
  keys: Keys,
  counts: Pick<SelfDescription, 'id' | 'incarnation' | 'games' | 'users' | 'state'>,
  reservations: readonly string[],
): Promise<Answer> {
  const reply = await redis.run(
    REPORT,
    [counts.id, keys.reservationsOf(counts.id)],
    [counts.incarnation, counts.games, counts.users, counts.state, ...reservations],
  );
  return parseAnswer(REPORT.name, textList(REPORT, reply));
}

export async function acknowledge(
  redis: ScriptRunner,
  self: Pick<SelfDescription, 'id' | 'incarnation'>,
): Promise<Answer> {
  const reply = await redis.run(ACKNOWLEDGE, [self.id], [self.incarnation]);
  return parseAnswer(ACKNOWLEDGE.name, textList(ACKNOWLEDGE, reply));
}

/** A clean leave: the hash goes and `close` is published, if it is still ours. */
export async function leave(
  redis: ScriptRunner,
  keys: Keys,
  self: { id: string; incarnation: string },
): Promise<boolean> {
  return changed(LEAVE, await redis.run(LEAVE, [self.id, keys.servers], [self.incarnation, keys.events]));
}

function parseAnswer(script: string, [kind, detail = '']: readonly string[]): Answer {
  switch (kind) {
    case 'current': {
      const drain = parseDrainLimit(detail);
      return drain === undefined ? { kind } : { kind, drain };
    }
    case 'missing':
    case 'lost':
      return { kind };
    case 'foreign':
      return { kind, incarnation: detail };
    default:
      throw badReply({ name: script, source: '', sha1: '' }, kind);
  }
}
