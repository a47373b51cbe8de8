import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { until } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { type Log, silentLog } from '@gatehouse/shared/runtime/log';
import * as assert from 'uvu/assert';
import type { Database } from '../store/database.ts';
import { RegistrySource } from './registry-source.ts';

export const LOOK_MS = 2_000;

/** A source on real events; its clock stands still, so what is seen without `look` came by them. */
export class WatchedRegistry {
  readonly clock = new FakeClock();
  readonly lease = { held: true, onChange: () => () => {} };
  readonly errors: string[] = [];
  /** Begun so far, also those that end at once. */
  looks = 0;
  /** Whether Redis answers. */
  up = true;
  private readonly source: RegistrySource;
  private readonly redis: ClusterRedis;
  private readonly db: Database;
  private written = () => {};

  constructor(real: { readonly redis: ClusterRedis; readonly db: Database; readonly keys: Keys }) {
    this.redis = real.redis;
    this.db = real.db;
    const { redis, db, keys } = real;
    const { clock, lease } = this;
    const began = (): ClusterRedis => {
      this.looks++;
      return redis;
    };
    const isUp = () => this.up;
    const asked = {
      get up() {
        return isUp();
      },
      get redis() {
        return began();
      },
    };
    const log: Log = { ...silentLog, error: event => this.errors.push(event) };
    const changed = () => this.written();
    this.source = new RegistrySource({ db, clock, log, keys, changed, lease, cluster: asked });
    this.source.start();
  }

  connect(): Promise<void> {
    return this.source.connected(this.redis);
  }

  /** Resolves when a look that began after now is written. */
  async look(afterMs = LOOK_MS): Promise<void> {
    const before = this.looks;
    const written = new Promise<void>(resolve => {
      this.written = () => {
        if (this.looks > before) resolve();
      };
    });
    this.clock.advance(afterMs);
    await written;
  }

  /** Waits until these are the targets that are not archived: `name standing`. */
  becomes(...expected: string[]): Promise<void> {
    return until(async () => JSON.stringify(await this.targets()) === JSON.stringify(expected));
  }

  async targets(): Promise<string[]> {
    const query = this.db.selectFrom('targets').innerJoin('standings', 'standings.targetId', 'targets.id');
    const rows = await query.select(['hostName', 'standing']).where('archivedAt', 'is', null).execute();
    return rows.map(({ hostName, standing }) => `${hostName} ${standing}`).sort();
  }

  target(hostName: string) {
    return this.db.selectFrom('targets').selectAll().where('hostName', '=', hostName).executeTakeFirstOrThrow();
  }

  incidents() {
    return this.db.selectFrom('incidents').select(['reason', 'openedAt', 'closedAt']).orderBy('openedAt').execute();
  }

  /** Of the outbox, in the order of their making. */
  async messages(): Promise<string[]> {
    const rows = await this.db.selectFrom('outbox').select('kind').orderBy('createdAt').orderBy('kind').execute();
    return rows.map(({ kind }) => kind);
  }

  async stop(): Promise<void> {
    await this.source.stop();
    assert.equal(this.errors, []);
  }
}
