import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestLobbies } from './test-lobbies.ts';

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1');
const l2 = await lobbies.lobbyServer('l2');
const a = await lobbies.gateway('a', [l1, l2]);
const b = await lobbies.gateway('b', [l1, l2]);

test.after(() => lobbies.stop());

test('lobby: attached without a room: nothing but OPENED', async () => {
  const cid = await lobbies.client('cid', a, l1);
  assert.equal(
    cid.received.map(({ kind }) => kind),
    ['opened'],
  );
  const [opened] = cid.received;
  assert.ok(opened?.kind === 'opened');
  assert.is(opened.message.have, 0);
  assert.is(opened.message.through, 0);
  assert.ok(opened.message.fresh);
  assert.is(opened.message.why, 'joined');
});

test('lobby: two servers serve one room: same events, same order, no gap', async () => {
  const ann = await lobbies.client('ann', a, l1);
  const bob = await lobbies.client('bob', b, l2);
  const created = await ann.create('arena', 4);
  const lobbyRoomId = created.room?.lobbyRoomId ?? '';
  assert.is(created.version, 1);
  const joined = await bob.join(lobbyRoomId);
  assert.is(joined.version, 2);
  assert.equal(
    joined.room?.members?.map(({ userId }) => userId),
    ['ann', 'bob'],
  );
  await ann.event('memberJoined');

  const lines = 15;
  const sent = Array.from({ length: lines }, (_, line) => [
    ann.done(ann.say(`ann ${line}`)),
    bob.done(bob.say(`bob ${line}`)),
  ]);
  await Promise.all(sent.flat());
  const through = 2 + 2 * lines;
  for (const client of [ann, bob]) await client.next('event', ({ version }) => version === through);
  assert.equal(ann.chat(), bob.chat());
  assert.is(ann.chat().length, 2 * lines);
  assert.equal(
    ann.chat().filter(text => text.startsWith('bob')),
    Array.from({ length: lines }, (_, line) => `bob ${line}`),
  );
  assert.equal(
    bob.versions(),
    Array.from({ length: 2 * lines }, (_, index) => index + 3),
  );
});

test('lobby: killed between commit and reply: the command is repeated elsewhere, with the same reply, once', async () => {
  const ann = await lobbies.client('ann2', a, l1);
  const { room } = await ann.create('arena');
  const lobbyRoomId = room?.lobbyRoomId ?? '';
  const bob = await lobbies.client('bob2', b, l1);
  const ref = bob.send(
    FRAME_TYPES.joinLobbyRoom,
    Buffer.concat([Buffer.from([0x0a, lobbyRoomId.length]), Buffer.from(lobbyRoomId)]),
  );
  b.hangUp(l1); // the frame is on its way; nothing comes back
  await ann.event('memberJoined'); // committed
  const { raw, keys } = lobbies.cluster;
  await lobbies.until(async () => (await raw.hget(keys.session('bob2'), 'lobbyRoom')) === lobbyRoomId); // and all it does

  await bob.login(b);
  const opened = await bob.attach(b, l2);
  assert.is(opened.have, ref, 'the stored reply counts as taken');
  assert.is(opened.roomId, lobbyRoomId);
  const reply = await bob.joined(ref);
  assert.is(reply.version, 2);
  assert.is((await bob.next('snapshot', () => true)).version, opened.through);
  await bob.done(bob.say('here again'));
  const line = await ann.event('chat');
  assert.is(line.version, 3, 'joined once');
  await b.dial(l1);
});

test('lobby: a client that comes back with its mark gets exactly what it missed', async () => {
  const ann = await lobbies.client('ann3', a, l1);
  const { room, epoch } = await ann.create('arena');
  const lobbyRoomId = room?.lobbyRoomId ?? '';
  const bob = await lobbies.client('bob3', b, l2);
  await bob.join(lobbyRoomId);
  for (const text of ['one', 'two', 'three']) await ann.done(ann.say(text));
  await bob.next('event', ({ version }) => version === 5);

  await bob.login(a);
  const mark = { epoch, number: 3 };
  const opened = await bob.attach(a, l1, { roomId: lobbyRoomId, mark, first: 2, turn: 7 });
  assert.not(opened.fresh);
  assert.is(opened.through, 5);
  assert.is(opened.turn, 7);
  await ann.done(ann.say('four'));
  await bob.next('event', ({ version }) => version === 6);
  assert.equal(bob.versions(), [4, 5, 6]);
  assert.equal(bob.chat(), ['two', 'three', 'four']);
});

test('lobby: marks that cannot be served get one snapshot and the reason', async () => {
  const ann = await lobbies.client('ann4', a, l1);
  const { room, epoch } = await ann.create('arena');
  const roomId = room?.lobbyRoomId ?? '';
  const cases = [
    { mark: { epoch: epoch - 1, number: 1 }, why: 'epoch' },
    { mark: { epoch, number: 50 }, why: 'trimmed' },
    { mark: null, why: 'joined' },
  ];
  for (const { mark, why } of cases) {
    await ann.login(b);
    const opened = await ann.attach(b, l2, { roomId, mark, first: 2 });
    assert.is(opened.why, why);
    assert.is((await ann.next('snapshot', () => true)).version, opened.through);
  }
});

