import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { requestDrain } from './drain-request.ts';
import { GatewayLease } from './gateway-lease.ts';
import { leaseLives, readGateways } from './gateway-record.ts';
import { LEASE_RENEW_MS } from './registry-times.ts';
import { readServers } from './server-record.ts';
import { TestCluster, until } from './test-cluster.ts';

const id = 'gh:Gateway:a';
let cluster: TestCluster;
let redis: ClusterRedis;
let clock: FakeClock;
let started: GatewayLease[];

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  started = [];
  clock = new FakeClock();
  await cluster.raw.flushall();
});
test.after.each(async () => {
  for (const lease of started) await lease.stop();
});
test.after(() => cluster.stop());

function gateway(): { lease: GatewayLease; history: string[] } {
  const history: string[] = [];
  const lease = new GatewayLease({
    redis,
    keys: cluster.keys,
    clock,
    log: silentLog,
    gatewayName: 'a',
    address: () => '127.0.0.1:7400',
    version: '0.1.0',
    sessions: () => 12,
    onReplaced: () => history.push('replaced'),
    onMissing: () => history.push('missing'),
    onDrain: limit => history.push(`drain ${limit}`),
  });
  started.push(lease);
  return { lease, history };
}

const holder = (lease: GatewayLease) => ({ gateway: id, incarnation: lease.incarnation });

test('lease: taken at start, given back at stop', async () => {
  const { lease } = gateway();
  await lease.start();
  const [record] = await readGateways(redis, cluster.keys);
  assert.equal([record?.id, record?.sessions, record?.address], [id, 12, '127.0.0.1:7400']);
  const leftMs = (record?.leaseUntilMs ?? 0) - redis.nowMs();
  assert.ok(leftMs > 14_000 && leftMs < 15_500);
  assert.is(await leaseLives(redis, holder(lease)), true);
  assert.equal(await readServers(redis, cluster.keys), [], 'it is no backend');
  await lease.stop();
  assert.is(clock.pending, 0);
  assert.equal(await cluster.raw.keys('*'), []);
});

test('lease: told to drain, the next renewal says so once; draining it is renewed every second', async () => {
  const { lease, history } = gateway();
  await lease.start();
  assert.is(await requestDrain(redis, id, 'default'), 'default');
  assert.is((await readGateways(redis, cluster.keys))[0]?.state, 'draining');
  await lease.renew();
  await lease.renew();
  assert.equal(history, ['drain default']);
  await lease.drain();
  await cluster.raw.hset(id, 'sessions', 99);
  clock.advance(1000);
  await until(async () => (await cluster.raw.hget(id, 'sessions')) === '12');
  assert.is(await cluster.raw.hget(id, 'state'), 'draining');

  const { lease: next, history: nextHistory } = gateway();
  await next.start();
  await next.renew();
  assert.equal([nextHistory, await cluster.raw.hget(id, 'state')], [[], 'up']);
});

test('lease: renewed every 5 s', async () => {
  const { lease } = gateway();
  await lease.start();
  await cluster.raw.hset(id, 'leaseUntil', 1);
  assert.is(await leaseLives(redis, holder(lease)), false);
  clock.advance(LEASE_RENEW_MS);
  await until(() => leaseLives(redis, holder(lease)));
});

test('lease: forgotten by Redis it is written again and the owner is told', async () => {
  const { lease, history } = gateway();
  await lease.start();
  await cluster.raw.flushall();
  await lease.renew();
  assert.equal(history, ['missing']);
  assert.is(await leaseLives(redis, holder(lease)), true);
});

test('lease: a second process of the same name takes it; the first stops and touches nothing', async () => {
  const first = gateway();
  await first.lease.start();
  const second = gateway();
  await second.lease.start();
  assert.equal(await Promise.all([leaseLives(redis, holder(first.lease)), leaseLives(redis, holder(second.lease))]), [
    false,
    true,
  ]);
  await first.lease.renew();
  await first.lease.stop();
  assert.equal([first.history, second.history], [['replaced'], []]);
  assert.is(await leaseLives(redis, holder(second.lease)), true);
});

test('lease: a gateway that is long gone is taken off the list of servers', async () => {
  await cluster.raw.sadd(cluster.keys.servers, 'gh:Gateway:old');
  assert.equal(await readGateways(redis, cluster.keys), []);
  assert.equal(await cluster.raw.smembers(cluster.keys.servers), []);
});

test.run();
