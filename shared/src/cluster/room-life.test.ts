import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import {
  abandonRoom,
  assertRoom,
  endRoom,
  endRoomOfLostServer,
  type PlaceRoomOutcome,
  placeRoom,
  runRoom,
} from './room-life.ts';
import { readRoom, roomsOfServer } from './room-records.ts';
import { TestCluster, until } from './test-cluster.ts';

const roomId = 'L-1';
const g1 = { server: 'gh:Game:g1', incarnation: 'i1', reservation: 'r1' };
const g2 = { server: 'gh:Game:g2', incarnation: 'i2', reservation: 'r2' };
const hold = { seatHoldMs: 60_000 };

let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

function place(at: typeof g1, more: { replaces?: string; createTimeoutMs?: number } = {}): Promise<PlaceRoomOutcome> {
  return placeRoom(redis, cluster.keys, {
    roomId,
    placement: { serverId: at.server, incarnation: at.incarnation, reservation: at.reservation },
    roomClass: 'arena',
    lobbyRoomId: 'L',
    users: ['u', 'w'],
    ...more,
  });
}

function run(at: typeof g1): Promise<boolean> {
  return runRoom(redis, cluster.keys, { roomId, ...at });
}

/** Placed and running at `at`; what its server then knows. */
async function running(at: typeof g1) {
  const placed = await place(at);
  if (placed.kind !== 'placed' || !(await run(at))) throw new Error(placed.kind);
  return { roomId, ...at, epoch: placed.epoch, users: ['u', 'w'], roomClass: 'arena', lobbyRoomId: 'L' };
}

const read = () => readRoom(redis, cluster.keys, roomId);
const listed = (at: typeof g1) => roomsOfServer(redis, cluster.keys, at.server);
const ttlMs = () => cluster.raw.pttl(cluster.keys.room(roomId));

test('room: placed, running, ended, with its times to live', async () => {
  const room = await running(g1);
  const record = { ...room, state: 'running' };
  assert.equal(await read(), record);
  assert.equal(await listed(g1), [roomId]);
  assert.ok((await ttlMs()) > 80_000);
  const told = new Promise(resolve => void redis.subscribe(cluster.keys.lobbyChannel('L'), resolve));
  await redis.publish(cluster.keys.lobbyChannel('L'), 'subscribed');
  assert.is(await told, 'subscribed');
  const ended = new Promise(resolve => void redis.subscribe(cluster.keys.lobbyChannel('L'), resolve));
  const result = new Uint8Array([0, 255, 10, 128]);
  assert.is(await endRoom(redis, cluster.keys, { room, why: 'ended', result, ...hold }), true);
  assert.is(await ended, `ended ${roomId}`);
  const after = await read();
  assert.is(after?.state, 'ended');
  if (after?.state !== 'ended') return;
  assert.is(after.why, 'ended');
  assert.equal([...(after.result ?? [])], [...result]);
  assert.equal(await listed(g1), []);
  const left = await ttlMs();
  assert.ok(left > 50_000 && left <= 60_000);
});

test('room: its epoch is Redis time in microseconds, every digit of it', async () => {
  const room = await running(g1);
  assert.ok(Math.abs(room.epoch / 1000 - redis.nowMs()) < 5000);
  assert.is(await cluster.raw.hget(cluster.keys.room(roomId), 'epoch'), String(room.epoch));
});

test('placeRoom: what stands in the way', async () => {
  assert.is((await place(g1)).kind, 'placed');
  assert.is((await place(g2)).kind, 'placing', 'somebody else is just trying');
  const own = await place(g2, { replaces: 'r1' });
  assert.is(own.kind, 'placed', 'the own earlier try is replaced');
  assert.is(await run(g1), false, 'the late server may not run it');
  assert.equal(await listed(g1), []);
  assert.is((await place(g1, { createTimeoutMs: 0 })).kind, 'placed', 'an old try is replaced');
  assert.is(await run(g1), true);
  const found = await place(g2, { replaces: 'r1' });
  assert.ok(found.kind === 'running' && found.record.server === g1.server);
});

test('placeRoom: a replaced try raises the epoch', async () => {
  const first = await place(g1);
  await cluster.raw.hset(cluster.keys.room(roomId), 'epoch', '9007199254740000'); // a clock that was ahead
  const second = await place(g2, { replaces: 'r1' });
  assert.ok(first.kind === 'placed' && second.kind === 'placed');
  assert.is(second.kind === 'placed' && second.epoch, 9007199254740001);
});

test('placeRoom: a room that has ended stays so', async () => {
  const room = await running(g1);
  await endRoom(redis, cluster.keys, { room, why: 'ended', result: undefined, ...hold });
  const outcome = await place(g2);
  assert.ok(outcome.kind === 'ended' && outcome.record.state === 'ended' && outcome.record.why === 'ended');
});

test('runRoom: by its reservation, again without harm, by no other', async () => {
  await place(g1);
  assert.is(await run({ ...g1, reservation: 'r9' }), false);
  assert.is(await run({ ...g1, incarnation: 'i9' }), false);
  assert.is(await run(g1), true);
  assert.is(await run(g1), true);
  assert.is(await run(g2), false);
  assert.equal([await listed(g1), await listed(g2)], [[roomId], []]);
});

