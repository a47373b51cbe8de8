import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import type { Metrics } from '@gatehouse/shared/runtime/metrics';
import type { ClusterConnection } from './cluster-connection.ts';
import type { MonitorConfig } from './config.ts';
import type { ProberLease } from './prober-lease.ts';
import type { Database } from './store/database.ts';

/** What the parts of a monitor share. */
export interface MonitorContext {
  readonly config: MonitorConfig;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly db: Database;
  readonly lease: ProberLease;
  readonly keys: Keys;
  /** Undefined: no REDIS_URL. */
  readonly cluster: ClusterConnection | undefined;
  /** What pages show has changed: they need not wait for the next poll. */
  changed(): void;
}
