/** What is needed of a suite of uvu. */
interface Suite<Run> {
  (name: string, run: Run): void;
  skip(): void;
}

/**
 * `suite`, or, where `reason` says why tests cannot run here, what skips them and prints a line that the test runner
 * repeats before its totals.
 */
export function testUnless<Run>(reason: string | undefined, suite: Suite<Run>): (name: string, run: Run) => void {
  if (reason === undefined) return suite;
  return name => {
    console.log(`skipped: ${name}: ${reason}`);
    suite.skip();
  };
}
