import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type DialFailure, type DialHistory, dialFailure, NEVER_DIALED, planRedial } from './redial.ts';

/** The plan after these failures, each at its time. */
function planAfter(failures: readonly [DialFailure, atMs: number][], from: DialHistory = NEVER_DIALED) {
  let history = from;
  let last = planRedial(history, 'unreachable', 0, 0);
  for (const [failure, atMs] of failures) {
    last = planRedial(history, failure, atMs, 0);
    history = last.history;
  }
  return last;
}

const cases: [name: string, failures: [DialFailure, number][], refused: boolean, delayMs: number][] = [
  ['the first refusal is tried again soon', [['refused', 0]], false, 100],
  [
    'three refusals within 500 ms count',
    [
      ['refused', 0],
      ['refused', 250],
      ['refused', 500],
    ],
    true,
    100,
  ],
  [
    'three refusals over 501 ms do not',
    [
      ['refused', 0],
      ['refused', 250],
      ['refused', 501],
    ],
    false,
    100,
  ],
  [
    'the last three of four may count',
    [
      ['refused', 0],
      ['refused', 300],
      ['refused', 600],
      ['refused', 700],
    ],
    true,
    100,
  ],
  [
    'a time-out between them proves nothing',
    [
      ['refused', 0],
      ['refused', 100],
      ['unreachable', 200],
      ['refused', 300],
    ],
    false,
    100,
  ],
  ['a time-out backs off', [['unreachable', 0]], false, 100],
  [
    'time-outs back off further and further',
    [
      ['unreachable', 0],
      ['unreachable', 1],
      ['unreachable', 2],
    ],
    false,
    400,
  ],
  [
    'slow refusals do not hammer on for ever',
    [0, 600, 1200, 1800, 2400, 3000].map(atMs => ['refused', atMs] as [DialFailure, number]),
    false,
    100,
  ],
];
for (const [name, failures, refused, delayMs] of cases) {
  test(`redial: ${name}`, () => {
    const plan = planAfter(failures);
    assert.is(plan.refused, refused);
    assert.is(plan.delayMs, delayMs);
  });
}

test('redial: the pause has an upper bound and jitter', () => {
  assert.is(planRedial({ rounds: 40, refusedAtMs: [] }, 'unreachable', 0, 0).delayMs, 2500);
  assert.is(planRedial({ rounds: 40, refusedAtMs: [] }, 'unreachable', 0, 0.5).delayMs, 3750);
});

test('redial: refusals that were counted once start anew', () => {
  const counted = planAfter([
    ['refused', 0],
    ['refused', 1],
    ['refused', 2],
  ]);
  assert.is(planRedial(counted.history, 'refused', 3, 0).refused, false);
  assert.is(counted.history.rounds, 1);
});

const refusal = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const timeOut = Object.assign(new Error('connect'), { code: 'ETIMEDOUT' });
const failures: [name: string, error: unknown, failure: DialFailure][] = [
  ['a refusal', refusal, 'refused'],
  ['a refusal as cause', new GatehouseError('LINK_CLOSED', {}, { cause: refusal }), 'refused'],
  [
    'every address refused',
    new GatehouseError('LINK_CLOSED', {}, { cause: new AggregateError([refusal, refusal]) }),
    'refused',
  ],
  ['one address timed out', new AggregateError([refusal, timeOut]), 'unreachable'],
  ['a time-out', new GatehouseError('LINK_CLOSED', {}, { cause: timeOut }), 'unreachable'],
  ['a refused handshake', new GatehouseError('LINK_REFUSED'), 'unreachable'],
  ['not an error', 'ECONNREFUSED', 'unreachable'],
];
for (const [name, error, failure] of failures) {
  test(`dial failure: ${name} is ${failure}`, () => assert.is(dialFailure(error), failure));
}

test.run();
