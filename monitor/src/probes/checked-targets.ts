import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { TargetTable } from '../store/schema.ts';
import type { MonitorSettings } from '../store/settings.ts';
import { checkOf } from '../targets/target-types.ts';
import type { Scheduled } from './check-schedule.ts';
import type { ProbeTarget } from './probe.ts';

export type CheckedTarget = ProbeTarget & Scheduled;

type Row = Pick<
  Selectable<TargetTable>,
  'id' | 'type' | 'host' | 'port' | 'path' | 'secure' | 'intervalMs' | 'timeoutMs'
>;

const TLS_PORTS: readonly number[] = [443, 8443];
/** A check is over before the next one is due. */
const MAX_TIMEOUT_SHARE = 0.8;

/** Live targets of every type that nobody has paused. */
export function liveTargets(db: Database): Promise<Row[]> {
  return db
    .selectFrom('targets')
    .select(['id', 'type', 'host', 'port', 'path', 'secure', 'intervalMs', 'timeoutMs'])
    .where('archivedAt', 'is', null)
    .where('paused', '=', 0)
    .execute();
}

/** Something else whenever a target has been added, changed or removed. */
export async function targetsFingerprint(db: Database): Promise<string> {
  const rows = await db.selectFrom('targets').select(['id', 'version']).orderBy('id').execute();
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64');
}

/** Undefined: the registry judges it. */
export function checkedTarget(
  row: Row,
  defaults: Pick<MonitorSettings, 'intervalMs' | 'timeoutMs'>,
): CheckedTarget | undefined {
  const kind = checkOf(row.type);
  if (kind === undefined || kind === 'registry') return undefined;
  const intervalMs = row.intervalMs ?? defaults.intervalMs;
  const timeoutMs = Math.min(row.timeoutMs ?? defaults.timeoutMs, intervalMs * MAX_TIMEOUT_SHARE);
  const secure = row.secure === null ? TLS_PORTS.includes(row.port) : row.secure === 1;
  const { id, host, port, path } = row;
  return {
    id,
    kind,
    host,
    port,
    path,
    secure,
    intervalMs,
    timeoutMs,
    address: `${kind} ${secure} ${host} ${port} ${path}`,
  };
}
