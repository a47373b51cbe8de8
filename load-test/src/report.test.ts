import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Deliveries, NO_DELIVERIES } from './delivery-checker.ts';
import { failuresOf } from './report.ts';

const limits = { maxLost: 0, maxDoubled: 0, maxReordered: 2, maxP99Ms: 50 };
const whole: Deliveries = { ...NO_DELIVERIES, sent: 10, expected: 10, delivered: 10 };

const cases: [name: string, deliveries: Deliveries, p99Ms: number, failures: string[]][] = [
  ['all well', whole, 50, []],
  ['one lost', { ...whole, lost: 1 }, 1, ['1 messages lost, at most 0 allowed']],
  ['what is allowed', { ...whole, reordered: 2 }, 1, []],
  ['more than is allowed', { ...whole, reordered: 3 }, 1, ['3 messages reordered, at most 2 allowed']],
  ['from nowhere', { ...whole, unknown: 1 }, 1, ['1 messages unknown, at most 0 allowed']],
  ['too slow', whole, 51, ['99th percentile 51 ms, at most 50 ms allowed']],
  ['nothing came at all', NO_DELIVERIES, 0, ['no message was delivered']],
];
for (const [name, deliveries, p99Ms, failures] of cases) {
  test(`report: ${name}`, () => assert.equal(failuresOf(limits, deliveries, { p99Ms }), failures));
}

test.run();
