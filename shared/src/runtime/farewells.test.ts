import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FakeClock } from './fake-clock.ts';
import { Farewells, turnMs } from './farewells.ts';

const turns: [name: string, total: number, spreadMs: number, turnsMs: number[]][] = [
  ['one goes at once', 1, 5000, [0]],
  ['a few go at 20 a second', 4, 5000, [0, 50, 100, 150]],
  ['many are spread evenly, the last before the end', 1000, 5000, [0, 5, 10, 15]],
  ['no spread: all at once', 3, 0, [0, 0, 0]],
];
for (const [name, total, spreadMs, expected] of turns) {
  test(`turn: ${name}`, () => {
    assert.equal(
      expected.map((_, index) => turnMs(index, { total, spreadMs })),
      expected,
    );
    assert.ok(turnMs(total - 1, { total, spreadMs }) <= spreadMs);
  });
}

function farewells(total: number, spreadMs: number) {
  const clock = new FakeClock();
  const sent: [item: number, atMs: number, earlyMs: number][] = [];
  const items = Array.from({ length: total }, (_, index) => index);
  const send = (item: number, earlyMs: number) => void sent.push([item, clock.monotonicMs(), earlyMs]);
  const leaving = new Farewells({ clock, items, spreadMs, send });
  leaving.start();
  return { clock, sent, leaving };
}

test('farewells: everybody once, never more than its share, all within the spread', () => {
  const { clock, sent } = farewells(500, 2000);
  for (let atMs = 0; atMs < 2000; atMs += 100) {
    assert.ok(sent.length <= 1 + atMs / 4, `${sent.length} after ${atMs} ms`);
    assert.ok(sent.length >= (atMs - 20) / 4, `${sent.length} after ${atMs} ms`);
    clock.advance(100);
  }
  assert.equal(
    sent.map(([item]) => item),
    Array.from({ length: 500 }, (_, index) => index),
  );
  assert.is(clock.pending, 0);
});

test('farewells: who has to hurry hears how early it is', () => {
  const { clock, sent, leaving } = farewells(5, 200);
  clock.advance(100);
  leaving.hurry();
  leaving.hurry();
  clock.advance(1000);
  assert.equal(
    sent.map(([, , earlyMs]) => earlyMs),
    [0, 0, 0, 20, 60],
  );
  assert.is(clock.pending, 0);
});

test('farewells: nobody there', () => {
  const { clock, sent } = farewells(0, 200);
  assert.equal([sent, clock.pending], [[], 0]);
});

test.run();
