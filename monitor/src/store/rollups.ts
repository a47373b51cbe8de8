import type { Insertable } from 'kysely';
import type { Database } from './database.ts';
import type { ResultTable, RollupTable } from './schema.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Span = Insertable<RollupTable>['span'];

/** How long one row of each kind covers, and how long it is kept. Days are those of UTC. */
const SPANS: readonly { readonly span: Span; readonly lengthMs: number; readonly keptMs: number }[] = [
  { span: 'minute', lengthMs: MINUTE_MS, keptMs: DAY_MS },
  { span: 'hour', lengthMs: HOUR_MS, keptMs: 30 * DAY_MS },
  { span: 'day', lengthMs: DAY_MS, keptMs: 365 * DAY_MS },
];

/** What is in maintenance counts neither as up nor as down. */
export async function countInRollups(transaction: Database, result: Insertable<ResultTable>): Promise<void> {
  const counted = countOf(result);
  if (counted === undefined) return;
  const { up, latencyMs } = counted;
  const down = 1 - up;
  for (const { span, lengthMs } of SPANS) {
    const start = result.at - (result.at % lengthMs);
    await transaction
      .insertInto('rollups')
      .values({ targetId: result.targetId, span, start, up, down, latencySumMs: latencyMs, latencyMaxMs: latencyMs })
      .onConflict(conflict =>
        conflict.columns(['targetId', 'span', 'start']).doUpdateSet(({ eb }) => ({
          up: eb('rollups.up', '+', up),
          down: eb('rollups.down', '+', down),
          latencySumMs: eb('rollups.latencySumMs', '+', latencyMs),
          latencyMaxMs: eb
            .case()
            .when('rollups.latencyMaxMs', '<', latencyMs)
            .then(latencyMs)
            .else(eb.ref('rollups.latencyMaxMs'))
            .end(),
        })),
      )
      .execute();
  }
}

export async function forgetOldRollups(transaction: Database, nowMs: number): Promise<void> {
  for (const { span, keptMs } of SPANS) {
    await transaction
      .deleteFrom('rollups')
      .where('span', '=', span)
      .where('start', '<', nowMs - keptMs)
      .execute();
  }
}

/** Undefined: nobody expects an answer of it now. */
function countOf({ ok, standing, latencyMs }: Insertable<ResultTable>): { up: 0 | 1; latencyMs: number } | undefined {
  if (standing === 'MAINTENANCE' || standing === 'UNKNOWN' || standing === 'PAUSED') return undefined;
  return { up: ok, latencyMs: latencyMs ?? 0 };
}
