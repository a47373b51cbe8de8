import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1');
const l2 = await lobbies.lobbyServer('l2');
const a = await lobbies.gateway('a', [l1, l2]);
const b = await lobbies.gateway('b', [l1, l2]);
const { raw, keys } = lobbies.cluster;

test.after(() => lobbies.stop());

async function watchUsers(client: TestClient, ...userIds: string[]): Promise<[string, string][]> {
  const ref = client.send(FRAME_TYPES.watchUsers, messages.WatchUsers.encode({ userIds }).finish());
  const { message } = await client.next('users', each => each.message.ref === ref);
  return message.users.map(({ userId, status }) => [userId ?? '', status ?? '']);
}

async function seen(client: TestClient, status: string): Promise<void> {
  await client.next('usersChanged', ({ message }) => message.users.some(user => user.status === status));
}

test('direct: to a user on the same server, on another one, and to nobody', async () => {
  const ann = await lobbies.client('ann', a, l1);
  const bob = await lobbies.client('bob', b, l2);
  await ann.done(ann.tell('bob', 'hi Bob'));
  await ann.done(ann.tell('ann', 'hi me'));
  const { message } = await bob.next('direct', () => true);
  assert.equal([message.userId, message.name, message.text], ['ann', 'ann', 'hi Bob']);
  assert.is((await ann.next('direct', () => true)).message.text, 'hi me');
  assert.is(await ann.error(ann.tell('nobody', 'hello?')), 'USER_OFFLINE');
  assert.is(await ann.error(ann.tell('bob', '')), 'CHAT_TOO_LONG');
  assert.is(await ann.error(ann.tell('bob', 'x'.repeat(501))), 'CHAT_TOO_LONG');
});

test('direct: to a user whose server the table names wrongly', async () => {
  const ann = await lobbies.client('ann2', a, l1);
  const bob = await lobbies.client('bob2', b, l2);
  await raw.hset(keys.session('bob2'), 'lobbyServer', keys.serverId('Lobby', 'killed'));
  await ann.done(ann.tell('bob2', 'found you'));
  assert.is((await bob.next('direct', () => true)).message.text, 'found you');
});

test('direct: a user who has gone is offline at once', async () => {
  const ann = await lobbies.client('ann3', a, l1);
  await lobbies.client('bob3', b, l2);
  b.hangUp(l2);
  assert.is(await ann.error(ann.tell('bob3', 'gone?')), 'USER_OFFLINE');
  await b.dial(l2);
});

test('direct: repeated on another server it has the same id', async () => {
  const ann = await lobbies.client('ann4', a, l1);
  const bob = await lobbies.client('bob4', b, l2);
  const payload = messages.SayDirect.encode({ userId: 'bob4', text: 'once' }).finish();
  await ann.done(ann.send(FRAME_TYPES.sayDirect, payload, 1));
  await ann.login(b); // the reply was lost with its server: the client says it again
  await ann.attach(b, l2, { first: 1 });
  await ann.done(ann.send(FRAME_TYPES.sayDirect, payload, 1));
  const ids = bob.received.flatMap(each => (each.kind === 'direct' ? [each.message.id] : []));
  assert.is(ids.length, 2);
  assert.is(ids[0], ids[1]);
  assert.not(ids[0]?.includes('session'), 'the id does not tell the session');
});

test('presence: what a watched user does, across servers', async () => {
  const ann = await lobbies.client('ann5', a, l1);
  assert.equal(await watchUsers(ann, 'bob5', 'nobody'), [
    ['bob5', 'offline'],
    ['nobody', 'offline'],
  ]);
  const bob = await lobbies.client('bob5', b, l2);
  await seen(ann, 'online');
  await bob.create('arena');
  await seen(ann, 'lobby');
  await bob.done(bob.send(FRAME_TYPES.startGame));
  await seen(ann, 'game');
  await bob.done(bob.send(FRAME_TYPES.setStatus, messages.SetStatus.encode({ away: true }).finish()));
  await seen(ann, 'away');
  assert.equal(await watchUsers(ann, 'bob5'), [['bob5', 'away']]);
  await bob.login(a);
  await bob.attach(a, l1, { first: 4 });
  await bob.done(bob.send(FRAME_TYPES.setStatus, messages.SetStatus.encode({ away: false }).finish()));
  await bob.done(bob.send(FRAME_TYPES.leaveLobbyRoom));
  const statuses = () => ann.received.flatMap(each => (each.kind === 'usersChanged' ? each.message.users : []));
  await lobbies.until(async () => statuses().at(-1)?.status === 'online');
  assert.equal(
    statuses().map(({ status }) => status),
    ['online', 'lobby', 'game', 'away', 'game', 'online'],
    'never offline, and away still on the other server',
  );
});

test('presence: offline when it has gone for good; bounded', async () => {
  const ann = await lobbies.client('ann6', a, l1);
  await lobbies.client('bob6', b, l2);
  await lobbies.until(async () => (await raw.hget(keys.presence('bob6'), 'status')) === 'online');
  assert.equal(await watchUsers(ann, 'bob6'), [['bob6', 'online']]);
  b.hangUp(l2);
  await seen(ann, 'offline');
  await b.dial(l2);
  const many = Array.from({ length: 101 }, (_, user) => `user${user}`);
  const ref = ann.send(FRAME_TYPES.watchUsers, messages.WatchUsers.encode({ userIds: many }).finish());
  assert.is(await ann.error(ref), 'TOO_MANY_WATCHED');
});

test('watch: a page of rooms on another server than theirs', async () => {
  const ann = await lobbies.client('ann7', a, l1);
  const bob = await lobbies.client('bob7', b, l2);
  const filter = { text: 'watched' };
  const ref = ann.send(FRAME_TYPES.watchRooms, messages.WatchRooms.encode({ filter }).finish());
  assert.equal((await ann.listed(ref)).rooms, []);
  const { room } = await bob.create('arena', 4, { name: 'Watched', metadata: '{"map":"ice"}' });
  const { message } = await ann.next('roomsChanged', each => each.message.added.length > 0);
  const [added] = message.added;
  assert.equal([added?.lobbyRoomId, added?.name, added?.metadata], [room?.lobbyRoomId, 'Watched', '{"map":"ice"}']);
  await bob.done(bob.send(FRAME_TYPES.leaveLobbyRoom));
  const gone = await ann.next('roomsChanged', each => each.message.removed.length > 0);
  assert.equal(gone.message.removed, [room?.lobbyRoomId]);
  await ann.done(ann.send(FRAME_TYPES.watchRooms, messages.WatchRooms.encode({ stop: true }).finish()));
});

test('list: a server that comes later knows every room', async () => {
  const ann = await lobbies.client('ann8', a, l1);
  await ann.create('arena', 0, { name: 'early bird' });
  const l3 = await lobbies.lobbyServer('l3');
  await b.dial(l3);
  const bob = await lobbies.client('bob8', b, l3);
  const ref = bob.send(FRAME_TYPES.listLobbyRooms, messages.ListLobbyRooms.encode({ text: 'EARLY' }).finish());
  assert.is((await bob.listed(ref)).rooms?.length, 1);
});

test.run();
