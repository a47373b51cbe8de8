import { framePayload } from '@gatehouse/shared/protocol/frame';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, formatAnswer, parseReply, type Refusal, replyFrame } from './stored-reply.ts';

const stored = (answer: Answer) => parseReply(`7 3 1795252822474997 ${formatAnswer(answer)}`);

const refusals: [name: string, refusal: Refusal][] = [
  ['a code alone', { kind: 'refused', code: 'ROOM_FULL' }],
  ['the words of the game', { kind: 'refused', code: 'SEAT_REFUSED', reason: 'not before Monday' }],
  [
    'line breaks and quotes',
    { kind: 'refused', code: 'SEAT_REFUSED', reason: 'one\ntwo "three" refused SEAT_REFUSED' },
  ],
];
for (const [name, refusal] of refusals) {
  test(`stored reply: a refusal is read as it was written: ${name}`, () => {
    assert.equal(stored(refusal), { seq: 7, reply: refusal });
  });
}

test('stored reply: what a game says is kept within bounds, and reaches the client', () => {
  const { reply } = stored({ kind: 'refused', code: 'SEAT_REFUSED', reason: 'x'.repeat(10_000) });
  const failure = decodeMessage(messages.Failure, framePayload(replyFrame(7, reply)));
  assert.is(failure.code, 'SEAT_REFUSED');
  assert.is(failure.reason, 'x'.repeat(256));
  assert.is(failure.message, failure.reason);
});

test('stored reply: a change', () => {
  assert.equal(stored({ kind: 'done' }), { seq: 7, reply: { kind: 'done', version: 3 } });
});

test.run();
