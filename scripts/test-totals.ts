/** How the process of one test file ended. */
export type TestEnd = { kind: 'exited'; code: number } | { kind: 'died'; signal: string } | Stuck;

/** Ended by the runner: the tests took too long, or were over and something kept the process alive. */
export type Stuck = { kind: 'timedOut'; afterMs: number } | { kind: 'leaked' };

export interface TestTotals {
  passed: number;
  failed: number;
  skipped: number;
  /** Why the file failed although no test of it did. */
  why?: string;
}

const SUMMARY = /^ {2}Total: +(\d+)\n {2}Passed: +(\d+)\n {2}Skipped: +(\d+)\n {2}Duration:/gm;

/** The name of a test that failed and what uvu prints of it, up to its stack. */
const FAILURE = /^ {3}FAIL {2}(.+)\n((?: {4}(?!at .*:\d+:\d+\)?$).*\n|\n)*)/gm;
const LONGEST_REASON = 400; // characters

/** Printed by testUnless of shared/runtime. */
const SKIPPED = /^skipped: (.+)$/gm;

/** Whether uvu has printed its totals: from here on the process has nothing to do. */
export function isFinished(output: string): boolean {
  return output.search(SUMMARY) >= 0;
}

/**
 * What one test file did, by the totals uvu prints last. A file that did not get that far, ran no test or ended badly
 * with nothing but passed tests counts as one failure of its own.
 */
export function readTotals(output: string, end: TestEnd): TestTotals {
  const summary = [...output.matchAll(SUMMARY)].at(-1);
  const [total, passed, skipped] = summary?.slice(1).map(Number) ?? [];
  if (total === undefined || passed === undefined || skipped === undefined) {
    return { passed: 0, failed: 1, skipped: 0, why: endedBadly(end) ?? 'ended before its tests were finished' };
  }
  const failed = total - passed;
  const why = endedBadly(end) ?? (total + skipped === 0 ? 'has no test' : undefined);
  if (failed > 0 || why === undefined) return { passed, failed, skipped };
  return { passed, failed: 1, skipped, why };
}

/** What was skipped and why, one line for each test that says so. */
export function readSkipReasons(output: string): string[] {
  return Array.from(output.matchAll(SKIPPED), ([, reason = '']) => reason);
}

/** One line for each test that failed: its name and the beginning of what was wrong. */
export function readFailures(output: string): string[] {
  return Array.from(output.matchAll(FAILURE), ([, name, reason = '']) => {
    const text = reason.replaceAll(/[\s·]+/g, ' ').trim();
    return `${name}: ${text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text}`;
  });
}

function endedBadly(end: TestEnd): string | undefined {
  switch (end.kind) {
    case 'exited':
      return end.code === 0 ? undefined : `ended with exit code ${end.code}`;
    case 'died':
      return `died of ${end.signal}`;
    case 'timedOut':
      return `timed out after ${end.afterMs / 1000} s`;
    case 'leaked':
      return 'kept running after its last test: a timer, socket or child process was left open';
    default:
      return end satisfies never;
  }
}
