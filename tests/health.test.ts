import type { LogLine } from '@gatehouse/scripts/log-line';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ForeignBackend } from './harness/foreign-backend.ts';
import { RegistryMonitor } from './harness/registry-monitor.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// Whatever the number of gateways: one ping a backend and interval, and never a miss of a backend that acknowledges.

const INTERVAL_MS = testIntervalMs(600);
const ROUNDS = 4;
const BACKENDS = [
  { id: 'gh:Game:prompt', acknowledgeAfterMs: 0 },
  { id: 'gh:Game:usual', acknowledgeAfterMs: 30 },
  { id: 'gh:Game:late', acknowledgeAfterMs: 400 },
];

interface Health {
  cluster: TestCluster;
  backends: ForeignBackend[];
  monitor: RegistryMonitor;
}

const health = suite<Health>('health');
health.before(async context => {
  const options = { gateways: 1, lobbyServers: 0, gameServers: 0, healthIntervalMs: INTERVAL_MS };
  context.cluster = await TestCluster.start(options);
  context.monitor = await RegistryMonitor.start(context.cluster.redis.url);
  const redisUrl = context.cluster.redis.url;
  context.backends = BACKENDS.map(backend => new ForeignBackend({ redisUrl, ...backend }));
  await Promise.all(context.backends.map(backend => backend.start()));
});
health.after(async ({ cluster, backends, monitor }) => {
  monitor.stop();
  for (const backend of backends) backend.stop();
  await cluster.stop();
});

for (const gateways of [1, 2, 3, 8]) {
  health(`${gateways} gateways: one ping per backend and interval, no miss`, async ({ cluster, monitor }) => {
    // Started in one go, so their phases lie milliseconds apart: the worst case.
    for (let n = cluster.gateways.length + 1; n <= gateways; n++) cluster.startGateway(`gw${n}`);
    await Promise.all(cluster.gateways.map(gateway => gateway.ready));
    const ids = BACKENDS.map(backend => backend.id);
    const pings = await monitor.rounds(ids, ROUNDS);
    for (const id of ids) {
      const own = pings.filter(ping => ping.id === id);
      for (const [index, ping] of own.entries()) {
        const before = own[index - 1];
        if (before === undefined) continue;
        assert.ok(ping.atMs - before.atMs >= INTERVAL_MS - 1, `${id} was pinged twice`);
        const answered = acknowledged(monitor, id, before.atMs, ping.atMs); // not if this process was too busy
        if (answered) assert.is(ping.misses, 0, `${id} missed: ${JSON.stringify(own)}`);
      }
    }
  });

  if (gateways !== 3) continue;
  health('3 gateways, one acknowledgement lost: one miss, nothing evicted', async ({ backends, monitor }) => {
    const [prompt] = BACKENDS.map(({ id }) => id);
    assert.ok(prompt !== undefined);
    const from = monitor.events.count;
    let misses: number[] = [];
    while (!misses.includes(1)) {
      backends[0]?.loseOne(); // again, when nobody could judge that round
      const rounds = await monitor.rounds([prompt], 3);
      misses = rounds.filter(({ id }) => id === prompt).map(ping => ping.misses);
    }
    assert.is(Math.max(...misses), 1);
    assert.is(misses.filter(count => count === 1).length, 1);
    assert.equal(monitor.events.all.slice(from), []);
  });
}

health('misses are counted once, by two evicted, with one event', async ({ cluster, backends, monitor }) => {
  const id = 'gh:Game:usual';
  const usual = backends[1];
  const roundBefore = Number(await cluster.inspect.hget(id, 'round'));
  if (usual !== undefined) usual.acknowledgeAfterMs = undefined;
  await cluster.until('down', servers => servers.some(server => server.id === id && /down|lost/.test(server.state)));
  assert.equal(
    monitor.events.all.filter(({ text }) => text.startsWith('evict')).map(({ text }) => text),
    [`evict ${id} one misses`],
  );
  const isAbout = (line: LogLine) => line.server === id;
  await cluster.logged(cluster.gateways, 'server.evicted', isAbout);
  await cluster.logged(cluster.gateways, 'health.miss', line => isAbout(line) && line.misses === 2);
  assert.is(cluster.lines(cluster.gateways, 'server.evicted').filter(isAbout).length, 1);
  const isNew = (line: LogLine) => isAbout(line) && Number(line.round) > roundBefore;
  const misses = cluster.lines(cluster.gateways, 'health.miss').filter(isNew);
  const counts = misses.map(line => Number(line.misses)).sort(); // of several gateways
  assert.ok(counts.length >= 2); // more when the eviction came too late for its round
  assert.equal(
    counts,
    counts.map((_, index) => index + 1),
  );
});

health.run();

/** Whether Redis took an acknowledgement between these two pings. */
function acknowledged({ acknowledgements }: RegistryMonitor, id: string, fromMs: number, toMs: number): boolean {
  return acknowledgements.all.some(({ id: of, atMs }) => of === id && atMs > fromMs && atMs < toMs);
}
