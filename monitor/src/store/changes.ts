import type { Selectable } from 'kysely';
import type { Database } from './database.ts';
import type { ChangeTable } from './schema.ts';

export type Change = Selectable<ChangeTable>;

/** Whoever was away for longer reads everything anew. */
export const CHANGES_KEPT_MS = 3_600_000;

/** Pages are told that `id` has changed, when the transaction is committed. */
export async function recordChange(
  transaction: Database,
  kind: Change['kind'],
  id: string,
  atMs: number,
): Promise<void> {
  await transaction.insertInto('changes').values({ at: atMs, kind, id }).execute();
}

/** The oldest first. One writer at a time numbers them, so what is read later has a higher number. */
export function changesAfter(db: Database, seq: number, limit: number): Promise<Change[]> {
  return db.selectFrom('changes').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
}

/** Numbers of the oldest and the newest one kept; both 0: there is none. */
export async function changeRange(db: Database): Promise<{ readonly oldest: number; readonly newest: number }> {
  const ends = db.selectFrom('changes').select(({ fn }) => [fn.min('seq').as('oldest'), fn.max('seq').as('newest')]);
  const { oldest, newest } = await ends.executeTakeFirstOrThrow();
  return { oldest: oldest ?? 0, newest: newest ?? 0 };
}

/** The newest one stays, so that numbers are known to go on. */
export async function forgetOldChanges(transaction: Database, nowMs: number): Promise<void> {
  const newest = transaction.selectFrom('changes').select(({ fn }) => fn.max('seq').as('seq'));
  await transaction
    .deleteFrom('changes')
    .where('at', '<', nowMs - CHANGES_KEPT_MS)
    .where('seq', '<', newest)
    .execute();
}
