import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sleep, systemClock } from '../runtime/clock.ts';
import { silentLog } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { evictForMisses, type Tick, tickServer } from './health.ts';
import { Registration } from './registration.ts';
import { TestCluster, until } from './test-cluster.ts';

const INTERVAL_MS = 200;
const GATEWAYS = 3;

let cluster: TestCluster;
let gateways: ClusterRedis[];
let backends: ClusterRedis;
let registrations: Registration[];

test.before.each(async () => {
  cluster = await TestCluster.start();
  // Small rounds, but the patience of real ones: a busy machine must not look like a cut connection.
  gateways = await Promise.all(Array.from({ length: GATEWAYS }, () => cluster.connect({ healthIntervalMs: 2000 })));
  backends = await cluster.connect();
  registrations = [];
});
test.after.each(async () => {
  for (const registration of registrations) await registration.stop();
  await cluster.stop();
});

async function backend(name: string, acknowledgeAfterMs: number | undefined): Promise<string> {
  const registration = new Registration({
    redis: backends,
    keys: cluster.keys,
    clock: systemClock,
    log: silentLog,
    type: 'Game',
    name,
    address: () => 'a',
    capacity: 9,
    rooms: ['arena'],
    version: '1',
    load: () => ({ games: 0, users: 0 }),
    onPing: acknowledge => {
      if (acknowledgeAfterMs !== undefined) systemClock.after(acknowledgeAfterMs, acknowledge);
    },
    onLost: () => {},
    onReplaced: () => {},
    reportIntervalMs: 100,
  });
  registrations.push(registration);
  await registration.start();
  return registration.id;
}

/** One gateway's rounds of one server, until told to stop. */
async function watch(redis: ClusterRedis, id: string, seen: Tick[], going: () => boolean): Promise<void> {
  while (going()) {
    let waitMs = INTERVAL_MS;
    try {
      const tick = await tickServer(redis, cluster.keys, { id, intervalMs: INTERVAL_MS, pongAgeMs: 0 });
      seen.push(tick);
      if (tick.kind === 'early') waitMs = tick.waitMs;
      if (tick.kind === 'judged' && tick.misses >= 2) {
        await evictForMisses(redis, cluster.keys, { id, round: tick.round, maxMisses: 2 });
      }
    } catch {
      // Redis is out of reach: nothing is known
    }
    await sleep(systemClock, waitMs);
  }
}

/** All gateways watch all servers, `phaseMs` apart, for as long as `work` takes. Returns what they saw. */
async function watched(ids: string[], phaseMs: number, work: () => Promise<void>): Promise<Tick[]> {
  const seen: Tick[] = [];
  let going = true;
  const watches = ids.flatMap(id =>
    gateways.map(async (redis, index) => {
      await sleep(systemClock, index * phaseMs);
      await watch(redis, id, seen, () => going);
    }),
  );
  await work();
  going = false;
  await Promise.all(watches);
  return seen;
}

const worstMisses = (seen: readonly Tick[]) => Math.max(...seen.map(tick => (tick.kind === 'gone' ? 0 : tick.misses)));
const judgements = (seen: readonly Tick[]) =>
  seen.filter(tick => tick.kind === 'judged' && tick.verdict !== 'void').length;

for (const phaseMs of [0, 3, 20]) {
  test(`rounds: ${GATEWAYS} gateways ${phaseMs} ms apart ping once an interval and count no miss, however late the answers`, async () => {
    const pings = new Map<string, number[]>();
    const ids = await Promise.all([backend('g0', 0), backend('g1', 10), backend('g2', 80)]);
    for (const id of ids) {
      pings.set(id, []);
      await backends.subscribe(id, () => pings.get(id)?.push(systemClock.monotonicMs()));
    }
    const startedMs = systemClock.monotonicMs();
    const seen = await watched(ids, phaseMs, () => sleep(systemClock, 5 * INTERVAL_MS));
    const elapsedMs = systemClock.monotonicMs() - startedMs;
    for (const heard of pings.values()) {
      assert.ok(heard.length >= 3 && heard.length <= 1 + elapsedMs / INTERVAL_MS, `${heard.length} pings`);
    }
    assert.is(worstMisses(seen), 0);
    assert.ok(judgements(seen) >= 3 * 2);
  });
}

test('rounds: a backend that never answers is evicted once, after its second miss', async () => {
  const events: string[] = [];
  await backends.subscribe(cluster.keys.events, message => events.push(message));
  const id = await backend('g0', undefined);
  const seen = await watched([id], 0, () => until(async () => (await cluster.raw.hget(id, 'state')) === 'down'));
  await sleep(systemClock, INTERVAL_MS / 2);
  assert.is(worstMisses(seen), 2);
  assert.is(events.filter(event => event.startsWith('evict')).length, 1);
});

test('rounds: Redis frozen for several intervals costs nobody a miss', async () => {
  const ids = await Promise.all([backend('g0', 0), backend('g1', 20)]);
  const seen = await watched(ids, 7, async () => {
    await sleep(systemClock, 2.4 * INTERVAL_MS);
    cluster.server.signal('SIGSTOP');
    await sleep(systemClock, 4 * INTERVAL_MS);
    cluster.server.signal('SIGCONT');
    await sleep(systemClock, 3 * INTERVAL_MS);
  });
  assert.is(worstMisses(seen), 0);
  assert.ok(judgements(seen) > 0);
});

test('rounds: Redis killed and empty again costs nobody a miss, and all are registered again', async () => {
  const ids = await Promise.all([backend('g0', 0), backend('g1', 20)]);
  const seen = await watched(ids, 7, async () => {
    await sleep(systemClock, 2.4 * INTERVAL_MS);
    await cluster.server.restart();
    await until(async () => (await cluster.raw.scard(cluster.keys.servers).catch(() => 0)) === ids.length);
    await sleep(systemClock, 3 * INTERVAL_MS);
  });
  assert.is(worstMisses(seen), 0);
});

test.run();
