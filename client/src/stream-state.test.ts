import { encodeFrame, frameSeq } from '@gatehouse/shared/protocol/frame';
import { STREAMS } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { StreamState } from './stream-state.ts';

const limits = { maxRetainedBytes: 1000 };
const EPOCH = 70;

function opened(properties: gatehouse.Opened.$Properties): gatehouse.Opened {
  return messages.Opened.decode(messages.Opened.encode({ stream: STREAMS.room, roomId: 'R', ...properties }).finish());
}

/** A room stream whose ATTACH is under way; processed to 39 of epoch 70, with frames 1–3 kept. */
function attaching(): StreamState {
  const stream = new StreamState('room', limits);
  stream.enter('R', { epoch: EPOCH, number: 39 });
  for (let count = 0; count < 3; count++) stream.retained.add(encodeFrame(0x1001, 0, new Uint8Array(1)));
  stream.attach();
  return stream;
}

test('stream: the attach record says what was processed and what is kept', () => {
  const stream = attaching();
  stream.cut();
  stream.retained.dropThrough(1);
  assert.equal(stream.attach(), {
    stream: STREAMS.room,
    roomId: 'R',
    first: 2,
    turn: 0,
    mark: { epoch: EPOCH, number: 39 },
  });
  const newcomer = new StreamState('lobby', limits);
  assert.equal(newcomer.attach(), { stream: STREAMS.lobby, roomId: '', first: 1, turn: 0 });
});

const openings: [name: string, answer: gatehouse.Opened.$Properties, kind: string, resent: number[]][] = [
  ['resends after what the server has', { epoch: EPOCH, have: 2 }, 'opened', [3]],
  ['resends all when the server has nothing', { epoch: EPOCH, have: 0 }, 'opened', [1, 2, 3]],
  ['resends nothing when only the ACK was lost', { epoch: EPOCH, have: 3 }, 'opened', []],
  ['of an older turn is ignored', { epoch: EPOCH, have: 2, turn: 7 }, 'stale', []],
  ['of another room is ignored', { epoch: EPOCH, have: 2, roomId: 'Q' }, 'stale', []],
  ['of an older epoch is not believed', { epoch: EPOCH - 1, have: 2 }, 'outdated', []],
  ['of a newer epoch may replay too (migration)', { epoch: EPOCH + 1, have: 2 }, 'opened', [3]],
];
for (const [name, answer, kind, resent] of openings) {
  test(`stream: OPENED ${name}`, () => {
    const opening = attaching().opened(opened(answer));
    assert.is(opening.kind, kind);
    if (opening.kind === 'opened') assert.equal(opening.resend.map(frameSeq), resent);
  });
}

test('stream: what the server has is kept no longer', () => {
  const stream = attaching();
  stream.opened(opened({ epoch: EPOCH, have: 2 }));
  assert.is(stream.retained.first, 3);
});

test('stream: a second OPENED is ignored', () => {
  const stream = attaching();
  stream.opened(opened({ epoch: EPOCH, have: 0 }));
  assert.is(stream.opened(opened({ epoch: EPOCH, have: 3 })).kind, 'stale');
});

test('stream: a lobby command stays until its reply, whatever the server has', () => {
  const stream = new StreamState('lobby', limits);
  stream.retained.add(encodeFrame(0x0109, 0, new Uint8Array(1)));
  stream.attach();
  const opening = stream.opened(opened({ stream: STREAMS.lobby, roomId: '', have: 1, fresh: true }));
  assert.is(opening.kind === 'opened' && opening.resend.length, 1);
});

test('stream: after a replay frames above the mark count, once each', () => {
  const stream = attaching();
  assert.not(stream.accept(40), 'nothing counts before OPENED');
  stream.opened(opened({ epoch: EPOCH, have: 3 }));
  const taken = [38, 39, 40, 42, 41, 42, 43].filter(number => stream.accept(number));
  assert.equal(taken, [40, 42, 43]);
  assert.ok(stream.accept(0), 'not numbered: never old');
  assert.equal(stream.mark, { epoch: EPOCH, number: 43 });
});

test('stream: only the SNAPSHOT moves the mark of a fresh attach', () => {
  const stream = attaching();
  stream.opened(opened({ epoch: EPOCH + 5, have: 0, fresh: true, why: 'restored', through: 12 }));
  assert.not(stream.accept(13));
  assert.equal(stream.mark, { epoch: EPOCH, number: 39 }, 'a cut here asks again with the old mark');
  assert.ok(stream.acceptSnapshot(12));
  assert.equal(stream.mark, { epoch: EPOCH + 5, number: 12 });
  assert.ok(stream.accept(13));
});

test('stream: DETACHED raises the turn; an older one is ignored', () => {
  const stream = attaching();
  stream.opened(opened({ epoch: EPOCH, have: 3 }));
  assert.ok(stream.detached({ turn: 1 }));
  assert.not(stream.accept(40));
  assert.is(stream.attach().turn, 1);
  assert.not(stream.detached({ turn: 1 }));
  assert.is(stream.opened(opened({ epoch: EPOCH, have: 3, turn: 1 })).kind, 'opened');
});

test('stream: a DETACHED that has crossed the ATTACH asks for another one: the gateway ignored the older turn', () => {
  const stream = attaching();
  assert.ok(stream.detached({ turn: 1 }));
  assert.is(stream.kind, 'detached');
  assert.is(stream.attach().turn, 1);
});

test('stream: an ATTACH before the older one is answered has a turn of its own, so that their answers differ', () => {
  const stream = attaching();
  stream.abandonRoom();
  stream.enter('R');
  assert.is(stream.attach().turn, 1);
  assert.is(stream.opened(opened({ epoch: EPOCH, have: 3, turn: 0 })).kind, 'stale');
  assert.is(stream.opened(opened({ epoch: EPOCH, have: 3, turn: 1 })).kind, 'opened');
  stream.abandonRoom();
  assert.is(stream.attach().turn, 1, 'the older one was answered');
});

test('stream: turns are counted per connection', () => {
  const stream = attaching();
  stream.detached({ turn: 3 });
  stream.cut();
  assert.is(stream.attach().turn, 0);
});

test('stream: a refusal counts only for the ATTACH under way', () => {
  const stream = attaching();
  assert.not(stream.refused({ turn: 1, roomId: 'R' }));
  assert.not(stream.refused({ turn: 0, roomId: 'Q' }));
  assert.ok(stream.refused({ turn: 0, roomId: 'R' }));
  assert.not(stream.refused({ turn: 0, roomId: 'R' }));
});

test.run();
