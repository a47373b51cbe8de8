import type { StandingTable } from '../store/schema.ts';

// Pure: what the last observations of a target amount to, and what people are told of it.

export type StandingName = StandingTable['standing'];

export interface Standing {
  readonly standing: StandingName;
  /** In a row. */
  readonly failures: number;
  readonly successes: number;
  /** The newest checks as letters, newest last. */
  readonly recent: string;
  readonly flapping: boolean;
}

/** What was seen of a target: by a check, by the registry of the cluster, or by decision of somebody. */
export type Observation =
  | { readonly kind: 'answered'; readonly latencyMs: number }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'up' }
  | { readonly kind: 'suspect'; readonly reason: string }
  | { readonly kind: 'down'; readonly reason: string }
  | { readonly kind: 'draining'; readonly reason: string }
  /** Whoever should know cannot be asked. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  /** It is looked at another way from now on. */
  | { readonly kind: 'retyped' }
  /** Archived or deleted. */
  | { readonly kind: 'left' };

export interface Thresholds {
  readonly downAfter: number;
  readonly upAfter: number;
  /** Slower answers count as up, but degraded; null: none is too slow. */
  readonly slowMs: number | null;
}

const ANSWERED = 'U';
const FAILED = 'D';
/** Nagios: so many checks are looked at; it flaps from the high number of changes until there are fewer than the low one. */
const FLAPPING_CHECKS = 21;
const FLAPPING_HIGH = 6;
const FLAPPING_LOW = 2;

export const UNSEEN: Standing = { standing: 'UNKNOWN', failures: 0, successes: 0, recent: '', flapping: false };

/** Whoever is paused stays so until he is resumed, and no check is believed about a cluster member in maintenance. */
export function nextStanding(before: Standing, observation: Observation, thresholds: Thresholds): Standing {
  switch (observation.kind) {
    case 'resumed':
    case 'left':
      return UNSEEN;
    case 'retyped':
      return before.standing === 'PAUSED' ? before : UNSEEN;
    case 'paused':
      return { ...UNSEEN, standing: 'PAUSED' };
    default:
      return before.standing === 'PAUSED' ? before : judged(before, observation, thresholds);
  }
}

type Seen = Exclude<Observation, { kind: 'resumed' | 'retyped' | 'left' | 'paused' }>;

function judged(before: Standing, seen: Seen, thresholds: Thresholds): Standing {
  switch (seen.kind) {
    case 'answered':
      return checked(before, { letter: ANSWERED, standing: afterAnswer(before, seen.latencyMs, thresholds) });
    case 'failed':
      return checked(before, { letter: FAILED, standing: afterFailure(before, thresholds) });
    case 'up':
      return { ...before, standing: 'UP', failures: 0, successes: 1 };
    case 'suspect': // of one that is down already, it says nothing new
      return before.standing === 'DOWN' ? before : { ...before, standing: 'PENDING', failures: 1, successes: 0 };
    case 'down':
      return { ...before, standing: 'DOWN', failures: 1, successes: 0 };
    case 'unseen':
      return UNSEEN;
    case 'draining':
      return { ...before, standing: 'MAINTENANCE', failures: 0, successes: 0 };
    default:
      return seen satisfies never;
  }
}

function afterAnswer(before: Standing, latencyMs: number, { upAfter, slowMs }: Thresholds): StandingName {
  if (before.standing === 'DOWN' && before.successes + 1 < upAfter) return 'DOWN';
  return slowMs !== null && latencyMs > slowMs ? 'DEGRADED' : 'UP';
}

function afterFailure(before: Standing, { downAfter }: Thresholds): StandingName {
  return before.standing === 'DOWN' || before.failures + 1 >= downAfter ? 'DOWN' : 'PENDING';
}

function checked(before: Standing, { letter, standing }: { letter: string; standing: StandingName }): Standing {
  const recent = (before.recent + letter).slice(-FLAPPING_CHECKS);
  const changes = [...recent].filter((each, index) => index > 0 && each !== recent[index - 1]).length;
  const ok = letter === ANSWERED;
  return {
    standing,
    failures: ok ? 0 : before.failures + 1,
    successes: ok ? before.successes + 1 : 0,
    recent,
    flapping: changes >= (before.flapping ? FLAPPING_LOW : FLAPPING_HIGH),
  };
}

/** What becomes of the incident of a target. */
export type IncidentStep =
  | 'none'
  | 'open-outage'
  | 'open-flapping'
  /** It goes up and down within an outage that has been told. */
  | 'say-flapping'
  /** It no longer comes and goes: it is down. */
  | 'say-still-down'
  /** To whom nothing has been said yet, or long ago. */
  | 'remind'
  | 'close'
  /** Nobody is told: it has not recovered, it is not watched any more. */
  | 'close-silently';

/** While it flaps nothing opens and nothing closes. */
export function incidentStep(before: Standing, after: Standing, hasIncident: boolean): IncidentStep {
  const unwatched = after.standing === 'PAUSED' || after.standing === 'UNKNOWN';
  if (unwatched) return hasIncident ? 'close-silently' : 'none';
  if (after.flapping) {
    if (before.flapping) return 'none';
    return hasIncident ? 'say-flapping' : 'open-flapping';
  }
  if (after.standing === 'DOWN') {
    if (!hasIncident) return 'open-outage';
    if (before.flapping) return 'say-still-down';
    return after.failures > 0 ? 'remind' : 'none'; // it may be coming back
  }
  const isUp = after.standing === 'UP' || after.standing === 'DEGRADED';
  return isUp && hasIncident ? 'close' : 'none';
}
