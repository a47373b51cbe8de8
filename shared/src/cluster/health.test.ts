import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { type Tick, tickServer } from './health.ts';
import { TestBackend } from './test-backend.ts';
import { TestCluster } from './test-cluster.ts';

const INTERVAL_MS = 5000;
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

/** Ticks as a gateway that has been steady for ever. */
function tick(pongAgeMs?: number, steadyForMs = 1e9): Promise<Tick> {
  const steady = { run: redis.run.bind(redis), nowMs: () => redis.nowMs(), steadyForMs: () => steadyForMs };
  return tickServer(steady, cluster.keys, { id, intervalMs: INTERVAL_MS, pongAgeMs });
}

type Case = [
  name: string,
  before: Record<string, string | number>,
  pingedMsAgo: number | undefined,
  after: Partial<Tick> & object,
];
const judged: Case[] = [
  ['the first ping is no verdict', {}, undefined, { verdict: 'void', misses: 0, state: 'up', round: 1 }],
  [
    'an acknowledgement clears the misses',
    { check: 'update', misses: 1, state: 'suspect' },
    5100,
    { verdict: 'acknowledged', misses: 0, state: 'up', round: 8 },
  ],
  [
    'one miss makes it suspect',
    { check: 'testing', state: 'up' },
    5100,
    { verdict: 'missed', misses: 1, state: 'suspect' },
  ],
  [
    'two misses are for the eviction to judge',
    { check: 'testing', misses: 1, state: 'suspect' },
    5100,
    { verdict: 'missed', misses: 2, state: 'suspect' },
  ],
  ['whatever is not `testing` acknowledges', { check: 'UPDATE!' }, 5100, { verdict: 'acknowledged', misses: 0 }],
  [
    'nobody ticked for 2.2 intervals: no verdict',
    { check: 'testing', misses: 1, state: 'suspect' },
    11_100,
    { verdict: 'void', misses: 1, state: 'suspect' },
  ],
  [
    'nobody ticked, but it acknowledged: no verdict either',
    { check: 'update', misses: 1, state: 'suspect' },
    11_100,
    { verdict: 'void', misses: 1 },
  ],
  [
    'the clock of Redis was set back: no verdict',
    { check: 'testing' },
    -60_000,
    { verdict: 'void', misses: 0, state: 'up' },
  ],
  [
    'draining stays draining when it answers',
    { check: 'update', state: 'draining' },
    5100,
    { verdict: 'acknowledged', state: 'draining' },
  ],
  [
    'draining stays draining when it does not',
    { check: 'testing', state: 'draining' },
    5100,
    { verdict: 'missed', misses: 1, state: 'draining' },
  ],
  [
    'down: the first acknowledgement is not enough',
    { check: 'update', state: 'down', rise: 2, oks: 0 },
    5100,
    { verdict: 'acknowledged', state: 'down' },
  ],
  [
    'down: the second one is',
    { check: 'update', state: 'down', rise: 2, oks: 1 },
    5100,
    { verdict: 'acknowledged', state: 'up' },
  ],
  [
    'down, and told to drain meanwhile or before: draining again',
    { check: 'update', state: 'down', rise: 2, oks: 1, drain: 'default' },
    5100,
    { verdict: 'acknowledged', state: 'draining' },
  ],
  [
    'down and flapping: two are not enough',
    { check: 'update', state: 'down', rise: 4, oks: 1 },
    5100,
    { verdict: 'acknowledged', state: 'down' },
  ],
  [
    'down: a miss begins the count anew',
    { check: 'testing', state: 'down', rise: 2, oks: 1 },
    5100,
    { verdict: 'missed', state: 'down' },
  ],
  [
    'lost: no acknowledgement revives it',
    { check: 'update', state: 'lost', rise: 2, oks: 5 },
    5100,
    { verdict: 'void', state: 'lost' },
  ],
  [
    'lost: it is judged no more',
    { check: 'testing', state: 'lost', misses: 2 },
    5100,
    { verdict: 'void', state: 'lost', misses: 2 },
  ],
];
for (const [name, before, pingedMsAgo, after] of judged) {
  test(`tick: ${name}`, async () => {
    await server.write(before, pingedMsAgo);
    const result = await tick();
    for (const [field, value] of Object.entries(after)) assert.is(Reflect.get(result, field), value, field);
    assert.is(await cluster.raw.hget(id, 'check'), 'testing', 'pinged anew');
  });
}

