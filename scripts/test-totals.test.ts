import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isFinished, readFailures, readSkipReasons, readTotals, type TestEnd, type TestTotals } from './test-totals.ts';

const totals = (total: number, passed: number, skipped: number) =>
  `• • •\n\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.2ms\n\n`;
const good: TestEnd = { kind: 'exited', code: 0 };
const bad: TestEnd = { kind: 'exited', code: 1 };

const cases: [name: string, output: string, end: TestEnd, expected: TestTotals][] = [
  ['all pass', totals(3, 3, 0), good, { passed: 3, failed: 0, skipped: 0 }],
  ['some are skipped', totals(2, 2, 1), good, { passed: 2, failed: 0, skipped: 1 }],
  ['all are skipped', totals(0, 0, 2), good, { passed: 0, failed: 0, skipped: 2 }],
  ['some fail', totals(3, 1, 0), bad, { passed: 1, failed: 2, skipped: 0 }],
  [
    'totals printed by a test are not its own',
    totals(9, 9, 9) + totals(1, 1, 0),
    good,
    { passed: 1, failed: 0, skipped: 0 },
  ],
  ['no test', totals(0, 0, 0), good, { passed: 0, failed: 1, skipped: 0, why: 'has no test' }],
  ['no output', '', good, { passed: 0, failed: 1, skipped: 0, why: 'ended before its tests were finished' }],
  ['bad exit', totals(1, 1, 0), bad, { passed: 1, failed: 1, skipped: 0, why: 'ended with exit code 1' }],
  ['crash', 'x', { kind: 'died', signal: 'SIGSEGV' }, { passed: 0, failed: 1, skipped: 0, why: 'died of SIGSEGV' }],
  [
    'timeout',
    'x',
    { kind: 'timedOut', afterMs: 60_000 },
    { passed: 0, failed: 1, skipped: 0, why: 'timed out after 60 s' },
  ],
];
for (const [name, output, end, expected] of cases) {
  test(`totals: ${name}`, () => assert.equal(readTotals(output, end), expected));
}

test('totals: a leak is a failure although every test passed', () => {
  const result = readTotals(totals(2, 2, 0), { kind: 'leaked' });
  assert.is(result.failed, 1);
  assert.match(result.why ?? '', 'kept running');
});

test('totals: the reasons of skipped tests are found among other output', () => {
  const output = `x\nskipped: a: no disk\n• •\nwas skipped: not this\nskipped: b: c: no python3\n${totals(2, 2, 2)}`;
  assert.equal(readSkipReasons(output), ['a: no disk', 'b: c: no python3']);
});

test('totals: what failed is one line each, without its stack', () => {
  const stack = '    at run (a.ts:1:2)\n    at main (b.ts:3:4)\n\n';
  const unequal = '    Expected values to be deeply equal:  (equal)\n\n        ··Actual:\n        --··2\n        \n';
  const thrown = '    at least one room is missing: r1,\nr2\n\n';
  const output = ` x  • ✘ ✘   (1 / 3)\n\n   FAIL  x  "a"\n${unequal}${stack}\n   FAIL  x  "b"\n${thrown}${stack}${totals(3, 1, 0)}`;
  assert.equal(readFailures(output), [
    'x  "a": Expected values to be deeply equal: (equal) Actual: -- 2',
    'x  "b": at least one room is missing: r1,',
  ]);
  assert.equal(readFailures(totals(1, 1, 0)), []);
  assert.ok((readFailures(`   FAIL  "a"\n    ${'x'.repeat(9_999)}\n`)[0]?.length ?? 0) < 500);
});

test('totals: finished as soon as the totals are there', () => {
  assert.ok(isFinished(totals(1, 1, 0)));
  assert.ok(isFinished(totals(1, 1, 0)));
  assert.not(isFinished('  Total:     1\n  Passed:'));
});

test.run();
