import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readChaosOptions } from './chaos-options.ts';
import { FAULT_KINDS } from './fault.ts';

test('options: one fault at a time for three minutes, of every kind', () => {
  const { mode, minutes, seed, players, faults, keep } = readChaosOptions([]);
  assert.equal(
    { mode, minutes, seed, players, keep },
    { mode: 'single', minutes: 3, seed: 1, players: 120, keep: false },
  );
  assert.equal(faults, FAULT_KINDS);
});

const lists: [text: string, faults: readonly string[]][] = [
  ['game-kill', ['game-kill']],
  ['redis-flush, gateway-*', ['gateway-kill', 'gateway-freeze', 'redis-flush']],
];
for (const [text, faults] of lists) {
  test(`options: --faults ${text}`, () => assert.equal(readChaosOptions(['--faults', text]).faults, faults));
}

test.run();