test('tick: a second caller in the interval is early, pings nobody and learns the standing', async () => {
  await server.write({ check: 'testing', misses: 1, state: 'suspect' }, 1000);
  const result = await tick();
  assert.is(result.kind, 'early');
  if (result.kind !== 'early') return;
  assert.ok(result.waitMs > 3500 && result.waitMs <= 4000);
  assert.equal([result.state, result.misses, result.incarnation, result.round], ['suspect', 1, 'i1', 7]);
  assert.is(await cluster.raw.hget(id, 'misses'), '1');
});

test('tick: a caller that was cut off since the last ping gives no verdict, but pings', async () => {
  await server.write({ check: 'testing', misses: 1, state: 'suspect' }, 5100);
  const result = await tick(undefined, 4000);
  assert.ok(result.kind === 'judged' && result.verdict === 'void' && result.misses === 1);
  assert.is(await cluster.raw.hget(id, 'round'), '8');
});

test('tick: the ping is the message `testing` on the channel named like the hash', async () => {
  await server.write({}, undefined);
  const ping = new Promise(resolve => void redis.subscribe(id, resolve));
  await redis.publish(id, 'subscribed'); // the first message shows that the subscription stands
  assert.is(await ping, 'subscribed');
  const next = new Promise(resolve => void redis.subscribe(id, resolve));
  await tick();
  assert.is(await next, 'testing');
});

test('tick: the newest pong of any gateway counts, early or not; an older one does not', async () => {
  const long = Math.floor(redis.nowMs()) - 60_000;
  await server.write({ linkAt: long }, 1000);
  const silentMs = async (pongAgeMs?: number) => {
    const result = await tick(pongAgeMs);
    return result.kind === 'gone' ? -1 : Math.round(result.linkSilentMs / 1000);
  };
  assert.is(await silentMs(), 60);
  assert.is(await silentMs(4000), 4);
  assert.is(await silentMs(30_000), 4);
  assert.is(await silentMs(1000), 1);
});

test('tick: without any pong a server is silent since its first tick, not since ever', async () => {
  await server.write({});
  const result = await tick();
  assert.ok(result.kind === 'judged' && result.linkSilentMs === 0);
});

test('tick: the ghost of a late acknowledgement is deleted and forgotten', async () => {
  await cluster.raw.hset(id, 'check', 'update');
  await cluster.raw.sadd(cluster.keys.servers, id);
  assert.equal(await tick(), { kind: 'gone' });
  assert.equal(await cluster.raw.keys('*'), []);
});

test('tick: a foreign backend registered over another incarnation: that one is evicted and lost, once', async () => {
  await server.write({ state: 'suspect', misses: 1, check: 'testing', judged: 'i0', incarnation: 'i1' }, 1000);
  await cluster.raw.pexpire(id, 60_000);
  const result = await tick();
  assert.ok(result.kind === 'judged' && result.verdict === 'void' && result.state === 'up' && result.misses === 0);
  assert.is((await tick()).kind, 'early');
  assert.equal(await server.heard(), [`evict ${id} i0 replaced`, `lost ${id} i0`]);
  assert.is(await cluster.raw.pttl(id), -1);
});

test('tick: a down server that acknowledges, or that a link still hears, is kept; one that does neither is not', async () => {
  const ttlAfter = async (fields: Record<string, string | number>, pongAgeMs?: number) => {
    await server.write({ state: 'down', rise: 9, ...fields }, 5100);
    await cluster.raw.pexpire(id, 50_000);
    await tick(pongAgeMs);
    return (await cluster.raw.pttl(id)) > 50_000;
  };
  const long = Math.floor(redis.nowMs()) - 60_000;
  assert.is(await ttlAfter({ check: 'update', linkAt: long }), true);
  assert.is(await ttlAfter({ check: 'testing', linkAt: long }, 1000), true);
  assert.is(await ttlAfter({ check: 'testing', linkAt: long }), false);
});

test('tick: who returns loses the tombstone and starts slowly', async () => {
  await server.write({ check: 'update', state: 'down', rise: 2, oks: 1, joinedAt: 1 }, 5100);
  await cluster.raw.pexpire(id, 50_000);
  await tick();
  assert.is(await cluster.raw.pttl(id), -1);
  assert.ok(Number(await cluster.raw.hget(id, 'joinedAt')) > redis.nowMs() - 5000);
});

test.run();
