import { nanoid } from 'nanoid';
import type { Database } from './database.ts';

export const AUDIT_KEPT_MS = 365 * 24 * 3_600_000;

/** Who did what to what. `before` and `after` never hold a secret: give what the API shows. */
export interface AuditEntry {
  readonly who: string;
  /** `target.create`, `channel.test`, `login`. */
  readonly action: string;
  /** Name or id of what was changed. */
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditRecord {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly action: string;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
}

export async function recordAudit(transaction: Database, entry: AuditEntry, nowMs: number): Promise<void> {
  const { who, action, what, before, after } = entry;
  const row = { id: nanoid(), at: nowMs, who, action, what, before: jsonOrNull(before), after: jsonOrNull(after) };
  await transaction.insertInto('audit').values(row).execute();
}

/** Newest first. */
export async function listAudit(
  db: Database,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ items: AuditRecord[]; total: number }> {
  const newest = db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id');
  const rows = await newest.offset(page.offset).limit(page.limit).execute();
  const counted = db.selectFrom('audit').select(select => select.fn.countAll<number>().as('total'));
  const { total } = await counted.executeTakeFirstOrThrow();
  return { items: rows.map(row => ({ ...row, before: parsed(row.before), after: parsed(row.after) })), total };
}

export async function forgetOldAudit(transaction: Database, nowMs: number): Promise<void> {
  await transaction
    .deleteFrom('audit')
    .where('at', '<', nowMs - AUDIT_KEPT_MS)
    .execute();
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
