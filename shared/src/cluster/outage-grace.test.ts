import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { OutageGrace } from './outage-grace.ts';

const LIMIT_MS = 10_000;

function steady(fromMs: number): OutageGrace {
  const grace = new OutageGrace(LIMIT_MS, fromMs);
  grace.look(fromMs, 1);
  return grace;
}

test('grace: before Redis was seen nobody may be swept', () => {
  const grace = new OutageGrace(LIMIT_MS, 0);
  grace.look(20_000, 0);
  assert.is(grace.maySweep(20_000), false);
});

test('grace: after a start nobody is swept for the whole limit', () => {
  const grace = steady(500);
  assert.is(grace.maySweep(10_499), false);
  assert.is(grace.maySweep(10_500), true);
  assert.is(grace.staleAfterMs(600), LIMIT_MS);
});

test('grace: after an outage of 30 s limits are 30 s longer, for 40 s', () => {
  const grace = steady(0);
  grace.look(20_000, 20_000);
  grace.look(40_000, 0);
  grace.look(51_000, 1000); // back since 50 s
  assert.is(grace.staleAfterMs(51_000), LIMIT_MS + 30_000);
  assert.is(grace.maySweep(89_999), false);
  assert.is(grace.staleAfterMs(89_999), LIMIT_MS + 30_000);
  assert.is(grace.maySweep(90_000), true);
  assert.is(grace.staleAfterMs(90_000), LIMIT_MS);
});

test('grace: an outage between two looks is seen too', () => {
  const grace = steady(0);
  grace.look(20_000, 20_000);
  grace.look(26_000, 1000);
  assert.is(grace.staleAfterMs(26_000), LIMIT_MS + 5000);
  assert.is(grace.maySweep(26_000), false);
});

test('grace: the silence of two outages adds up while the first is borne with', () => {
  const grace = steady(0);
  grace.look(20_000, 20_000);
  grace.look(26_000, 1000);
  grace.look(30_000, 1000); // away again from 26 s to 29 s
  assert.is(grace.staleAfterMs(30_000), LIMIT_MS + 8000);
});

test('grace: looks of a steady Redis change nothing', () => {
  const grace = steady(0);
  for (let atMs = 1000; atMs <= 30_000; atMs += 1000) grace.look(atMs, atMs);
  assert.is(grace.maySweep(30_000), true);
  assert.is(grace.staleAfterMs(30_000), LIMIT_MS);
});

test.run();
