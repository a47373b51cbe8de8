import { evictDead, evictForMisses } from '@gatehouse/shared/cluster/health';
import { leave, register } from '@gatehouse/shared/cluster/registration-scripts';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { removeTarget, requireTarget, restoreTarget } from '../api/targets/target-changes.ts';
import { transact } from '../store/database.ts';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { openTestDatabase } from '../store/test-database.ts';
import { judge } from './judge.ts';
import { insertChannel, insertTarget } from './target-fixtures.ts';
import { LOOK_MS, WatchedRegistry } from './watched-registry.ts';

const cluster = await TestCluster.start();
const redis = await cluster.connect();
const { keys, raw } = cluster;
const GAME = keys.serverId('Game', 'g1');
const LOBBY = keys.serverId('Lobby', 'l1');
const GATEWAY = keys.serverId('Gateway', 'w1');
const data = await openTestDatabase();
const { db } = data;

const registry = suite<{ watched: WatchedRegistry }>('registry source');
registry.before.each(async context => {
  await raw.flushall();
  for (const table of ['targets', 'incidents', 'channels'] as const) await db.deleteFrom(table).execute();
  await insertChannel(db, { id: 'ops' });
  context.watched = new WatchedRegistry({ redis, db, keys });
  await context.watched.connect();
});
registry.after.each(({ watched }) => watched.stop());
registry.after(async () => {
  await data.close();
  await cluster.stop();
});

const counts = {
  games: 3,
  users: 7,
  capacity: 10,
  rooms: ['arena'],
  version: '1',
  startedAtMs: 1,
  state: 'up',
} as const;

/** As its process does, also over one that was there before. */
const join = (id: string, incarnation = 'i1', address = '10.0.0.1:7') =>
  register(redis, keys, { id, type: id === LOBBY ? 'Lobby' : 'Game', address, incarnation, ...counts }, 'anyone');

const pause = (targetId: string) =>
  transact(db, async transaction => {
    await transaction.updateTable('targets').set({ paused: 1 }).where('id', '=', targetId).execute();
    await judge(transaction, { targetId, atMs: 0, observation: { kind: 'paused' } }, DEFAULT_SETTINGS);
  });

const holdGateway = (leaseMs: number) =>
  raw.hset(GATEWAY, { incarnation: 'w', address: '10.0.0.3:7400', leaseUntil: Math.floor(redis.nowMs()) + leaseMs });

registry('members become targets by themselves, with what the registry says of them', async ({ watched }) => {
  await join(LOBBY);
  await join(GAME);
  await watched.becomes(`${GAME} UP`, `${LOBBY} UP`);
  await holdGateway(60_000);
  await raw.sadd(keys.servers, GATEWAY, 'of another namespace');
  await watched.look();
  assert.equal(await watched.targets(), [`${GAME} UP`, `${GATEWAY} UP`, `${LOBBY} UP`]);
  const { id, type, host, port, origin } = await watched.target(GAME);
  assert.equal([type, host, port, origin], [9, '10.0.0.1', 7, 'registry']);
  const query = db.selectFrom('standings').select('details').where('targetId', '=', id);
  const { games, users, incarnation } = JSON.parse((await query.executeTakeFirstOrThrow()).details);
  assert.equal([games, users, incarnation], [3, 7, 'i1']);
  assert.equal([(await watched.target(LOBBY)).type, (await watched.target(GATEWAY)).type], [8, 7]);
});

registry('what an operator has edited stays; the rest follows the registry', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  const edit = { environment: 'LIVE', edited: '["environment"]' } as const;
  await db.updateTable('targets').set(edit).execute();
  await join(GAME, 'i1', '10.0.0.2:8');
  await watched.look();
  const { host, port, environment } = await watched.target(GAME);
  assert.equal([host, port, environment], ['10.0.0.2', 8, 'LIVE']);
});

