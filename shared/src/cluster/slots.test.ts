import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { leaseLives, readGateways } from './gateway-record.ts';
import { declareLost, evictDead, evictForMisses, tickServer } from './health.ts';
import { chooseOptimal, pushHeartbeat, sweepHeartbeats } from './heartbeats.ts';
import { releaseReservation, reserve } from './placement.ts';
import { acknowledge, leave, register, report, type SelfDescription } from './registration-scripts.ts';
import { assertRoom, endRoom, endRoomOfLostServer, placeRoom, runRoom } from './room-life.ts';
import { readRoom, roomsOfServer } from './room-records.ts';
import { readServers } from './server-record.ts';
import { chooseLobbyRoom, setLobby, setRoom } from './session-location.ts';
import { assertSession, claimSession, confirmSession, leaveSession, readSession } from './sessions.ts';
import { TestCluster } from './test-cluster.ts';

// A node of a Redis Cluster answers CROSSSLOT to a script whose keys do not share a slot, declared or not.
let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start({ cluster: true });
  redis = await cluster.connect();
});
test.after(() => cluster.stop());

function server(name: string): SelfDescription {
  const id = cluster.keys.serverId('Game', name);
  const counts = { games: 0, users: 0, capacity: 9 };
  return {
    id,
    type: 'Game',
    address: 'a',
    incarnation: name,
    ...counts,
    rooms: ['arena'],
    version: '1',
    startedAtMs: 1,
    state: 'up',
  };
}

test('the node does refuse keys of different slots', async () => {
  const refusal = await cluster.raw.eval('return 1', 2, 'a', 'b').catch(error => error.message);
  assert.match(String(refusal), 'CROSSSLOT');
});

test('registry, health and placement share a slot', async () => {
  const { keys } = cluster;
  const [g1, g2] = [server('g1'), server('g2')];
  assert.is(g1.id, '{gh}:Game:g1');
  for (const self of [g1, g2]) assert.equal(await register(redis, keys, self, 'anyone'), { kind: 'current' });
  assert.equal(await acknowledge(redis, g1), { kind: 'current' });
  const candidates = [g1.id, g2.id];
  const first = await reserve(redis, keys, { type: 'Game', candidates });
  const second = await reserve(redis, keys, { type: 'Game', candidates });
  assert.ok(first !== undefined && second !== undefined && first.serverId !== second.serverId);
  assert.is(await releaseReservation(redis, keys, first), true);
  const of = second.serverId === g1.id ? g1 : g2;
  assert.equal(await report(redis, keys, of, [second.reservation]), { kind: 'current' });
  assert.is((await readServers(redis, keys)).length, 2);
  const tick = await tickServer(redis, keys, { id: g1.id, intervalMs: 5000, pongAgeMs: 1 });
  assert.is(tick.kind, 'judged');
  assert.is(await evictForMisses(redis, keys, { id: g1.id, round: 1, maxMisses: 0 }), true);
  assert.is(await declareLost(redis, keys, { id: g1.id, incarnation: 'g1', silentMs: -1 }), true);
  assert.is(await evictDead(redis, keys, { id: g2.id, incarnation: 'g2' }), 'evicted');
  assert.is(await leave(redis, keys, g1), true);
  assert.equal(await readGateways(redis, keys), []);
  assert.is(await leaseLives(redis, { gateway: keys.serverId('Gateway', 'a'), incarnation: 'x' }), false);
});

test('heartbeats share a slot', async () => {
  const { keys } = cluster;
  const heartbeat = { address: 'a:1', connectionCount: 0, heartBeatTime: '' };
  assert.equal(await pushHeartbeat(redis, keys, heartbeat), { kind: 'kept' });
  assert.is((await chooseOptimal(redis, keys, { staleAfterMs: 10_000, random: 0 }))?.address, 'a:1');
  assert.equal(await sweepHeartbeats(redis, keys, -1000), ['a:1']);
  assert.equal(await cluster.raw.keys('*ws:*'), []);
});

test('a room and the list of its server are written one after the other', async () => {
  const { keys } = cluster;
  const at = { serverId: '{gh}:Game:g1', incarnation: 'g1', reservation: 'r' };
  const about = { roomId: 'L-1', roomClass: 'arena', lobbyRoomId: 'L', users: ['u'] };
  const placed = await placeRoom(redis, keys, { ...about, placement: at });
  assert.is(placed.kind, 'placed');
  const room = { ...about, ...at, server: at.serverId, epoch: placed.kind === 'placed' ? placed.epoch : 0 };
  assert.is(await runRoom(redis, keys, room), true);
  assert.is(await assertRoom(redis, keys, room), 'running');
  assert.equal(await roomsOfServer(redis, keys, at.serverId), ['L-1']);
  assert.is(await endRoom(redis, keys, { room, why: 'ended', result: undefined, seatHoldMs: 1000 }), true);
  assert.is(await endRoomOfLostServer(redis, keys, { ...room, why: 'serverLost', seatHoldMs: 1000 }), false);
  assert.is((await readRoom(redis, keys, 'L-1'))?.state, 'ended');
});

test('a session is one key', async () => {
  const { keys } = cluster;
  const login = {
    userId: 'u',
    gateway: 'g',
    incarnation: 'i',
    newSessionId: 's',
    newToken: 't',
    presentedToken: undefined,
  };
  const outcome = await claimSession(redis, keys, { ...login, policy: 'kick-old' }, async () => true);
  assert.ok(outcome.kind === 'claimed');
  const { session } = outcome;
  assert.is(await confirmSession(redis, keys, session), 'ours');
  assert.is(await assertSession(redis, keys, { ...session, token: 't' }), 'ours');
  assert.is(await setRoom(redis, keys, session, 'L-1'), true);
  assert.is(await setLobby(redis, keys, session, { lobbyRoomId: 'L' }), true);
  assert.is(
    (await chooseLobbyRoom(redis, keys, { userId: 'u', sessionId: 's', seq: 1, lobbyRoomId: 'L' })).kind,
    'chosen',
  );
  assert.is((await readSession(redis, keys, 'u'))?.roomId, 'L-1');
  assert.is(await leaveSession(redis, keys, { userId: session.userId, token: 't' }), true);
});

test.run();
