import { endRoom, type RunningRoom } from '@gatehouse/shared/cluster/room-life';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1');
const l2 = await lobbies.lobbyServer('l2');
const a = await lobbies.gateway('a', [l1, l2]);
const works = a.place;

test.before.each(() => {
  a.place = works;
  a.placed.length = 0;
});
test.after(() => lobbies.stop());

/** The game room as its server leaves it: the record says ended. `tells`: and it publishes so. */
async function endGame(roomId: string, lobbyRoomId: string, { tells }: { tells: boolean }): Promise<void> {
  const { redis, cluster } = lobbies;
  if (tells) {
    const room: RunningRoom = {
      roomId,
      lobbyRoomId,
      server: lobbies.gameServer,
      incarnation: 'g1-incarnation',
      epoch: 1,
      reservation: '',
      users: [],
      roomClass: 'arena',
    };
    const ending = { room, why: 'ended', result: Buffer.from('7:3'), seatHoldMs: 60_000 };
    assert.ok(await endRoom(redis, cluster.keys, ending));
  } else {
    await cluster.raw.hset(cluster.keys.room(roomId), { state: 'ended', why: 'serverLost' });
  }
}

async function waitingRoom(host: string, guest: string): Promise<{ ann: TestClient; bob: TestClient; id: string }> {
  const ann = await lobbies.client(host, a, l1);
  const bob = await lobbies.client(guest, a, l2);
  const { room } = await ann.create('arena', 2);
  const id = room?.lobbyRoomId ?? '';
  await bob.join(id);
  return { ann, bob, id };
}

async function start(host: TestClient): Promise<void> {
  await host.done(host.send(FRAME_TYPES.startGame));
}

test('round: ready, start, placed, started, ended, and the next one', async () => {
  const { ann, bob, id } = await waitingRoom('ann', 'bob');
  assert.is(await ann.error(ann.send(FRAME_TYPES.startGame)), 'NOT_READY');
  assert.is(await bob.error(bob.send(FRAME_TYPES.startGame)), 'NOT_HOST');
  await bob.done(bob.ready());
  await start(ann);
  assert.is((await bob.event('starting')).message.starting, `${id}-1`);
  assert.is((await bob.event('started')).message.started, `${id}-1`);
  assert.equal(
    a.placed.map(({ roomId, roomClass, lobbyRoomId, users }) => [roomId, roomClass, lobbyRoomId, users?.length]),
    [[`${id}-1`, 'arena', id, 2]],
  );
  await endGame(`${id}-1`, id, { tells: true });
  for (const client of [ann, bob]) {
    const { message } = await client.event('roundEnded');
    assert.is(message.roundEnded?.roomId, `${id}-1`);
    assert.is(message.roundEnded?.why, 'ended');
    assert.is(Buffer.from(message.roundEnded?.result ?? '').toString(), '7:3');
  }
  await start(ann);
  await bob.next('event', ({ message }) => message.started === `${id}-2`);
});

test('round: an end that nobody told is seen at the next look', async () => {
  const { ann, bob, id } = await waitingRoom('ann2', 'bob2');
  await bob.done(bob.ready());
  await start(ann);
  await ann.event('started');
  await endGame(`${id}-1`, id, { tells: false });
  assert.is((await bob.event('roundEnded')).message.roundEnded?.why, 'serverLost');
});

test('round: no game server: back to waiting, with the reason', async () => {
  a.place = async () => {
    throw new GatehouseError('NO_GAME_SERVER');
  };
  const ann = await lobbies.client('ann3', a, l1);
  await ann.create('arena');
  await start(ann);
  assert.is((await ann.event('startFailed')).message.startFailed?.code, 'NO_GAME_SERVER');
  a.place = works;
  await start(ann);
  await ann.event('started');
});

test('round: a start that hangs is repeated with the same game room, by whoever sees it', async () => {
  const { ann, bob, id } = await waitingRoom('ann4', 'bob4');
  await bob.done(bob.ready());
  a.place = async () => {
    throw new GatehouseError('LINK_CLOSED');
  };
  const { raw, keys } = lobbies.cluster;
  await start(ann);
  await ann.event('starting');
  await lobbies.until(() => a.placed.length === 1);
  a.place = works;
  const key = keys.lobbyRoom(id);
  const state = JSON.parse((await raw.hget(key, 'state')) ?? '');
  state.phase.sinceMs -= 2000; // as if two seconds had passed
  await raw.hset(key, 'state', JSON.stringify(state));
  await bob.event('started');
  await ann.event('started');
  assert.equal([...new Set(a.placed.map(({ roomId }) => roomId))], [`${id}-1`]);
});

