import { type Database, transact } from './database.ts';

export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** The lease `name` is the owner's until then, unless somebody else holds it. Also renews. False: somebody else does. */
export function takeLease(
  db: Database,
  { name, owner, nowMs, untilMs }: { name: string; owner: string; nowMs: number; untilMs: number },
): Promise<boolean> {
  return transact(db, async transaction => {
    const held = await readLease(transaction, name);
    if (held !== undefined && held.owner !== owner && held.until > nowMs) return false;
    await transaction
      .insertInto('leases')
      .values({ name, owner, until: untilMs })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ owner, until: untilMs }))
      .execute();
    return true;
  });
}

/** The next one need not wait for its end. */
export function giveUpLease(db: Database, { name, owner }: { name: string; owner: string }): Promise<void> {
  return transact(db, async transaction => {
    await transaction.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
  });
}

/** Undefined: nobody has ever held it, or it was given up. */
export async function readLease(db: Database, name: string): Promise<Lease | undefined> {
  return db.selectFrom('leases').select(['owner', 'until']).where('name', '=', name).executeTakeFirst();
}
