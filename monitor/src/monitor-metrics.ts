import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Metrics } from '@gatehouse/shared/runtime/metrics';
import type { ClusterConnection } from './cluster-connection.ts';
import { PROBER_LEASE, type ProberLease } from './prober-lease.ts';
import type { Database } from './store/database.ts';
import { readLease } from './store/leases.ts';

export interface MonitorMetricsOptions {
  readonly metrics: Metrics;
  readonly db: Database;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly lease: Pick<ProberLease, 'held'>;
  /** Undefined: no REDIS_URL. */
  readonly cluster: Pick<ClusterConnection, 'up'> | undefined;
}

/** A check that begins so late is counted as late. */
const LATE_MS = 1000;
const STANDINGS = ['UP', 'DEGRADED', 'PENDING', 'DOWN', 'MAINTENANCE', 'PAUSED', 'UNKNOWN'] as const;

/** What a scrape reads of the database, all at once. */
interface Facts {
  readonly standings: ReadonlyMap<string, number>;
  readonly openIncidents: number;
  readonly waitingMessages: number;
  readonly oldestMessageMs: number;
  readonly failedChannels: number;
  readonly isProbed: boolean;
}

const NOTHING: Facts = {
  standings: new Map(),
  openIncidents: 0,
  waitingMessages: 0,
  oldestMessageMs: 0,
  failedChannels: 0,
  isProbed: false,
};

/** What a monitor tells Prometheus: of the database, which monitors share, and of the checks that this process makes. */
export class MonitorMetrics {
  private readonly options: MonitorMetricsOptions;
  private readonly checks = { ok: 0, failed: 0, begun: 0, late: 0, lateSumMs: 0 };
  private facts = NOTHING;

  constructor(options: MonitorMetricsOptions) {
    this.options = options;
    this.addFacts();
    this.addChecks();
  }

  /** A check has its result. */
  readonly checked = (ok: boolean): void => {
    if (ok) this.checks.ok++;
    else this.checks.failed++;
  };

  /** A check has begun so long after it was due. */
  readonly began = (lateMs: number): void => {
    this.checks.begun++;
    this.checks.lateSumMs += lateMs;
    if (lateMs >= LATE_MS) this.checks.late++;
  };

  /** Rejects when the database does not answer. */
  async text(): Promise<string> {
    const { db, clock, metrics } = this.options;
    this.facts = await readFacts(db, clock.wallMs());
    return metrics.text();
  }

  private addFacts(): void {
    const { metrics } = this.options;
    metrics.gauge({
      name: 'gatehouse_monitor_targets',
      help: 'Targets by standing, without archived ones',
      label: 'standing',
      read: () => this.facts.standings,
    });
    const gauges: [name: string, help: string, read: () => number][] = [
      ['open_incidents', 'Incidents that are not over', () => this.facts.openIncidents],
      ['outbox_waiting', 'Messages that are to be sent', () => this.facts.waitingMessages],
      ['outbox_oldest_seconds', 'Age of the oldest of them', () => this.facts.oldestMessageMs / 1000],
      ['failed_channels', 'Channels that take nothing until an operator changes them', () => this.facts.failedChannels],
      ['probed', '1: one of the monitors on this database checks targets', () => Number(this.facts.isProbed)],
    ];
    for (const [name, help, read] of gauges) metrics.gauge({ name: `gatehouse_monitor_${name}`, help, read });
  }

  private addChecks(): void {
    const { metrics, lease, cluster } = this.options;
    const { checks } = this;
    metrics.gauge({
      name: 'gatehouse_monitor_prober',
      help: '1: it is this process that checks targets',
      read: () => Number(lease.held),
    });
    if (cluster !== undefined) {
      const read = () => Number(cluster.up);
      metrics.gauge({ name: 'gatehouse_monitor_cluster_up', help: "1: the cluster's Redis answers", read });
    }
    metrics.counter({
      name: 'gatehouse_monitor_checks_total',
      help: 'Checks of targets by this process',
      label: 'result',
      read: () => [
        ['ok', checks.ok],
        ['failed', checks.failed],
      ],
    });
    const counters: [name: string, help: string, read: () => number][] = [
      ['checks_begun_total', 'Checks that were due and have begun', () => checks.begun],
      ['check_lateness_seconds_total', 'How late they began, all together', () => checks.lateSumMs / 1000],
      ['late_checks_total', 'Those that began at least 1 s late', () => checks.late],
    ];
    for (const [name, help, read] of counters) metrics.counter({ name: `gatehouse_monitor_${name}`, help, read });
  }
}

async function readFacts(db: Database, nowMs: number): Promise<Facts> {
  const standings = await db
    .selectFrom('standings')
    .innerJoin('targets', 'targets.id', 'standings.targetId')
    .select(select => ['standings.standing', select.fn.countAll<number>().as('count')])
    .where('targets.archivedAt', 'is', null)
    .groupBy('standings.standing')
    .execute();
  const incidents = await db
    .selectFrom('incidents')
    .select(select => select.fn.countAll<number>().as('count'))
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const outbox = await db
    .selectFrom('outbox')
    .select(select => [select.fn.countAll<number>().as('count'), select.fn.min('createdAt').as('oldestAt')])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const channels = await db
    .selectFrom('channels')
    .select(select => select.fn.countAll<number>().as('count'))
    .where('failure', 'is not', null)
    .where('enabled', '=', 1)
    .executeTakeFirstOrThrow();
  const lease = await readLease(db, PROBER_LEASE);
  const counted = new Map(standings.map(({ standing, count }) => [standing, count]));
  return {
    standings: new Map(STANDINGS.map(standing => [standing, counted.get(standing) ?? 0])),
    openIncidents: incidents.count,
    waitingMessages: outbox.count,
    oldestMessageMs: outbox.oldestAt === null ? 0 : Math.max(0, nowMs - outbox.oldestAt),
    failedChannels: channels.count,
    isProbed: lease !== undefined && lease.until > nowMs,
  };
}