registry('a clean leave archives, and nobody is told', async ({ watched }) => {
  await join(GAME);
  await join(LOBBY);
  await watched.becomes(`${GAME} UP`, `${LOBBY} UP`);
  await leave(redis, keys, { id: GAME, incarnation: 'i1' });
  await watched.becomes(`${LOBBY} UP`);
  assert.equal([await watched.incidents(), await watched.messages()], [[], []]);
  await join(GAME, 'i2');
  await watched.becomes(`${GAME} UP`, `${LOBBY} UP`);
});

const EVICTIONS: [reason: string, evict: () => Promise<unknown>][] = [
  ['evicted: dead', () => evictDead(redis, keys, { id: GAME, incarnation: 'i1' })],
  [
    'evicted: 2 misses',
    async () => {
      await raw.hset(GAME, { misses: 2, round: 7 });
      await evictForMisses(redis, keys, { id: GAME, round: 7, maxMisses: 2 });
    },
  ],
];
for (const [reason, evict] of EVICTIONS) {
  registry(`${reason}: down at once, told, and told again when it is back`, async ({ watched }) => {
    await join(GAME);
    await watched.becomes(`${GAME} UP`);
    await watched.look(60_000);
    await evict();
    await watched.becomes(`${GAME} DOWN`);
    assert.equal(await watched.messages(), ['outage']);
    await raw.hset(GAME, { misses: 5 }); // it goes on missing
    await watched.look(90_000);
    assert.equal(await watched.incidents(), [{ reason, openedAt: 60_000, closedAt: null }]);
    await join(GAME, 'i2');
    await watched.becomes(`${GAME} UP`);
    assert.equal(await watched.incidents(), [{ reason, openedAt: 60_000, closedAt: 150_000 }]);
    const query = db.selectFrom('outbox').select('body').where('kind', '=', 'recovery');
    const { openedAtMs, closedAtMs } = JSON.parse((await query.executeTakeFirstOrThrow()).body);
    assert.is(closedAtMs - openedAtMs, 90_000);
  });
}

registry('one that is back before anybody looked has been down all the same', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  await join(GAME, 'i2');
  await until(async () => (await watched.incidents()).length > 0);
  assert.equal(await watched.incidents(), [{ reason: 'evicted: replaced', openedAt: 0, closedAt: 0 }]);
  assert.equal(await watched.targets(), [`${GAME} UP`]);
});

registry('one that is down stays when its record expires, until it says goodbye', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  await evictDead(redis, keys, { id: GAME, incarnation: 'i1' });
  await watched.becomes(`${GAME} DOWN`);
  await raw.del(GAME);
  await watched.look();
  await watched.look(60_000);
  assert.equal(await watched.targets(), [`${GAME} DOWN`]);
  const { lastError } = await db.selectFrom('incidents').select('lastError').executeTakeFirstOrThrow();
  assert.is(lastError, 'evicted: dead'); // not only that it is gone
  await raw.publish(keys.events, `close ${GAME} i1`);
  await watched.becomes();
});

registry('who is missing without a word is gone, but not before Redis had time to heal', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  await raw.flushall();
  await watched.look();
  await watched.look(28_000);
  assert.equal(await watched.targets(), [`${GAME} UP`]);
  await watched.look();
  assert.equal(await watched.targets(), [`${GAME} DOWN`]);
  assert.is((await watched.incidents())[0]?.reason, 'gone from the registry without leaving');
});

registry('who left while no monitor listened is archived, and nobody is told', async ({ watched }) => {
  await insertTarget(db, { id: 'before', hostName: GAME, type: 9, origin: 'registry' });
  await insertTarget(db, { id: 'down', hostName: LOBBY, type: 8, origin: 'registry' });
  await db.updateTable('standings').set({ standing: 'DOWN' }).where('targetId', '=', 'down').execute();
  await watched.look();
  assert.equal(await watched.targets(), [`${GAME} UNKNOWN`, `${LOBBY} DOWN`]);
  await watched.look(30_000);
  assert.equal([await watched.targets(), await watched.messages()], [[`${LOBBY} DOWN`], []], 'but who was down stays');
});

