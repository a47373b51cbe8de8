import type { Database } from './database.ts';

/** What administrators may change while it runs; a target's own values win over the first five. */
export interface MonitorSettings {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Failed checks in a row. */
  readonly downAfter: number;
  readonly upAfter: number;
  /** Null: no answer is too slow. */
  readonly slowMs: number | null;
  /** Null: an outage is told once. */
  readonly reminderMs: number | null;
  /** Outages of this time are told together. */
  readonly groupingMs: number;
}

export const DEFAULT_SETTINGS: MonitorSettings = {
  intervalMs: 30_000,
  timeoutMs: 3_000,
  downAfter: 2,
  upAfter: 2,
  slowMs: null,
  reminderMs: null,
  groupingMs: 10_000,
};

export async function readSettings(db: Database): Promise<MonitorSettings> {
  const names = Object.keys(DEFAULT_SETTINGS);
  const rows = await db.selectFrom('settings').selectAll().where('name', 'in', names).execute();
  const stored = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)]));
  return { ...DEFAULT_SETTINGS, ...stored };
}

/** Values as they were checked before. */
export async function writeSettings(transaction: Database, change: Partial<MonitorSettings>): Promise<void> {
  for (const [name, set] of Object.entries(change)) {
    const value = JSON.stringify(set);
    await transaction
      .insertInto('settings')
      .values({ name, value })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}
