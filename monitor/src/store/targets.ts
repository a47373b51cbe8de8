import type { Insertable, Selectable } from 'kysely';
import { nanoid } from 'nanoid';
import { recordChange } from './changes.ts';
import type { Database } from './database.ts';
import type { TargetTable } from './schema.ts';

export type NewTarget = Pick<
  Insertable<TargetTable>,
  'hostName' | 'host' | 'port' | 'type' | 'path' | 'environment' | 'origin'
> &
  Partial<Insertable<TargetTable>>;

const PLAIN = {
  secure: null,
  notification: 1,
  intervalMs: null,
  timeoutMs: null,
  downAfter: null,
  upAfter: null,
  slowMs: null,
  paused: 0,
  dependsOn: null,
  edited: '[]',
  archivedAt: null,
  ignored: 0,
  version: 1,
} as const;

const UNSEEN = {
  failures: 0,
  successes: 0,
  lastResultAt: null,
  lastLatencyMs: null,
  lastError: null,
  recent: '',
  flapping: 0,
  incidentId: null,
  details: '{}',
  version: 1,
} as const;

/** With its standing. Returns the id. @throws what isDuplicate() knows when the name is taken */
export async function insertTarget(transaction: Database, target: NewTarget, nowMs: number): Promise<string> {
  const row = { id: nanoid(), createdAt: nowMs, updatedAt: nowMs, ...PLAIN, ...target };
  await transaction.insertInto('targets').values(row).execute();
  const standing = row.paused === 1 ? 'PAUSED' : 'UNKNOWN';
  await transaction
    .insertInto('standings')
    .values({ targetId: row.id, standing, since: nowMs, ...UNSEEN })
    .execute();
  await recordChange(transaction, 'target', row.id, nowMs);
  return row.id;
}

/** Columns that a source or an operator sets; counted as a new version. */
export async function updateTarget(
  transaction: Database,
  before: Pick<Selectable<TargetTable>, 'id' | 'version'>,
  { set, nowMs }: { set: Partial<Omit<Selectable<TargetTable>, 'id' | 'origin' | 'createdAt'>>; nowMs: number },
): Promise<void> {
  await transaction
    .updateTable('targets')
    .set({ ...set, version: before.version + 1, updatedAt: nowMs })
    .where('id', '=', before.id)
    .execute();
  await recordChange(transaction, 'target', before.id, nowMs);
}
