import { until } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { insertChannel, insertTarget } from '../targets/target-fixtures.ts';
import { recordResult } from './results.ts';
import { forgetOld, Retention } from './retention.ts';
import { openTestDatabase } from './test-database.ts';

const DAY_MS = 24 * 3_600_000;
const NOW_MS = 1000 * DAY_MS;
const daysAgo = (days: number) => NOW_MS - days * DAY_MS;

const data = await openTestDatabase();
const { db } = data;
test.before.each(async () => {
  for (const table of ['targets', 'incidents', 'channels', 'changes'] as const) await db.deleteFrom(table).execute();
});
test.after(() => data.close());

async function addIncident(id: string, { openedAt, closedAt }: { openedAt: number; closedAt: number | null }) {
  const what = {
    targetId: null,
    hostName: id,
    environment: 'LIVE',
    kind: 'outage',
    reason: '',
    lastError: '',
  } as const;
  await db
    .insertInto('incidents')
    .values({ id, openedAt, closedAt, ...what })
    .execute();
}

async function addMessage(incidentId: string) {
  const message = {
    id: `of ${incidentId}`,
    dedupeKey: incidentId,
    channelId: 'ops',
    kind: 'outage',
    body: '{}',
  } as const;
  const state = { state: 'sent', attempts: 1, nextAt: 0, leaseUntil: 0, createdAt: 0 } as const;
  await db
    .insertInto('outbox')
    .values({ incidentId, ...message, ...state })
    .execute();
}

async function idsIn(table: 'incidents' | 'targets' | 'transitions' | 'outbox'): Promise<string[]> {
  const rows = await db.selectFrom(table).select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

test('retention: an incident goes a year after it was closed, with its messages; an open one stays', async () => {
  await insertChannel(db, { id: 'ops' });
  await addIncident('closed long ago', { openedAt: daysAgo(367), closedAt: daysAgo(365) - 1 });
  await addIncident('closed within a year', { openedAt: daysAgo(500), closedAt: daysAgo(365) });
  await addIncident('open', { openedAt: daysAgo(500), closedAt: null });
  for (const id of await idsIn('incidents')) await addMessage(id);
  await forgetOld(db, NOW_MS);
  assert.equal(await idsIn('incidents'), ['closed within a year', 'open']);
  assert.equal(await idsIn('outbox'), ['of closed within a year', 'of open']);
});

test('retention: transitions go after a year', async () => {
  await insertTarget(db, { id: 'web' });
  const move = { targetId: 'web', from: 'UP', to: 'DOWN', reason: '' } as const;
  const moves = [
    { ...move, id: 'a year ago', at: daysAgo(365) },
    { ...move, id: 'older', at: daysAgo(365) - 1 },
  ];
  await db.insertInto('transitions').values(moves).execute();
  await forgetOld(db, NOW_MS);
  assert.equal(await idsIn('transitions'), ['a year ago']);
});

test('retention: what a source has left goes after 30 days, not what an operator made or deleted', async () => {
  const archived = { origin: 'registry', archivedAt: daysAgo(30) - 1 } as const;
  await insertTarget(db, { id: 'left long ago', ...archived });
  await insertTarget(db, { id: 'left lately', ...archived, archivedAt: daysAgo(30) });
  await insertTarget(db, { id: 'deleted', ...archived, ignored: 1 });
  await insertTarget(db, { id: 'of hand', ...archived, origin: 'hand' });
  await insertTarget(db, { id: 'there', origin: 'heartbeat', updatedAt: daysAgo(500) });
  await addIncident('of it', { openedAt: daysAgo(31), closedAt: daysAgo(31) });
  await forgetOld(db, NOW_MS);
  assert.equal(await idsIn('targets'), ['deleted', 'left lately', 'of hand', 'there']);
  assert.equal(await idsIn('incidents'), ['of it'], 'its history outlives it');
});

test('retention: changes go after an hour, but for the newest one', async () => {
  const HOUR_MS = 3_600_000;
  const seen = async () => (await db.selectFrom('changes').select('id').orderBy('seq').execute()).map(({ id }) => id);
  const add = (id: string, at: number) => db.insertInto('changes').values({ kind: 'target', id, at }).execute();
  await add('old', NOW_MS - HOUR_MS - 1);
  await add('an hour ago', NOW_MS - HOUR_MS);
  await forgetOld(db, NOW_MS);
  assert.equal(await seen(), ['an hour ago']);
  await forgetOld(db, NOW_MS + DAY_MS);
  assert.equal(await seen(), ['an hour ago'], 'numbers go on behind it');
});

test('retention: of each target the newest 100 results are kept', async () => {
  for (const id of ['web', 'chat']) await insertTarget(db, { id });
  const result = { ok: 1, standing: 'UP', latencyMs: 1, error: null, phases: '{}' } as const;
  await recordResult(db, { targetId: 'chat', at: 0, ...result });
  const older = Array.from({ length: 100 }, (_, at) => ({ targetId: 'web', at, ...result }));
  await db.insertInto('results').values(older).execute();
  await recordResult(db, { targetId: 'web', at: 100, ...result });
  const query = db.selectFrom('results').select(({ fn }) => [fn.min('at').as('oldest'), fn.countAll().as('count')]);
  assert.equal(await query.where('targetId', '=', 'web').execute(), [{ oldest: 1, count: 100 }]);
  assert.equal(await query.where('targetId', '=', 'chat').execute(), [{ oldest: 0, count: 1 }]);
});

test('retention: runs at the start and every ten minutes, until it is stopped', async () => {
  const clock = new FakeClock();
  clock.advance(NOW_MS);
  const retention = new Retention({ db, clock, log: silentLog });
  await addIncident('before', { openedAt: 0, closedAt: 0 });
  await retention.start();
  assert.equal(await idsIn('incidents'), []);
  await addIncident('later', { openedAt: 0, closedAt: 0 });
  clock.advance(10 * 60_000);
  await until(async () => (await idsIn('incidents')).length === 0);
  retention.stop();
  assert.is(clock.pending, 0);
});

test.run();
