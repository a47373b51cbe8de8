import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../runtime/clock.ts';
import { silentLog } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { requestDrain } from './drain-request.ts';
import { evictDead } from './health.ts';
import { reserve } from './placement.ts';
import { Registration, type RegistrationOptions } from './registration.ts';
import { readServers } from './server-record.ts';
import { TestCluster, until } from './test-cluster.ts';

const id = 'gh:Game:g1';
let cluster: TestCluster;
let redis: ClusterRedis;
let started: Registration[] = [];

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after.each(async () => {
  for (const registration of started) await registration.stop();
  started = [];
});
test.after(() => cluster.stop());

/** A game server whose loop acknowledges at once and whose history is written down. */
function server(overrides: Partial<RegistrationOptions> = {}): { registration: Registration; history: string[] } {
  const history: string[] = [];
  const registration = new Registration({
    redis,
    keys: cluster.keys,
    clock: systemClock,
    log: silentLog,
    type: 'Game',
    name: 'g1',
    address: () => '127.0.0.1:4000',
    capacity: 50,
    rooms: ['arena', 'echo'],
    version: '0.1.0',
    load: () => ({ games: 2, users: 7 }),
    onPing: acknowledge => acknowledge(),
    onLost: () => history.push('lost'),
    onReplaced: () => history.push('replaced'),
    onMissing: () => history.push('missing'),
    onDrain: limit => history.push(`drain ${limit}`),
    reportIntervalMs: 20,
    ...overrides,
  });
  started.push(registration);
  return { registration, history };
}

test('registration: the hash of a backend as every language reads it', async () => {
  const { registration } = server({ local: () => 'host /tmp/1.sock' });
  await registration.start();
  const [record] = await readServers(redis, cluster.keys);
  assert.ok(record !== undefined);
  const { startedAtMs, joinedAtMs, ...rest } = record;
  assert.equal(rest, {
    id,
    type: 'Game',
    address: '127.0.0.1:4000',
    local: 'host /tmp/1.sock',
    incarnation: registration.incarnation,
    state: 'up',
    misses: 0,
    games: 2,
    users: 7,
    capacity: 50,
    rooms: ['arena', 'echo'],
    version: '0.1.0',
  });
  assert.ok(Math.abs(startedAtMs - joinedAtMs) < 5000);
  assert.equal(await cluster.raw.smembers('gh:servers'), [id]);
});

test('registration: a UNIX socket does not stay in the hash when the next one under this id has none', async () => {
  await server({ local: () => 'host /tmp/1.sock' }).registration.start();
  await server().registration.start();
  assert.is(await cluster.raw.hget(id, 'local'), null);
});

test('registration: open at start, close at stop, nothing left', async () => {
  const events: string[] = [];
  await redis.subscribe(cluster.keys.events, message => events.push(message));
  const { registration } = server();
  await registration.start();
  await registration.stop();
  await registration.stop();
  await until(() => events.length >= 2);
  assert.equal(events, [`open ${id} ${registration.incarnation}`, `close ${id} ${registration.incarnation}`]);
  assert.equal(await cluster.raw.keys('*'), []);
});

test('registration: a ping is answered by the loop that runs the games, when that runs', async () => {
  const pings: (() => void)[] = [];
  const { registration } = server({ onPing: acknowledge => pings.push(acknowledge) });
  await registration.start();
  await cluster.raw.hset(id, 'check', 'testing');
  const unasked = pings.length;
  await cluster.raw.publish(id, 'testing');
  await until(() => pings.length > unasked);
  assert.is(await cluster.raw.hget(id, 'check'), 'testing');
  pings.at(-1)?.();
  await until(async () => (await cluster.raw.hget(id, 'check')) === 'update');
});

test('registration: after a reconnect it acknowledges unasked, a ping may have been missed', async () => {
  const { registration } = server({ reportIntervalMs: 60_000 });
  await registration.start();
  await cluster.raw.hset(id, 'check', 'testing');
  await cluster.killSubscribers();
  await until(async () => (await cluster.raw.hget(id, 'check')) === 'update');
});

test('registration: counts are written soon after a change, without more than ten writes a second', async () => {
  let games = 0;
  let reads = 0;
  const load = () => {
    reads++;
    return { games, users: 0 };
  };
  const { registration } = server({ load, reportIntervalMs: 60_000 });
  await registration.start();
  reads = 0;
  for (games = 1; games < 100; games++) registration.reportSoon();
  await until(async () => (await cluster.raw.hget(id, 'games')) === '100');
  assert.is(reads, 1);
});

test('registration: confirming a room writes its count and drops its reservation in one step', async () => {
  let games = 0;
  const { registration } = server({ load: () => ({ games, users: 0 }) });
  await registration.start();
  const placement = await reserve(redis, cluster.keys, { type: 'Game', candidates: [id] });
  games = 1;
  await registration.confirm(placement?.reservation ?? '');
  assert.is(await cluster.raw.hget(id, 'games'), '1');
  assert.is(await cluster.raw.exists(cluster.keys.reservationsOf(id)), 0);
});

test('registration: draining is a state, and survives being forgotten by Redis', async () => {
  const { registration } = server();
  await registration.start();
  await registration.drain();
  assert.is(await cluster.raw.hget(id, 'state'), 'draining');
  await cluster.raw.flushall();
  await until(async () => (await cluster.raw.hget(id, 'state')) === 'draining');
});

