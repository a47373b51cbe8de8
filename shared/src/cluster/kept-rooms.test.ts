import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { closeRoom, keepRoom } from './kept-rooms.ts';
import { placeRoom, runRoom } from './room-life.ts';
import { readRoom, roomsOfServer } from './room-records.ts';
import { TestCluster, until } from './test-cluster.ts';

const server = 'gh:Game:python';
const mine = { roomId: 'L-1', server, incarnation: 'i1' };
const NOTHING = new Uint8Array(0);

let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
  const placement = { serverId: server, incarnation: 'i1', reservation: 'r' };
  await placeRoom(redis, cluster.keys, { roomId: 'L-1', placement, roomClass: 'echo', lobbyRoomId: 'L', users: ['u'] });
  await runRoom(redis, cluster.keys, { ...mine, reservation: 'r' });
  await cluster.raw.pexpire(cluster.keys.room('L-1'), 1_000);
});
test.after(() => cluster.stop());

const leftMs = () => cluster.raw.pttl(cluster.keys.room('L-1'));
const end = { why: 'ended', result: Uint8Array.of(0, 255), seatHoldMs: 60_000 };

test('kept rooms: with players the record lives on, without it does not', async () => {
  await keepRoom(redis, cluster.keys, { ...mine, ttlMs: undefined });
  assert.ok((await leftMs()) <= 1_000);
  await keepRoom(redis, cluster.keys, { ...mine, ttlMs: 90_000 });
  assert.ok((await leftMs()) > 80_000);
});

for (const [name, other] of [
  ['server', { ...mine, server: 'gh:Game:other' }],
  ['incarnation', { ...mine, incarnation: 'i2' }],
] as const) {
  test(`kept rooms: another ${name} neither keeps nor ends it`, async () => {
    await keepRoom(redis, cluster.keys, { ...other, ttlMs: 90_000 });
    assert.ok((await leftMs()) <= 1_000);
    assert.not.ok(await closeRoom(redis, cluster.keys, { ...other, ...end }));
    assert.is((await readRoom(redis, cluster.keys, 'L-1'))?.state, 'running');
  });
}

test('kept rooms: a record that is gone leaves the list of its server', async () => {
  await cluster.raw.del(cluster.keys.room('L-1'));
  await keepRoom(redis, cluster.keys, { ...mine, ttlMs: 90_000 });
  assert.equal(await roomsOfServer(redis, cluster.keys, server), []);
});

test('kept rooms: the end is written once, with its result, and told to the lobby room', async () => {
  const heard: string[] = [];
  const stop = await redis.subscribe(cluster.keys.lobbyChannel('L'), message => heard.push(message));
  assert.ok(await closeRoom(redis, cluster.keys, { ...mine, ...end }));
  assert.not.ok(await closeRoom(redis, cluster.keys, { ...mine, ...end, why: 'failed', result: NOTHING }));
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.is(record?.state === 'ended' && record.why, 'ended');
  assert.equal([...(record?.state === 'ended' && record.result ? record.result : [])], [0, 255]);
  assert.equal(await roomsOfServer(redis, cluster.keys, server), []);
  await until(() => heard.length > 0);
  assert.equal(heard, ['ended L-1']);
  stop();
});

test.run();
