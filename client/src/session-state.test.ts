import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  described,
  newSessionBench,
  playUntilInRoom,
  readAttach,
  readHello,
  type SessionBench,
  serverFrames as server,
} from './session-bench.ts';

const ROOM = 'L-1';
const EPOCH = 1_790_000_000_000_000; // microseconds: an epoch of real size must survive the wire

const gameFrame = () => encodeFrame(0x1001, 0, new Uint8Array(4));
const command = () => encodeFrame(FRAME_TYPES.sayChat, 0, new Uint8Array(2));

function inRoom(): SessionBench {
  const bench = newSessionBench();
  playUntilInRoom(bench, ROOM, EPOCH);
  return bench;
}

test('session: HELLO, WELCOME, then the lobby is attached unasked', () => {
  const { state, sent, heard } = newSessionBench();
  state.connected();
  assert.equal(described(sent), ['hello:1']);
  assert.equal(readHello(sent[0] ?? gameFrame()).attach, []);
  state.receive(server.welcome({ userId: 'u', location: { lobbyRoomId: 'L' } }));
  assert.equal(described(sent), ['hello:1', 'attach:2']);
  assert.is(readAttach(sent[1] ?? gameFrame()).roomId, 'L', 'a page reload finds its lobby room');
  assert.is(heard[0]?.[0], 'welcomed');
});

test('session: nothing of a stream is sent before it is open', () => {
  const { state, sent } = newSessionBench();
  state.connected();
  state.receive(server.welcome({}));
  state.send('lobby', command());
  assert.equal(described(sent), ['hello:1', 'attach:2']);
  state.receive(server.opened({ stream: STREAMS.lobby, fresh: true }));
  state.send('lobby', command());
  assert.equal(described(sent).slice(2), ['sayChat:1', 'sayChat:2']);
});

test('session: answers to requests are numbered, and taken once like any frame; other errors are not', () => {
  const { state, heard } = inRoom();
  for (const frame of [server.reply(13, 1), server.reply(13, 1), server.roomError(14, { code: 'X', ref: 2 })]) {
    state.receive(frame);
  }
  state.receive(server.roomError(14, { code: 'X', ref: 2 }));
  state.receive(server.roomError(0, { code: 'Y', ref: 3 }));
  assert.equal(
    heard.map(([name]) => name),
    ['roomReply', 'roomError', 'roomError'],
  );
  assert.is(state.room.mark?.number, 14);
});

test('session: a reconnect carries token, marks and first frames (DESIGN §12, step 17)', () => {
  const bench = newSessionBench();
  const { state, sent } = bench;
  playUntilInRoom(bench, ROOM, EPOCH);
  for (let count = 0; count < 33; count++) state.send('room', gameFrame());
  state.receive(server.game(39));
  state.receive(server.ack(ROOM, 30));
  state.send('lobby', command());
  state.receive(server.joined({ ref: 1, epoch: EPOCH, version: 6, room: { lobbyRoomId: 'L' } }));
  state.cut();
  sent.length = 0;
  state.connected();
  const { resumeToken, attach } = readHello(sent[0] ?? gameFrame());
  assert.is(resumeToken, 'T');
  const records = attach.map(({ stream, roomId, mark, first }) => [stream, roomId, mark?.epoch, mark?.number, first]);
  assert.equal(records, [
    [STREAMS.lobby, 'L', EPOCH, 6, 2],
    [STREAMS.room, ROOM, EPOCH, 39, 31],
  ]);
  state.receive(server.welcome({ resumed: true }));
  state.receive(server.opened({ stream: STREAMS.room, roomId: ROOM, epoch: EPOCH, have: 32 }));
  state.send('room', gameFrame());
  assert.equal(described(sent), ['hello:1', 'game:33', 'game:34']);
});

test('session: DETACHED is answered by ATTACH with its turn; what is sent meanwhile waits', () => {
  const { state, sent } = inRoom();
  state.receive(server.detached({ stream: STREAMS.room, roomId: ROOM, turn: 1, why: 'serverLost' }));
  state.send('room', gameFrame());
  assert.equal(described(sent), ['attach:4']);
  assert.is(readAttach(sent[0] ?? gameFrame()).turn, 1);
  state.receive(server.opened({ stream: STREAMS.room, roomId: ROOM, epoch: EPOCH, turn: 1 }));
  assert.equal(described(sent), ['attach:4', 'game:1']);
});

test('session: a stream that its server has closed is attached again later, not at once', () => {
  const { state, sent, heard } = inRoom();
  state.receive(server.detached({ stream: STREAMS.lobby, turn: 1, why: 'closed' }));
  assert.equal(described(sent), []);
  assert.equal(heard.at(-1), ['attachLater', 'lobby']);
  state.attach('lobby');
  assert.is(readAttach(sent[0] ?? gameFrame()).turn, 1);
});

test('session: DETACHED of the room before, sent as ATTACH of the next one was under way', () => {
  const { state, sent } = inRoom();
  state.enterRoom('L-2');
  sent.length = 0;
  state.receive(server.detached({ stream: STREAMS.room, roomId: ROOM, turn: 1, why: 'linkLost' }));
  const attach = readAttach(sent[0] ?? gameFrame());
  assert.equal([attach.roomId, attach.turn], ['L-2', 1], 'the gateway has ignored the ATTACH with turn 0');
});

