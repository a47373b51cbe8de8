import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { median, medianRatio } from './statistics.ts';

const medians: [name: string, values: number[], expected: number][] = [
  ['one', [7], 7],
  ['odd, unsorted', [9, 1, 5], 5],
  ['even', [4, 1, 2, 10], 3],
  ['by value, not by text', [10, 9, 100], 10],
  ['none', [], Number.NaN],
];
for (const [name, values, expected] of medians) {
  test(`median: ${name}`, () => assert.ok(Object.is(median(values), expected)));
}

type Values = (number | undefined)[];
const ratios: [name: string, values: Values, basis: Values, expected: number | undefined][] = [
  ['each round with its own basis', [2, 30, 8], [1, 10, 4], 2],
  ['a round without one of the two does not count', [2, undefined, 9], [1, 10, undefined], 2],
  ['a basis of 0 does not count', [2, 6], [0, 2], 3],
  ['no round has both', [1], [undefined], undefined],
  ['fewer rounds of the basis', [4, 6], [2], 2],
];
for (const [name, values, basis, expected] of ratios) {
  test(`ratio: ${name}`, () => assert.is(medianRatio(values, basis), expected));
}

test.run();
