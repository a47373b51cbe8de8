import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FAULT_KINDS, type FaultKind, type PlannedFault } from './fault.ts';
import { planSingle, planStorm } from './fault-plan.ts';

const cast = { gateways: ['a', 'b', 'c'], lobbyServers: ['l', 'm'], gameServers: ['g', 'h', 'i'] };
const options = (seed: number, kinds: readonly FaultKind[] = FAULT_KINDS) => ({ seed, cast, kinds });
const storm = (seed: number, stormMs: number) => ({ ...options(seed), stormMs, everyMs: 2500 });
const MINUTE_MS = 60_000;

test('plan: the same seed means the same faults, another one others', () => {
  assert.equal(planSingle(options(7), 50), planSingle(options(7), 50));
  assert.equal(planStorm(storm(7, MINUTE_MS)), planStorm(storm(7, MINUTE_MS)));
  assert.not.equal(planSingle(options(7), 50), planSingle(options(8), 50));
  assert.not.equal(planStorm(storm(7, MINUTE_MS)), planStorm(storm(8, MINUTE_MS)));
});

test('plan: a longer run begins as a shorter one', () => {
  assert.equal(planSingle(options(7), 50).slice(0, 20), planSingle(options(7), 20));
});

test('plan: every kind comes before one comes again', () => {
  const kinds = planSingle(options(3), 2 * FAULT_KINDS.length).map(({ kind }) => kind);
  for (const round of [kinds.slice(0, FAULT_KINDS.length), kinds.slice(FAULT_KINDS.length)]) {
    assert.equal([...round].sort(), [...FAULT_KINDS].sort());
  }
});

test('plan: only the kinds that are wanted', () => {
  const kinds = new Set(planSingle(options(1, ['game-kill', 'link-cut']), 40).map(({ kind }) => kind));
  assert.equal([...kinds].sort(), ['game-kill', 'link-cut']);
  assert.throws(() => planSingle(options(1, []), 1), /at least one kind/);
});

const victims: [kind: FaultKind, fits: RegExp][] = [
  ['gateway-kill', /^[abc]$/],
  ['lobby-freeze', /^[lm]$/],
  ['game-kill', /^[ghi]$/],
  ['redis-flush', /^redis$/],
  ['client-delay', /^[abc]\/(ws|tcp)$/],
  ['link-black-hole', /^[abc]\/[lmghi]$/],
  ['redis-cut', /^[abclmghi]\/redis$/],
];
for (const [kind, fits] of victims) {
  test(`plan: victims of ${kind}`, () => {
    for (const { victim } of planSingle(options(1, [kind]), 30)) assert.match(victim, fits);
  });
}

test('plan: only cuts and FLUSHALL are of the moment; delays and drips have a strength', () => {
  for (const { kind, durationMs, strength } of planSingle(options(2), 300)) {
    if (durationMs === 0) assert.match(kind, /-(cut|flush)$/);
    assert.is(strength > 0, /-(delay|drip)$/.test(kind), kind);
  }
});

test('storm: in order, within its time, and nobody is hit while it is down already', () => {
  const faults = planStorm(storm(5, 10 * MINUTE_MS));
  assert.ok(faults.length > 100, `${faults.length}`);
  const hit = (victim: string, at: PlannedFault) => at.victim === victim || at.victim.split('/').includes(victim);
  for (const [index, fault] of faults.entries()) {
    assert.is(fault.number, index + 1);
    assert.ok(fault.atMs + fault.durationMs <= 10 * MINUTE_MS);
    for (const later of faults.slice(index + 1)) {
      assert.ok(later.atMs >= fault.atMs);
      if (hit(fault.victim, later)) assert.ok(later.atMs >= fault.atMs + fault.durationMs);
    }
  }
});

test.run();
