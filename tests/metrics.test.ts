import { randomBytes } from 'node:crypto';
import { type ServerProcess, startServer } from '@gatehouse/scripts/server-process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './docs/markdown.ts';
import { namesIn, readAlerts, readDashboard } from './harness/metric-names.ts';
import { parsePrometheusText, type ServedMetric } from './harness/prometheus-text.ts';
import { gather, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { until } from './harness/until.ts';

// What Prometheus reads of a cluster in which one player plays, and of its monitor.

const METRICS_TOKEN = randomBytes(32).toString('hex');
const ROLES = ['gateway', 'lobby-server', 'game-server', 'monitor'] as const;
type Role = (typeof ROLES)[number];
type Served = ReadonlyMap<string, ServedMetric>;

interface Context {
  cluster: TestCluster;
  monitor: ServerProcess;
  player: PulsePlayer;
  urls: Record<Role, string>;
  served: Record<Role, Served>;
}

const metrics = suite<Context>('metrics');
metrics.before(
  reported(async context => {
    const options = { gameServerEntry: 'tests/rooms/test-game-server.ts', env: { METRICS_TOKEN } };
    const cluster = await TestCluster.start(options);
    context.cluster = cluster;
    context.monitor = startMonitor(cluster.redis.url);
    context.player = await PulsePlayer.connect(await cluster.urls(), 'Ann');
    await gather([context.player]);
    await startRound([context.player]);
    context.urls = await metricsUrls(context);
    await says(context, 'monitor', served => sample(served, 'gatehouse_monitor_targets', '{standing="UP"}') === 3);
    await says(context, 'game-server', served => sample(served, 'gatehouse_game_players') === 1);
    await says(context, 'gateway', served => sample(served, 'gatehouse_health_verdicts_total', ACKNOWLEDGED) > 0);
    const scrapes = ROLES.map(async role => [role, await scrape(context.urls[role])] as const);
    context.served = Object.fromEntries(await Promise.all(scrapes)) as Context['served'];
  }),
);
metrics.after(async ({ cluster, monitor, player }) => {
  player?.close();
  monitor?.kill('SIGKILL');
  await monitor?.exited;
  await cluster?.stop();
});

const ACKNOWLEDGED = '{verdict="acknowledged"}';
const positive = (value: number) => value > 0;
const is = (expected: number) => (value: number) => value === expected;
const everyServer: [name: string, labels: string, fits: (value: number) => boolean][] = [
  ['gatehouse_redis_up', '', is(1)],
  ['gatehouse_redis_round_trips_total', '', positive],
  ['gatehouse_redis_round_trip_seconds_total', '', value => value > 0 && value < 5],
  ['gatehouse_redis_last_round_trip_seconds', '', value => value > 0 && value < 5],
  ['gatehouse_client_frames_received_total', '', positive],
  ['gatehouse_client_bytes_received_total', '', positive],
  ['gatehouse_output_frames_total', '', positive],
  ['gatehouse_output_bytes_total', '', positive],
  ['gatehouse_link_output_waiting_bytes', '', value => value >= 0 && value < 65_536],
];

const expected: Readonly<Record<Role, typeof everyServer>> = {
  gateway: [
    ...everyServer,
    ['gatehouse_connections', '', is(1)],
    ['gatehouse_sessions', '', is(1)],
    ['gatehouse_client_frames_sent_total', '', positive],
    ['gatehouse_client_bytes_sent_total', '', positive],
    ['gatehouse_client_output_waiting_bytes', '', value => value >= 0 && value < 65_536],
    ['gatehouse_links', '', is(2)],
    ['gatehouse_servers', '{state="up"}', is(2)],
    ['gatehouse_servers', '{state="down"}', is(0)],
    ['gatehouse_linked_servers', '{type="Lobby"}', is(1)],
    ['gatehouse_linked_servers', '{type="Game"}', is(1)],
    ['gatehouse_health_verdicts_total', ACKNOWLEDGED, positive],
    ['gatehouse_events_total', '{event="session.opened"}', is(1)],
    ['gatehouse_events_total', '{event="session.resumed"}', is(0)],
    ['gatehouse_events_total', '{event="room.placed"}', is(1)],
    ['gatehouse_events_total', '{event="stream.attached"}', value => value >= 0],
    ['gatehouse_events_total', '{event="server.evicted"}', is(0)],
  ],
  'lobby-server': [
    ...everyServer,
    ['gatehouse_links', '', is(1)],
    ['gatehouse_lobby_users', '', is(1)],
    ['gatehouse_events_total', '{event="lobby.room.created"}', is(1)],
    ['gatehouse_events_total', '{event="stream.attached"}', is(1)], // below the level of its log
  ],
  'game-server': [
    ...everyServer,
    ['gatehouse_links', '', is(1)],
    ['gatehouse_game_rooms', '', is(1)],
    ['gatehouse_game_players', '', is(1)],
    ['gatehouse_late_ticks_total', '', value => value >= 0],
    ['gatehouse_dropped_ticks_total', '', value => value >= 0],
    ['gatehouse_events_total', '{event="room.created"}', is(1)],
  ],
  monitor: [
    ['gatehouse_monitor_targets', '{standing="UP"}', is(3)],
    ['gatehouse_monitor_targets', '{standing="DOWN"}', is(0)],
    ['gatehouse_monitor_open_incidents', '', is(0)],
    ['gatehouse_monitor_outbox_waiting', '', is(0)],
    ['gatehouse_monitor_prober', '', is(1)],
    ['gatehouse_monitor_probed', '', is(1)],
    ['gatehouse_monitor_cluster_up', '', is(1)],
    ['gatehouse_events_total', '{event="prober.taken"}', is(1)],
    ['gatehouse_events_total', '{event="alert.sent"}', is(0)],
  ],
};

for (const role of ROLES) {
  metrics(`${role}: /metrics says what is`, ({ served }) => {
    for (const [name, labels, fits] of expected[role]) {
      const value = sample(served[role], name, labels);
      assert.ok(fits(value), `${name}${labels} is ${value}`);
    }
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      assert.ok(sample(served[role], name) > 0, name);
    }
  });

  metrics(`${role}: neither a wrong token nor none opens /metrics`, async ({ urls }) => {
    for (const authorization of ['', `Bearer ${'x'.repeat(64)}`]) {
      assert.is((await fetch(urls[role], { headers: { authorization } })).status, 401);
    }
  });

  metrics(`docs/MONITOR.md lists the metrics of ${role}, and no other`, ({ served }) => {
    const own = [...served[role]].filter(([name]) => name.startsWith('gatehouse_'));
    const documented = tableRows(readMarkdown('docs/MONITOR.md'), 'Metric', 'Type', 'Served by').filter(
      ([, , by = '']) => by.split(', ').includes(role) || by === 'all' || (by === 'servers' && role !== 'monitor'),
    );
    assert.equal(
      documented.map(([metric, type]) => `${type} ${codeOf(metric)?.replace(/\{.*$/, '')}`).sort(),
      own.map(([name, { type }]) => `${type} ${name}`).sort(),
    );
  });
}

