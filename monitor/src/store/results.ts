import type { Insertable, Transaction } from 'kysely';
import type { ResultTable, Schema } from './schema.ts';

/** One check of a target, in the transaction that judges it. */
export async function recordResult(transaction: Transaction<Schema>, result: Insertable<ResultTable>): Promise<void> {
  await transaction.insertInto('results').values(result).execute();
}
