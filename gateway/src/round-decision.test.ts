import type { Standing, Tick } from '@gatehouse/shared/cluster/health';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { decideRound, rearmAfterError } from './round-decision.ts';

const limits = { intervalMs: 5000, maxMisses: 2 };
const up: Standing = { state: 'up', misses: 0, incarnation: 'i1', round: 7, linkSilentMs: 0 };
const judged = (verdict: 'acknowledged' | 'missed' | 'void', standing: Partial<Standing> = {}): Tick => ({
  kind: 'judged',
  verdict,
  ...up,
  ...standing,
});
const early = (waitMs: number, standing: Partial<Standing> = {}): Tick => ({
  kind: 'early',
  waitMs,
  ...up,
  ...standing,
});

const cases: [name: string, tick: Tick, rearmMs: number, evict: boolean, declareLost: boolean][] = [
  ['an acknowledged round is followed by the next', judged('acknowledged'), 5001, false, false],
  ['whoever came early waits for the rest', early(1200), 1201, false, false],
  ['one miss evicts nobody', judged('missed', { misses: 1, state: 'suspect' }), 5001, false, false],
  ['the second miss evicts', judged('missed', { misses: 2, state: 'suspect' }), 5001, true, false],
  ['so it does when another gateway judged', early(10, { misses: 2, state: 'suspect' }), 11, true, false],
  ['a draining server is evicted too', judged('missed', { misses: 2, state: 'draining' }), 5001, true, false],
  ['nobody is evicted twice', judged('missed', { misses: 3, state: 'down' }), 5001, false, false],
  ['evicted but linked is not lost', early(10, { misses: 9, state: 'down', linkSilentMs: 10_000 }), 11, false, false],
  ['evicted and silent is lost', early(10, { misses: 3, state: 'down', linkSilentMs: 10_001 }), 11, false, true],
  [
    'silent but not evicted is not lost',
    early(10, { misses: 1, state: 'suspect', linkSilentMs: 60_000 }),
    11,
    false,
    false,
  ],
  [
    'evicted now and silent is lost now',
    judged('missed', { misses: 2, state: 'suspect', linkSilentMs: 10_001 }),
    5001,
    true,
    true,
  ],
  ['lost once is enough', early(10, { misses: 3, state: 'lost', linkSilentMs: 60_000 }), 11, false, false],
  ['a server unknown to Redis is asked for again', { kind: 'gone' }, 5000, false, false],
];
for (const [name, tick, rearmMs, evict, declareLost] of cases) {
  test(`round: ${name}`, () => assert.equal(decideRound(tick, limits, 0), { rearmMs, evict, declareLost }));
}

test('round: gateways are spread by one per cent of the interval', () => {
  assert.is(decideRound(judged('acknowledged'), limits, 0.5).rearmMs, 5026);
});

test('round: after an error the next tick comes within the interval', () => {
  assert.is(rearmAfterError(limits, 0), 2500);
  assert.ok(rearmAfterError(limits, 0.999) < 5000);
});

test.run();
