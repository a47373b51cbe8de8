import { nanoid } from 'nanoid';
import type { Database } from './database.ts';
import type { ChannelTable } from './schema.ts';

/** As it may be shown: without its secret. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'slack-webhook' | 'slack-bot' | 'webhook';
  readonly enabled: boolean;
  readonly masked: string;
  readonly address: string;
  readonly failure: string | null;
  readonly lastResult: string | null;
  readonly lastSentAt: number | null;
  readonly version: number;
}

export type NewChannel = Pick<Channel, 'name' | 'kind' | 'enabled' | 'masked' | 'address'> & {
  readonly secret: string;
};
export type ChannelChange = Partial<Omit<NewChannel, 'kind'>>;

const SHOWN = [
  'id',
  'name',
  'kind',
  'enabled',
  'masked',
  'address',
  'failure',
  'lastResult',
  'lastSentAt',
  'version',
] as const satisfies (keyof ChannelTable)[];

export async function listChannels(db: Database): Promise<Channel[]> {
  const rows = await db.selectFrom('channels').select(SHOWN).orderBy('name').execute();
  return rows.map(shown);
}

export async function findChannel(db: Database, id: string): Promise<Channel | undefined> {
  const row = await db.selectFrom('channels').select(SHOWN).where('id', '=', id).executeTakeFirst();
  return row && shown(row);
}

/** @throws what isDuplicate() knows when the name is taken */
export async function addChannel(transaction: Database, channel: NewChannel, nowMs: number): Promise<Channel> {
  const { secret, ...open } = channel;
  const state = { id: nanoid(), failure: null, lastResult: null, lastSentAt: null, version: 1 };
  const times = { createdAt: nowMs, updatedAt: nowMs };
  const row = { ...open, ...state, ...times, enabled: open.enabled ? 1 : 0, secret } as const;
  await transaction.insertInto('channels').values(row).execute();
  return shown(row);
}

/** What marked it as failed is over with any change: an operator has looked at it. */
export async function changeChannel(
  transaction: Database,
  before: Channel,
  change: ChannelChange,
  nowMs: number,
): Promise<void> {
  const { enabled, ...rest } = change;
  const set = { ...rest, ...(enabled !== undefined && { enabled: enabled ? (1 as const) : (0 as const) }) };
  await transaction
    .updateTable('channels')
    .set({ ...set, failure: null, version: before.version + 1, updatedAt: nowMs })
    .where('id', '=', before.id)
    .execute();
}

/** With it go the messages it was to send. */
export async function removeChannel(transaction: Database, id: string): Promise<void> {
  await transaction.deleteFrom('channels').where('id', '=', id).execute();
}

function shown(row: Omit<Channel, 'enabled'> & { enabled: 0 | 1 }): Channel {
  const { id, name, kind, enabled, masked, address, failure, lastResult, lastSentAt, version } = row;
  return { id, name, kind, enabled: enabled === 1, masked, address, failure, lastResult, lastSentAt, version };
}
