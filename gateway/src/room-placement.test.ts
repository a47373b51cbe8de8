import { placeRoom } from '@gatehouse/shared/cluster/room-life';
import { readRoom } from '@gatehouse/shared/cluster/room-records';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { messages } from '@gatehouse/shared/protocol/messages';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestBackend, type TestBackendOptions } from './test-backend.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';

const healthIntervalMs = 5000;

let cluster: TestCluster;
let log: TestLog;
let gateways: TestGateway[] = [];
let backends: TestBackend[] = [];

test.before(async () => {
  cluster = await TestCluster.start();
});
test.before.each(() => {
  log = new TestLog();
});
test.after.each(async () => {
  await Promise.all(gateways.map(gateway => gateway.stop()));
  await Promise.all(backends.map(backend => backend.leave()));
  [gateways, backends] = [[], []];
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

const request = (roomId: string, roomClass = 'arena') =>
  messages.PlaceRoom.create({
    roomId,
    roomClass,
    lobbyRoomId: roomId.split('-')[0] ?? '',
    users: [{ userId: 'u', name: 'U' }],
  });

/** Gateways that are linked to all these backends, which are then in `backends`. */
async function start(
  gatewayCount: number,
  options: Partial<TestBackendOptions>[],
  timing: { createMs?: number } = {},
): Promise<TestGateway> {
  backends = await Promise.all(
    options.map((each, index) => TestBackend.start(cluster, { name: `g${index}`, healthIntervalMs, ...each })),
  );
  const names = Array.from({ length: gatewayCount }, (_, index) => `gateway${index}`);
  gateways = await Promise.all(
    names.map(name => TestGateway.start(cluster, { name, healthIntervalMs, log, ...timing })),
  );
  await until(() => gateways.every(({ servers }) => servers.linked('Game').length === options.length));
  const [first] = gateways;
  if (first === undefined) throw new Error('no gateway');
  return first;
}

const refusal = (placed: Promise<unknown>) =>
  placed.then(
    () => 'placed',
    error => (error instanceof GatehouseError ? error.code : error),
  );

const roomCounts = () => backends.map(backend => backend.rooms.size);

test('placement: 60 rooms at once by 3 gateways over 5 servers are 12 each', async () => {
  await start(3, [{}, {}, {}, {}, {}]);
  const rooms = Array.from({ length: 60 }, (_, index) => `L${index}-1`);
  await Promise.all(rooms.map((roomId, index) => gateways[index % 3]?.placement.place(request(roomId))));
  assert.equal(roomCounts(), [12, 12, 12, 12, 12]);
  assert.is(log.of(LOG_EVENTS.roomPlaced).length, 60);
});

test('placement: a full one, a draining one and an unlinked one are never chosen', async () => {
  const gateway = await start(1, [{}, { capacity: 0 }, {}]);
  const [open, , draining] = backends;
  await draining?.registration.drain();
  for (const roomId of ['A-1', 'B-1', 'C-1']) await gateway.placement.place(request(roomId));
  assert.equal(roomCounts(), [3, 0, 0]);
  await open?.listener.stop();
  await until(() => gateway.servers.linked('Game').length === 2);
  assert.is(await refusal(gateway.placement.place(request('D-1'))), 'NO_GAME_SERVER');
});

test('placement: asked again, also by another gateway, the running room answers and no second one is made', async () => {
  const gateway = await start(2, [{}, {}]);
  const first = await gateway.placement.place(request('A-1'));
  assert.is(first.maxPlayers, 8);
  assert.equal(await gateways[1]?.placement.place(request('A-1')), first);
  assert.equal(roomCounts().sort(), [0, 1]);
  const { incarnation } = gateway.servers.get(first.serverId)?.record ?? {};
  assert.equal(await gateway.placement.locate('A-1'), { kind: 'running', serverId: first.serverId, incarnation });
});

test('placement: two gateways asked at the same moment make one room', async () => {
  await start(2, [{}, {}]);
  const placed = await Promise.all(gateways.map(({ placement }) => placement.place(request('A-1'))));
  assert.equal(placed[0], placed[1]);
  assert.equal(roomCounts().sort(), [0, 1]);
});

test('placement: a create that timed out is placed elsewhere, and the late claim fails', async () => {
  const gateway = await start(1, [{}, {}], { createMs: 500 });
  let release = () => {};
  const stuck = new Promise<void>(resolve => {
    release = resolve;
  });
  const asked: TestBackend[] = [];
  for (const backend of backends) {
    backend.beforeCreate = async () => {
      asked.push(backend);
      if (asked.length === 1) await stuck;
    };
  }
  const placed = await gateway.placement.place(request('A-1'));
  assert.equal(asked.map(backend => backend.id).at(-1), placed.serverId);
  const [late] = asked;
  assert.is.not(late?.id, placed.serverId);
  release();
  await until(() => late?.answers.length === 1);
  assert.equal(late?.answers, ['STALE_RESERVATION']);
  assert.is(late?.rooms.size, 0);
  assert.is((await readRoom(gateway.redis, cluster.keys, 'A-1'))?.server, placed.serverId);
  assert.equal(
    log.of(LOG_EVENTS.roomRefused).map(line => line.fields.server),
    [late?.id],
  );
});

test('placement: refused by three servers it is given up, and may be asked for again at once', async () => {
  const gateway = await start(1, [{}, {}, {}, {}]);
  const refuse = async () => {
    throw new GatehouseError('UNAVAILABLE');
  };
  for (const backend of backends) backend.beforeCreate = refuse;
  assert.is(await refusal(gateway.placement.place(request('A-1'))), 'NO_GAME_SERVER');
  assert.equal(
    backends.flatMap(backend => backend.answers),
    ['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'],
  );
  assert.equal(await gateway.placement.locate('A-1'), { kind: 'placing' });
  for (const backend of backends) backend.beforeCreate = async () => undefined;
  assert.is(await refusal(gateway.placement.place(request('A-1'))), 'placed');
});

test('placement: a room whose code fails is not tried elsewhere', async () => {
  const gateway = await start(1, [{}, {}]);
  for (const backend of backends) {
    backend.beforeCreate = async () => {
      throw new GatehouseError('ROOM_FAILED');
    };
  }
  assert.is(await refusal(gateway.placement.place(request('A-1'))), 'ROOM_FAILED');
  assert.equal(
    backends.flatMap(backend => backend.answers),
    ['ROOM_FAILED'],
  );
});

test('placement: a class that nobody runs, a room that has ended, a room nobody knows', async () => {
  const gateway = await start(1, [{}]);
  assert.is(await refusal(gateway.placement.place(request('A-1', 'chess'))), 'UNKNOWN_ROOM_CLASS');
  await cluster.raw.hset(cluster.keys.room('B-1'), { state: 'ended', why: 'won', result: 'r' });
  assert.is(await refusal(gateway.placement.place(request('B-1'))), 'ROOM_ENDED');
  assert.equal(await gateway.placement.locate('B-1'), { kind: 'ended', why: 'won', result: Buffer.from('r') });
  assert.equal(await gateway.placement.locate('C-1'), { kind: 'unknown' });
});

test('placement: a room of an incarnation that is gone is not where its record says', async () => {
  const gateway = await start(1, [{}]);
  const [backend] = backends;
  if (backend === undefined) throw new Error('no backend');
  await gateway.placement.place(request('A-1'));
  await cluster.raw.hset(cluster.keys.room('A-1'), { incarnation: 'before' });
  assert.equal(await gateway.placement.locate('A-1'), { kind: 'placing' });
});

test('placement: what somebody else is just placing is waited for, and nothing is reserved for it', async () => {
  const gateway = await start(1, [{}]);
  const { redis } = gateway;
  const run = redis.run.bind(redis);
  const scripts: string[] = [];
  redis.run = (script, ...operands) => {
    scripts.push(script.name);
    return run(script, ...operands);
  };
  const [backend] = backends;
  if (backend === undefined) throw new Error('no backend');
  const { id: serverId, registration } = backend;
  const other = { serverId, incarnation: registration.incarnation, reservation: 'of another gateway' };
  const room = { roomClass: 'arena', lobbyRoomId: 'A', users: ['u'] };
  await placeRoom(gateway.redis, cluster.keys, { ...room, roomId: 'A-1', placement: other });
  const placed = gateway.placement.place(request('A-1'));
  await backend.create({ roomId: 'A-1', reservation: other.reservation });
  assert.equal(await placed, { serverId, maxPlayers: 8 });
  assert.is(log.of(LOG_EVENTS.roomPlaced).length, 0);
  assert.not(scripts.includes('reserve'));
});

test('placement: a lobby server asks on its link', async () => {
  const gateway = await start(1, [{}]);
  const [game] = backends;
  const lobby = await TestBackend.start(cluster, { name: 'lobby', type: 'Lobby', healthIntervalMs });
  backends.push(lobby);
  await until(() => gateway.servers.linked('Lobby').length === 1);
  await until(() => [...lobby.listener.links()].length === 1);
  const [link] = lobby.listener.links();
  const reply = await link?.request({ placeRoom: request('A-1') }, 2000);
  assert.is(reply?.placeRoom?.serverId, game?.id);
});

test('seats are removed where the room runs; where there is no such room, or no such request, nothing is to be done', async () => {
  const gateway = await start(1, [{}]);
  const [game] = backends;
  await gateway.placement.place(request('A-1'));
  const remove = (roomId: string) => gateway.seats.remove(messages.RemoveSeats.create({ roomId, userIds: ['u', 'v'] }));
  await remove('A-1');
  await remove('nowhere');
  assert.equal(game?.seatsRemoved, ['A-1 u,v']);
  await game?.leave();
  backends.length = 0;
  await until(() => gateway.servers.linked('Game').length === 0);
  assert.is(await remove('A-1').catch(error => error.code), 'LINK_CLOSED');
});

test.run();
