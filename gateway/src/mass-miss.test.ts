import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isMassMiss, MASS_MISS_HOLD_MS, MassMissGuard, type Missing } from './mass-miss.ts';

const up: Missing = { state: 'up', misses: 0 };
const missed: Missing = { state: 'suspect', misses: 1 };
const down: Missing = { state: 'down', misses: 4 };

const cases: [name: string, servers: Missing[], mass: boolean][] = [
  ['two of three', [missed, missed, up], true],
  ['one of three', [missed, up, up], false],
  ['two of four are not more than half', [missed, missed, up, up], false],
  ['both of two: no guard, or two servers were never evicted', [missed, missed], false],
  ['servers evicted before do not count', [down, down, missed, up], false],
  ['all of three', [missed, missed, missed], true],
];
for (const [name, servers, mass] of cases) test(`mass miss: ${name}`, () => assert.is(isMassMiss(servers), mass));

const limits = { intervalMs: 5000 };

test('mass miss: one alert, evictions held for 30 s, then let through', () => {
  const guard = new MassMissGuard(limits);
  const servers = [missed, missed, missed];
  assert.is(guard.judge('Game', servers, 0), 'hold and alert');
  for (let nowMs = 5000; nowMs < MASS_MISS_HOLD_MS; nowMs += 5000)
    assert.is(guard.judge('Game', servers, nowMs), 'hold');
  assert.is(guard.judge('Game', servers, MASS_MISS_HOLD_MS), 'evict');
});

test('mass miss: one that healed by itself does not shorten the next hold', () => {
  const guard = new MassMissGuard(limits);
  guard.judge('Game', [missed, missed, missed], 0);
  assert.is(guard.judge('Game', [missed, missed, missed], 3_600_000), 'hold and alert');
});

test('mass miss: types are held apart, and the hold ends with its cause', () => {
  const guard = new MassMissGuard(limits);
  guard.judge('Game', [missed, missed, missed], 0);
  assert.is(guard.judge('Lobby', [missed, up, up], 1), 'evict');
  assert.is(guard.judge('Game', [missed, up, up], 2), 'evict');
  assert.is(guard.judge('Game', [missed, missed, missed], 3), 'hold and alert');
});

test.run();
