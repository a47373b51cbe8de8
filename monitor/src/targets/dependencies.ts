import type { Transaction } from 'kysely';
import { recordChange } from '../store/changes.ts';
import type { Database } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

// Who is reached through another target: its outages are recorded and not told while the one before is ill; its results go on
// being recorded, and recoveries are never held back.

const MAX_CHAIN = 10;
const REASON = 'what it depends on is down';

/** PENDING may be the beginning: when it is not, the one behind is told with its next failure. */
const ILL = ['DOWN', 'PENDING'];

/** Whether one before it is ill, however far away. */
export async function isBehindOutage(db: Database, dependsOn: string | null): Promise<boolean> {
  return (await chainOf(db, dependsOn)).some(({ standing }) => ILL.includes(standing));
}

/** What is wrong with it as the one before `id`; undefined: nothing. `id` undefined: of a target that is new. */
export async function dependencyProblem(
  db: Database,
  { id, dependsOn }: { id: string | undefined; dependsOn: string | null },
): Promise<string | undefined> {
  const chain = await chainOf(db, dependsOn);
  if (dependsOn !== null && chain.length === 0) return 'dependsOn is the id of no target';
  if (chain.some(before => before.id === id)) return 'dependsOn leads back to the target itself';
  return chain.length < MAX_CHAIN ? undefined : `dependsOn leads through ${MAX_CHAIN} targets or more`;
}

/** Outages of those behind it that nobody has been told of yet are not told. Those that last are told when it is back. */
export async function hushDependants(transaction: Transaction<Schema>, targetId: string, atMs: number): Promise<void> {
  const dependants = await dependantsOf(transaction, targetId);
  if (dependants.length === 0) return;
  const hushed = await transaction
    .updateTable('outbox')
    .set({ state: 'merged', lastResult: REASON })
    .where('state', '=', 'waiting')
    .where('kind', '=', 'outage')
    .where('attempts', '=', 0)
    .where('leaseUntil', '<=', atMs)
    .where('incidentId', 'in', select =>
      select.selectFrom('incidents').select('id').where('targetId', 'in', dependants),
    )
    .returning('id')
    .execute();
  for (const { id } of hushed) await recordChange(transaction, 'message', id, atMs);
}

/** Those before it, the nearest first. */
async function chainOf(db: Database, dependsOn: string | null): Promise<{ id: string; standing: string }[]> {
  const chain: { id: string; standing: string }[] = [];
  let next = dependsOn;
  while (next !== null && chain.length < MAX_CHAIN) {
    const before = await db
      .selectFrom('targets')
      .innerJoin('standings', 'standings.targetId', 'targets.id')
      .select(['id', 'dependsOn', 'standing'])
      .where('id', '=', next)
      .executeTakeFirst();
    if (before === undefined) break;
    chain.push(before);
    next = before.dependsOn;
  }
  return chain;
}

async function dependantsOf(db: Database, targetId: string): Promise<string[]> {
  const found = new Set<string>();
  let level = [targetId];
  while (level.length > 0) {
    const rows = await db.selectFrom('targets').select('id').where('dependsOn', 'in', level).execute();
    level = rows.map(({ id }) => id).filter(id => !found.has(id));
    for (const id of level) found.add(id);
  }
  return [...found];
}
