import type { Insertable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { ChannelTable, TargetTable } from '../store/schema.ts';

// Rows for tests and benches.

/** A target that nobody has seen yet: HTTP unless `type` says something else. */
export async function insertTarget(
  db: Database,
  target: Pick<Insertable<TargetTable>, 'id'> & Partial<Insertable<TargetTable>>,
): Promise<void> {
  const address = { host: '127.0.0.1', port: 80, type: 6, path: '/', environment: 'DEV' } as const;
  const state = {
    notification: 1,
    paused: 0,
    dependsOn: null,
    origin: 'hand',
    edited: '[]',
    ignored: 0,
    version: 1,
  } as const;
  const times = { createdAt: 0, updatedAt: 0 };
  const row = { hostName: target.id, ...address, ...state, ...times, ...target };
  await db.insertInto('targets').values(row).execute();
  const counts = { failures: 0, successes: 0, since: 0, flapping: 0, version: 1 } as const;
  const standing = { targetId: row.id, standing: 'UNKNOWN', recent: '', details: '{}', ...counts } as const;
  await db.insertInto('standings').values(standing).execute();
}

/** A webhook without a secret unless `channel` says something else. */
export async function insertChannel(
  db: Database,
  channel: Pick<Insertable<ChannelTable>, 'id'> & Partial<Insertable<ChannelTable>>,
): Promise<void> {
  const state = { kind: 'webhook', enabled: 1, secret: '', masked: '', address: '', version: 1 } as const;
  const times = { createdAt: 0, updatedAt: 0 };
  await db
    .insertInto('channels')
    .values({ name: channel.id, ...state, ...times, ...channel })
    .execute();
}
