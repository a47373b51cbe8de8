import { Keys } from '@gatehouse/shared/cluster/keys';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { Lifecycle, type Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log, LogFields } from '@gatehouse/shared/runtime/log';
import { nanoid } from 'nanoid';
import { ClusterConnection } from './cluster-connection.ts';
import type { MonitorConfig } from './config.ts';
import type { MonitorContext } from './monitor-context.ts';
import { ProberLease } from './prober-lease.ts';
import { type Database, openDatabase } from './store/database.ts';

export interface MonitorOptions {
  readonly config: MonitorConfig;
  readonly log: Log;
}

/** One monitor process, put together: nothing is opened before start(). */
export class Monitor implements Part {
  readonly name = 'monitor';
  /** Of this process, among the monitors on one database. */
  readonly id = `monitor-${nanoid()}`;
  private readonly options: MonitorOptions;
  private life: Lifecycle | undefined;
  private db: Database | undefined;

  constructor(options: MonitorOptions) {
    this.options = options;
  }

  /** @throws what the database says when it cannot be opened */
  async start(): Promise<void> {
    if (this.db !== undefined) return;
    this.db = await openDatabase(this.options.config.DATABASE_URL);
    this.life = new Lifecycle(this.assemble(this.db));
    await this.life.start();
  }

  async drain(limitMs: number): Promise<void> {
    await this.life?.drain(limitMs);
  }

  async stop(): Promise<void> {
    await this.life?.shutdown();
    await this.db?.destroy();
  }

  /** Fields of `process.started`. */
  started(): LogFields {
    const { MONITOR_HOST, MONITOR_PORT } = this.options.config;
    return { id: this.id, address: `${MONITOR_HOST}:${MONITOR_PORT}` };
  }

  /** In the order of start. The API comes last: it answers when there is something to show. */
  private assemble(db: Database): Part[] {
    const context = this.context(db);
    const { cluster, lease } = context;
    return [lease, ...(cluster === undefined ? [] : [cluster])];
  }

  private context(db: Database): MonitorContext {
    const { config, log } = this.options;
    const clock = systemClock;
    const keys = new Keys({ namespace: config.NAMESPACE });
    const lease = new ProberLease({ db, clock, log, owner: this.id });
    const base = { keys, clock, log, healthIntervalMs: config.HEALTH_INTERVAL_MS };
    const cluster =
      config.REDIS_URL === undefined ? undefined : new ClusterConnection({ ...base, url: config.REDIS_URL });
    return { config, log, clock, db, lease, keys, cluster };
  }
}
