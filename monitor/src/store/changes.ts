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

/** The newest one stays, so that numbers are known to go on. */
export async function forgetOldChanges(transaction: Database, nowMs: number): Promise<void> {
  const newest = transaction.selectFrom('changes').select(({ fn }) => fn.max('seq').as('seq'));
  await transaction
    .deleteFrom('changes')
    .where('at', '<', nowMs - CHANGES_KEPT_MS)
    .where('seq', '<', newest)
    .execute();
}
