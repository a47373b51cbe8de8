/** So many refused dials ... */
export const REFUSALS_OF_PROOF = 3;
/** ... within so long say that nobody listens at the address (DESIGN §4). */
export const REFUSAL_WINDOW_MS = 500;

const REFUSAL_PAUSE_MS = 100;
const QUICK_REFUSALS = 2 * REFUSALS_OF_PROOF; // on a machine too slow for the window: do not hammer on
const FIRST_BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5000;
/** A link that lived so long makes the failures before it forgotten. */
export const LASTING_LINK_MS = 5000;

export type DialFailure = 'refused' | 'unreachable'; // only a refusal says that nobody is there

/** The failed dials since the last link. */
export interface DialHistory {
  readonly rounds: number; // each round ends with a longer pause
  readonly refusedAtMs: readonly number[]; // of this round
}

export const NEVER_DIALED: DialHistory = { rounds: 0, refusedAtMs: [] };

export interface RedialPlan {
  readonly history: DialHistory;
  readonly delayMs: number;
  /** REFUSALS_OF_PROOF dials were refused within REFUSAL_WINDOW_MS. */
  readonly refused: boolean;
}

/** What follows a failed dial. Pure; `random` is in [0, 1). */
export function planRedial(history: DialHistory, failure: DialFailure, nowMs: number, random: number): RedialPlan {
  const refusedAtMs = failure === 'refused' ? [...history.refusedAtMs, nowMs] : [];
  const recent = refusedAtMs.filter(atMs => nowMs - atMs <= REFUSAL_WINDOW_MS);
  const refused = recent.length >= REFUSALS_OF_PROOF;
  if (failure === 'refused' && !refused && refusedAtMs.length < QUICK_REFUSALS) {
    return { history: { rounds: history.rounds, refusedAtMs }, delayMs: REFUSAL_PAUSE_MS * (1 + random / 5), refused };
  }
  const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** history.rounds, MAX_BACKOFF_MS);
  return { history: { rounds: history.rounds + 1, refusedAtMs: [] }, delayMs: backoffMs * (0.5 + random / 2), refused };
}

/** `refused` when the operating system of the other side said that nobody listens there. */
export function dialFailure(error: unknown): DialFailure {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && cause.code === 'ECONNREFUSED') return 'refused';
    if (cause instanceof AggregateError) return everyRefused(cause.errors) ? 'refused' : 'unreachable';
  }
  return 'unreachable';
}

function everyRefused(errors: readonly unknown[]): boolean {
  return errors.length > 0 && errors.every(error => dialFailure(error) === 'refused');
}
