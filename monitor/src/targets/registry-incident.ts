import type { Transaction } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { readSettings } from '../store/settings.ts';
import { insertIncident, type Occasion, type Subject, say, stepIncident } from './incidents.ts';
import { judge } from './judge.ts';

type Write = Transaction<Schema>;

const HOST_NAME = 'registry of the cluster';
const REASON = 'Redis of the cluster is out of reach';

/** Nobody can say how the members are: one outage for all of them, and none of them is called up. A second call does nothing. */
export async function openRegistryIncident(transaction: Write, atMs: number): Promise<void> {
  if ((await openIncidentId(transaction)) !== null) return;
  const rules = await readSettings(transaction);
  const began = { kind: 'outage', reason: REASON, lastError: REASON, atMs } as const;
  const incident = await insertIncident(transaction, itself(null), began);
  await say(transaction, 'outage', {
    subject: itself(incident.id),
    occasion: { ...occasionAt(atMs), rules },
    incident,
  });
  for (const targetId of await membersNotDown(transaction)) {
    await judge(transaction, { targetId, atMs, observation: { kind: 'unseen' } }, rules);
  }
}

export async function closeRegistryIncident(transaction: Write, atMs: number): Promise<void> {
  const incidentId = await openIncidentId(transaction);
  if (incidentId === null) return;
  const rules = await readSettings(transaction);
  await stepIncident(transaction, 'close', { subject: itself(incidentId), occasion: { ...occasionAt(atMs), rules } });
}

/** Who is down has an incident of his own, which goes on. */
async function membersNotDown(transaction: Write): Promise<string[]> {
  const members = transaction
    .selectFrom('targets')
    .innerJoin('standings', 'standings.targetId', 'targets.id')
    .select('targets.id')
    .where('origin', '=', 'registry')
    .where('archivedAt', 'is', null)
    .where('standing', '!=', 'DOWN');
  return (await members.execute()).map(({ id }) => id);
}

async function openIncidentId(transaction: Write): Promise<string | null> {
  const own = transaction
    .selectFrom('incidents')
    .select('id')
    .where('kind', '=', 'outage')
    .where('targetId', 'is', null);
  return (await own.where('closedAt', 'is', null).executeTakeFirst())?.id ?? null;
}

function itself(incidentId: string | null): Subject {
  return { targetId: null, hostName: HOST_NAME, environment: '', address: '', notification: true, incidentId };
}

function occasionAt(atMs: number): Omit<Occasion, 'rules'> {
  return { atMs, reason: REASON, lastError: REASON, quiet: false };
}
