import type { Transaction } from 'kysely';
import { nanoid } from 'nanoid';
import { recordChange } from '../store/changes.ts';
import type { Schema } from '../store/schema.ts';
import type { MessageBody, MessageKind } from './message.ts';

type Write = Transaction<Schema>;

interface Announcement {
  readonly incidentId: string;
  readonly kind: MessageKind;
  readonly body: MessageBody;
  readonly channelIds: readonly string[];
  readonly atMs: number;
  /** Outages wait so long for others, to be told as one list. */
  readonly groupingMs: number;
}

/** Of one incident there may be several. */
const REPEATED: readonly MessageKind[] = ['still-down', 'flapping'];

/** One row a channel; sent when the transaction is committed, whoever dies. */
export async function enqueue(transaction: Write, announcement: Announcement): Promise<void> {
  const { incidentId, kind, body, channelIds, atMs } = announcement;
  for (const channelId of channelIds) {
    const repetition = REPEATED.includes(kind) ? `:${await countOf(transaction, { incidentId, channelId, kind })}` : '';
    const row = {
      id: nanoid(),
      channelId,
      incidentId,
      kind,
      dedupeKey: `${incidentId}:${channelId}:${kind}${repetition}`,
      body: JSON.stringify(body),
      state: 'waiting',
      attempts: 0,
      nextAt: kind === 'outage' ? await groupEndMs(transaction, channelId, announcement) : atMs,
      leaseUntil: 0,
      createdAt: atMs,
    } as const;
    await transaction.insertInto('outbox').values(row).execute();
    await recordChange(transaction, 'message', row.id, atMs);
  }
}

export async function enabledChannels(transaction: Write): Promise<string[]> {
  const rows = await transaction.selectFrom('channels').select('id').where('enabled', '=', 1).execute();
  return rows.map(({ id }) => id);
}

/** Channels that have heard of the incident, or will. */
export async function toldChannels(transaction: Write, incidentId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('outbox')
    .select('channelId')
    .distinct()
    .where('incidentId', '=', incidentId)
    .where('state', 'in', ['waiting', 'sent'])
    .execute();
  return rows.map(({ channelId }) => channelId);
}

/** Enabled channels that nothing was said to since `sinceMs`; null: ever. What failed there counts as said: no second try. */
export async function unremindedChannels(
  transaction: Write,
  { incidentId, sinceMs }: { incidentId: string; sinceMs: number | null },
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('outbox')
    .select('channelId')
    .where('incidentId', '=', incidentId)
    .where('state', '!=', 'merged')
    .where('createdAt', '>', sinceMs ?? 0)
    .execute();
  const reminded = new Set(rows.map(({ channelId }) => channelId));
  return (await enabledChannels(transaction)).filter(id => !reminded.has(id));
}

/** Nobody is told any more what has not been told yet. */
export async function withdraw(transaction: Write, incidentId: string, why: string): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ state: 'merged', lastResult: why })
    .where('incidentId', '=', incidentId)
    .where('state', '=', 'waiting')
    .execute();
}

/** The first outage of a group says when it is told; the others go with it. */
async function groupEndMs(
  transaction: Write,
  channelId: string,
  { atMs, groupingMs }: { atMs: number; groupingMs: number },
): Promise<number> {
  const group = await transaction
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('nextAt').as('endMs'))
    .where('channelId', '=', channelId)
    .where('kind', '=', 'outage')
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .where('nextAt', '>', atMs)
    .executeTakeFirst();
  return group?.endMs ?? atMs + groupingMs;
}

async function countOf(
  transaction: Write,
  { incidentId, channelId, kind }: { incidentId: string; channelId: string; kind: MessageKind },
): Promise<number> {
  const counted = await transaction
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('incidentId', '=', incidentId)
    .where('channelId', '=', channelId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return counted.rows;
}
