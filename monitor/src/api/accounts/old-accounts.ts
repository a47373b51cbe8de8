import { forgetOldAudit } from '../../store/audit.ts';
import { type Database, transact } from '../../store/database.ts';
import { forgetEndedSessions } from '../../store/sessions.ts';

/** Sessions that have ended, and what was done longer ago than anybody asks. */
export function forgetOldAccounts(db: Database, nowMs: number): Promise<void> {
  return transact(db, async transaction => {
    await forgetEndedSessions(transaction, nowMs);
    await forgetOldAudit(transaction, nowMs);
  });
}
