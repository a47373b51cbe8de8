import type { Selectable, Transaction } from 'kysely';
import { nanoid } from 'nanoid';
import { type Database, transact } from '../store/database.ts';
import type { OutboxTable, Schema } from '../store/schema.ts';
import type { ChannelRow } from './channel-sender.ts';
import type { MessageBody, Post } from './message.ts';

type Write = Transaction<Schema>;
type Row = Selectable<OutboxTable>;

/** One post that this process sends now, and nobody else until the lease ends. */
export interface Claim {
  readonly id: string;
  readonly channel: ChannelRow;
  readonly rowIds: readonly string[];
  /** Until then the channel rests for others. */
  readonly leaseUntil: number;
  /** This one included. */
  readonly attempts: number;
  readonly post: Post;
}

/** More messages of one kind than this are told as a list. */
const MAX_SINGLE = 3;
const MAX_LIST = 50;

/** Whether there is anything to claim: asked often, so nothing is locked. */
export async function isAnythingDue(db: Database, nowMs: number): Promise<boolean> {
  return (await dueRows(db, nowMs).limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Takes what one channel is to be told next. One post a channel at a time, so that messages keep their order. Undefined:
 * nothing to do.
 */
export function claimPost(
  db: Database,
  { nowMs, leaseMs }: { nowMs: number; leaseMs: number },
): Promise<Claim | undefined> {
  return transact(db, async transaction => {
    const rows = await dueRows(transaction, nowMs).execute();
    for (const channelId of new Set(rows.map(row => row.channelId))) {
      const ready = await readyRows(
        transaction,
        rows.filter(row => row.channelId === channelId),
        nowMs,
      );
      const chosen = chosenRows(ready);
      if (chosen.length > 0) return lease(transaction, chosen, { channelId, untilMs: nowMs + leaseMs });
    }
    return undefined;
  });
}

function dueRows(db: Database | Write, nowMs: number) {
  return db
    .selectFrom('outbox')
    .innerJoin('channels', 'channels.id', 'outbox.channelId')
    .selectAll('outbox')
    .where('outbox.state', '=', 'waiting')
    .where('outbox.nextAt', '<=', nowMs)
    .where('outbox.leaseUntil', '<=', nowMs)
    .where('channels.enabled', '=', 1)
    .where('channels.failure', 'is', null)
    .where('channels.readyAt', '<=', nowMs)
    .orderBy('outbox.createdAt')
    .orderBy('outbox.id');
}

/** A recovery overtakes nothing: it takes the outage along when that has not been told yet, else waits until it is. */
async function readyRows(transaction: Write, rows: readonly Row[], nowMs: number): Promise<Row[]> {
  const ready: Row[] = [];
  for (const row of rows) {
    const others = await siblings(transaction, row);
    const waiting = others.filter(other => other.state === 'waiting');
    const isBlocked =
      row.kind === 'recovery'
        ? waiting.some(other => other.leaseUntil > nowMs)
        : waiting.some(other => other.kind === 'recovery');
    if (!isBlocked) ready.push(row);
    if (ready.length > MAX_LIST) break;
  }
  return ready;
}

function siblings(transaction: Write, { id, incidentId, channelId }: Row): Promise<Row[]> {
  const query = transaction.selectFrom('outbox').selectAll().where('channelId', '=', channelId).where('id', '!=', id);
  return query.where('incidentId', '=', incidentId).execute();
}

/** The oldest, alone or with all others of its kind. */
function chosenRows(ready: readonly Row[]): Row[] {
  const [oldest] = ready;
  if (oldest === undefined) return [];
  const alike = ready.filter(({ kind }) => kind === oldest.kind);
  return alike.length > MAX_SINGLE ? alike.slice(0, MAX_LIST) : [oldest];
}

async function lease(
  transaction: Write,
  rows: readonly Row[],
  { channelId, untilMs }: { channelId: string; untilMs: number },
): Promise<Claim> {
  const id = nanoid();
  const rowIds = rows.map(row => row.id);
  const items = [];
  for (const row of rows) {
    const body = JSON.parse(row.body) as MessageBody;
    items.push({ ...body, dedupeKey: row.dedupeKey, merged: await mergeUntold(transaction, row) });
  }
  await transaction
    .updateTable('outbox')
    .set({ leaseOwner: id, leaseUntil: untilMs })
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', rowIds)
    .execute();
  const columns = ['id', 'kind', 'secret', 'address'] as const;
  const channel = await transaction
    .updateTable('channels')
    .set({ readyAt: untilMs })
    .where('id', '=', channelId)
    .returning(columns)
    .executeTakeFirstOrThrow();
  const kind = rows[0]?.kind ?? 'test';
  return {
    id,
    channel,
    rowIds,
    leaseUntil: untilMs,
    attempts: 1 + Math.max(...rows.map(row => row.attempts)),
    post: { kind, items },
  };
}

/** Whether the recovery tells the outage, too, because nobody has. */
async function mergeUntold(transaction: Write, row: Row): Promise<boolean> {
  if (row.kind !== 'recovery') return false;
  const others = await siblings(transaction, row);
  const untold = others.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const merged = { state: 'merged', lastResult: 'told with the recovery' } as const;
  if (untold.length > 0) await transaction.updateTable('outbox').set(merged).where('id', 'in', untold).execute();
  return !others.some(({ state }) => state === 'sent');
}
