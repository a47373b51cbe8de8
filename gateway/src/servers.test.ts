import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestBackend, type TestBackendOptions } from './test-backend.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';

const healthIntervalMs = 300;

let cluster: TestCluster;
let log: TestLog;
let gateways: TestGateway[] = [];
let backends: TestBackend[] = [];
let events: string[] = [];
let marks = 0;

test.before(async () => {
  cluster = await TestCluster.start();
  const redis = await cluster.connect();
  await redis.subscribe(cluster.keys.events, message => events.push(message));
});
test.before.each(() => {
  log = new TestLog();
  events = [];
});
test.after.each(async () => {
  await Promise.all(gateways.map(gateway => gateway.stop()));
  await Promise.all(backends.map(backend => backend.leave()));
  [gateways, backends] = [[], []];
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

async function startGateways(count: number): Promise<TestGateway[]> {
  const names = Array.from({ length: count }, (_, index) => `gateway${index}`);
  const started = await Promise.all(names.map(name => TestGateway.start(cluster, { name, healthIntervalMs, log })));
  gateways.push(...started);
  return started;
}

async function startBackend(options: Partial<TestBackendOptions> = {}): Promise<TestBackend> {
  const backend = await TestBackend.start(cluster, { name: 'one', healthIntervalMs, ...options });
  backends.push(backend);
  return backend;
}

const linked = (backend: TestBackend) => () =>
  gateways.every(({ servers }) => servers.get(backend.id)?.link?.peer.incarnation === backend.registration.incarnation);
const inState = (backend: TestBackend, state: string) => () =>
  gateways.every(({ servers }) => servers.get(backend.id)?.record.state === state);

/** What was published on the events channel until now. */
async function heard(kind: string): Promise<string[]> {
  const mark = `mark ${marks++}`;
  await cluster.raw.publish(cluster.keys.events, mark);
  await until(() => events.includes(mark));
  return events.filter(event => event.startsWith(`${kind} `));
}

test('servers: a backend that was there and one that comes are linked; one that leaves is forgotten', async () => {
  const first = await startBackend();
  await startGateways(2);
  const second = await startBackend({ name: 'two', type: 'Lobby' });
  await until(linked(first));
  await until(linked(second));
  assert.equal(gateways[0]?.servers.candidates('Game'), [first.id]);
  assert.equal(
    gateways[0]?.servers.linked('Lobby').map(server => server.id),
    [second.id],
  );
  await first.leave();
  await log.until(LOG_EVENTS.serverGone, { server: first.id, why: 'left' }, 2);
  assert.equal(
    [...(gateways[0]?.servers.all() ?? [])].map(server => server.id),
    [second.id],
  );
  assert.equal(await heard('evict'), []);
});

/** By the time of Redis, which no busy machine makes look shorter. */
async function lastPing({ id }: { id: string }): Promise<{ round: number; pingAt: number }> {
  const [round, pingAt] = await cluster.raw.hmget(id, 'round', 'pingAt');
  return { round: Number(round), pingAt: Number(pingAt) };
}

for (const count of [1, 2, 3, 8]) {
  test(`servers: ${count} gateways ping once an interval and miss nothing`, async () => {
    const backend = await startBackend();
    await startGateways(count);
    await until(() => backend.pings >= 2);
    const [first, pings] = [await lastPing(backend), backend.pings];
    await until(() => backend.pings >= pings + 5);
    const last = await lastPing(backend);
    const rounds = last.round - first.round;
    assert.ok(rounds >= 4, `${rounds} rounds`);
    const passedMs = last.pingAt - first.pingAt;
    assert.ok(passedMs >= rounds * healthIntervalMs, `${rounds} rounds within ${passedMs} ms of Redis`);
    assert.ok(passedMs < 1.3 * rounds * healthIntervalMs, `${rounds} rounds took ${passedMs} ms of Redis`);
    assert.equal(log.of(LOG_EVENTS.healthMiss), []);
    assert.is(await cluster.raw.hget(backend.id, 'misses'), '0');
  });
}

test('servers: one miss makes suspect, two evict once for three gateways; linked is not lost; it comes back', async () => {
  const backend = await startBackend();
  await startGateways(3);
  await until(linked(backend));
  await until(() => backend.pings >= 2);
  const { incarnation } = backend.registration;
  backend.stuck = { acknowledgements: true, pongs: false };
  await log.until(LOG_EVENTS.serverState, { from: 'up', to: 'suspect' });
  await log.until(LOG_EVENTS.serverEvicted, { server: backend.id, misses: 2, why: 'misses' });
  await until(inState(backend, 'down'));
  assert.equal(
    log.of(LOG_EVENTS.healthMiss).map(line => line.fields.misses),
    [1, 2],
  );
  assert.equal(gateways[0]?.servers.candidates('Game'), []);
  const pings = backend.pings;
  await until(() => backend.pings >= pings + 3); // longer than it takes to be lost, were it silent
  assert.ok(linked(backend)() && inState(backend, 'down')());
  backend.stuck = { acknowledgements: false, pongs: false };
  await until(inState(backend, 'up'));
  assert.is(backend.registration.incarnation, incarnation);
  assert.equal(await heard('evict'), [`evict ${backend.id} ${incarnation} misses`]);
  assert.is(log.of(LOG_EVENTS.serverEvicted).length, 1);
  assert.equal(await heard('lost'), []);
});

test('servers: most of three miss at once: nobody is evicted, and one of two gateways says so', async () => {
  const three = await Promise.all(['g1', 'g2', 'g3'].map(name => startBackend({ name })));
  await startGateways(2);
  await until(() => three.every(backend => backend.pings >= 2));
  for (const backend of three) backend.stuck = { acknowledgements: true, pongs: false };
  await log.until(LOG_EVENTS.healthMassMiss, { type: 'Game', servers: 3 });
  const pings = three.map(backend => backend.pings);
  await until(() => three.every((backend, index) => backend.pings >= (pings[index] ?? 0) + 3)); // each gateway has held it
  assert.equal(log.of(LOG_EVENTS.serverEvicted), []);
  assert.is(log.of(LOG_EVENTS.healthMassMiss).length, 1);
  for (const backend of three) backend.stuck = { acknowledgements: false, pongs: false };
  await until(() => three.every(backend => inState(backend, 'up')()));
});

test('servers: a hung backend is evicted, then lost; when it wakes it is linked under a new incarnation', async () => {
  const backend = await startBackend();
  await startGateways(2);
  await until(linked(backend));
  const { incarnation } = backend.registration;
  backend.stuck = { acknowledgements: true, pongs: true };
  await log.until(LOG_EVENTS.serverLost, { server: backend.id, incarnation, why: 'silent' });
  assert.equal(await heard('evict'), [`evict ${backend.id} ${incarnation} misses`]);
  assert.equal(await heard('lost'), [`lost ${backend.id} ${incarnation}`]);
  backend.stuck = { acknowledgements: false, pongs: false };
  await until(() => backend.registration.incarnation !== incarnation);
  await until(linked(backend));
  await until(inState(backend, 'up'));
});

test('servers: a dead process is evicted and lost without a miss, by one gateway', async () => {
  const backend = await startBackend();
  await startGateways(3);
  await until(linked(backend));
  const { incarnation } = backend.registration;
  await backend.die();
  await log.until(LOG_EVENTS.serverEvicted, { server: backend.id, incarnation, why: 'dead' });
  await until(inState(backend, 'lost'));
  assert.equal(await heard('evict'), [`evict ${backend.id} ${incarnation} dead`]);
  assert.equal(await heard('lost'), [`lost ${backend.id} ${incarnation}`]);
  assert.equal(log.of(LOG_EVENTS.healthMiss), []);
});

test('servers: nobody at the door but still subscribed is not dead', async () => {
  const backend = await startBackend();
  await startGateways(2);
  await until(linked(backend));
  await backend.listener.stop();
  const pings = backend.pings;
  await until(() => backend.pings >= pings + 5); // several proofs were tried meanwhile
  assert.ok(inState(backend, 'up')());
  assert.equal(gateways[0]?.servers.candidates('Game'), []); // not linked
  assert.equal(await heard('evict'), []);
});

test('servers: a restart under the same id is linked anew; the one before is evicted once', async () => {
  const before = await startBackend();
  await startGateways(2);
  await until(linked(before));
  await before.die();
  const after = await startBackend();
  await until(linked(after));
  await until(inState(after, 'up'));
  assert.is((await heard('evict')).length, 1);
});

test('servers: FLUSHALL is noticed, and costs nobody a miss, an eviction or a link', async () => {
  const one = await startBackend();
  const two = await startBackend({ name: 'two' });
  await startGateways(2);
  await until(() => linked(one)() && linked(two)());
  const links = gateways.map(({ servers }) => servers.get(one.id)?.link);
  assert.ok(gateways.every(({ forgotten }) => forgotten === 0));
  await cluster.raw.flushall();
  await until(async () => (await cluster.raw.scard(cluster.keys.servers)) === 2);
  const pings = [one.pings, two.pings];
  await until(() => one.pings >= (pings[0] ?? 0) + 3 && two.pings >= (pings[1] ?? 0) + 3);
  assert.ok(inState(one, 'up')() && inState(two, 'up')());
  assert.ok(gateways.every(({ forgotten }) => forgotten > 0));
  assert.equal(
    gateways.map(({ servers }) => servers.get(one.id)?.link),
    links,
  );
  assert.equal(log.of(LOG_EVENTS.healthMiss), []);
  assert.equal(await heard('evict'), []);
});

test('servers: a Redis that is frozen for four intervals costs nobody a miss', async () => {
  const backend = await startBackend();
  await startGateways(2);
  await until(linked(backend));
  await until(() => backend.pings >= 2);
  const thawAtMs = systemClock.monotonicMs() + 4 * healthIntervalMs;
  cluster.server.signal('SIGSTOP');
  await until(() => systemClock.monotonicMs() >= thawAtMs);
  cluster.server.signal('SIGCONT');
  const pings = backend.pings;
  await until(() => backend.pings >= pings + 3);
  assert.ok(linked(backend)() && inState(backend, 'up')());
  assert.equal(log.of(LOG_EVENTS.healthMiss), []);
  assert.equal(await heard('evict'), []);
});

test.run();
