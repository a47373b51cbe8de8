import type { Transaction } from 'kysely';
import { recordChange } from '../store/changes.ts';
import { type Database, transact } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { type Delivery, retryDelayMs } from './delivery.ts';
import type { Claim } from './outbox-claim.ts';

type Write = Transaction<Schema>;

/** Slack allows one message a second and hook. */
export const SLACK_PACE_MS = 1000;
/** Tried for so long; then it is no news. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

/** Writes down what became of a claim. Changes nothing when its lease has ended and somebody else has claimed it. */
export function settle(
  db: Database,
  { claim, delivery, nowMs, paceMs }: { claim: Claim; delivery: Delivery; nowMs: number; paceMs: number },
): Promise<void> {
  return transact(db, async transaction => {
    const waitMs = delivery.kind === 'later' ? (delivery.retryAfterMs ?? retryDelayMs(claim.attempts)) : paceMs;
    const settled = await transaction
      .updateTable('outbox')
      .set({ ...rowAfter(delivery, nowMs), leaseOwner: null, leaseUntil: 0, lastResult: delivery.result })
      .set(delivery.kind === 'later' ? { nextAt: nowMs + waitMs } : {})
      .where('leaseOwner', '=', claim.id)
      .where('state', '=', 'waiting')
      .returning('id')
      .execute();
    const readyAt = nowMs + Math.max(waitMs, paceMs);
    if (settled.length === 0) return rest(transaction, { claim, readyAt });
    const spoken = { lastResult: delivery.result, readyAt };
    await transaction
      .updateTable('channels')
      .set(spoken)
      .set(delivery.kind === 'sent' ? { lastSentAt: nowMs } : {})
      .set(delivery.kind === 'refused' ? { failure: delivery.result } : {})
      .where('id', '=', claim.channel.id)
      .execute();
    await recordChange(transaction, 'channel', claim.channel.id, nowMs);
    for (const { id } of settled) await recordChange(transaction, 'message', id, nowMs);
  });
}

/** Nobody wants to know any more what became of it; the channel is free again all the same, unless somebody else has it by now. */
async function rest(transaction: Write, { claim, readyAt }: { claim: Claim; readyAt: number }): Promise<void> {
  const { channel, leaseUntil } = claim;
  const mine = transaction.updateTable('channels').set({ readyAt }).where('id', '=', channel.id);
  await mine.where('readyAt', '=', leaseUntil).execute();
}

/** Fails what has waited too long. Returns how many. */
export function giveUpOld(db: Database, nowMs: number): Promise<number> {
  return transact(db, async transaction => {
    const old = await transaction
      .updateTable('outbox')
      .set({ state: 'failed' })
      .where('state', '=', 'waiting')
      .where('createdAt', '<', nowMs - GIVE_UP_AFTER_MS)
      .where('leaseUntil', '<=', nowMs)
      .returning('id')
      .execute();
    await recordAll(transaction, old, nowMs);
    return old.length;
  });
}

async function recordAll(transaction: Write, rows: readonly { id: string }[], nowMs: number): Promise<void> {
  for (const { id } of rows) await recordChange(transaction, 'message', id, nowMs);
}

function rowAfter(delivery: Delivery, nowMs: number) {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', sentAt: nowMs } as const;
    case 'later':
      return {};
    case 'refused':
      return { state: 'failed' } as const;
    default:
      return delivery satisfies never;
  }
}
