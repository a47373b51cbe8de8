import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { HEARTBEAT_STALE_MS, pushHeartbeat } from '@gatehouse/shared/cluster/heartbeats';
import { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { type Log, silentLog } from '@gatehouse/shared/runtime/log';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestDatabase, type TestDatabase } from '../store/test-database.ts';
import { HeartbeatSource } from './heartbeat-source.ts';
import { insertTarget } from './target-fixtures.ts';

const cluster = await TestCluster.start();
const redis = await cluster.connect();
const { keys, raw } = cluster;

const LOOK_MS = 2_000;

/** A source whose looks are asked for one by one. */
class Watched {
  readonly clock = new FakeClock();
  readonly data: TestDatabase;
  readonly lease = { held: true, onChange: () => () => {} };
  readonly cluster: { up: boolean; redis: Pick<ClusterRedis, 'read' | 'nowMs' | 'steadyForMs'> };
  /** Redis has answered without a gap for so long. */
  steadyForMs = Number.MAX_SAFE_INTEGER;
  readonly errors: string[] = [];
  failed = () => {};
  private readonly source: HeartbeatSource;
  private written = () => {};

  constructor(data: TestDatabase) {
    this.data = data;
    const read: ClusterRedis['read'] = query => redis.read(query);
    const { clock, lease } = this;
    this.cluster = { up: true, redis: { read, nowMs: () => redis.nowMs(), steadyForMs: () => this.steadyForMs } };
    const changed = () => this.written();
    const error: Log['error'] = event => {
      this.errors.push(event);
      this.failed();
    };
    const context = { db: data.db, clock, log: { ...silentLog, error }, keys, changed, lease, cluster: this.cluster };
    this.source = new HeartbeatSource(context);
    this.source.start();
  }

  /** The last of the looks that fall into so long. */
  async look(afterMs = LOOK_MS): Promise<void> {
    for (const stepMs of afterMs > LOOK_MS ? [afterMs - LOOK_MS, LOOK_MS] : [afterMs]) await this.pass(stepMs);
  }

  /** The looks of a step of several come as two: the first, and one for all others. */
  private async pass(stepMs: number): Promise<void> {
    let awaited = stepMs >= 2 * LOOK_MS ? 2 : 1;
    const written = new Promise<void>(resolve => {
      this.written = () => {
        awaited--;
        if (awaited === 0) resolve();
      };
    });
    this.clock.advance(stepMs);
    await written;
  }

  /** `address standing`, those that are not archived. */
  async targets(): Promise<string[]> {
    const query = this.data.db.selectFrom('targets').innerJoin('standings', 'standings.targetId', 'targets.id');
    const rows = await query.select(['hostName', 'standing']).where('archivedAt', 'is', null).execute();
    return rows.map(({ hostName, standing }) => `${hostName} ${standing}`).sort();
  }

  async stop(): Promise<void> {
    await this.source.stop();
    await this.data.close();
    assert.equal(this.errors, []);
  }
}

const heartbeats = suite<{ watched: Watched }>('heartbeat source');
heartbeats.before.each(async context => {
  await raw.flushall();
  context.watched = new Watched(await openTestDatabase());
});
heartbeats.after.each(({ watched }) => watched.stop());
heartbeats.after(() => cluster.stop());

const push = (address: string) => pushHeartbeat(redis, keys, { address, connectionCount: 0, heartBeatTime: '' });

async function silence(address: string): Promise<void> {
  const [seconds] = await raw.time();
  await raw.zadd(keys.heartbeats, Number(seconds) * 1000 - HEARTBEAT_STALE_MS - 1000, address);
}

/** The grace of the start is over. */
async function settle(watched: Watched): Promise<void> {
  await watched.look();
  await watched.look(HEARTBEAT_STALE_MS);
}

heartbeats('who pushes is a target, with an address that may be checked', async ({ watched }) => {
  await push('10.0.0.5:9001');
  await push('wss://chat.example/room');
  await watched.look();
  assert.equal(await watched.targets(), ['10.0.0.5:9001 UNKNOWN', 'wss://chat.example/room UNKNOWN']);
  const [row] = await watched.data.db.selectFrom('targets').selectAll().where('port', '=', 443).execute();
  assert.equal([row?.type, row?.origin, row?.secure, row?.path], [2, 'heartbeat', 1, '/room']);
});

heartbeats('silence is one failed check, told once, and archives nothing', async ({ watched }) => {
  await push('a:1');
  await settle(watched);
  await silence('a:1');
  await watched.look();
  await watched.look();
  assert.equal(await watched.targets(), ['a:1 PENDING']);
  const transitions = await watched.data.db.selectFrom('transitions').select(['to', 'reason']).execute();
  assert.equal(transitions, [{ to: 'PENDING', reason: 'no heartbeat for 10 s' }]);
});

heartbeats('a Redis that lost its data silences nobody', async ({ watched }) => {
  await push('a:1');
  await settle(watched);
  await raw.flushall();
  watched.steadyForMs = 1; // it is back since now
  await watched.look();
  assert.equal(await watched.targets(), ['a:1 UNKNOWN']);
  watched.steadyForMs += HEARTBEAT_STALE_MS + 4_000;
  await watched.look(HEARTBEAT_STALE_MS + 4_000);
  assert.equal(await watched.targets(), ['a:1 PENDING'], 'but who has not pushed since then is silent');
});

heartbeats('who is silent for a day is archived, unless it is down; pushing brings it back', async ({ watched }) => {
  const { db } = watched.data;
  await push('gone:1');
  await push('dead:1');
  await settle(watched);
  await db
    .updateTable('standings')
    .set({ standing: 'DOWN' })
    .where('targetId', '=', await idOf('dead:1'))
    .execute();
  await raw.flushall();
  await watched.look();
  await watched.look(24 * 3_600_000 - 4_000);
  assert.equal(await watched.targets(), ['dead:1 DOWN', 'gone:1 PENDING']);
  await watched.look(6_000);
  assert.equal(await watched.targets(), ['dead:1 DOWN']);
  await push('gone:1');
  await watched.look();
  assert.equal(await watched.targets(), ['dead:1 DOWN', 'gone:1 UNKNOWN']);

  async function idOf(hostName: string): Promise<string> {
    const row = await db.selectFrom('targets').select('id').where('hostName', '=', hostName).executeTakeFirstOrThrow();
    return row.id;
  }
});

heartbeats('a target of hand with that name is left alone', async ({ watched }) => {
  await insertTarget(watched.data.db, { id: 'a:1', host: '10.9.9.9' });
  await push('a:1');
  await watched.look();
  const rows = await watched.data.db.selectFrom('targets').select(['host', 'origin']).execute();
  assert.equal(rows, [{ host: '10.9.9.9', origin: 'hand' }]);
});

heartbeats('what Redis cannot say silences nobody, and is no fault of the database', async ({ watched }) => {
  await push('a:1');
  await settle(watched);
  await raw.set(keys.heartbeats, 'no sorted set');
  const failed = new Promise<void>(resolve => {
    watched.failed = resolve;
  });
  watched.clock.advance(LOOK_MS);
  await failed;
  assert.equal(watched.errors.splice(0), ['internal.error']);
  assert.equal(await watched.targets(), ['a:1 UNKNOWN']);
});

heartbeats.run();
