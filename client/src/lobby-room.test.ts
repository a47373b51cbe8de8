import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyLobbyEvent, type LobbyRoom, type LobbyRoomEvent, readLobbyEvent, readLobbyRoom } from './lobby-room.ts';

const ann = { userId: 'a', name: 'Ann', ready: false };
const bob = { userId: 'b', name: 'Bob', ready: false };
const room: LobbyRoom = {
  id: 'L',
  roomClass: 'arena',
  options: { map: 'hill' },
  auto: false,
  phase: 'waiting',
  maxMembers: 8,
  hostUserId: 'a',
  roomId: undefined,
  members: [ann, bob],
};
const playing: LobbyRoom = { ...room, phase: 'playing', roomId: 'L-1' };
const eve = { userId: 'e', name: 'Eve', ready: false };
const result = new Uint8Array([1]);

const cases: [name: string, from: LobbyRoom, event: LobbyRoomEvent, to: LobbyRoom | undefined][] = [
  ['a newcomer comes last', room, { name: 'memberJoined', payload: eve }, { ...room, members: [ann, bob, eve] }],
  ['a known member is not added', room, { name: 'memberJoined', payload: ann }, room],
  ['a member leaves', room, { name: 'memberLeft', payload: { userId: 'b' } }, { ...room, members: [ann] }],
  ['we leave', room, { name: 'memberLeft', payload: { userId: 'a' } }, undefined],
  [
    'ready keeps the place',
    room,
    { name: 'readyChanged', payload: { ...ann, ready: true } },
    { ...room, members: [{ ...ann, ready: true }, bob] },
  ],
  ['the host changes', room, { name: 'hostChanged', payload: { userId: 'b' } }, { ...room, hostUserId: 'b' }],
  ['chat changes nothing', room, { name: 'chat', payload: { userId: 'b', name: 'Bob', text: 'hi' } }, room],
  ['starting', room, { name: 'starting', payload: { roomId: 'L-1' } }, { ...room, phase: 'starting', roomId: 'L-1' }],
  ['started', room, { name: 'started', payload: { roomId: 'L-1' } }, playing],
  ['start failed', playing, { name: 'startFailed', payload: { code: 'NO_GAME_SERVER', message: '' } }, room],
  ['round ended', playing, { name: 'roundEnded', payload: { roomId: 'L-1', why: 'ended', result } }, room],
  ['closed', playing, { name: 'closed', payload: { why: 'dataLost' } }, undefined],
];
for (const [name, from, event, to] of cases) {
  test(`lobby room: ${name}`, () => assert.equal(applyLobbyEvent(from, event, 'a'), to));
}

test('lobby room: every event survives the wire', () => {
  for (const [name, , event] of cases) {
    const { payload } = event;
    const isText = ['memberLeft', 'hostChanged', 'starting', 'started', 'closed'].includes(event.name);
    const value = isText ? Object.values(payload)[0] : payload;
    const encoded = messages.LobbyEvent.encode({ [event.name]: value }).finish();
    assert.equal(readLobbyEvent(messages.LobbyEvent.decode(new Uint8Array(encoded))), event, name);
  }
  assert.is(readLobbyEvent(messages.LobbyEvent.decode(new Uint8Array(0))), undefined);
});

test('lobby room: a snapshot survives the wire', () => {
  const { id, options, ...rest } = playing;
  const body = { ...rest, lobbyRoomId: id, options: JSON.stringify(options), members: [ann, bob] };
  const decoded = messages.LobbyRoom.decode(messages.LobbyRoom.encode({ ...body, roomId: 'L-1' }).finish());
  assert.equal(readLobbyRoom(decoded), playing);
  assert.is(readLobbyRoom({ options: '{broken' }).options, undefined);
});

test.run();
