import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLobbyEvent, readLobbyRoom } from './lobby-messages.ts';
import { applyLobbyEvent, CHAT_LINES_KEPT, type LobbyRoom, type LobbyRoomEvent } from './lobby-room.ts';

const ann = { userId: 'a', name: 'Ann', ready: false, role: 'player' } as const;
const bob = { userId: 'b', name: 'Bob', ready: false, role: 'player' } as const;
const hi = { userId: 'b', name: 'Bob', text: 'hi', atMs: 1_700_000_000_000 };
const settings = {
  name: 'Night',
  maxMembers: 4,
  options: { map: 'ice' },
  metadata: { level: 3 },
  locked: true,
  unlisted: true,
  hasPassword: true,
  inviteCode: 'abcd2345',
};
const room: LobbyRoom = {
  id: 'L',
  roomClass: 'arena',
  name: 'Day',
  metadata: {},
  locked: false,
  unlisted: false,
  hasPassword: false,
  inviteCode: undefined,
  rounds: 1,
  chat: [],
  rematchVotes: ['b'],
  options: { map: 'hill' },
  auto: false,
  phase: 'waiting',
  maxMembers: 8,
  hostUserId: 'a',
  roomId: undefined,
  members: [ann, bob],
};
const playing: LobbyRoom = { ...room, phase: 'playing', roomId: 'L-1' };
const eve = { userId: 'e', name: 'Eve', ready: false, role: 'spectator' } as const;
const result = new Uint8Array([1]);

const cases: [name: string, from: LobbyRoom, event: LobbyRoomEvent, to: LobbyRoom | undefined][] = [
  ['a newcomer comes last', room, { name: 'memberJoined', payload: eve }, { ...room, members: [ann, bob, eve] }],
  ['a known member is not added', room, { name: 'memberJoined', payload: ann }, room],
  [
    'a member leaves',
    room,
    { name: 'memberLeft', payload: { userId: 'b' } },
    { ...room, members: [ann], rematchVotes: [] },
  ],
  ['we leave', room, { name: 'memberLeft', payload: { userId: 'a' } }, undefined],
  [
    'ready keeps the place',
    room,
    { name: 'readyChanged', payload: { ...ann, ready: true } },
    { ...room, members: [{ ...ann, ready: true }, bob] },
  ],
  ['the host changes', room, { name: 'hostChanged', payload: { userId: 'b' } }, { ...room, hostUserId: 'b' }],
  [
    'a member is kicked',
    room,
    { name: 'memberKicked', payload: { userId: 'b', reason: 'rude', ban: 'round' } },
    { ...room, members: [ann], rematchVotes: [] },
  ],
  ['we are kicked', room, { name: 'memberKicked', payload: { userId: 'a', reason: '', ban: undefined } }, undefined],
  ['chat is kept', room, { name: 'chat', payload: hi }, { ...room, chat: [hi] }],
  ['settings', room, { name: 'settingsChanged', payload: settings }, { ...room, ...settings }],
  [
    'a vote',
    room,
    { name: 'rematchVoted', payload: { userId: 'a', yes: true } },
    { ...room, rematchVotes: ['b', 'a'] },
  ],
  [
    'a vote taken back',
    room,
    { name: 'rematchVoted', payload: { userId: 'b', yes: false } },
    { ...room, rematchVotes: [] },
  ],
  [
    'starting',
    room,
    { name: 'starting', payload: { roomId: 'L-1' } },
    { ...room, phase: 'starting', roomId: 'L-1', rounds: 2, rematchVotes: [] },
  ],
  ['started', room, { name: 'started', payload: { roomId: 'L-1' } }, playing],
  ['start failed', playing, { name: 'startFailed', payload: { code: 'NO_GAME_SERVER', message: '' } }, room],
  ['round ended', playing, { name: 'roundEnded', payload: { roomId: 'L-1', why: 'ended', result } }, room],
  ['closed', playing, { name: 'closed', payload: { why: 'dataLost' } }, undefined],
];
for (const [name, from, event, to] of cases) {
  test(`lobby room: ${name}`, () => assert.equal(applyLobbyEvent(from, event, 'a'), to));
}

test('lobby room: the newest chat lines are kept', () => {
  let chatting = room;
  for (let line = 0; line < CHAT_LINES_KEPT + 5; line++) {
    const event: LobbyRoomEvent = { name: 'chat', payload: { ...hi, text: `${line}` } };
    chatting = applyLobbyEvent(chatting, event, 'a') ?? chatting;
  }
  assert.is(chatting.chat.length, CHAT_LINES_KEPT);
  assert.is(chatting.chat[0]?.text, '5');
});

const asText = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));

/** As a server says it. */
function onWire({ name, payload }: LobbyRoomEvent): object {
  if (name === 'settingsChanged') {
    const texts = { options: asText(payload.options), metadata: asText(payload.metadata) };
    return { settingsChanged: { ...payload, ...texts, inviteCode: payload.inviteCode ?? '' } };
  }
  if (name === 'memberKicked') return { memberKicked: { ...payload, ban: payload.ban ?? '' } };
  const isText = ['memberLeft', 'hostChanged', 'starting', 'started', 'closed'].includes(name);
  return { [name]: isText ? Object.values(payload)[0] : payload };
}

test('lobby room: every event survives the wire', () => {
  for (const [name, , event] of cases) {
    const encoded = messages.LobbyEvent.encode(onWire(event)).finish();
    assert.equal(readLobbyEvent(messages.LobbyEvent.decode(new Uint8Array(encoded))), event, name);
  }
  assert.is(readLobbyEvent(messages.LobbyEvent.decode(new Uint8Array(0))), undefined);
});

test('lobby room: a snapshot survives the wire', () => {
  const shown: LobbyRoom = { ...playing, ...settings, chat: [hi], members: [ann, eve] };
  const { id, options, metadata, ...rest } = shown;
  const body = { ...rest, lobbyRoomId: id, options: asText(options), metadata: asText(metadata) };
  const wire = { ...body, chat: [hi], members: [ann, eve], rematchVotes: ['b'], roomId: 'L-1', inviteCode: 'abcd2345' };
  const decoded = messages.LobbyRoom.decode(messages.LobbyRoom.encode(wire).finish());
  assert.equal(readLobbyRoom(decoded), shown);
  assert.is(readLobbyRoom({ options: '{broken' }).options, undefined);
  assert.equal(readLobbyRoom({ metadata: '{broken' }).metadata, {});
});

test.run();
