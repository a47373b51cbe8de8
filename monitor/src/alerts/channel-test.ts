import type { Clock } from '@gatehouse/shared/runtime/clock';
import { nanoid } from 'nanoid';
import { recordChange } from '../store/changes.ts';
import { type Database, transact } from '../store/database.ts';
import type { ChannelSender } from './channel-sender.ts';
import type { Post } from './message.ts';

/** Sends a message that means nothing, now and past the outbox. A channel that takes it is mended. */
export async function sendTest(
  { db, clock, sender }: { db: Database; clock: Clock; sender: ChannelSender },
  channelId: string,
): Promise<{ readonly ok: boolean; readonly result: string }> {
  const query = db.selectFrom('channels').select(['id', 'kind', 'secret', 'address', 'name']);
  const channel = await query.where('id', '=', channelId).executeTakeFirst();
  if (channel === undefined) return { ok: false, result: 'there is no such channel' };
  const delivery = await sender.send(channel, testPost(channel.name, clock.wallMs()));
  const ok = delivery.kind === 'sent';
  const nowMs = clock.wallMs();
  await transact(db, async transaction => {
    await transaction
      .updateTable('channels')
      .set({ lastResult: delivery.result })
      .set(ok ? { lastSentAt: nowMs, failure: null } : {})
      .where('id', '=', channelId)
      .execute();
    await recordChange(transaction, 'channel', channelId, nowMs);
  });
  return { ok, result: delivery.result };
}

function testPost(name: string, nowMs: number): Post {
  const nobody = { incidentId: null, targetId: null, hostName: name, environment: '', address: '' };
  const words = { reason: 'this channel hears of outages', lastError: '' };
  const times = { openedAtMs: nowMs, closedAtMs: null };
  return { kind: 'test', items: [{ ...nobody, ...words, ...times, dedupeKey: `test:${nanoid()}`, merged: false }] };
}