test('runRoom: never placed, or forgotten meanwhile: refused', async () => {
  assert.is(await run(g1), false);
  assert.is(await read(), undefined);
});

test('runRoom: a replaced try on the same server stays in its list', async () => {
  await place(g1);
  await place({ ...g1, reservation: 'r3' }, { replaces: 'r1' });
  assert.is(await run({ ...g1, reservation: 'r3' }), true);
  assert.is(await run(g1), false);
  assert.equal(await listed(g1), [roomId]);
});

test('abandonRoom: off the list and free to be placed, even if its reservation was taken', async () => {
  await running(g1);
  await abandonRoom(redis, cluster.keys, { roomId, ...g1 });
  assert.equal(await listed(g1), []);
  assert.is((await place(g2)).kind, 'placed');
  assert.is(await run(g2), true);
  await abandonRoom(redis, cluster.keys, { roomId, ...g1 });
  assert.is((await read())?.server, g2.server);
  assert.equal([await listed(g1), await listed(g2)], [[], [roomId]]);
});

test('abandonRoom: a replaced try on the same server stays in its list', async () => {
  await place(g1);
  await place({ ...g1, reservation: 'r3' }, { replaces: 'r1' });
  assert.is(await run({ ...g1, reservation: 'r3' }), true);
  await abandonRoom(redis, cluster.keys, { roomId, ...g1 });
  assert.equal([(await read())?.state, await listed(g1)], ['running', [roomId]]);
});

test('assertRoom: renews, updates the users, writes back what Redis lost', async () => {
  const room = await running(g1);
  await cluster.raw.pexpire(cluster.keys.room(roomId), 1000);
  assert.is(await assertRoom(redis, cluster.keys, { ...room, users: ['u', 'w', 'x'] }), 'running');
  assert.ok((await ttlMs()) > 80_000);
  assert.equal((await read())?.users, ['u', 'w', 'x']);
  await cluster.raw.flushall();
  assert.is(await assertRoom(redis, cluster.keys, room), 'running');
  assert.equal(await read(), { ...room, state: 'running' });
  assert.equal(await listed(g1), [roomId]);
});

test('assertRoom: superseded by a higher epoch, or ended by somebody else', async () => {
  const room = await running(g1);
  const key = cluster.keys.room(roomId);
  await cluster.raw.hset(key, { epoch: String(room.epoch + 1), server: g2.server });
  assert.is(await assertRoom(redis, cluster.keys, room), 'superseded');
  assert.is((await read())?.server, g2.server);
  assert.equal(await listed(g1), []);
  await cluster.raw.hset(key, { epoch: String(room.epoch), state: 'ended', server: g1.server });
  assert.is(await assertRoom(redis, cluster.keys, room), 'superseded');
});

test('endRoom: not when superseded; of a forgotten room the end is written', async () => {
  const room = await running(g1);
  await cluster.raw.hset(cluster.keys.room(roomId), { epoch: String(room.epoch + 1) });
  assert.is(await endRoom(redis, cluster.keys, { room, why: 'ended', result: undefined, ...hold }), false);
  assert.is((await read())?.state, 'running');
  await cluster.raw.flushall();
  assert.is(await endRoom(redis, cluster.keys, { room, why: 'failed', result: undefined, ...hold }), true);
  assert.is((await read())?.state, 'ended');
});

test('lost server: one gateway ends its room, with a higher epoch, and tells the lobby room', async () => {
  const room = await running(g1);
  const messages: string[] = [];
  await redis.subscribe(cluster.keys.lobbyChannel('L'), message => messages.push(message));
  const end = () => endRoomOfLostServer(redis, cluster.keys, { roomId, ...g1, why: 'serverLost', ...hold });
  assert.equal((await Promise.all([end(), end(), end()])).filter(Boolean).length, 1);
  await until(() => messages.length > 0);
  assert.equal(messages, [`ended ${roomId}`]);
  const record = await read();
  assert.ok(record?.state === 'ended' && record.why === 'serverLost' && record.epoch > room.epoch);
  assert.equal(await listed(g1), []);
  assert.is(await assertRoom(redis, cluster.keys, room), 'superseded', 'the lost server may not revive it');
});

test('lost server: rooms that are another incarnation’s, another server’s or nobody’s are left alone', async () => {
  const end = (incarnation: string) =>
    endRoomOfLostServer(redis, cluster.keys, { roomId, server: g1.server, incarnation, why: 'serverLost', ...hold });
  await cluster.raw.sadd(cluster.keys.roomsOf(g1.server), roomId);
  assert.is(await end('i1'), false);
  assert.equal(await listed(g1), [], 'nothing is known of it');
  await running(g1);
  assert.is(await end('i0'), false);
  assert.equal(await listed(g1), [roomId], 'it runs there, under the next incarnation');
  assert.is((await read())?.state, 'running');
});

test('lost server: a room it never came to run is only taken off its list', async () => {
  await place(g1);
  await cluster.raw.sadd(cluster.keys.roomsOf(g1.server), roomId);
  assert.is(await endRoomOfLostServer(redis, cluster.keys, { roomId, ...g1, why: 'serverLost', ...hold }), false);
  assert.equal([await listed(g1), (await read())?.state], [[], 'placed']);
});

test.run();
