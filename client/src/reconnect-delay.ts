export const FIRST_DELAY_MS = 1_000;
/**
 * Far below the time for which a seat is held (60 s): who has tried in vain through an outage of half a minute, which has
 * doubled the ceiling again and again, must still be back in time when it is over.
 */
export const MAX_DELAY_MS = 10_000;
/** Attempts after which the delay no longer doubles. */
const MAX_DOUBLINGS = 16;

/**
 * Full jitter: anything between 0 and a ceiling that doubles with each attempt (0: the first), so that clients which
 * lost the same server do not come back together. What the server asked for is added, never cut short.
 */
export function reconnectDelayMs(attempt: number, random: () => number, retryAfterMs = 0): number {
  const ceilingMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, MAX_DOUBLINGS));
  return retryAfterMs + random() * ceilingMs;
}

/** The same in an order of its own for each client: load is spread, and every URL is tried before one is tried again. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [result[at] as T, result[other] as T];
    result[at] = b;
    result[other] = a;
  }
  return result;
}
