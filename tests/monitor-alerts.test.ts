import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SlackStandIn } from '@gatehouse/monitor/alerts/slack-stand-in';
import { findPostgres } from '@gatehouse/scripts/postgres-binary';
import { PostgresProcess } from '@gatehouse/scripts/postgres-process';
import { type ServerProcess, startServer } from '@gatehouse/scripts/server-process';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MonitorApi } from './harness/monitor-api.ts';
import { until } from './harness/until.ts';

const PASSWORD = 'correct horse battery';
const MONITOR_SECRET = randomBytes(32).toString('hex');
const TARGETS = ['one', 'two', 'three', 'four', 'five'];
const CHANNELS = ['ops', 'night'];
/** Answers always: if nothing did, the monitor would doubt itself. */
const WELL_PATH = '/well';
const DAY_MS = 86_400_000;

interface Incident {
  readonly messages: readonly { readonly kind: string; readonly state: string }[];
}

const postgres = await PostgresProcess.start(await findPostgres(process.env, console.log)).catch(String);
const why = typeof postgres === 'string' ? postgres : undefined;
test.after(() => (typeof postgres === 'string' ? undefined : postgres.stop()));

test('alerts: two monitors die before anybody was told; what they left is told once, on libsql', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-monitor-alerts-'));
  await diesBeforeTelling(`file:${join(folder, 'monitor.db')}`).finally(() => rm(folder, { recursive: true }));
});

testUnless(why, test)(
  'alerts: two monitors die before anybody was told; what they left is told once, on PostgreSQL',
  () => diesBeforeTelling(typeof postgres === 'string' ? '' : postgres.url),
);

/** Something that answers while it is `well`, two monitors of it on one database, and whoever they tell. */
async function diesBeforeTelling(databaseUrl: string): Promise<void> {
  let well = false;
  const watched = createServer(({ url }, response) =>
    well || url === WELL_PATH ? response.end() : response.destroy(),
  );
  await new Promise<void>(resolve => watched.listen(0, '127.0.0.1', resolve));
  const slack = new SlackStandIn();
  const slackOrigin = await slack.start();
  const monitors: ServerProcess[] = [];
  const start = async () => {
    const monitor = startMonitor(databaseUrl, slackOrigin);
    monitors.push(monitor);
    return MonitorApi.logIn((await monitor.ready).address, PASSWORD);
  };
  try {
    const first = await start();
    await start();
    const targetIds = await prepare(first, { slackOrigin, port: (watched.address() as AddressInfo).port });
    slack.answerAll({ status: 500 }); // nobody is told before they die
    await until('all are down', async () => (await openIncidents(first)).length === TARGETS.length);
    for (const monitor of monitors.splice(0)) {
      monitor.kill('SIGKILL');
      await monitor.exited;
    }
    assert.equal(slack.taken, []);
    slack.answers.push({ status: 500 }, { status: 429, retryAfterSeconds: 1 });
    slack.answerAll('take');
    const [, admin] = await Promise.all([start(), start()]);
    const keys = () => slack.taken.flatMap(({ dedupeKeys }) => dedupeKeys);
    await slack.until(() => keys().length >= TARGETS.length * CHANNELS.length);
    well = true;
    for (const id of targetIds) await admin.write('POST', `targets/${id}/check`);
    await until('all are up', async () => (await openIncidents(admin)).length === 0);
    await until('all is told', async () => (await messages(admin)).every(({ state }) => state === 'sent'));
    assert.is((await messages(admin)).length, 2 * TARGETS.length * CHANNELS.length);
    assert.equal(keys().length, new Set(keys()).size);
    assert.is(keys().length, 2 * TARGETS.length * CHANNELS.length);
  } finally {
    for (const monitor of monitors) monitor.kill('SIGKILL');
    await Promise.all(monitors.map(({ exited }) => exited));
    await slack.stop();
    watched.close();
  }
}

/** Two channels, and targets whose checks fail. Resolves with their ids. */
async function prepare(
  admin: MonitorApi,
  { slackOrigin, port }: { slackOrigin: string; port: number },
): Promise<string[]> {
  await admin.write('PATCH', 'settings', { groupingMs: 2000, downAfter: 1, upAfter: 1 });
  for (const name of CHANNELS) {
    await admin.write('POST', 'channels', {
      name,
      kind: 'slack-webhook',
      hookUrl: `${slackOrigin}/services/T0/B0/${name}`,
    });
  }
  const target = { host: '127.0.0.1', port, type: 6, intervalMs: DAY_MS };
  await admin.write('POST', 'targets', { ...target, host_name: 'well', path: WELL_PATH });
  const ids: string[] = [];
  for (const host_name of TARGETS) {
    const { id } = await admin.write<{ id: string }>('POST', 'targets', { ...target, host_name });
    await admin.write('POST', `targets/${id}/check`);
    ids.push(id);
  }
  return ids;
}

async function openIncidents(api: MonitorApi): Promise<readonly Incident[]> {
  return (await api.read<{ items: readonly Incident[] }>('incidents?open=true')).items;
}

async function messages(api: MonitorApi) {
  const { items } = await api.read<{ items: readonly Incident[] }>('incidents');
  return items.flatMap(incident => incident.messages);
}

function startMonitor(databaseUrl: string, slackOrigin: string): ServerProcess {
  return startServer({
    role: 'monitor',
    name: 'monitor',
    env: {
      MONITOR_PORT: '0',
      MONITOR_SECRET,
      MONITOR_ADMIN_PASSWORD: PASSWORD,
      DATABASE_URL: databaseUrl,
      HOOK_ORIGINS: slackOrigin,
      PROBE_LOOPBACK: '1',
      LOG_LEVEL: 'info',
    },
  });
}

test.run();
