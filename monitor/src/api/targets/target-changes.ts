import type { Selectable, Transaction, Updateable } from 'kysely';
import { recordChange } from '../../store/changes.ts';
import { type Database, isDuplicate } from '../../store/database.ts';
import type { Flag, Schema, TargetOrigin, TargetTable } from '../../store/schema.ts';
import { insertTarget, updateTarget } from '../../store/targets.ts';
import { dependencyProblem } from '../../targets/dependencies.ts';
import { checkOf, isTargetType, typeList, typeNameOf } from '../../targets/target-types.ts';
import type { Audited, MonitorActions } from '../api-context.ts';
import { Problem } from '../problems.ts';
import type { NewTarget, TargetChange } from './target-schema.ts';

type TargetRow = Selectable<TargetTable>;
type Write = Pick<Audited, 'transaction' | 'nowMs'>;
type AddressPolicy = Pick<MonitorActions, 'targetProblem'>;
type Judged = Pick<TargetRow, 'type' | 'host' | 'port'> & Partial<Pick<TargetRow, 'timeoutMs' | 'intervalMs'>>;

/** What stays as its source says: it knows its targets by their names, and members are where and what their registry says. */
const OF_SOURCE = {
  hand: [],
  registry: ['hostName', 'host', 'port', 'type'],
  heartbeat: ['hostName'],
  list: ['hostName'],
} as const satisfies Record<TargetOrigin, readonly (keyof TargetRow)[]>;
const SOURCES = {
  hand: 'an operator',
  registry: 'the registry of the cluster',
  heartbeat: 'the heartbeat registry',
  list: 'the server list',
} as const satisfies Record<TargetOrigin, string>;

/** Its id. @throws Problem DUPLICATE_HOST_NAME, BAD_TARGET */
export async function addTarget(
  { transaction, nowMs }: Write,
  { path = '/', environment = 'UNKNOWN', ...wanted }: NewTarget,
  policy: AddressPolicy,
): Promise<string> {
  refuseBad(wanted, policy);
  refuseMember(wanted.type);
  await refuseDependency(transaction, undefined, wanted.dependsOn);
  const { host, port, type, host_name: hostName } = wanted;
  const row = { hostName, host, port, type, path, environment, origin: 'hand', ...columnsOf(wanted) } as const;
  return insertTarget(transaction, row, nowMs).catch(refuseDuplicate);
}

/** What an operator sets, no source overwrites any more. @throws Problem OF_ITS_SOURCE, DUPLICATE_HOST_NAME, BAD_TARGET */
export async function changeTarget(
  { transaction, nowMs }: Write,
  before: TargetRow,
  wanted: TargetChange,
  policy: AddressPolicy,
): Promise<void> {
  refuseBad({ ...before, ...wanted }, policy);
  const columns = columnsOf(wanted);
  refuseOfSource(before, columns);
  await refuseDependency(transaction, before.id, wanted.dependsOn);
  if (columns.type !== undefined && columns.type !== before.type) refuseMember(columns.type);
  const ofSource = new Set<string>(OF_SOURCE[before.origin]);
  const setByHand = Object.keys(columns).filter(column => !ofSource.has(column));
  const edited = new Set<string>([...JSON.parse(before.edited), ...setByHand]);
  const set = { ...columns, edited: JSON.stringify([...edited]) };
  await updateTarget(transaction, before, { set, nowMs }).catch(refuseDuplicate);
}

/** One that a source goes on naming stays archived, or it would be back at once. */
export async function removeTarget({ transaction, nowMs }: Write, target: TargetRow): Promise<void> {
  if (target.origin === 'hand') await deleteTarget(transaction, target.id, nowMs);
  else await updateTarget(transaction, target, { set: { archivedAt: nowMs, ignored: 1 }, nowMs });
}

/** Sources may name it again, and it is checked again. */
export async function restoreTarget({ transaction, nowMs }: Write, target: TargetRow): Promise<void> {
  await updateTarget(transaction, target, { set: { archivedAt: null, ignored: 0 }, nowMs });
}

/** @throws Problem NOT_FOUND */
export async function requireTarget(db: Database, id: string): Promise<TargetRow> {
  const row = await db.selectFrom('targets').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('NOT_FOUND', 'there is no such target');
  return row;
}

/** Those behind it depend on none then, which pages show too. */
async function deleteTarget(transaction: Transaction<Schema>, id: string, nowMs: number): Promise<void> {
  const behind = await transaction.selectFrom('targets').select('id').where('dependsOn', '=', id).execute();
  await transaction.deleteFrom('targets').where('id', '=', id).execute();
  for (const changed of [id, ...behind.map(each => each.id)]) await recordChange(transaction, 'target', changed, nowMs);
}

/** The API's names and flags as the table has them. */
function columnsOf({ host_name, paused, notification, secure, ...same }: TargetChange) {
  return {
    ...same,
    ...(host_name !== undefined && { hostName: host_name }),
    ...(paused !== undefined && { paused: flag(paused) }),
    ...(notification !== undefined && { notification: flag(notification) }),
    ...(secure !== undefined && { secure: secure === null ? null : flag(secure) }),
  } satisfies Updateable<TargetTable>;
}

/** Said again as it is, it is no change. */
function refuseOfSource(before: TargetRow, columns: ReturnType<typeof columnsOf>): void {
  for (const column of OF_SOURCE[before.origin]) {
    if (columns[column] === undefined || columns[column] === before[column]) continue;
    const field = column === 'hostName' ? 'host_name' : column;
    const source = SOURCES[before.origin];
    throw new Problem(
      'OF_ITS_SOURCE',
      `${field} is what ${source} says of this target; change it there, or add one by hand`,
    );
  }
}

function refuseBad(target: Judged, policy: AddressPolicy): void {
  if (!isTargetType(target.type)) {
    throw new Problem('BAD_TARGET', `type ${target.type} is not known; it must be one of ${typeList()}`);
  }
  const { timeoutMs, intervalMs } = target;
  if (timeoutMs != null && intervalMs != null && timeoutMs >= intervalMs) {
    throw new Problem('BAD_TARGET', 'timeoutMs must be less than intervalMs');
  }
  const problem = policy.targetProblem(target);
  if (problem !== undefined) throw new Problem('BAD_TARGET', problem);
}

async function refuseDependency(db: Database, id: string | undefined, dependsOn: string | null = null): Promise<void> {
  const problem = await dependencyProblem(db, { id, dependsOn });
  if (problem !== undefined) throw new Problem('BAD_TARGET', problem);
}

/** Nobody would ever judge one that is not in the registry. */
function refuseMember(type: number): void {
  if (checkOf(type) !== 'registry') return;
  const rule = 'members of the cluster come from its registry by themselves; by hand, types 1, 2, 3, 4 and 6 are added';
  throw new Problem('BAD_TARGET', `type ${type} is a ${typeNameOf(type)}: ${rule}`);
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

function refuseDuplicate(error: unknown): never {
  throw isDuplicate(error) ? new Problem('DUPLICATE_HOST_NAME') : error;
}
