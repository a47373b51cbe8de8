import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UnsentWatch } from './unsent-watch.ts';

const cases: [name: string, steps: [flushed: number, taken: number][], stalledAt: number | undefined][] = [
  ['nothing to send', Array.from({ length: 9 }, () => [0, 0]), undefined],
  ['all is taken', Array.from({ length: 9 }, (_, n) => [n * 10, n * 10]), undefined],
  ['always some bytes behind, but moving', Array.from({ length: 20 }, (_, n) => [n * 10 + 10, n * 10]), undefined],
  ['one byte is never taken', Array.from({ length: 9 }, () => [1, 0]), 3],
  ['more and more behind', Array.from({ length: 20 }, (_, n) => [n * 10, n]), 4],
  ['taken at the last moment', [0, 0, 0, 5, 5].map(taken => [5, taken]), undefined],
];
for (const [name, steps, stalledAt] of cases) {
  test(`unsent watch: ${name}`, () => {
    const watch = new UnsentWatch(3);
    const found = steps.findIndex(([flushed, taken]) => watch.stalled(flushed, taken));
    assert.is(found === -1 ? undefined : found, stalledAt);
  });
}

test.run();
