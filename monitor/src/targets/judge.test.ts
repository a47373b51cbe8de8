import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Database, transact } from '../store/database.ts';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { openTestDatabase } from '../store/test-database.ts';
import { closeBlindIncident, openBlindIncident } from './blind-incident.ts';
import { judge } from './judge.ts';
import type { Observation } from './standing.ts';
import { insertChannel, insertTarget } from './target-fixtures.ts';

const rules = DEFAULT_SETTINGS;
const failed: Observation = { kind: 'failed', error: 'HTTP 503' };
const answered: Observation = { kind: 'answered', latencyMs: 12 };
const evicted: Observation = { kind: 'down', reason: 'evicted: 2 misses' };

async function withDatabase(run: (db: Database) => Promise<void>): Promise<void> {
  const { db, close } = await openTestDatabase();
  try {
    await run(db);
  } finally {
    await close();
  }
}

/** One observation a second, the first one at 1000. Returns the time after the last. */
async function see(db: Database, targetId: string, seen: readonly Observation[], fromMs = 1000): Promise<number> {
  let atMs = fromMs;
  for (const observation of seen) {
    const judgement = { targetId, atMs, observation };
    await transact(db, transaction => judge(transaction, judgement, rules));
    atMs += 1000;
  }
  return atMs;
}

const messages = async (db: Database) => {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('createdAt').orderBy('dedupeKey').execute();
  return rows.map(({ kind, channelId, state }) => `${kind} ${channelId} ${state}`);
};

test('judge: no query of a path is in an incident or a message: it may hold a token', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertTarget(db, { id: 'really?', path: '/health?token=secret' });
    const pushed = { origin: 'heartbeat', type: 2, hostName: 'ws://chat.example/room?token=secret' } as const;
    await insertTarget(db, { id: 'chat', path: '/room?token=secret', ...pushed });
    for (const id of ['really?', 'chat']) await see(db, id, [failed, failed]);
    const incidents = await db.selectFrom('incidents').selectAll().orderBy('hostName').execute();
    assert.equal(
      incidents.map(({ hostName }) => hostName),
      ['really?', 'ws://chat.example/room'],
    );
    const told = (await db.selectFrom('outbox').select('body').execute()).map(({ body }) => JSON.parse(body));
    assert.equal(told.map(({ address }) => address).sort(), ['127.0.0.1:80/health', '127.0.0.1:80/room']);
    assert.not(/secret/.test(JSON.stringify([incidents, told])));
  }));

test('judge: an outage is an incident and one message a channel, its end another one with both times', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertChannel(db, { id: 'b' });
    await insertChannel(db, { id: 'off', enabled: 0 });
    await insertTarget(db, { id: 'web' });
    const endMs = await see(db, 'web', [answered, failed, failed]);
    const [incident] = await db.selectFrom('incidents').selectAll().execute();
    assert.equal([incident?.kind, incident?.reason, incident?.openedAt], ['outage', 'HTTP 503', 3000]);
    assert.equal(await messages(db), ['outage a waiting', 'outage b waiting']);
    await see(db, 'web', [answered, answered], endMs);
    assert.equal((await messages(db)).slice(2), ['recovery a waiting', 'recovery b waiting']);
    const last = await db.selectFrom('outbox').selectAll().where('kind', '=', 'recovery').executeTakeFirstOrThrow();
    const body = JSON.parse(last.body);
    assert.equal([body.openedAtMs, body.closedAtMs, body.lastError], [3000, 5000, 'HTTP 503']);
    const transitions = await db.selectFrom('transitions').select(['from', 'to']).orderBy('at').execute();
    assert.equal(
      transitions.map(({ from, to }) => `${from} ${to}`),
      ['UNKNOWN UP', 'UP PENDING', 'PENDING DOWN', 'DOWN UP'],
    );
    assert.is((await db.selectFrom('results').selectAll().execute()).length, 5);
  }));

test('judge: with notification off it is recorded and nothing is said; switched on, it is told as still down once', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertTarget(db, { id: 'web', notification: 0 });
    const onMs = await see(db, 'web', [failed, failed, failed]);
    assert.is((await db.selectFrom('incidents').selectAll().execute()).length, 1);
    assert.equal(await messages(db), []);
    await db.updateTable('targets').set({ notification: 1 }).execute();
    const upMs = await see(db, 'web', [failed, failed], onMs);
    assert.equal(await messages(db), ['still-down a waiting']);
    await see(db, 'web', [answered, answered], upMs);
    assert.equal(await messages(db), ['still-down a waiting', 'recovery a waiting']);
  }));

