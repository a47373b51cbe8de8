import type { Selectable, Updateable } from 'kysely';
import { nanoid } from 'nanoid';
import { recordChange } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { isDuplicate } from '../../store/database.ts';
import type { Flag, TargetTable } from '../../store/schema.ts';
import { isTargetType } from '../../targets/target-types.ts';
import type { Audited, MonitorActions } from '../api-context.ts';
import { Problem } from '../problems.ts';
import type { NewTarget, TargetChange } from './target-schema.ts';

type TargetRow = Selectable<TargetTable>;
type Write = Pick<Audited, 'transaction' | 'nowMs'>;
type AddressPolicy = Pick<MonitorActions, 'targetProblem'>;

/** The target's id. @throws Problem DUPLICATE_HOST_NAME, BAD_TARGET */
export async function addTarget(
  { transaction, nowMs }: Write,
  wanted: NewTarget,
  policy: AddressPolicy,
): Promise<string> {
  const { host_name, paused, notification, environment, path, ...rest } = wanted;
  const row: TargetRow = {
    id: nanoid(),
    hostName: host_name,
    host: rest.host,
    port: rest.port,
    type: rest.type,
    path: path ?? '/',
    secure: null,
    environment: environment ?? 'UNKNOWN',
    notification: flag(notification ?? true),
    intervalMs: rest.intervalMs ?? null,
    timeoutMs: rest.timeoutMs ?? null,
    downAfter: rest.downAfter ?? null,
    upAfter: rest.upAfter ?? null,
    slowMs: rest.slowMs ?? null,
    paused: flag(paused ?? false),
    origin: 'hand',
    edited: '[]',
    archivedAt: null,
    ignored: 0,
    version: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  refuseBad(row, policy);
  await transaction.insertInto('targets').values(row).execute().catch(refuseDuplicate);
  await transaction.insertInto('standings').values(unseen(row, nowMs)).execute();
  await recordChange(transaction, 'target', row.id, nowMs);
  return row.id;
}

/** What an operator sets, no source overwrites any more. @throws Problem DUPLICATE_HOST_NAME, BAD_TARGET */
export async function changeTarget(
  { transaction, nowMs }: Write,
  before: TargetRow,
  wanted: TargetChange,
  policy: AddressPolicy,
): Promise<void> {
  const { host_name, paused, notification, ...rest } = wanted;
  const set: Updateable<TargetTable> = {
    ...rest,
    ...(host_name !== undefined && { hostName: host_name }),
    ...(paused !== undefined && { paused: flag(paused) }),
    ...(notification !== undefined && { notification: flag(notification) }),
  };
  refuseBad({ ...before, ...rest }, policy);
  const edited = JSON.stringify([...new Set([...(JSON.parse(before.edited) as string[]), ...Object.keys(set)])]);
  const counted = { edited, version: before.version + 1, updatedAt: nowMs };
  await transaction
    .updateTable('targets')
    .set({ ...set, ...counted })
    .where('id', '=', before.id)
    .execute()
    .catch(refuseDuplicate);
  await recordChange(transaction, 'target', before.id, nowMs);
}

/** One that a source goes on naming stays archived, or it would be back at once. */
export async function removeTarget({ transaction, nowMs }: Write, target: TargetRow): Promise<void> {
  if (target.origin === 'hand') {
    await transaction.deleteFrom('targets').where('id', '=', target.id).execute();
  } else {
    const gone = { archivedAt: nowMs, ignored: 1, version: target.version + 1, updatedAt: nowMs } as const;
    await transaction.updateTable('targets').set(gone).where('id', '=', target.id).execute();
  }
  await recordChange(transaction, 'target', target.id, nowMs);
}

/** @throws Problem NOT_FOUND */
export async function requireTarget(db: Database, id: string): Promise<TargetRow> {
  const row = await db.selectFrom('targets').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('NOT_FOUND', 'there is no such target');
  return row;
}

type Judged = Pick<TargetRow, 'type' | 'host' | 'port' | 'timeoutMs' | 'intervalMs'>;

function refuseBad(target: Judged, policy: AddressPolicy): void {
  if (!isTargetType(target.type)) throw new Problem('BAD_TARGET', `type ${target.type} is not known`);
  const { timeoutMs, intervalMs } = target;
  if (timeoutMs !== null && intervalMs !== null && timeoutMs >= intervalMs) {
    throw new Problem('BAD_TARGET', 'timeoutMs must be less than intervalMs');
  }
  const problem = policy.targetProblem(target);
  if (problem !== undefined) throw new Problem('BAD_TARGET', problem);
}

function unseen(target: TargetRow, nowMs: number) {
  return {
    targetId: target.id,
    standing: target.paused === 1 ? ('PAUSED' as const) : ('UNKNOWN' as const),
    failures: 0,
    successes: 0,
    since: nowMs,
    lastResultAt: null,
    lastLatencyMs: null,
    lastError: null,
    recent: '',
    flapping: 0 as const,
    incidentId: null,
    details: '{}',
    version: 1,
  };
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

function refuseDuplicate(error: unknown): never {
  throw isDuplicate(error) ? new Problem('DUPLICATE_HOST_NAME') : error;
}
