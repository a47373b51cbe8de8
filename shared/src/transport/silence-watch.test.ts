import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SilenceWatch } from './silence-watch.ts';

const cases: [name: string, received: number[], silent: boolean][] = [
  ['one that speaks in every interval', [1, 2, 3, 4, 5, 6], false],
  ['one that was silent for less than the limit', [7, 7, 7, 8, 8, 8], false],
  ['one that was silent for the limit', [7, 7, 7, 7], true],
  ['one that never spoke', [0, 0, 0, 0], true],
  ['the first look judges nobody', [0, 0, 0], false],
];
for (const [name, received, silent] of cases) {
  test(`silence: ${name} is ${silent ? '' : 'not '}silent`, () => {
    const watch = new SilenceWatch(3);
    assert.is(received.map(bytes => watch.silent(bytes)).includes(true), silent);
  });
}

test.run();