test('registration: told to drain, it says so once; what was said of an older process does not count', async () => {
  const { registration, history } = server({ reportIntervalMs: 60_000 }); // by the message alone
  await registration.start();
  assert.is(await requestDrain(redis, id, 9000), 9000);
  assert.is(await cluster.raw.hget(id, 'state'), 'draining', 'before the server has heard it');
  await until(() => history.length > 0);
  assert.is(await requestDrain(redis, id, 'default'), 9000, 'the first limit stands');
  await registration.drain();
  assert.equal(history, ['drain 9000']);

  const { registration: next, history: nextHistory } = server();
  await next.start();
  assert.equal(await cluster.raw.hmget(id, 'state', 'drain'), ['up', null]);
  await cluster.raw.hset(id, 'drain', 'default'); // the message was lost: the next report tells
  await until(() => nextHistory.length > 0);
  assert.equal(nextHistory, ['drain default']);
  assert.is(await requestDrain(redis, 'gh:Game:nobody', 1), undefined);
});

test('registration: after FLUSHALL the whole entry is back, same incarnation, and the owner is told', async () => {
  const { registration, history } = server();
  await registration.start();
  const { incarnation } = registration;
  await cluster.raw.flushall();
  await until(async () => (await readServers(redis, cluster.keys)).length === 1);
  assert.is(registration.incarnation, incarnation);
  await until(() => history.length > 0);
  assert.equal(history, ['missing']);
});

test('registration: forgotten by Redis it comes back when it hears pings again, not before', async () => {
  let hears = true;
  let resubscribed = () => {};
  const half: RegistrationOptions['redis'] = {
    get hears() {
      return hears;
    },
    run: (...operands) => redis.run(...operands),
    subscribe: (channel, receive) => redis.subscribe(channel, receive),
    nowMs: () => redis.nowMs(),
    onReconnected: () => () => {},
    onResubscribed: listener => {
      resubscribed = listener;
      return () => {};
    },
  };
  const { registration } = server({ redis: half, reportIntervalMs: 60_000 });
  await registration.start();
  await cluster.raw.flushall();
  hears = false;
  await registration.isCurrent().catch(() => undefined); // a report, which finds nothing
  assert.equal(await readServers(redis, cluster.keys), []);
  hears = true;
  resubscribed();
  await until(async () => (await readServers(redis, cluster.keys)).length === 1);
});

test('registration: declared lost it ends its rooms and comes back as another incarnation', async () => {
  const { registration, history } = server();
  await registration.start();
  const lost = registration.incarnation;
  await evictDead(redis, cluster.keys, { id, incarnation: lost });
  await until(async () => (await cluster.raw.hget(id, 'state')) === 'up');
  assert.equal(history, ['lost']);
  assert.is.not(registration.incarnation, lost);
  assert.is(await cluster.raw.hget(id, 'incarnation'), registration.incarnation);
  assert.is(await cluster.raw.pttl(id), -1);
});

test('registration: a start over another incarnation evicts that one, which stops and touches nothing', async () => {
  const events: string[] = [];
  const unsubscribe = await redis.subscribe(cluster.keys.events, message => events.push(message));
  const old = server();
  await old.registration.start();
  await cluster.raw.hset(id, { misses: 1, state: 'suspect', check: 'testing', pingAt: 1 });
  const replacement = server();
  await replacement.registration.start();
  await until(() => old.history.length > 0);
  assert.equal(old.history, ['replaced']);
  await old.registration.stop();
  assert.equal(replacement.history, []);
  assert.is(await cluster.raw.hget(id, 'incarnation'), replacement.registration.incarnation);
  assert.equal(await cluster.raw.hmget(id, 'misses', 'state', 'pingAt'), [null, 'up', null]);
  const [first, second] = [old.registration.incarnation, replacement.registration.incarnation];
  assert.equal(events, [
    `open ${id} ${first}`,
    `evict ${id} ${first} replaced`,
    `lost ${id} ${first}`,
    `open ${id} ${second}`,
  ]);
  unsubscribe();
});

test('registration: whether an incarnation is the current one is asked of Redis', async () => {
  const { registration } = server({ reportIntervalMs: 60_000, onPing: () => {} });
  await registration.start();
  assert.is(await registration.isCurrent(), true);
  await evictDead(redis, cluster.keys, { id, incarnation: registration.incarnation });
  assert.is(await registration.isCurrent(), false);
  assert.is(await registration.isCurrent(), true, 'the new incarnation');
  await cluster.raw.hset(id, 'incarnation', 'somebody else');
  assert.is(await registration.isCurrent(), false);
});

test('registration: cut off from Redis it stops without waiting, and a restart of Redis does not matter to it', async () => {
  const { registration, history } = server({ reportIntervalMs: 60_000 });
  await registration.start();
  await cluster.server.restart();
  await until(async () => (await cluster.raw.hget(id, 'incarnation').catch(() => null)) === registration.incarnation);
  await until(() => history.length > 0);
  assert.equal(history, ['missing']);
  await cluster.server.kill();
  await registration.stop();
  await cluster.server.restart();
  await until(() => redis.up);
});

test.run();