test('lobby: of two channels of one user the newer stays', async () => {
  const ann = await lobbies.client('ann5', a, l1);
  await ann.create('arena');
  const again = await lobbies.client('ann5', b, l1);
  const closed = await ann.next('closed', () => true);
  assert.is(closed.message.code, 'SUPERSEDED');
  await again.done(again.say('still here'));
  assert.equal(again.chat(), ['still here']);

  const old = ann.epoch;
  const refused = again.next('closed', () => true);
  void again.attach(a, l1, { sessionEpoch: old }).catch(() => undefined);
  assert.is((await refused).message.code, 'CONFLICT', 'its own session, by an older claim');
});

test('lobby: frames are taken in order: early and repeated ones are dropped', async () => {
  const ann = await lobbies.client('ann6', a, l1);
  await ann.create('arena');
  ann.send(FRAME_TYPES.sayChat, chatPayload('early'), 4);
  ann.send(FRAME_TYPES.sayChat, chatPayload('first'), 2);
  ann.send(FRAME_TYPES.sayChat, chatPayload('repeated'), 2);
  ann.send(FRAME_TYPES.sayChat, chatPayload('second'), 3);
  await ann.done(3);
  assert.equal(ann.chat(), ['first', 'second']);
});

test('lobby: more than 16 unanswered commands are refused, and none of them happens', async () => {
  const ann = await lobbies.client('ann7', a, l1);
  await ann.create('arena');
  const refs = Array.from({ length: 20 }, (_, line) => ann.say(`${line}`));
  for (const ref of refs.slice(0, 16)) await ann.done(ref);
  for (const ref of refs.slice(16)) assert.is(await ann.error(ref), 'TOO_MANY_REQUESTS');
  assert.is(ann.chat().length, 16);
  const answered = ann.received.flatMap(each =>
    each.kind === 'done' || each.kind === 'error' ? [each.message.ref] : [],
  );
  assert.equal(answered, refs, 'replies come in the order of the commands');
});

test('lobby: a client that floods is detached, and nothing of the rest is taken', async () => {
  const ann = await lobbies.client('ann11', a, l1);
  await ann.create('arena');
  for (let line = 0; line < 100; line++) ann.say(`${line}`);
  assert.is((await ann.next('closed', () => true)).message.code, 'TOO_MANY_REQUESTS');
  await ann.login(a);
  const opened = await ann.attach(a, l2, { first: 2 });
  await ann.done(ann.say('calm again'));
  assert.equal(ann.chat(), ['calm again']);
  assert.ok(opened.have <= 66);
});

test('lobby: what cannot be read or done is an error with its code', async () => {
  const ann = await lobbies.client('ann8', a, l1);
  const cases: [type: number, payload: Uint8Array, code: string][] = [
    [FRAME_TYPES.sayChat, chatPayload('hi'), 'NOT_IN_ROOM'],
    [FRAME_TYPES.createLobbyRoom, textPayload('pong'), 'UNKNOWN_ROOM_CLASS'],
    [FRAME_TYPES.joinOrCreate, textPayload('pong'), 'UNKNOWN_ROOM_CLASS'],
    [FRAME_TYPES.createLobbyRoom, Buffer.concat([textPayload('arena'), Buffer.from([0x12, 1, 0x7b])]), 'BAD_OPTIONS'],
    [FRAME_TYPES.joinLobbyRoom, textPayload('nowhere'), 'NO_SUCH_ROOM'],
    [FRAME_TYPES.joined, new Uint8Array(0), 'UNKNOWN_TYPE'],
    [FRAME_TYPES.joinLobbyRoom, Buffer.from([0xff]), 'BAD_FRAME'],
  ];
  for (const [type, payload, code] of cases) assert.is(await ann.error(ann.send(type, payload)), code);
  await ann.create('arena');
  assert.is(await ann.error(ann.send(FRAME_TYPES.createLobbyRoom, textPayload('arena'))), 'ALREADY_IN_ROOM');
});

test('lobby: leaving, then joining another room', async () => {
  const ann = await lobbies.client('ann9', a, l1);
  const bob = await lobbies.client('bob9', b, l2);
  const first = await ann.create('arena');
  await bob.join(first.room?.lobbyRoomId ?? '');
  await ann.done(ann.send(FRAME_TYPES.leaveLobbyRoom));
  assert.is((await bob.event('hostChanged')).message.hostChanged, 'bob9');
  const second = await ann.create('arena');
  assert.is.not(second.room?.lobbyRoomId, first.room?.lobbyRoomId);
  await bob.done(bob.say('alone'));
  await ann.done(ann.say('elsewhere'));
  assert.equal(ann.chat(), ['elsewhere']);
});

test('lobby: a page reload is a new session in the same room', async () => {
  const ann = await lobbies.client('ann10', a, l1);
  const { room } = await ann.create('arena');
  ann.sessionId = 'reloaded';
  const opened = await ann.attach(b, l2, { sessionId: 'reloaded' });
  assert.is(opened.roomId, room?.lobbyRoomId);
  assert.is(opened.have, 0, 'frames of a session are numbered from 1');
  const snapshot = await ann.next('snapshot', () => true);
  assert.equal(
    snapshot.message.members?.map(({ userId }) => userId),
    ['ann10'],
  );
  await ann.done(ann.say('back'));
});

function textPayload(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0x0a, Buffer.byteLength(text)]), Buffer.from(text)]);
}

function chatPayload(text: string): Uint8Array {
  return textPayload(text);
}

test.run();
