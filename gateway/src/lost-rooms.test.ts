import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { ServerState } from '@gatehouse/shared/cluster/health';
import { placeRoom, runRoom } from '@gatehouse/shared/cluster/room-life';
import { readRoom, roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isOfLostIncarnation, LostRooms } from './lost-rooms.ts';
import { TestLog } from './test-log.ts';

const id = 'gh:Game:g1';

const cases: [
  name: string,
  room: { server: string; incarnation: string },
  state: 'up' | 'down' | 'lost',
  lost: boolean,
][] = [
  ['a room of the server that runs', { server: id, incarnation: 'i2' }, 'up', false],
  ['a room of an evicted server', { server: id, incarnation: 'i2' }, 'down', false],
  ['a room of a lost server', { server: id, incarnation: 'i2' }, 'lost', true],
  ['a room of the incarnation before', { server: id, incarnation: 'i1' }, 'up', true],
  ['a room that moved elsewhere', { server: 'gh:Game:g2', incarnation: 'i1' }, 'lost', false],
];
for (const [name, room, state, lost] of cases) {
  test(`lost rooms: ${name} is ${lost ? '' : 'not '}claimed`, () =>
    assert.is(isOfLostIncarnation(room, { id, incarnation: 'i2', state }), lost));
}

let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.after(() => cluster.stop());

/** A room `R-1` of lobby room `R` that runs on an incarnation of the server. */
async function run(roomId: string, incarnation: string): Promise<void> {
  const reservation = `reservation of ${roomId}`;
  const placement = { serverId: id, incarnation, reservation };
  const lobbyRoomId = roomId.split('-')[0] ?? '';
  await placeRoom(redis, cluster.keys, { roomId, placement, roomClass: 'arena', lobbyRoomId, users: ['u'] });
  assert.ok(await runRoom(redis, cluster.keys, { roomId, server: id, incarnation, reservation }));
}

/** What the registry says of the server now. */
async function registered(incarnation: string, state: ServerState): Promise<void> {
  await redis.read(commands => commands.hset(id, { address: '127.0.0.1:1', incarnation, state }));
}

test('lost rooms: each is ended once by one of three gateways, and its lobby room hears it', async () => {
  const heard: string[] = [];
  await redis.subscribe(cluster.keys.lobbyChannel('A'), message => heard.push(message));
  await run('A-1', 'i1');
  await run('B-1', 'i1');
  const log = new TestLog();
  const gateways = [1, 2, 3].map(() => new LostRooms({ redis, keys: cluster.keys, log, seatHoldMs: 60_000 }));
  await registered('i1', 'lost');
  await Promise.all(gateways.map(rooms => rooms.sweep(id)));
  for (const roomId of ['A-1', 'B-1']) {
    const room = await readRoom(redis, cluster.keys, roomId);
    assert.is(room?.state === 'ended' ? room.why : room?.state, 'serverLost');
    assert.is(log.of(LOG_EVENTS.roomClaimed, { roomId, outcome: 'ended' }).length, 1);
  }
  assert.equal(await roomsOfServer(redis, cluster.keys, id), []);
  await until(() => heard.length > 0);
  assert.equal(heard, ['ended A-1']);
});

test('lost rooms: after a restart under the same id only the rooms of before are ended', async () => {
  await run('C-1', 'i1');
  await run('D-1', 'i2');
  const rooms = new LostRooms({ redis, keys: cluster.keys, log: new TestLog(), seatHoldMs: 60_000 });
  await registered('i2', 'up');
  await rooms.sweep(id);
  assert.is((await readRoom(redis, cluster.keys, 'C-1'))?.state, 'ended');
  assert.is((await readRoom(redis, cluster.keys, 'D-1'))?.state, 'running');
  assert.equal(await roomsOfServer(redis, cluster.keys, id), ['D-1']);
});

test('lost rooms: of a server that Redis has forgotten nothing is known, and nothing ended', async () => {
  await run('E-1', 'i2');
  await redis.read(commands => commands.del(id));
  await new LostRooms({ redis, keys: cluster.keys, log: new TestLog(), seatHoldMs: 60_000 }).sweep(id);
  assert.is((await readRoom(redis, cluster.keys, 'E-1'))?.state, 'running');
});

test('lost rooms: a sweep that Redis cut short is finished at the next tick', async () => {
  await run('F-1', 'i1');
  await registered('i2', 'up');
  let broken = true;
  const flaky: Pick<ClusterRedis, 'run' | 'read'> = {
    run: (...request) => redis.run(...request),
    read: command => (broken ? Promise.reject(new GatehouseError('UNAVAILABLE')) : redis.read(command)),
  };
  const rooms = new LostRooms({ redis: flaky, keys: cluster.keys, log: new TestLog(), seatHoldMs: 60_000 });
  await rooms.sweep(id);
  broken = false;
  await rooms.finish(id);
  assert.is((await readRoom(redis, cluster.keys, 'F-1'))?.state, 'ended');
});

test.run();