test('judge: a recovery is told to nobody who was not told of the outage', () =>
  withDatabase(async db => {
    await insertTarget(db, { id: 'web' });
    const endMs = await see(db, 'web', [failed, failed]);
    await insertChannel(db, { id: 'late' });
    await see(db, 'web', [answered, answered], endMs);
    assert.equal(await messages(db), []);
  }));

test('judge: a member is judged as often as one likes; only what is new is written', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertTarget(db, { id: 'game', type: 9 });
    await see(db, 'game', [{ kind: 'up' }, { kind: 'up' }, evicted, evicted, evicted]);
    const results = await db.selectFrom('results').select(['ok', 'standing', 'error']).orderBy('at').execute();
    assert.equal(results, [
      { ok: 1, standing: 'UP', error: null },
      { ok: 0, standing: 'DOWN', error: 'evicted: 2 misses' },
    ]);
    assert.equal(await messages(db), ['outage a waiting']);
    const { version } = await db.selectFrom('standings').select('version').executeTakeFirstOrThrow();
    await see(db, 'game', [{ kind: 'down', reason: 'evicted: 2 misses' }], 10_000);
    assert.is((await db.selectFrom('standings').select('version').executeTakeFirstOrThrow()).version, version);
  }));

test('judge: outages of one time are told together: the first one says when', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    for (const id of ['one', 'two']) await insertTarget(db, { id });
    await see(db, 'one', [failed, failed]);
    await see(db, 'two', [failed, failed], 5000);
    const rows = await db.selectFrom('outbox').select('nextAt').execute();
    assert.equal(rows, [{ nextAt: 2000 + rules.groupingMs }, { nextAt: 2000 + rules.groupingMs }]);
  }));

test('judge: a monitor that sees nothing says so once, and of single targets only what lasts', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    for (const id of ['before', 'within']) await insertTarget(db, { id });
    await see(db, 'before', [failed, failed]);
    await transact(db, transaction => openBlindIncident(transaction, { atMs: 3000, sinceMs: 1500, rules }));
    await transact(db, transaction => openBlindIncident(transaction, { atMs: 3500, sinceMs: 1500, rules }));
    const openMs = await see(db, 'within', [failed, failed], 4000);
    assert.equal(await messages(db), ['outage a merged', 'blind a waiting']);
    await transact(db, transaction => closeBlindIncident(transaction, { atMs: openMs, rules }));
    await see(db, 'before', [answered, answered], openMs + 1000);
    await see(db, 'within', [failed], openMs + 2000);
    assert.equal((await messages(db)).slice(2), ['recovery a waiting', 'still-down a waiting']);
    assert.is((await db.selectFrom('incidents').selectAll().where('closedAt', 'is', null).execute()).length, 1);
  }));

test('judge: who is paused or leaves is not told of any more', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertTarget(db, { id: 'web' });
    await see(db, 'web', [failed, failed, { kind: 'paused' }, failed]);
    assert.equal(await messages(db), ['outage a merged']);
    const open = await db.selectFrom('incidents').selectAll().where('closedAt', 'is', null).execute();
    assert.is(open.length, 0);
  }));

test('judge: an outage that goes up and down a second time is told as such a second time', () =>
  withDatabase(async db => {
    await insertChannel(db, { id: 'a' });
    await insertTarget(db, { id: 'web' });
    const times = (count: number, seen: readonly Observation[]) => Array.from({ length: count }, () => seen).flat();
    const flapping = times(6, [answered, failed]);
    await see(db, 'web', [
      ...times(3, [failed]),
      ...flapping,
      ...times(25, [failed]),
      ...times(8, [answered, failed, failed]),
    ]);
    const kinds = (await messages(db)).map(message => message.split(' ')[0]);
    assert.is(kinds.filter(kind => kind === 'flapping').length, 2, `${kinds}`);
    await see(db, 'web', [answered]);
    const incidents = await db.selectFrom('incidents').select('lastError').execute();
    assert.not.ok(
      incidents.some(({ lastError }) => lastError.startsWith('answered')),
      'that it answers is no error',
    );
  }));

test.run();
