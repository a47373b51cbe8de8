import type { Selectable, Transaction } from 'kysely';
import { nanoid } from 'nanoid';
import { enabledChannels, enqueue, toldChannels, unremindedChannels, withdraw } from '../alerts/enqueue.ts';
import type { MessageBody, MessageKind } from '../alerts/message.ts';
import { recordChange } from '../store/changes.ts';
import type { IncidentTable, Schema } from '../store/schema.ts';
import type { IncidentStep } from './standing.ts';

type Write = Transaction<Schema>;
type Incident = Selectable<IncidentTable>;

export interface AlertRules {
  /** Null: an outage is told once. */
  readonly reminderMs: number | null;
  readonly groupingMs: number;
}

/** Whose incident it is, and whether anybody is to hear of it. */
export interface Subject {
  readonly targetId: string | null;
  readonly hostName: string;
  readonly environment: string;
  readonly address: string;
  readonly notification: boolean;
  /** The open one. */
  readonly incidentId: string | null;
}

export interface Occasion {
  readonly atMs: number;
  /** The kind of failure, or why it is over. */
  readonly reason: string;
  /** What the newest failure said, however well all is now; empty: there was none. */
  readonly lastError: string;
  /** Nothing but recoveries is said: what is before the target is down, or the monitor itself sees nothing. */
  readonly quiet: boolean;
  readonly rules: AlertRules;
}

const FLAPPING = 'goes up and down';

/** Does the step and puts what is to be said into the outbox. Returns the incident that is open afterwards. */
export async function stepIncident(
  transaction: Write,
  step: IncidentStep,
  { subject, occasion }: { subject: Subject; occasion: Occasion },
): Promise<string | null> {
  if (step === 'none') return subject.incidentId;
  if (step === 'open-outage' || step === 'open-flapping') return open(transaction, step, { subject, occasion });
  const incident = await openIncident(transaction, subject.incidentId);
  if (incident === undefined) return null;
  const closing = step === 'close' || step === 'close-silently';
  if (!closing) {
    await follow(transaction, step, { subject, occasion, incident });
    return incident.id;
  }
  const closed = { ...incident, closedAt: occasion.atMs };
  await transaction.updateTable('incidents').set({ closedAt: occasion.atMs }).where('id', '=', incident.id).execute();
  await recordChange(transaction, 'incident', incident.id, occasion.atMs);
  if (step === 'close-silently') await withdraw(transaction, incident.id, occasion.reason);
  else await say(transaction, 'recovery', { subject, occasion, incident: closed });
  return null;
}

export interface Told {
  readonly subject: Subject;
  readonly occasion: Occasion;
  readonly incident: Incident;
}

async function open(
  transaction: Write,
  step: 'open-outage' | 'open-flapping',
  { subject, occasion }: { subject: Subject; occasion: Occasion },
): Promise<string> {
  const flapping = step === 'open-flapping';
  const incident = await insertIncident(transaction, subject, {
    kind: flapping ? 'flapping' : 'outage',
    reason: flapping ? FLAPPING : occasion.reason,
    lastError: occasion.lastError,
    atMs: occasion.atMs,
  });
  await say(transaction, flapping ? 'flapping' : 'outage', { subject, occasion, incident });
  return incident.id;
}

export async function insertIncident(
  transaction: Write,
  { targetId, hostName, environment }: Subject,
  began: { kind: Incident['kind']; reason: string; lastError: string; atMs: number },
): Promise<Incident> {
  const { atMs, ...rest } = began;
  const incident = { id: nanoid(), targetId, hostName, environment, ...rest, openedAt: atMs, closedAt: null };
  await transaction.insertInto('incidents').values(incident).execute();
  await recordChange(transaction, 'incident', incident.id, atMs);
  return incident;
}

async function follow(transaction: Write, step: IncidentStep, { subject, occasion, incident }: Told): Promise<void> {
  const newest = { ...incident, lastError: occasion.lastError };
  if (newest.lastError !== incident.lastError) {
    await transaction
      .updateTable('incidents')
      .set({ lastError: newest.lastError })
      .where('id', '=', newest.id)
      .execute();
    await recordChange(transaction, 'incident', newest.id, occasion.atMs);
  }
  const told = { subject, occasion, incident: newest };
  if (step === 'say-flapping') await say(transaction, 'flapping', told);
  if (step === 'say-still-down') await say(transaction, 'still-down', told);
  if (step === 'remind') await remind(transaction, told);
}

/** Also how a channel hears of an outage that began while notification was off, or the occasion quiet. */
async function remind(transaction: Write, told: Told): Promise<void> {
  const { incident, occasion } = told;
  if (!told.subject.notification || occasion.quiet) return;
  const { reminderMs } = occasion.rules;
  const sinceMs = reminderMs === null ? null : occasion.atMs - reminderMs;
  const channelIds = await unremindedChannels(transaction, { incidentId: incident.id, sinceMs });
  await enqueueFor(transaction, 'still-down', { told, channelIds });
}

/** A recovery is told to those who were told of the outage, everything else to every enabled channel. */
export async function say(transaction: Write, kind: MessageKind, told: Told): Promise<void> {
  if (!told.subject.notification || (told.occasion.quiet && kind !== 'recovery')) return;
  const channelIds =
    kind === 'recovery' ? await toldChannels(transaction, told.incident.id) : await enabledChannels(transaction);
  await enqueueFor(transaction, kind, { told, channelIds });
}

async function enqueueFor(
  transaction: Write,
  kind: MessageKind,
  { told, channelIds }: { told: Told; channelIds: readonly string[] },
): Promise<void> {
  const { incident, occasion, subject } = told;
  const { atMs, rules } = occasion;
  const { groupingMs } = rules;
  const body = bodyOf(incident, subject);
  await enqueue(transaction, { incidentId: incident.id, kind, body, channelIds, atMs, groupingMs });
}

function bodyOf(incident: Incident, { address }: Subject): MessageBody {
  const { id: incidentId, targetId, hostName, environment, reason, lastError } = incident;
  const times = { openedAtMs: incident.openedAt, closedAtMs: incident.closedAt };
  return { incidentId, targetId, hostName, environment, address, reason, lastError, ...times };
}

async function openIncident(transaction: Write, id: string | null): Promise<Incident | undefined> {
  if (id === null) return undefined;
  const query = transaction.selectFrom('incidents').selectAll().where('id', '=', id).where('closedAt', 'is', null);
  return query.executeTakeFirst();
}
