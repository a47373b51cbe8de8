import { withoutQuery } from '@gatehouse/shared/cluster/heartbeats';
import type { Selectable, Transaction } from 'kysely';
import { nanoid } from 'nanoid';
import { recordChange } from '../store/changes.ts';
import { recordResult } from '../store/results.ts';
import type { Schema, StandingTable, TargetTable } from '../store/schema.ts';
import { openBlind } from './blind-incident.ts';
import { hushDependants, isBehindOutage } from './dependencies.ts';
import { type AlertRules, type Subject, stepIncident } from './incidents.ts';
import { incidentStep, nextStanding, type Observation, type Standing } from './standing.ts';

type Write = Transaction<Schema>;
type Target = Selectable<TargetTable> & Omit<Selectable<StandingTable>, 'version' | 'targetId'>;

/** Of the settings: what holds where a target says nothing of its own. */
export interface JudgeRules extends AlertRules {
  readonly intervalMs: number;
  readonly downAfter: number;
  readonly upAfter: number;
  readonly slowMs: number | null;
}

export interface Judgement {
  readonly targetId: string;
  readonly atMs: number;
  readonly observation: Observation;
  /** JSON of a check's phases. */
  readonly phases?: string;
  /** JSON of what the registry says of a cluster member; left as it is when not given. */
  readonly details?: string;
}

/**
 * Everything that follows from one observation, in the caller's transaction: result, standing, transition, incident, and
 * a row in the outbox for each message. Check results, registry, pauses and archiving all come through here. Seeing again
 * what is known already changes nothing, so levels may be judged as often as one likes: a member's result is recorded
 * when its standing changes, and otherwise once in an interval. Returns what the target is now; undefined: it is not
 * there any more, or not to be checked.
 */
export async function judge(
  transaction: Write,
  judgement: Judgement,
  rules: JudgeRules,
): Promise<Standing | undefined> {
  const { targetId, atMs } = judgement;
  const target = await findTarget(transaction, targetId);
  // Who is paused and leaves is paused still when it is back.
  const isPausedAway = target?.paused === 1 && judgement.observation.kind === 'left';
  const observation: Observation = isPausedAway ? { kind: 'paused' } : judgement.observation;
  if (target === undefined || (isCheck(observation) && (target.paused === 1 || target.archivedAt !== null)))
    return undefined;
  const before: Standing = { ...target, flapping: target.flapping === 1 };
  const after = nextStanding(before, observation, thresholdsOf(target, rules));
  const moved = after.standing !== before.standing;
  const recorded = isResultDue(target, { judgement, moved, rules });
  const step = incidentStep(before, after, target.incidentId !== null);
  const reason = reasonOf(observation);
  const lastError = errorOf(observation) ?? target.lastError ?? '';
  const quiet = step !== 'none' && (await isQuiet(transaction, target, observation));
  const occasion = { atMs, reason, lastError, quiet, rules };
  const incidentId = await stepIncident(transaction, step, { subject: subjectOf(target), occasion });
  const detailed = judgement.details !== undefined && judgement.details !== target.details;
  if (step === 'open-outage') await hushDependants(transaction, targetId, atMs);
  if (!recorded && !moved && !detailed && incidentId === target.incidentId) return after;
  await storeStanding(transaction, { target, after, judgement, recorded, incidentId });
  if (recorded) await storeResult(transaction, after, judgement);
  if (moved) await storeTransition(transaction, { from: before.standing, to: after.standing, judgement, reason });
  await recordChange(transaction, 'target', targetId, atMs);
  return after;
}

async function isQuiet(transaction: Write, target: Target, observation: Observation): Promise<boolean> {
  if (isCheck(observation) && (await openBlind(transaction)) !== undefined) return true;
  return isBehindOutage(transaction, target.dependsOn);
}

function isCheck({ kind }: Observation): boolean {
  return kind === 'answered' || kind === 'failed';
}

/** What was done to a target is no result of it, nor is that nobody knows. */
const NO_RESULTS: readonly Observation['kind'][] = ['paused', 'resumed', 'retyped', 'left', 'unseen'];

