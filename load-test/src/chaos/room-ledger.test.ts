import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type DeliveryTotals, NO_DELIVERIES } from './delivery-totals.ts';
import { RoomLedger } from './room-ledger.ts';

const EMPTY = { said: {}, beats: 0 };

/** Ann and Bob are in; Ann has said three lines. */
function room() {
  const found: string[] = [];
  const ledger = new RoomLedger('r', what => found.push(what));
  ledger.snapshot('ann', EMPTY);
  ledger.snapshot('bob', EMPTY);
  for (let n = 1; n <= 3; n++) ledger.nextLine('ann');
  return { ledger, found };
}

const cases: [name: string, act: (ledger: RoomLedger) => void, totals: Partial<DeliveryTotals>, notes: number][] = [
  ['all heard', ledger => hear(ledger, 1, 2, 3), { delivered: 3 }, 0],
  ['one lost', ledger => hear(ledger, 1, 3), { delivered: 2, lost: 1 }, 1],
  ['one doubled', ledger => hear(ledger, 1, 1, 2, 3), { delivered: 4, doubled: 1 }, 1],
  ['two swapped', ledger => hear(ledger, 1, 3, 2), { delivered: 3, reordered: 1 }, 2],
  ['a line that nobody said', ledger => hear(ledger, 1, 2, 3, 4), { delivered: 4 }, 1],
  [
    'skipped with fresh',
    ledger => {
      hear(ledger, 1);
      ledger.announceFresh('bob');
      ledger.snapshot('bob', { said: { ann: 2 }, beats: 0 });
      hear(ledger, 3);
    },
    { delivered: 2, skipped: 1 },
    0,
  ],
  [
    'a snapshot that nobody announced',
    ledger => {
      hear(ledger, 1);
      ledger.snapshot('bob', { said: { ann: 2 }, beats: 0 });
    },
    { delivered: 1, skipped: 1, unannounced: 1 },
    1,
  ],
  [
    'a snapshot that goes back',
    ledger => {
      hear(ledger, 1, 2);
      ledger.announceFresh('bob');
      ledger.snapshot('bob', { said: { ann: 1 }, beats: 0 });
    },
    { delivered: 2, wentBack: 1 },
    1,
  ],
  [
    'given up by the SDK',
    ledger => {
      ledger.gaveUp('ann', 1);
      hear(ledger, 1, 3);
    },
    { delivered: 2 },
    0,
  ],
  [
    'the end tells of a line that did not come',
    ledger => {
      hear(ledger, 1, 2);
      ledger.endedAt('bob', { said: { ann: 3 }, beats: 0 }, 'attached');
    },
    { delivered: 2, lost: 1 },
    1,
  ],
  [
    'away at the end',
    ledger => {
      hear(ledger, 1);
      ledger.endedAt('bob', { said: { ann: 3 }, beats: 1 }, 'perhaps away');
    },
    { delivered: 1, unheardAtEnd: 3 },
    0,
  ],
  ['beats and answers count too', ledger => ledger.beaten('bob', 2), { delivered: 1, lost: 1 }, 1],
];
for (const [name, act, totals, notes] of cases) {
  test(`room: ${name}`, () => {
    const { ledger, found } = room();
    act(ledger);
    assert.equal(ledger.totals(), { ...NO_DELIVERIES, sent: 3, ...totals });
    assert.is(found.length, notes, found.join('\n'));
  });
}

test('room: settled when everybody has heard everything; else the rest is lost', () => {
  const { ledger } = room();
  hear(ledger, 1, 2, 3);
  assert.not(ledger.isSettled); // Ann has not heard herself
  ledger.settle();
  assert.is(ledger.totals().lost, 3);
});

test('room: who comes later has its first snapshot', () => {
  const { ledger } = room();
  ledger.snapshot('cid', { said: { ann: 3 }, beats: 7 });
  ledger.beaten('cid', 8);
  ledger.nextLine('ann');
  ledger.heard('cid', 'ann', 4);
  assert.is(ledger.totals().lost, 0);
});

function hear(ledger: RoomLedger, ...numbers: number[]): void {
  for (const n of numbers) ledger.heard('bob', 'ann', n);
}

test.run();
