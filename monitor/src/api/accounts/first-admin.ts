import { recordAudit } from '../../store/audit.ts';
import { type Database, transact } from '../../store/database.ts';
import { addUser, countUsers } from '../../store/users.ts';
import { Passwords } from './passwords.ts';

const NAME = 'admin';

/** Makes the user `admin` when there is no user at all. False: there is somebody, or no password was given. */
export async function addFirstAdmin(db: Database, password: string | undefined, nowMs: number): Promise<boolean> {
  if (password === undefined || (await countUsers(db)) > 0) return false;
  const hash = await new Passwords().hash(password);
  return transact(db, async transaction => {
    if ((await countUsers(transaction)) > 0) return false;
    const admin = await addUser(transaction, { name: NAME, role: 'admin', password: hash }, nowMs);
    await recordAudit(transaction, { who: 'monitor', action: 'user.create', what: NAME, after: admin }, nowMs);
    return true;
  });
}
