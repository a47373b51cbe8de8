import type { Selectable, Transaction } from 'kysely';
import type { ChangeTable, Schema } from './schema.ts';

/** Pages are told that `id` has changed, when the transaction is committed. */
export async function recordChange(
  transaction: Transaction<Schema>,
  kind: Selectable<ChangeTable>['kind'],
  id: string,
  atMs: number,
): Promise<void> {
  await transaction.insertInto('changes').values({ at: atMs, kind, id }).execute();
}