registry('a gateway is down when its lease has run out, and in maintenance while it drains', async ({ watched }) => {
  await holdGateway(60_000);
  await raw.hset(GATEWAY, { state: 'draining' });
  await raw.sadd(keys.servers, GATEWAY);
  await watched.look();
  assert.equal(await watched.targets(), [`${GATEWAY} MAINTENANCE`]);
  await holdGateway(-1);
  await watched.look();
  assert.equal(await watched.targets(), [`${GATEWAY} DOWN`]);
});

registry('one that an operator has deleted does not come back, until he restores it', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  const { id } = await watched.target(GAME);
  const decide = (how: typeof removeTarget) =>
    transact(db, async transaction => how({ transaction, nowMs: 1 }, await requireTarget(transaction, id)));
  await decide(removeTarget);
  await join(GAME, 'i2');
  await watched.look();
  await watched.look();
  assert.equal(await watched.targets(), []);
  await decide(restoreTarget);
  await watched.look();
  assert.equal(await watched.targets(), [`${GAME} UP`]);
});

registry('who does not hold the lease writes nothing', async ({ watched }) => {
  watched.lease.held = false;
  await join(GAME);
  await until(() => watched.looks > 1);
  await raw.flushall();
  watched.lease.held = true;
  await watched.look();
  assert.equal(await db.selectFrom('targets').selectAll().execute(), []);
});

registry('Redis away for 30 s is an outage of its own, and nobody is called up', async ({ watched }) => {
  await join(GAME);
  await join(LOBBY);
  await watched.becomes(`${GAME} UP`, `${LOBBY} UP`);
  await watched.look();
  await evictDead(redis, keys, { id: GAME, incarnation: 'i1' });
  await watched.becomes(`${GAME} DOWN`, `${LOBBY} UP`);
  watched.up = false;
  const looked = async (afterMs: number) => {
    const before = watched.looks;
    watched.clock.advance(afterMs);
    await until(() => watched.looks > before);
  };
  await looked(LOOK_MS);
  await looked(28_000);
  assert.equal(await watched.targets(), [`${GAME} DOWN`, `${LOBBY} UP`]);
  await looked(LOOK_MS);
  await watched.becomes(`${GAME} DOWN`, `${LOBBY} UNKNOWN`);
  assert.is((await watched.incidents()).at(-1)?.reason, 'Redis of the cluster is out of reach');
  assert.equal(await watched.messages(), ['outage', 'outage']);
  watched.up = true;
  await watched.look();
  await watched.becomes(`${GAME} DOWN`, `${LOBBY} UP`);
  assert.equal(await watched.messages(), ['outage', 'outage', 'recovery']);
});

registry('who is paused stays paused over a restart', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  await pause((await watched.target(GAME)).id);
  await leave(redis, keys, { id: GAME, incarnation: 'i1' });
  await watched.becomes();
  await join(GAME, 'i2');
  await watched.becomes(`${GAME} PAUSED`);
  await evictDead(redis, keys, { id: GAME, incarnation: 'i2' });
  await watched.look();
  assert.equal([await watched.targets(), await watched.messages()], [[`${GAME} PAUSED`], []]);
});

registry('what Redis cannot say changes nothing, and is no fault of the database', async ({ watched }) => {
  await join(GAME);
  await watched.becomes(`${GAME} UP`);
  await raw.set(keys.servers, 'no set');
  watched.clock.advance(60_000);
  await until(() => watched.errors.length > 0);
  assert.equal([...new Set(watched.errors.splice(0))], ['internal.error']);
  await raw.del(keys.servers);
  await join(GAME);
  await watched.look();
  assert.equal(await watched.targets(), [`${GAME} UP`]);
  watched.errors.splice(0); // of looks that were under way
});

registry.run();
