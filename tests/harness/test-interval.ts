/** HEALTH_INTERVAL_MS of all clusters of the tests that follow it, instead of each test's own. */
const FORCED = Number(process.env.TEST_HEALTH_INTERVAL_MS ?? 0);

/** The health interval of a test that would be content with this one: shrunk, so that two misses take a second and not ten. */
export function testIntervalMs(usualMs = 500): number {
  return FORCED > 0 ? FORCED : usualMs;
}

/** How long a test waits for something before it fails and says what came instead. */
export const PATIENCE_MS = Math.max(20_000, 16 * FORCED);
