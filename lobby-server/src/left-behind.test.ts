import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LobbyRooms } from './lobby-rooms.ts';
import { newRoomId } from './new-room.ts';
import { repliesKey } from './room-keys.ts';
import { RoomStore } from './room-store.ts';
import type { TestGateway } from './test-gateway.ts';
import { TestLobbies } from './test-lobbies.ts';
import { testAsker } from './test-rooms.ts';

// Whose channel closes while it is about to be in a room was attached nowhere: still somebody sees it out.

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1', { SEAT_HOLD_MS: 200 });
const { raw, keys } = lobbies.cluster;

test.after(() => lobbies.stop());

async function isGivenUp(lobbyRoomId: string): Promise<void> {
  await lobbies.until(async () => (await raw.exists(keys.lobbyRoom(lobbyRoomId))) === 0);
  await lobbies.until(async () => (await raw.hexists(keys.lobbyIndex('arena'), lobbyRoomId)) === 0);
}

test('a client that is gone before its room was made leaves none behind', async () => {
  const gateway: TestGateway = await lobbies.gateway('a', [l1]);
  const ann = await lobbies.client('ann', gateway, l1);
  const payload = messages.CreateLobbyRoom.encode({ roomClass: 'arena' }).finish();
  const id = newRoomId(ann.sessionId, ann.send(FRAME_TYPES.createLobbyRoom, payload));
  gateway.hangUp(l1);
  await lobbies.until(async () => (await raw.exists(repliesKey(keys, id, ann.sessionId))) === 1); // it was made
  await isGivenUp(id);
});

test('a client that is gone before its attach was answered is seen out of its room', async () => {
  const gateway = await lobbies.gateway('b', [l1]);
  const rooms = new LobbyRooms(new RoomStore(lobbies.redis, keys), () => undefined);
  const host = { userId: 'bob', name: 'Bob' };
  const [id, asker] = ['left-behind', testAsker('bob', 1, { sessionId: 'before' })] as const;
  await rooms.create({ id, roomClass: 'arena', options: '', auto: false, maxMembers: 4, host, nowMs: 0 }, asker);
  let opened = 0;
  const end = { hear: () => void opened++, closed: () => undefined };
  const session = { userId: host.userId, name: host.name, sessionId: 'bob-session', sessionEpoch: 1, first: 1 };
  gateway.open(l1, end, { ...session, stream: STREAMS.lobby, roomId: id });
  gateway.hangUp(l1);
  await isGivenUp(id);
  assert.is(opened, 0);
});

test.run();
