import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Seat } from './seat.ts';

const ANN = { userId: 'ann', name: 'Ann', spectator: false, bot: false, data: { secret: 42 } };

type Attach = [sessionId: string, sessionEpoch: number, first: number];

const admissions: [
  name: string,
  before: Attach[],
  frames: number,
  attach: Attach,
  lost: number | 'stale',
  have: number,
][] = [
  ['a first attach', [], 0, ['s', 1, 1], 0, 0],
  ['all is still kept', [['s', 1, 1]], 5, ['s', 2, 3], 0, 5],
  ['the next one is the first kept', [['s', 1, 1]], 5, ['s', 2, 6], 0, 5],
  ['two frames are gone', [['s', 1, 1]], 5, ['s', 2, 8], 2, 7],
  ['the same session again', [['s', 3, 1]], 5, ['s', 3, 6], 0, 5],
  ['an older claim of the session', [['s', 3, 1]], 5, ['s', 2, 6], 'stale', 5],
  ['an older session', [['s2', 3, 1]], 5, ['s1', 2, 1], 'stale', 5],
  ['a newer session counts anew', [['s1', 1, 1]], 5, ['s2', 2, 1], 0, 0],
  [
    'and back is never possible',
    [
      ['s1', 1, 1],
      ['s2', 2, 1],
    ],
    5,
    ['s1', 1, 6],
    'stale',
    5,
  ],
  ['first 0 is nonsense, and harmless', [], 0, ['s', 1, 0], 0, 0],
];
for (const [name, before, frames, [sessionId, sessionEpoch, first], lost, have] of admissions) {
  test(`admit: ${name}`, () => {
    const seat = new Seat('L-1', ANN);
    for (const [session, epoch, from] of before) seat.admit({ sessionId: session, sessionEpoch: epoch, first: from });
    for (let seq = 1; seq <= frames; seq++) seat.take(seq);
    const admission = seat.admit({ sessionId, sessionEpoch, first });
    assert.equal(admission, lost === 'stale' ? { kind: 'stale' } : { kind: 'admitted', lost });
    assert.is(seat.have, have);
  });
}

test('take: exactly the next one', () => {
  const seat = new Seat('L-1', ANN);
  assert.equal(
    [2, 1, 1, 3, 2, 2].map(seq => seat.take(seq)),
    [false, true, false, false, true, false],
  );
  assert.is(seat.have, 2);
});

test('a player can be written as JSON, and its data stays here', () => {
  const { player } = new Seat('L-1', ANN);
  assert.is(JSON.stringify(player), '{"userId":"ann","name":"Ann","away":false,"spectator":false,"bot":false}');
  assert.not('data' in { ...player });
  assert.equal(player.data, { secret: 42 });
});

test.run();
