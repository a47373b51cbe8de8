import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

const lobbies = await TestLobbies.start();
const settings = { SEAT_HOLD_MS: 300 };
const l1 = await lobbies.lobbyServer('l1', settings);
const l2 = await lobbies.lobbyServer('l2', settings);
const a = await lobbies.gateway('a', [l1, l2]);
const b = await lobbies.gateway('b', [l1, l2]);
const { raw, keys } = lobbies.cluster;

test.after(() => lobbies.stop());

async function list(client: TestClient, request: { roomClass?: string; limit?: number; after?: string }) {
  const ref = client.send(FRAME_TYPES.listLobbyRooms, messages.ListLobbyRooms.encode(request).finish());
  return (await client.next('listed', ({ message }) => message.ref === ref)).message;
}

test('presence: who is attached nowhere leaves after the hold, and only then', async () => {
  const ann = await lobbies.client('ann', a, l1);
  const bob = await lobbies.client('bob', b, l2);
  const { room } = await ann.create('arena');
  await bob.join(room?.lobbyRoomId ?? '');
  const goneAtMs = performance.now();
  b.hangUp(l2);
  assert.is((await ann.event('memberLeft')).message.memberLeft, 'bob');
  const heldMs = performance.now() - goneAtMs;
  assert.ok(heldMs >= 250, `${heldMs} ms`);
  await b.dial(l2);
  await bob.login(b);
  const opened = await bob.attach(b, l2, { roomId: room?.lobbyRoomId ?? '', mark: { epoch: 1, number: 2 }, first: 2 });
  assert.is(opened.roomId, '', 'it is in no room any more');
});

test('presence: who comes back in time, on any server, stays', async () => {
  const ann = await lobbies.client('ann2', a, l1);
  const bob = await lobbies.client('bob2', b, l2);
  const { room } = await ann.create('arena');
  await bob.join(room?.lobbyRoomId ?? '');
  b.hangUp(l2);
  await bob.login(a);
  await bob.attach(a, l1);
  await b.dial(l2);
  const absent = `${keys.lobbyRoom(room?.lobbyRoomId ?? '')}:absent`;
  await lobbies.until(async () => (await raw.hlen(absent)) === 0);
  await bob.done(bob.say('still here'));
  assert.equal(ann.versions(), [2, 3]);
});

test('vanished: after FLUSHALL members hear that their room is closed, and go on elsewhere', async () => {
  const ann = await lobbies.client('ann4', a, l1);
  await ann.create('arena');
  await ann.done(ann.say('hi'));
  await raw.flushall();
  const closed = await ann.event('closed');
  assert.is(closed.message.closed, 'lost');
  assert.is(closed.version, 3, 'numbered, so that it counts');
  await lobbies.registerGameServer();
  await lobbies.until(async () => (await raw.sismember(keys.servers, l1)) === 1);
  const next = await ann.create('arena');
  assert.is(next.version, 1);
  await ann.done(ann.say('again'));
});

test('vanished: a Redis that lacks what members were shown ends their room, also if others have gone on from there', async () => {
  const ann = await lobbies.client('ann5', a, l1);
  const bob = await lobbies.client('bob5', b, l2);
  const { room } = await ann.create('arena');
  const lobbyRoomId = room?.lobbyRoomId ?? '';
  await bob.join(lobbyRoomId);
  await ann.done(ann.say('lost in a failover'));
  await raw.hset(keys.lobbyRoom(lobbyRoomId), 'version', 2);
  await raw.rpop(keys.lobbyEvents(lobbyRoomId));
  await lobbies.cluster.killSubscribers();
  for (const client of [ann, bob]) assert.is((await client.event('closed')).message.closed, 'lost');
  await lobbies.until(async () => (await raw.exists(keys.lobbyRoom(lobbyRoomId))) === 0);
  const next = await ann.create('arena');
  assert.is(next.version, 1);
});

test('list: pages over all classes', async () => {
  const hosts = await Promise.all(Array.from({ length: 5 }, (_, number) => lobbies.client(`host${number}`, a, l1)));
  const created = [];
  for (const [number, host] of hosts.entries()) created.push(await host.create(number < 3 ? 'arena' : 'echo', 4));
  const ids = created.map(({ room }) => room?.lobbyRoomId ?? '');

  const guest = await lobbies.client('guest', b, l2);
  await lobbies.until(async () => {
    const { rooms = [] } = await list(guest, { limit: 50 }); // l2 has just lost its subscriptions
    return ids.every(id => rooms?.some(({ lobbyRoomId }) => lobbyRoomId === id));
  });
  const seen: string[] = [];
  let after = '';
  let pages = 0;
  do {
    const page = await list(guest, { limit: 2, after });
    seen.push(...(page.rooms ?? []).map(({ lobbyRoomId }) => lobbyRoomId ?? ''));
    after = page.next ?? '';
    pages++;
  } while (after !== '' && pages < 10);
  assert.is(new Set(seen).size, seen.length, 'each room once');
  assert.equal(seen.filter(id => ids.includes(id)).sort(), [...ids].sort());

  const arena = await list(guest, { roomClass: 'arena' });
  const listed = arena.rooms?.filter(({ lobbyRoomId }) => ids.includes(lobbyRoomId ?? ''));
  assert.is(listed?.length, 3);
  for (const { maxMembers, members, phase } of listed ?? [])
    assert.equal([maxMembers, members, phase], [4, 1, 'waiting']);
});

test('drain: what is being executed ends, then everybody is sent elsewhere and the server leaves', async () => {
  const l3 = await lobbies.lobbyServer('l3');
  const c = await lobbies.gateway('c', [l3, l1]);
  const ann = await lobbies.client('ann6', c, l3);
  const { room } = await ann.create('arena');
  const closed = ann.next('closed', () => true);
  await lobbies.stopServer(l3);
  assert.is((await closed).message.code, 'NO_ROUTE');
  assert.is(await raw.exists(l3), 0, 'a clean leave');
  const opened = await ann.attach(c, l1, { roomId: room?.lobbyRoomId ?? '', first: 2 });
  assert.is(opened.roomId, room?.lobbyRoomId);
});

test.run();