function isResultDue(
  target: Target,
  { judgement, moved, rules }: { judgement: Judgement; moved: boolean; rules: JudgeRules },
): boolean {
  const { observation, atMs } = judgement;
  if (isCheck(observation)) return true;
  if (NO_RESULTS.includes(observation.kind)) return false;
  if (target.paused === 1) return false;
  return moved || atMs - (target.lastResultAt ?? 0) >= (target.intervalMs ?? rules.intervalMs);
}

async function findTarget(transaction: Write, targetId: string): Promise<Target | undefined> {
  const query = transaction
    .selectFrom('targets')
    .innerJoin('standings', 'standings.targetId', 'targets.id')
    .selectAll('targets')
    .select(['standing', 'failures', 'successes', 'since', 'lastResultAt', 'lastLatencyMs', 'lastError'])
    .select(['recent', 'flapping', 'incidentId', 'details'])
    .where('targets.id', '=', targetId);
  return query.executeTakeFirst();
}

function thresholdsOf(target: Target, rules: JudgeRules) {
  return {
    downAfter: target.downAfter ?? rules.downAfter,
    upAfter: target.upAfter ?? rules.upAfter,
    slowMs: target.slowMs ?? rules.slowMs,
  };
}

function subjectOf(target: Target): Subject {
  const { id: targetId, environment, incidentId } = target;
  const hostName = target.origin === 'heartbeat' ? withoutQuery(target.hostName) : target.hostName; // it is its address
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const address = withoutQuery(`${host}:${target.port}${target.path}`);
  return { targetId, hostName, environment, address, incidentId, notification: target.notification === 1 };
}

interface Stored {
  readonly target: Target;
  readonly after: Standing;
  readonly judgement: Judgement;
  readonly recorded: boolean;
  readonly incidentId: string | null;
}

async function storeStanding(transaction: Write, stored: Stored): Promise<void> {
  const { target, after, judgement, recorded, incidentId } = stored;
  const { atMs, observation } = judgement;
  const moved = after.standing !== target.standing;
  await transaction
    .updateTable('standings')
    .set({
      ...{ standing: after.standing, failures: after.failures, successes: after.successes, recent: after.recent },
      flapping: after.flapping ? 1 : 0,
      since: moved ? atMs : target.since,
      lastResultAt: recorded ? atMs : target.lastResultAt,
      lastLatencyMs: observation.kind === 'answered' ? observation.latencyMs : target.lastLatencyMs,
      lastError: errorOf(observation) ?? target.lastError,
      incidentId,
      details: judgement.details ?? target.details,
    })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('targetId', '=', judgement.targetId)
    .execute();
}

async function storeResult(transaction: Write, after: Standing, judgement: Judgement): Promise<void> {
  const { targetId, atMs: at, observation, phases = '{}' } = judgement;
  const error = errorOf(observation);
  const ok = observation.kind === 'answered' || observation.kind === 'up' || observation.kind === 'draining' ? 1 : 0;
  const latencyMs = observation.kind === 'answered' ? observation.latencyMs : null;
  await recordResult(transaction, { targetId, at, ok, standing: after.standing, latencyMs, error, phases });
}

async function storeTransition(
  transaction: Write,
  {
    from,
    to,
    judgement,
    reason,
  }: { from: Standing['standing']; to: Standing['standing']; judgement: Judgement; reason: string },
): Promise<void> {
  const { targetId, atMs: at } = judgement;
  await transaction.insertInto('transitions').values({ id: nanoid(), targetId, at, from, to, reason }).execute();
}

function errorOf(observation: Observation): string | null {
  switch (observation.kind) {
    case 'failed':
      return observation.error;
    case 'suspect':
    case 'down':
      return observation.reason;
    default:
      return null;
  }
}

/** Of a transition, and of an incident that begins with it. */
function reasonOf(observation: Observation): string {
  switch (observation.kind) {
    case 'answered':
      return `answered in ${Math.round(observation.latencyMs)} ms`;
    case 'failed':
      return observation.error;
    case 'suspect':
    case 'down':
    case 'draining':
      return observation.reason;
    case 'retyped':
      return 'its type is another one now';
    default:
      return observation.kind;
  }
}
