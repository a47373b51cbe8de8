import { type Database, transact } from './database.ts';

/** How many wrong passwords in a row are free. */
export interface AttemptLimit {
  /** `name:admin`, `address:192.0.2.7`. */
  readonly what: string;
  readonly freeFailures: number;
}

const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Failures are forgotten after so long without another one. */
export const FORGOTTEN_MS = 60 * 60_000;

/**
 * Counts a try as a failure before the password is looked at, so that many at once are not free; takeBack() when it was
 * right. Returns until when nobody may try, undefined: this try may go on.
 */
export function reserveAttempt(
  db: Database,
  limits: readonly AttemptLimit[],
  nowMs: number,
): Promise<number | undefined> {
  return transact(db, async transaction => {
    await transaction
      .deleteFrom('attempts')
      .where('updatedAt', '<', nowMs - FORGOTTEN_MS)
      .execute();
    const names = limits.map(({ what }) => what);
    const rows = await transaction.selectFrom('attempts').selectAll().where('what', 'in', names).execute();
    const lockedUntil = Math.max(0, ...rows.map(row => row.lockedUntil));
    if (lockedUntil > nowMs) return lockedUntil;
    for (const limit of limits) {
      const failures = (rows.find(row => row.what === limit.what)?.failures ?? 0) + 1;
      const counted = { failures, lockedUntil: lockedUntilMs(failures, limit, nowMs), updatedAt: nowMs };
      await transaction
        .insertInto('attempts')
        .values({ what: limit.what, ...counted })
        .onConflict(conflict => conflict.column('what').doUpdateSet(counted))
        .execute();
    }
    return undefined;
  });
}

/** The password was right: its name starts anew, the address only gets this one try back. */
export async function takeBack(transaction: Database, name: string, address: string): Promise<void> {
  await transaction.deleteFrom('attempts').where('what', '=', name).execute();
  await giveBack(transaction, address);
}

/** Nobody has looked at the password: this try does not count. */
export async function giveBack(transaction: Database, ...names: string[]): Promise<void> {
  await transaction
    .updateTable('attempts')
    .set(set => ({ failures: set('failures', '-', 1), lockedUntil: 0 }))
    .where('what', 'in', names)
    .where('failures', '>', 0)
    .execute();
}

/** Pure. Twice as long with each further failure. */
export function lockedUntilMs(failures: number, { freeFailures }: AttemptLimit, nowMs: number): number {
  if (failures < freeFailures) return 0;
  return nowMs + Math.min(FIRST_LOCK_MS * 2 ** Math.min(failures - freeFailures, 20), LONGEST_LOCK_MS);
}
