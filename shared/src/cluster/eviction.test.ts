import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { declareLost, evictDead, evictForMisses } from './health.ts';
import { TestBackend } from './test-backend.ts';
import { TestCluster } from './test-cluster.ts';

const id = 'gh:Game:g1';

let cluster: TestCluster;
let redis: ClusterRedis;
let server: TestBackend;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
  server = await TestBackend.of(cluster, redis, id);
});
test.before.each(() => server.forget());
test.after(() => cluster.stop());

test('evict: one of many gateways does it, with one event', async () => {
  await server.write({ check: 'testing', misses: 2, state: 'suspect' }, 100);
  const evict = () => evictForMisses(redis, cluster.keys, { id, round: 7, maxMisses: 2 });
  const done = await Promise.all([evict(), evict(), evict()]);
  assert.equal(done.filter(Boolean).length, 1);
  assert.equal(await server.heard(), [`evict ${id} i1 misses`]);
  assert.equal(await cluster.raw.hmget(id, 'state', 'rise', 'evictions'), ['down', '2', '1']);
  assert.ok((await cluster.raw.pttl(id)) > 100_000);
});

const notEvicted: [string, Record<string, string | number>, number][] = [
  ['the next round has begun', { misses: 2, state: 'suspect', round: 8 }, 7],
  ['one miss only', { misses: 1, state: 'suspect' }, 7],
  ['already down', { misses: 3, state: 'down' }, 7],
  ['already lost', { misses: 3, state: 'lost' }, 7],
];
for (const [name, fields, round] of notEvicted) {
  test(`evict: not when ${name}`, async () => {
    await server.write(fields, 100);
    assert.is(await evictForMisses(redis, cluster.keys, { id, round, maxMisses: 2 }), false);
    assert.equal(await server.heard(), []);
  });
}

test('evict: who flaps needs 2, 4, 8, 12 acknowledgements; ten quiet minutes forgive', async () => {
  const now = Math.floor(redis.nowMs());
  const riseAfter = async (evictions: number, joinedAt: number) => {
    await server.write({ misses: 2, state: 'suspect', evictions, joinedAt }, 100);
    await evictForMisses(redis, cluster.keys, { id, round: 7, maxMisses: 2 });
    return cluster.raw.hget(id, 'rise');
  };
  const rises: (string | null)[] = [];
  for (const evictions of [0, 1, 2, 3, 4, 40]) rises.push(await riseAfter(evictions, now));
  assert.equal(rises, ['2', '4', '8', '12', '12', '12']);
  assert.is(await riseAfter(3, now - 601_000), '2');
});

test('proven death: evicted and lost at once, one event each', async () => {
  await server.write({ state: 'up' }, 100);
  const kill = () => evictDead(redis, cluster.keys, { id, incarnation: 'i1' });
  assert.equal(await Promise.all([kill(), kill(), kill()]), ['evicted', 'unchanged', 'unchanged']);
  assert.equal(await server.heard(), [`evict ${id} i1 dead`, `lost ${id} i1`]);
  assert.is(await cluster.raw.hget(id, 'state'), 'lost');
});

test('proven death: of who was evicted before, only the loss is new', async () => {
  await server.write({ state: 'down' }, 100);
  assert.is(await evictDead(redis, cluster.keys, { id, incarnation: 'i1' }), 'lost');
  assert.equal(await server.heard(), [`lost ${id} i1`]);
});

test('proven death: of another incarnation says nothing about this one', async () => {
  await server.write({ state: 'up' }, 100);
  assert.is(await evictDead(redis, cluster.keys, { id, incarnation: 'i0' }), 'unchanged');
  assert.is(await cluster.raw.hget(id, 'state'), 'up');
});

test('lost: evicted and silent on every link for too long, once', async () => {
  const now = Math.floor(redis.nowMs());
  const lose = (incarnation = 'i1') => declareLost(redis, cluster.keys, { id, incarnation, silentMs: 10_000 });
  await server.write({ state: 'suspect', linkAt: now - 11_000 }, 100);
  assert.is(await lose(), false, 'not evicted');
  await server.write({ state: 'down', linkAt: now - 9_000 }, 100);
  assert.is(await lose(), false, 'a link heard it');
  await server.write({ state: 'down', linkAt: now - 11_000 }, 100);
  assert.is(await lose('i0'), false, 'another incarnation');
  assert.equal(await Promise.all([lose(), lose()]), [true, false]);
  assert.equal(await server.heard(), [`lost ${id} i1`]);
});

test.run();
