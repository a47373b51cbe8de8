import type { Tick } from '@gatehouse/shared/cluster/health';

export interface HealthLimits {
  readonly intervalMs: number;
  readonly maxMisses: number;
}

/** An evicted server that no link has heard for so many intervals is lost. */
const LOST_AFTER_INTERVALS = 2;

/** Gateways are spread a little, so that not all of them come to the same early round. */
const JITTER_OF_INTERVAL = 0.01;

export interface RoundDecision {
  readonly rearmMs: number;
  /** Also for a round another gateway judged: it may have died before it could evict. The script lets one of them through. */
  readonly evict: boolean;
  /** Once it is evicted, which may be by this very decision: whoever was silent until then is not waited for. */
  readonly declareLost: boolean;
}

/** What a gateway does after one tick. Pure; `random` is in [0, 1). */
export function decideRound(tick: Tick, limits: HealthLimits, random: number): RoundDecision {
  const jitterMs = limits.intervalMs * JITTER_OF_INTERVAL * random;
  if (tick.kind === 'gone') return { rearmMs: limits.intervalMs + jitterMs, evict: false, declareLost: false };
  const waitMs = tick.kind === 'early' ? tick.waitMs : limits.intervalMs;
  const evict = tick.state !== 'down' && tick.state !== 'lost' && tick.misses >= limits.maxMisses;
  return {
    rearmMs: waitMs + 1 + jitterMs, // timers may fire a fraction of a millisecond early
    evict,
    declareLost: (evict || tick.state === 'down') && tick.linkSilentMs > silenceOfLost(limits),
  };
}

export function silenceOfLost(limits: HealthLimits): number {
  return LOST_AFTER_INTERVALS * limits.intervalMs;
}

/** When to come again after a tick that failed or came too late: nothing is known, nothing is judged. */
export function rearmAfterError(limits: HealthLimits, random: number): number {
  return limits.intervalMs * (0.5 + random / 4);
}
