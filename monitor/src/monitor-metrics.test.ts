import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MonitorMetrics } from './monitor-metrics.ts';
import { PROBER_LEASE } from './prober-lease.ts';
import { takeLease } from './store/leases.ts';
import { openTestDatabase } from './store/test-database.ts';
import { insertChannel, insertTarget } from './targets/target-fixtures.ts';

const NOW_MS = 1_000_000;

const database = await openTestDatabase();
const { db } = database;
test.after(() => database.close());

function monitorMetrics() {
  const clock = { wallMs: () => NOW_MS };
  return new MonitorMetrics({ metrics: new Metrics(), db, clock, lease: { held: true }, cluster: { up: true } });
}

/** What it says, without zeros and without what Node says. */
async function told(metrics: MonitorMetrics): Promise<string[]> {
  const lines = (await metrics.text()).split('\n').filter(line => line.startsWith('gatehouse_monitor_'));
  return lines.filter(line => !line.endsWith(' 0')).map(line => line.slice('gatehouse_monitor_'.length));
}

test('metrics: a monitor that watches nothing yet', async () => {
  assert.equal(await told(monitorMetrics()), ['prober 1', 'cluster_up 1']);
});

test('metrics: checks, by result, and how late they began', async () => {
  const metrics = monitorMetrics();
  for (const lateMs of [0, 500, 1500]) metrics.began(lateMs);
  for (const ok of [true, true, false]) metrics.checked(ok);
  assert.equal(await told(metrics), [
    'prober 1',
    'cluster_up 1',
    'checks_total{result="ok"} 2',
    'checks_total{result="failed"} 1',
    'checks_begun_total 3',
    'check_lateness_seconds_total 2',
    'late_checks_total 1',
  ]);
});

test('metrics: what the database holds', async () => {
  const metrics = monitorMetrics();
  for (const id of ['a', 'b', 'c', 'gone']) await insertTarget(db, { id });
  await db.updateTable('targets').set({ archivedAt: 1 }).where('id', '=', 'gone').execute();
  await db.updateTable('standings').set({ standing: 'DOWN' }).where('targetId', '=', 'a').execute();
  const incident = {
    targetId: 'a',
    hostName: 'a',
    environment: 'DEV',
    kind: 'outage',
    reason: 'r',
    lastError: '',
  } as const;
  const incidents = [
    { id: 'open', openedAt: 1, closedAt: null },
    { id: 'over', openedAt: 1, closedAt: 2 },
  ];
  for (const times of incidents)
    await db
      .insertInto('incidents')
      .values({ ...incident, ...times })
      .execute();
  await insertChannel(db, { id: 'works' });
  await insertChannel(db, { id: 'fails', failure: '404' });
  await insertChannel(db, { id: 'off', failure: '404', enabled: 0 });
  const message = { channelId: 'works', incidentId: 'open', kind: 'outage', body: '{}', nextAt: 0 } as const;
  const sending = { attempts: 0, leaseOwner: null, leaseUntil: 0, lastResult: null, sentAt: null };
  const messages = [
    { id: 'old', dedupeKey: '1', state: 'waiting', createdAt: NOW_MS - 30_000 },
    { id: 'new', dedupeKey: '2', state: 'waiting', createdAt: NOW_MS - 1_000 },
    { id: 'sent', dedupeKey: '3', state: 'sent', createdAt: NOW_MS - 90_000 },
  ] as const;
  for (const row of messages)
    await db
      .insertInto('outbox')
      .values({ ...message, ...sending, ...row })
      .execute();
  await takeLease(db, { name: PROBER_LEASE, owner: 'another', nowMs: NOW_MS, untilMs: NOW_MS + 1 });
  assert.equal(await told(metrics), [
    'targets{standing="DOWN"} 1',
    'targets{standing="UNKNOWN"} 2',
    'open_incidents 1',
    'outbox_waiting 2',
    'outbox_oldest_seconds 30',
    'failed_channels 1',
    'probed 1',
    'prober 1',
    'cluster_up 1',
  ]);
});

test.run();
