import { readRoom } from '@gatehouse/shared/cluster/room-records';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import { messages } from '@gatehouse/shared/protocol/messages';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChannelOwner } from './fan-out.ts';
import { KeptRooms } from './kept-rooms.ts';
import { TestBackend } from './test-backend.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';

const healthIntervalMs = 5000;
const nobody: ChannelOwner = {
  opened: () => undefined,
  deliver: () => undefined,
  hold: () => undefined,
  release: () => undefined,
  closed: () => undefined,
  detached: () => undefined,
};

let cluster: TestCluster;
let gateway: TestGateway;
let backend: TestBackend;

test.before(async () => {
  cluster = await TestCluster.start();
});
test.before.each(async () => {
  backend = await TestBackend.start(cluster, { name: 'python', healthIntervalMs, leavesRecords: true });
  gateway = await TestGateway.start(cluster, { name: 'a', healthIntervalMs, log: new TestLog() });
  await until(() => gateway.servers.linked('Game').length === 1);
  await gateway.placement.place(messages.PlaceRoom.create({ roomId: 'L-1', roomClass: 'arena', lobbyRoomId: 'L' }));
});
test.after.each(async () => {
  await gateway.stop();
  await backend.leave();
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

const record = () => readRoom(gateway.redis, cluster.keys, 'L-1');
const attach = () => gateway.servers.get(backend.id)?.fanOut?.open(nobody, { roomId: 'L-1' });

test('kept rooms: the answer of a backend without features makes its room run, and drops the reservation', async () => {
  assert.is((await record())?.state, 'running');
  assert.equal(await cluster.raw.smembers(cluster.keys.roomsOf(backend.id)), ['L-1']);
  assert.is((await gateway.placement.locate('L-1')).kind, 'running');
  await until(async () => (await cluster.raw.zcard(cluster.keys.reservationsOf(backend.id))) === 0);
});

test('kept rooms: a gateway with a player in it keeps the record, one without does not', async () => {
  const { redis, servers } = gateway;
  const log = new TestLog();
  const options = {
    redis,
    keys: cluster.keys,
    clock: systemClock,
    log,
    seatHoldMs: 60_000,
    servers: () => servers.all(),
  };
  const kept = new KeptRooms(options);
  const key = cluster.keys.room('L-1');
  await cluster.raw.pexpire(key, 1_000);
  await kept.keepAll();
  assert.ok((await cluster.raw.pttl(key)) <= 1_000);
  attach();
  await kept.keepAll();
  assert.ok((await cluster.raw.pttl(key)) > 80_000);
});

const ends: [code: ErrorCode, why: string | undefined][] = [
  ['ROOM_ENDED', 'ended'],
  ['ROOM_FAILED', 'failed'],
  ['NO_SUCH_ROOM', 'failed'],
];
for (const [code, why] of ends) {
  test(`kept rooms: a channel closed with ${code} is the end of its room`, async () => {
    backend.closeWith = { code, result: Uint8Array.of(1) };
    attach();
    await until(async () => (await record())?.state === 'ended');
    const ended = await record();
    assert.is(ended?.state === 'ended' && ended.why, why);
  });
}

test('kept rooms: a channel closed for another reason is not', async () => {
  backend.closeWith = { code: 'NO_SEAT' };
  attach();
  await until(() => gateway.servers.get(backend.id)?.fanOut?.channelCount === 0);
  backend.closeWith = { code: 'ROOM_ENDED', result: Uint8Array.of(2) }; // links keep order: had the first ended it, this would not
  attach();
  await until(async () => (await record())?.state === 'ended');
  const ended = await record();
  assert.equal([...(ended?.state === 'ended' && ended.result ? ended.result : [])], [2]);
});

test.run();
