import { Keys } from '@gatehouse/shared/cluster/keys';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { Lifecycle, type Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log, LogFields } from '@gatehouse/shared/runtime/log';
import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { nanoid } from 'nanoid';
import { addFirstAdmin } from './api/accounts/first-admin.ts';
import { Api } from './api/api.ts';
import { Checks } from './checks.ts';
import { ClusterView } from './cluster/cluster-view.ts';
import { ClusterConnection } from './cluster-connection.ts';
import { isExposed, type MonitorConfig } from './config.ts';
import type { MonitorContext } from './monitor-context.ts';
import { ProberLease } from './prober-lease.ts';
import { type Database, openDatabase } from './store/database.ts';
import { Retention } from './store/retention.ts';
import { HeartbeatSource } from './targets/heartbeat-source.ts';
import { RegistrySource } from './targets/registry-source.ts';
import { ServerListSource } from './targets/server-list-source.ts';

export interface MonitorOptions {
  readonly config: MonitorConfig;
  readonly log: Log;
}

const PAGE_FOLDER = new URL('../page/dist', import.meta.url).pathname;

/** One monitor process, put together: nothing is opened before start(). */
export class Monitor implements Part {
  readonly name = 'monitor';
  /** Of this process, among the monitors on one database. */
  readonly id = `monitor-${nanoid()}`;
  private readonly options: MonitorOptions;
  private readonly metrics = new Metrics();
  private life: Lifecycle | undefined;
  private db: Database | undefined;
  private api: Api | undefined;

  constructor(options: MonitorOptions) {
    this.options = { ...options, log: this.metrics.countEvents(options.log) };
  }

  /** @throws what the database says when it cannot be opened */
  async start(): Promise<void> {
    if (this.db !== undefined) return;
    const { config } = this.options;
    this.db = await openDatabase(config.DATABASE_URL);
    await addFirstAdmin(this.db, config.MONITOR_ADMIN_PASSWORD, systemClock.wallMs());
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
    return { id: this.id, address: this.api?.address };
  }

  /** In the order of start. The API comes last: it answers when there is something to show. */
  private assemble(db: Database): Part[] {
    const context = this.context(db);
    const { cluster, lease } = context;
    const sources = [...listParts(context), ...(cluster === undefined ? [] : clusterParts(context, cluster))];
    const checks = new Checks(context);
    this.api = createApi(context, checks);
    return [new Retention(context), lease, ...checks.parts, ...sources, this.api];
  }

  private context(db: Database): MonitorContext {
    const { config, log } = this.options;
    const clock = systemClock;
    const keys = new Keys({ namespace: config.NAMESPACE });
    const lease = new ProberLease({ db, clock, log, owner: this.id });
    const base = { keys, clock, log, healthIntervalMs: config.HEALTH_INTERVAL_MS };
    const cluster =
      config.REDIS_URL === undefined ? undefined : new ClusterConnection({ ...base, url: config.REDIS_URL });
    const changed = () => this.api?.changes.nudge();
    return { config, log, metrics: this.metrics, clock, db, lease, keys, cluster, changed };
  }
}

function clusterParts(context: MonitorContext, cluster: ClusterConnection): Part[] {
  const registry = new RegistrySource({ ...context, cluster });
  cluster.onConnected(redis => registry.connected(redis));
  return [registry, new HeartbeatSource({ ...context, cluster }), cluster];
}

/** None without SERVER_LIST_URL. */
function listParts(context: MonitorContext): Part[] {
  const url = context.config.SERVER_LIST_URL;
  return url === undefined ? [] : [new ServerListSource({ ...context, url })];
}

function createApi({ config, db, clock, log, keys, cluster }: MonitorContext, checks: Checks): Api {
  return new Api({
    ...{ db, clock, log },
    actions: checks.actions,
    cluster: cluster && new ClusterView(cluster, keys),
    host: config.MONITOR_HOST,
    port: config.MONITOR_PORT,
    secureCookies: isExposed(config),
    metricsToken: config.METRICS_TOKEN,
    publicPage: config.MONITOR_PUBLIC_PAGE,
    publicUrl: config.MONITOR_PUBLIC_URL,
    pageFolder: PAGE_FOLDER,
  });
}
