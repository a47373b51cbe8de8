import type { Transaction } from 'kysely';
import { recordChange } from '../store/changes.ts';
import type { Schema } from '../store/schema.ts';
import { type AlertRules, insertIncident, type Occasion, type Subject, say, stepIncident } from './incidents.ts';

import { MEMBER_TYPES } from './target-types.ts';

type Write = Transaction<Schema>;

const MEMBER_TYPE_NUMBERS = Object.values(MEMBER_TYPES);

const REASON = 'no target answers: the monitor or its network is ill';

/**
 * One message instead of one a target. Outages that have been found since `sinceMs` and not told yet are not told; those that
 * last are told as "still down" when the monitor sees again.
 */
export async function openBlindIncident(
  transaction: Write,
  { atMs, sinceMs, rules }: { atMs: number; sinceMs: number; rules: AlertRules },
): Promise<void> {
  if ((await openBlind(transaction)) !== undefined) return;
  const incident = await insertIncident(transaction, itself(null), {
    kind: 'blind',
    reason: REASON,
    lastError: REASON,
    atMs,
  });
  await say(transaction, 'blind', { subject: itself(incident.id), occasion: occasionOf(atMs, rules), incident });
  const untold = await transaction
    .updateTable('outbox')
    .set({ state: 'merged', lastResult: REASON })
    .where('state', '=', 'waiting')
    .where('kind', '=', 'outage')
    .where('leaseUntil', '<=', atMs)
    .where('incidentId', 'in', incidentsOfChecks(transaction, sinceMs))
    .returning('id')
    .execute();
  for (const { id } of untold) await recordChange(transaction, 'message', id, atMs);
}

export async function closeBlindIncident(
  transaction: Write,
  { atMs, rules }: { atMs: number; rules: AlertRules },
): Promise<void> {
  const incident = await openBlind(transaction);
  if (incident === undefined) return;
  await stepIncident(transaction, 'close', { subject: itself(incident.id), occasion: occasionOf(atMs, rules) });
}

export async function openBlind(db: Pick<Write, 'selectFrom'>): Promise<{ id: string } | undefined> {
  const open = db.selectFrom('incidents').select('id').where('kind', '=', 'blind').where('closedAt', 'is', null);
  return open.executeTakeFirst();
}

function itself(incidentId: string | null): Subject {
  return { targetId: null, hostName: 'monitor', environment: '', address: '', notification: true, incidentId };
}

function occasionOf(atMs: number, rules: AlertRules): Occasion {
  return { atMs, reason: REASON, lastError: REASON, quiet: false, rules };
}

/** What the registry says of members does not come through the monitor's own checks. */
function incidentsOfChecks(transaction: Write, sinceMs: number) {
  return transaction
    .selectFrom('incidents')
    .innerJoin('targets', 'targets.id', 'incidents.targetId')
    .select('incidents.id')
    .where('targets.type', 'not in', MEMBER_TYPE_NUMBERS)
    .where('incidents.openedAt', '>=', sinceMs);
}
