import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { percentile } from './percentile.ts';

const cases: [name: string, values: number[], percent: number, expected: number | undefined][] = [
  ['none', [], 99, undefined],
  ['one', [7], 50, 7],
  ['the middle', [3, 1, 2], 50, 2],
  ['of a hundred', Array.from({ length: 100 }, (_, index) => index + 1), 99, 99],
  ['of a few the largest', [1, 2, 3], 99, 3],
];
for (const [name, values, percent, expected] of cases) {
  test(`percentile: ${name}`, () => assert.is(percentile(values, percent), expected));
}

test.run();
