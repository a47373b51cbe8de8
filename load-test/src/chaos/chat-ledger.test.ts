import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChatLedger } from './chat-ledger.ts';
import { type DeliveryTotals, NO_DELIVERIES } from './delivery-totals.ts';

type Act = (chat: ChatLedger) => void;

/** Ann has said three lines, of which the server took all. */
function chatOf(act: Act): { chat: ChatLedger; found: string[] } {
  const found: string[] = [];
  const chat = new ChatLedger('l', what => found.push(what));
  chat.begin('ann');
  chat.begin('bob');
  for (let n = 1; n <= 3; n++) chat.done('ann', chat.nextLine('ann'));
  act(chat);
  return { chat, found };
}

const hear = (chat: ChatLedger, ...numbers: number[]) => {
  for (const n of numbers) chat.heard('bob', 'ann', n);
};

const cases: [name: string, act: Act, totals: Partial<DeliveryTotals>][] = [
  ['all heard', chat => hear(chat, 1, 2, 3), { delivered: 3 }],
  ['one lost', chat => hear(chat, 1, 3), { delivered: 2, lost: 1 }],
  ['one doubled', chat => hear(chat, 1, 2, 2, 3), { delivered: 4, doubled: 1 }],
  ['two swapped', chat => hear(chat, 1, 3, 2), { delivered: 3, reordered: 1 }],
  [
    'after fresh a gap is no loss',
    chat => {
      hear(chat, 1);
      chat.begin('bob');
      hear(chat, 3);
    },
    { delivered: 2, skipped: 1 },
  ],
  [
    'a command that failed may have been said or not',
    chat => {
      chat.failed('ann', chat.nextLine('ann'));
      chat.done('ann', chat.nextLine('ann'));
      hear(chat, 1, 2, 3, 5);
    },
    { sent: 5, delivered: 4 },
  ],
  [
    'one that is told to have failed after the gap was seen',
    chat => {
      const n = chat.nextLine('ann');
      chat.done('ann', chat.nextLine('ann'));
      hear(chat, 1, 2, 3, 5);
      chat.failed('ann', n);
    },
    { sent: 5, delivered: 4 },
  ],
  ['who is not in the room hears nothing', chat => chat.heard('cid', 'ann', 2), {}],
];
for (const [name, act, totals] of cases) {
  test(`chat: ${name}`, () => {
    assert.equal(chatOf(act).chat.totals(), { ...NO_DELIVERIES, sent: 3, ...totals });
  });
}

test('chat: a command without a reply may still be heard', () => {
  const { chat } = chatOf(ledger => hear(ledger, 1, 2, 3));
  const n = chat.nextLine('ann');
  assert.not(chat.isSettled(['ann', 'bob']));
  chat.failed('ann', n);
  assert.ok(chat.isSettled(['ann', 'bob']));
});

test('chat: what was acknowledged and not heard in the end is lost', () => {
  const { chat, found } = chatOf(ledger => hear(ledger, 1, 2));
  assert.not(chat.isSettled(['ann', 'bob']));
  chat.settle(['ann', 'bob']);
  assert.is(chat.totals().lost, 1);
  assert.is(found.length, 1);
});

test.run();
