import type { Transaction } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { readSettings } from '../store/settings.ts';
import { insertTarget, updateTarget } from '../store/targets.ts';
import { type JudgeRules, judge } from './judge.ts';
import { type KnownTarget, type NamedTarget, type ReconcileStep, reconcile, type SourceOrigin } from './reconcile.ts';
import type { Observation } from './standing.ts';

type Write = Transaction<Schema>;

/** What a source has seen of a target. */
export interface Sighting {
  readonly hostName: string;
  readonly observation: Observation;
  /** For operators: kept with the standing. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface SourceReport {
  readonly origin: SourceOrigin;
  readonly named: readonly NamedTarget[];
  /** In the order in which they happened. */
  readonly sightings: readonly Sighting[];
  /** Whether one that is no longer named has left for good; otherwise it is only gone. */
  readonly isDismissed: (target: KnownTarget) => boolean;
  readonly atMs: number;
}

/** Makes the targets what the report says and judges what it has seen, in the caller's transaction. */
export async function writeReport(transaction: Write, report: SourceReport): Promise<void> {
  const rules = await readSettings(transaction);
  const known = await knownTargets(transaction, report);
  for (const step of reconcile(known, report)) await take(transaction, step, { report, rules });
  const ids = await idsOf(transaction, report);
  for (const { hostName, observation, details } of report.sightings) {
    const targetId = ids.get(hostName);
    if (targetId === undefined) continue;
    const told = details === undefined ? {} : { details: JSON.stringify(details) };
    await judge(transaction, { targetId, atMs: report.atMs, observation, ...told }, rules);
  }
}

async function take(
  transaction: Write,
  step: ReconcileStep,
  { report: { origin, atMs }, rules }: { report: SourceReport; rules: JudgeRules },
): Promise<void> {
  const decide = (targetId: string, kind: 'retyped' | 'left') =>
    judge(transaction, { targetId, atMs, observation: { kind } }, rules);
  switch (step.kind) {
    case 'add':
      await insertTarget(transaction, { ...step.named, origin }, atMs);
      return;
    case 'change':
      await updateTarget(transaction, step.target, { set: step.set, nowMs: atMs });
      if (step.set.type !== undefined) await decide(step.target.id, 'retyped');
      return;
    case 'archive':
      await decide(step.target.id, 'left');
      await updateTarget(transaction, step.target, { set: { archivedAt: atMs }, nowMs: atMs });
      return;
    default:
      step satisfies never;
  }
}

/** Of the source, and of whoever has a name that the source uses. */
async function knownTargets(transaction: Write, { origin, named }: SourceReport): Promise<KnownTarget[]> {
  const query = transaction
    .selectFrom('targets')
    .innerJoin('standings', 'standings.targetId', 'targets.id')
    .selectAll('targets')
    .select('standings.standing');
  const own = await query.where('origin', '=', origin).execute();
  const ownNames = new Set(own.map(({ hostName }) => hostName));
  const foreign = named.map(({ hostName }) => hostName).filter(name => !ownNames.has(name));
  if (foreign.length === 0) return own;
  return [...own, ...(await query.where('hostName', 'in', foreign).execute())];
}

async function idsOf(transaction: Write, { origin }: SourceReport): Promise<Map<string, string>> {
  const query = transaction.selectFrom('targets').select(['id', 'hostName']).where('origin', '=', origin);
  const rows = await query.where('archivedAt', 'is', null).execute();
  return new Map(rows.map(({ id, hostName }) => [hostName, id]));
}