metrics('what the dashboard and the alerts ask for is served', ({ served }) => {
  const names = new Set(['up', ...ROLES.flatMap(role => [...served[role].keys()])]);
  const expressions = [...readDashboard().expressions, ...readAlerts().map(({ expression }) => expression)];
  assert.ok(expressions.length > 30, `only ${expressions.length} expressions were found`);
  for (const expression of expressions) {
    for (const name of namesIn(expression)) assert.ok(names.has(name), `${name} in ${expression}`);
  }
});

metrics.run();

function startMonitor(redisUrl: string): ServerProcess {
  const secrets = { MONITOR_SECRET: randomBytes(32).toString('hex'), METRICS_TOKEN };
  const env = { REDIS_URL: redisUrl, MONITOR_PORT: '0', DATABASE_URL: 'file::memory:', ...secrets };
  return startServer({ role: 'monitor', name: 'monitor', env });
}

async function metricsUrls({ cluster, monitor }: Context): Promise<Context['urls']> {
  const { adminPort } = await cluster.first(cluster.gateways).ready;
  const lobby = await cluster.first(cluster.lobbyServers).ready;
  const game = await cluster.first(cluster.gameServers).ready;
  const { address } = await monitor.ready;
  return {
    gateway: `http://127.0.0.1:${adminPort}/metrics`,
    'lobby-server': `http://127.0.0.1:${lobby.metricsPort}/metrics`,
    'game-server': `http://127.0.0.1:${game.metricsPort}/metrics`,
    monitor: `http://${address}/metrics`,
  };
}

async function scrape(url: string): Promise<Served> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  assert.is(response.status, 200, url);
  return parsePrometheusText(await response.text());
}

/** Scrapes until what the process says fits: nothing else tells of it. */
function says({ urls }: Context, role: Role, fits: (served: Served) => boolean): Promise<void> {
  return until(`what the ${role} says`, async () => fits(await scrape(urls[role])));
}

function sample(served: Served, name: string, labels = ''): number {
  return served.get(name)?.values.get(labels) ?? Number.NaN;
}
