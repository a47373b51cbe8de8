import { ERRORS } from '@gatehouse/shared/protocol/errors';
import { defineMessages, request } from '@gatehouse/shared/protocol/game-messages';
import { type gatehouse, messages as wire } from '@gatehouse/shared/protocol/messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CurrentRoom, KICK_GRACE_MS } from './current-room.ts';

const game = defineMessages({ double: request(0x1001, json<number>(), json<number>()) });

/** A player in a room; the test plays the session. */
async function inRoom() {
  const clock = new FakeClock();
  let seq = 0;
  const port = { enterRoom: () => {}, leaveRoom: () => {}, send: () => ++seq, ended: () => {} };
  const current = new CurrentRoom(port, { clock, requestTimeoutMs: 30_000 });
  const entering = current.enter('L-1', game);
  current.roomSnapshot(new Uint8Array());
  const room = await entering;
  /** What becomes of the next request: its answer, or the code it is rejected with. */
  const ask = (timeoutMs?: number) => room.request('double', 1, { timeoutMs }).catch(codeOf);
  const answer = (ref: number) => current.roomReply(ref, game.encodeAnswer('double', ref * 100));
  const reattached = (opened: { have: number; lostFrames?: number; isFresh?: boolean }) =>
    current.attached({ lostFrames: 0, isFresh: false, why: '', ...opened });
  return { clock, current, room, ask, answer, reattached };
}

function codeOf(error: unknown): string {
  return (error as { code: string }).code;
}

function failure(fields: gatehouse.Failure.$Properties): gatehouse.Failure {
  return wire.Failure.create(fields);
}

test('requests: each gets its own answer, in any order', async () => {
  const { ask, answer } = await inRoom();
  const asked = [ask(), ask()];
  answer(2);
  answer(1);
  answer(1);
  assert.equal(await Promise.all(asked), [100, 200]);
});

test('requests: a refusal of the room has its code and text; one of Gatehouse has a code of Gatehouse', async () => {
  const { current, room, ask } = await inRoom();
  const errors: string[] = [];
  room.onError(error => errors.push(error.code));
  const refused = room.request('double', 1).catch((error: unknown) => error);
  const unreadable = ask();
  current.roomError(failure({ code: 'REQUEST_REFUSED', reason: 'BAD_LUCK', message: 'not that one', ref: 1 }));
  current.roomError(failure({ code: 'BAD_FRAME', message: 'x: not a number', ref: 2 }));
  current.roomError(failure({ code: 'UNKNOWN_TYPE', message: 'of a message', ref: 3 }));
  const error = await refused;
  assert.instance(error, RequestRefused);
  assert.equal([(error as RequestRefused).code, (error as RequestRefused).message], ['BAD_LUCK', 'not that one']);
  assert.is(await unreadable, 'BAD_FRAME');
  assert.equal(errors, ['UNKNOWN_TYPE'], 'what nobody waits for is told as before');
});

test('requests: a deadline holds over everything; a late answer is ignored', async () => {
  const { clock, ask, answer } = await inRoom();
  const asked = [ask(), ask(1000)];
  clock.advance(1000);
  assert.is(await asked[1], 'TIMEOUT');
  answer(2);
  clock.advance(28_999);
  answer(1);
  assert.is(await asked[0], 100);
  assert.is(clock.pending, 0);
});

test('requests: a resumed stream answers them; one that starts anew answers those it has yet to take', async () => {
  const { ask, answer, reattached } = await inRoom();
  const resumed = [ask(), ask()];
  reattached({ have: 1 });
  answer(1);
  answer(2);
  assert.equal(await Promise.all(resumed), [100, 200]);
  const [taken, resent] = [ask(), ask()];
  reattached({ have: 3, isFresh: true });
  assert.is(await taken, 'REPLY_LOST');
  answer(4);
  assert.is(await resent, 400);
});

test('requests: those that nobody has any more are lost', async () => {
  const { ask, answer, reattached } = await inRoom();
  const asked = [ask(), ask(), ask(), ask()];
  reattached({ have: 3, lostFrames: 2 });
  answer(1);
  answer(4);
  assert.equal(await Promise.all(asked), [100, 'REPLY_LOST', 'REPLY_LOST', 400]);
});

test('requests: another session, and the end of the room', async () => {
  const { current, clock, room, ask } = await inRoom();
  const before = ask();
  current.sessionReplaced();
  assert.is(await before, 'REPLY_LOST');
  const last = ask();
  current.roomEnded(wire.Ended.create({ why: 'ended' }));
  assert.is(await last, 'ROOM_ENDED');
  assert.is(await room.request('double', 1).catch(codeOf), 'ROOM_ENDED');
  assert.is(clock.pending, 0);
});

const refusals: [name: string, refusal: gatehouse.Failure.$Properties, why: string, told: string][] = [
  ['the host has kicked it', { code: 'NO_SEAT', reason: 'kicked' }, 'kicked', 'NO_SEAT why kicked'],
  ['it was away for too long', { code: 'NO_SEAT', message: ERRORS.NO_SEAT.text }, 'refused', 'NO_SEAT'],
  ['onAuth refuses', { code: 'SEAT_REFUSED', reason: 'until Monday' }, 'refused', 'SEAT_REFUSED reason until Monday'],
  ['it ended meanwhile', { code: 'ROOM_ENDED', reason: 'failed' }, 'failed', 'none'],
];
for (const [name, refusal, why, told] of refusals) {
  test(`no seat: ${name}`, async () => {
    const { current, room } = await inRoom();
    current.roomRefused(failure({ roomId: 'L-1', ...refusal }));
    assert.is(room.end?.why, why);
    const { error } = room.end ?? {};
    const fields = /\((.*)\)$/.exec(error?.message ?? '')?.[1] ?? '';
    assert.is(error === undefined ? 'none' : `${error.code} ${fields}`.trim(), told);
  });
}

test('kicked out of the lobby room: where nobody takes its seat, it gives it up', async () => {
  const { clock, current, room } = await inRoom();
  current.kickedFrom('L');
  clock.advance(KICK_GRACE_MS);
  assert.is(room.end, undefined);
  current.roomAcknowledged(1);
  assert.equal([room.end?.why, room.end?.error?.code], ['kicked', 'NO_SEAT']);
  assert.is(clock.pending, 0);
});

/** Never run: what a request takes and gives. */
export async function mustNotCompile(): Promise<void> {
  const { room } = await inRoom();
  const answer: number = await room.request('double', 1);
  // @ts-expect-error an ask is a number
  await room.request('double', 'one');
  // @ts-expect-error no such request
  await room.request('triple', 1);
  // @ts-expect-error an answer is a number
  const text: string = await room.request('double', 1);
  // @ts-expect-error a request is not sent
  room.send('double', 1);
  // @ts-expect-error nor heard
  room.on('double', () => {});
  void [answer, text];
}

test.run();