test('session: a room that has ended while away tells its result', () => {
  const { state, heard, sent } = inRoom();
  state.receive(server.detached({ stream: STREAMS.room, roomId: ROOM, turn: 1, why: 'serverLost' }));
  const result = new Uint8Array([7]);
  const failure = { stream: STREAMS.room, roomId: ROOM, turn: 1, code: 'ROOM_ENDED', result };
  state.receive(server.attachError(failure));
  assert.is(heard.at(-1)?.[0], 'roomRefused');
  assert.is(state.room.roomId, '');
  state.cut();
  sent.length = 0;
  state.connected();
  assert.is(readHello(sent[0] ?? gameFrame()).attach.length, 1, 'it is not attached again');
});

test('session: a retryable refusal is tried again later, a lobby room that is gone leaves the lobby', () => {
  const { state, heard, sent } = inRoom();
  state.send('lobby', command());
  state.receive(server.joined({ ref: 1, epoch: 1, version: 1, room: { lobbyRoomId: 'L' } }));
  state.receive(server.detached({ stream: STREAMS.lobby, roomId: 'L', turn: 1, why: 'linkLost' }));
  const failure = { stream: STREAMS.lobby, roomId: 'L', turn: 1 };
  state.receive(server.attachError({ ...failure, code: 'NO_LOBBY_SERVER', retryable: true }));
  assert.equal(heard.at(-1), ['attachLater', 'lobby']);
  state.attach('lobby');
  state.receive(server.attachError({ ...failure, code: 'NO_SUCH_ROOM' }));
  assert.equal(heard.at(-1), ['lobbyRoomGone', 'NO_SUCH_ROOM']);
  assert.is(readAttach(sent.at(-1) ?? gameFrame()).roomId, '', 'and attaches without a room');
});

test('session: what was said to a session that is lost is given up, the rooms are not', () => {
  const { state, sent, heard } = inRoom();
  state.send('room', gameFrame());
  state.receive(server.game(5));
  state.cut();
  state.connected();
  sent.length = 0;
  state.receive(server.welcome({ sessionId: 'another', resumed: false }));
  assert.equal(heard.at(-1)?.[2], 1, 'frames lost');
  assert.equal(described(sent), ['attach:2', 'attach:3']);
  const record = readAttach(sent[1] ?? gameFrame());
  assert.equal([record.roomId, record.mark?.number, record.first], [ROOM, 5, 1]);
});

test('session: entering another room forgets the one before', () => {
  const { state, sent, heard } = inRoom();
  state.send('room', gameFrame());
  sent.length = 0;
  state.enterRoom('L-2');
  const record = readAttach(sent[0] ?? gameFrame());
  assert.equal([record.roomId, record.mark, record.first], ['L-2', null, 1]);
  state.receive(server.game(9));
  assert.equal(heard, [], 'frames of the old room are not the new one’s');
});

test('session: replies settle commands; a leave leaves the room', () => {
  const { state, heard } = inRoom();
  state.send('lobby', command());
  state.receive(server.joined({ ref: 1, epoch: 4, version: 9, room: { lobbyRoomId: 'L' } }));
  assert.equal([state.lobby.roomId, state.lobby.mark], ['L', { epoch: 4, number: 9 }]);
  state.send('lobby', encodeFrame(FRAME_TYPES.leaveLobbyRoom, 0, new Uint8Array(0)));
  state.receive(server.done(2));
  assert.equal([state.lobby.roomId, state.lobby.retained.count], ['', 0]);
  const told = heard.slice(-2).map(([name]) => name);
  assert.equal(told, ['lobbyLeft', 'lobbyReply'], 'the room is left before anybody can enter the next');
});

test('session: events count in the epoch of the room that a reply entered', () => {
  const { state } = inRoom();
  state.send('lobby', command());
  state.receive(server.joined({ ref: 1, epoch: 4, version: 9, room: { lobbyRoomId: 'L' } }));
  state.receive(server.lobbyEvent(9, { memberLeft: 'shown already' }));
  state.receive(server.lobbyEvent(10, { memberLeft: 'b' }));
  assert.equal(state.lobby.mark, { epoch: 4, number: 10 });
});

test('session: a stored JOINED that comes late does not turn back time', () => {
  const { state, heard } = inRoom();
  state.send('lobby', command());
  state.receive(server.detached({ stream: STREAMS.lobby, turn: 1 }));
  state.receive(server.opened({ stream: STREAMS.lobby, roomId: 'L', epoch: 4, have: 1, fresh: true, turn: 1 }));
  state.receive(server.lobbySnapshot(5, { lobbyRoomId: 'L' }));
  state.receive(server.joined({ ref: 1, epoch: 4, version: 1, room: { lobbyRoomId: 'L' } }));
  assert.equal(state.lobby.mark, { epoch: 4, number: 5 });
  assert.equal([heard.at(-1)?.[0], heard.at(-1)?.[3]], ['lobbyReply', false]);
});

test('session: a frame too large for the gateway is refused here', () => {
  const { state } = inRoom();
  assert.throws(() => state.send('room', encodeFrame(0x1001, 0, new Uint8Array(64 * 1024))), /FRAME_TOO_LARGE/);
  assert.throws(() => state.receive(new Uint8Array(5)), /BAD_FRAME/);
  assert.throws(() => state.receive(encodeFrame(FRAME_TYPES.opened, 0, new Uint8Array([0xff]))), /BAD_FRAME/);
});

test.run();
