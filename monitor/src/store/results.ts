import type { Insertable } from 'kysely';
import type { Database } from './database.ts';
import { countInRollups } from './rollups.ts';
import type { ResultTable } from './schema.ts';

export const RESULTS_KEPT = 100;

/** One check of a target, in the transaction that judges it; also counted in the rollups. */
export async function recordResult(transaction: Database, result: Insertable<ResultTable>): Promise<void> {
  await transaction.insertInto('results').values(result).execute();
  await keepNewest(transaction, result.targetId);
  await countInRollups(transaction, result);
}

async function keepNewest(transaction: Database, targetId: string): Promise<void> {
  const ofTarget = transaction.selectFrom('results').select('at').where('targetId', '=', targetId);
  const oldestKept = ofTarget
    .orderBy('at', 'desc')
    .limit(1)
    .offset(RESULTS_KEPT - 1);
  await transaction.deleteFrom('results').where('targetId', '=', targetId).where('at', '<', oldestKept).execute();
}
