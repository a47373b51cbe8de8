import { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestApi } from '../api/test-api.ts';
import { ClusterView } from './cluster-view.ts';

const cluster = await TestCluster.start();
const redis = await cluster.connect();
const { keys, raw } = cluster;
const source = { redis, up: true };
const api = await TestApi.start({ cluster: new ClusterView(source, keys) });
const headers = await api.tokenHeaders('admin');
const GAME = keys.serverId('Game', 'g1');
const GATEWAY = keys.serverId('Gateway', 'w1');
test.after(async () => {
  await api.stop();
  await cluster.stop();
});
test.before.each(async () => {
  await raw.flushall();
  const nowMs = Math.floor(redis.nowMs());
  await raw.sadd(keys.servers, GAME, GATEWAY, 'of another namespace');
  const load = { misses: 1, games: 3, users: 7, rooms: 'arena,chess' };
  await raw.hset(GAME, { ...load, address: '10.0.0.1:1', incarnation: 'i1', state: 'suspect', linkAt: nowMs - 500 });
  const lease = { leaseUntil: nowMs + 10_000, sessions: 7 };
  await raw.hset(GATEWAY, { ...lease, type: 'Gateway', incarnation: 'w', address: 'ws://a:7400', version: '1' });
});

test('cluster: servers and gateways as the registry has them', async () => {
  const { json } = await api.ask('/api/cluster', { headers });
  const { linkSilentMs, ...server } = json.servers[0];
  assert.ok(linkSilentMs >= 500 && linkSilentMs < 5000, String(linkSilentMs));
  assert.equal(server, {
    ...{ id: GAME, type: 'Game', state: 'suspect', misses: 1, games: 3, users: 7, rooms: ['arena', 'chess'] },
    ...{ capacity: null, address: '10.0.0.1:1', version: '', incarnation: 'i1' },
  });
  const gateway = { id: GATEWAY, state: 'up', users: 7, address: 'ws://a:7400', version: '1', incarnation: 'w' };
  assert.equal([json.redis, json.gateways], ['connected', [gateway]]);
  assert.is((await api.ask('/api/summary', { headers })).json.cluster, 'connected');
});

test('cluster: a player is found, with every step to his game', async () => {
  const room = { state: 'running', server: GAME, incarnation: 'i1', class: 'arena', users: '["ann"]', lobbyRoom: 'l' };
  await raw.hset(keys.room('r'), room);
  const lobby = {
    phase: { kind: 'playing' },
    hostUserId: 'ann',
    round: 1,
    members: [{ userId: 'ann', role: 'player' }],
  };
  await raw.hset(keys.lobbyRoom('l'), { state: JSON.stringify(lobby) });
  const session = { gateway: GATEWAY, incarnation: 'w', session: 's', epoch: 1, lobbyRoom: 'l', room: 'r', away: '' };
  await raw.hset(keys.session('Ann / 1'), session);
  const { json } = await api.ask(`/api/cluster/players/${encodeURIComponent('Ann / 1')}`, { headers });
  const states = json.steps.map(({ what, state }: { what: string; state: string }) => `${what}: ${state}`);
  assert.equal(states, [
    ...['session: connected', 'gateway: up', 'lobby server: none'],
    ...['lobby room: not a member', 'game room: running', 'server: suspect'],
  ]);
  assert.is((await api.ask('/api/cluster/players/nobody', { headers })).status, 404);
});

test('cluster: a lobby room that nobody understands is no failure', async () => {
  await raw.hset(keys.lobbyRoom('l'), { state: '{"phase":1}' });
  await raw.hset(keys.session('ann'), { gateway: GATEWAY, incarnation: 'w', session: 's', epoch: 1, lobbyRoom: 'l' });
  assert.is((await api.ask('/api/cluster/players/ann', { headers })).status, 200);
});

test('cluster: a server is told to drain once; the first limit stands', async () => {
  const drain = (body?: object) =>
    api.ask(`/api/cluster/servers/${encodeURIComponent(GAME)}/drain`, {
      method: 'POST',
      headers,
      ...(body && { body }),
    });
  const first = await drain({ deadlineMs: 60_000 });
  assert.equal([first.status, first.json], [202, { id: GAME, state: 'draining', deadlineMs: 60_000 }]);
  assert.is((await drain()).json.deadlineMs, 60_000);
  assert.is(await raw.hget(GAME, 'state'), 'draining');
  const unknown = await api.ask('/api/cluster/servers/gh:Game:no/drain', { method: 'POST', headers });
  assert.is(unknown.status, 404);
  const { json } = await api.ask('/api/audit', { headers });
  assert.equal([json.items[0].action, json.items[0].what], ['server.drain', GAME]);
});

test('cluster: without Redis it says so and fails nowhere', async () => {
  source.up = false;
  const { json } = await api.ask('/api/cluster', { headers });
  assert.equal(json, { redis: 'unreachable', servers: [], gateways: [] });
  source.up = true;
  await redis.stop();
  const player = await api.ask('/api/cluster/players/ann', { headers });
  assert.equal([player.status, player.json.code], [503, 'UNAVAILABLE']);
});

test.run();