test('joinOrCreate: a new room starts at once, late joiners get a seat first', async () => {
  const ann = await lobbies.client('ann5', a, l1);
  const first = await ann.joinOrCreate('echo');
  assert.ok(first.room?.auto);
  assert.is(first.room?.phase, 'starting');
  assert.is(first.version, 2);
  const started = (await ann.event('started')).message.started;
  const bob = await lobbies.client('bob5', a, l2);
  const second = await bob.joinOrCreate('echo');
  assert.is(second.room?.lobbyRoomId, first.room?.lobbyRoomId);
  assert.is(second.room?.phase, 'playing');
  assert.is(second.room?.roomId, started);
  assert.is(second.room?.maxMembers, 8, 'what the game room said');
  const last = a.placed.at(-1);
  assert.is(last?.roomId, started);
  assert.equal(
    last?.users?.map(({ userId }) => userId),
    ['bob5'],
  );
  await ann.event('memberJoined');
  for (const client of [ann, bob]) await client.done(client.send(FRAME_TYPES.leaveLobbyRoom));
});

test('joinOrCreate: whose round has ended plays the next one, in the same room', async () => {
  const ann = await lobbies.client('ann8', a, l1);
  const first = await ann.joinOrCreate('echo');
  const id = first.room?.lobbyRoomId ?? '';
  await ann.event('started');
  await endGame(`${id}-1`, id, { tells: true });
  await ann.event('roundEnded');
  const again = await ann.joinOrCreate('echo');
  assert.is(again.room?.lobbyRoomId, id);
  assert.is(again.room?.phase, 'starting');
  await ann.next('event', ({ message }) => message.started === `${id}-2`);
  await ann.done(ann.send(FRAME_TYPES.leaveLobbyRoom));
});

test('joinOrCreate: a game room that takes nobody more means another room', async () => {
  const ann = await lobbies.client('ann6', a, l1);
  const first = await ann.joinOrCreate('echo');
  await ann.event('started');
  a.place = async ({ users }) => {
    if (users?.some(({ userId }) => userId === 'bob6') && a.placed.length === 2)
      throw new GatehouseError('ROOM_LOCKED');
    return works({});
  };
  const bob = await lobbies.client('bob6', a, l2);
  const second = await bob.joinOrCreate('echo');
  assert.is.not(second.room?.lobbyRoomId, first.room?.lobbyRoomId);
  for (const client of [ann, bob]) await client.done(client.send(FRAME_TYPES.leaveLobbyRoom));
});

test('joinOrCreate: two users at once on two servers meet', async () => {
  for (let pair = 1; pair <= 10; pair++) {
    const ann = await lobbies.client(`left${pair}`, a, l1);
    const bob = await lobbies.client(`right${pair}`, a, l2);
    const [first, second] = await Promise.all([ann.joinOrCreate('echo'), bob.joinOrCreate('echo')]);
    assert.is(first.room?.lobbyRoomId, second.room?.lobbyRoomId);
    for (const client of [ann, bob]) await client.done(client.send(FRAME_TYPES.leaveLobbyRoom));
  }
});

test('joinOrCreate: 60 users at once on two servers share rooms of eight', async () => {
  const clients = await Promise.all(
    Array.from({ length: 60 }, (_, number) => lobbies.client(`crowd${number}`, a, number % 2 === 0 ? l1 : l2)),
  );
  const joined = await Promise.all(clients.map(client => client.joinOrCreate('echo')));
  const sizes = new Map<string, number>();
  for (const { room } of joined) {
    const id = room?.lobbyRoomId ?? '';
    sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  assert.ok(Math.max(...sizes.values()) <= 8);
  assert.ok(sizes.size <= 12, `60 users in ${sizes.size} rooms`);
  for (const client of clients) await client.done(client.send(FRAME_TYPES.leaveLobbyRoom));
});

test('joinOrCreate: repeated on another server it ends in the same room', async () => {
  const ann = await lobbies.client('ann7', a, l1);
  const seq = ann.send(FRAME_TYPES.joinOrCreate, Buffer.from([0x0a, 4, ...Buffer.from('echo')]));
  const first = await ann.joined(seq);
  const { raw, keys } = lobbies.cluster;
  const id = first.room?.lobbyRoomId ?? '';
  await raw.hset(keys.session('ann7'), 'lobbyRoom', ''); // as if l1 had died right after the commit
  await ann.login(a);
  const opened = await ann.attach(a, l2);
  assert.is(opened.have, 0);
  assert.is(opened.roomId, '');
  const again = await ann.joinOrCreate('echo');
  assert.is(again.room?.lobbyRoomId, id);
  assert.is(again.version, first.version);
  await ann.event('started');
  await ann.done(ann.send(FRAME_TYPES.leaveLobbyRoom));
});

test.run();
