import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { reconnectDelayMs, shuffled } from './reconnect-delay.ts';

const cases: [name: string, attempt: number, random: number, retryAfterMs: number | undefined, delayMs: number][] = [
  ['the first may be at once', 0, 0, undefined, 0],
  ['and takes up to a second', 0, 0.999, undefined, 999],
  ['the ceiling doubles', 3, 0.5, undefined, 4000],
  ['up to 10 s', 5, 0.5, undefined, 5000],
  ['and stays there', 5000, 0.5, undefined, 5000],
  ['what the server asks for is added', 0, 0.5, 2000, 2500],
];
for (const [name, attempt, random, retryAfterMs, delayMs] of cases) {
  test(`reconnect delay: ${name}`, () => {
    assert.is(
      reconnectDelayMs(attempt, () => random, retryAfterMs),
      delayMs,
    );
  });
}

test('shuffled: the same items, in an order that the random numbers decide', () => {
  const items = ['a', 'b', 'c', 'd'];
  assert.equal(
    shuffled(items, () => 0.999),
    items,
  );
  assert.equal(
    shuffled(items, () => 0),
    ['b', 'c', 'd', 'a'],
  );
  assert.equal(shuffled(items, Math.random).sort(), items);
});

test.run();
