import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Schema } from '../../store/schema.ts';
import { typeNameOf } from '../../targets/target-types.ts';
import type { Page } from '../paging.ts';
import { type Beat, STANDINGS, type Target } from './target-schema.ts';

export interface TargetFilter {
  readonly environment?: Target['environment'];
  readonly type?: number;
  readonly standing?: Target['standing']['standing'];
  /** Part of the name or the host, in any case. */
  readonly text?: string;
  readonly archived?: boolean;
}

const RECENT_BEATS = 50;
const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;

/** Failing ones first, then by name. */
export async function listTargets(
  db: Database,
  filter: TargetFilter,
  page: Page,
  nowMs: number,
): Promise<{ items: Target[]; total: number }> {
  const wanted = filtered(targetsWithStanding(db), filter);
  const { total } = await wanted.select(select => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .select(COLUMNS)
    .orderBy(worstFirst())
    .orderBy('targets.hostName')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { items: await withHistory(db, rows, nowMs), total };
}

export async function readTarget(db: Database, id: string, nowMs: number): Promise<Target | undefined> {
  const rows = await targetsWithStanding(db).select(COLUMNS).where('targets.id', '=', id).execute();
  const [target] = await withHistory(db, rows, nowMs);
  return target;
}

const COLUMNS = [
  'targets.id',
  'targets.hostName',
  'targets.host',
  'targets.port',
  'targets.type',
  'targets.path',
  'targets.secure',
  'targets.environment',
  'targets.notification',
  'targets.intervalMs',
  'targets.timeoutMs',
  'targets.downAfter',
  'targets.upAfter',
  'targets.slowMs',
  'targets.paused',
  'targets.dependsOn',
  'targets.origin',
  'targets.archivedAt',
  'targets.version',
  'targets.createdAt',
  'targets.updatedAt',
  'standings.standing',
  'standings.since',
  'standings.lastResultAt',
  'standings.lastLatencyMs',
  'standings.lastError',
  'standings.flapping',
  'standings.incidentId',
  'standings.details',
] as const;

export function targetsWithStanding(db: Database) {
  return db.selectFrom('targets').innerJoin('standings', 'standings.targetId', 'targets.id');
}

type TargetQuery = SelectQueryBuilder<Schema, 'targets' | 'standings', object>;
type TargetRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function rowsOf(db: Database) {
  return targetsWithStanding(db).select(COLUMNS);
}

function filtered(query: TargetQuery, { environment, type, standing, text, archived }: TargetFilter): TargetQuery {
  let wanted = query.where('targets.archivedAt', archived === true ? 'is not' : 'is', null);
  if (environment !== undefined) wanted = wanted.where('targets.environment', '=', environment);
  if (type !== undefined) wanted = wanted.where('targets.type', '=', type);
  if (standing !== undefined) wanted = wanted.where('standings.standing', '=', standing);
  if (text) {
    const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const inName = sql<boolean>`lower(targets."hostName") like ${pattern} escape '\\'`;
    const inHost = sql<boolean>`lower(targets.host) like ${pattern} escape '\\'`;
    wanted = wanted.where(where => where.or([inName, inHost]));
  }
  return wanted;
}

export function worstFirst() {
  const ranks = STANDINGS.map((standing, rank) => sql`when ${standing} then ${sql.lit(rank)}`);
  return sql`case standings.standing ${sql.join(ranks, sql` `)} else ${sql.lit(STANDINGS.length)} end`;
}

async function withHistory(db: Database, rows: readonly TargetRow[], nowMs: number): Promise<Target[]> {
  const ids = rows.map(({ id }) => id);
  const [beats, day, month] = await Promise.all([
    newestBeats(db, ids),
    uptimeSince(db, ids, 'hour', nowMs - DAY_MS),
    uptimeSince(db, ids, 'day', nowMs - MONTH_MS),
  ]);
  return rows.map(row => ({
    ...shownTarget(row),
    recent: beats.get(row.id) ?? [],
    uptime: { day: day.get(row.id) ?? null, month: month.get(row.id) ?? null },
  }));
}

function shownTarget(row: TargetRow): Omit<Target, 'recent' | 'uptime'> {
  const { hostName, createdAt, updatedAt, notification, paused, secure, ...rest } = row;
  const { standing, since, lastResultAt, lastLatencyMs, lastError, flapping, incidentId, details, ...target } = rest;
  const seen = { standing, since, lastResultAt, lastLatencyMs, lastError, flapping: flapping === 1, incidentId };
  return {
    ...target,
    host_name: hostName,
    typeName: typeNameOf(row.type),
    secure: secure === null ? null : secure === 1,
    notification: notification === 1,
    paused: paused === 1,
    created_at: createdAt,
    updated_at: updatedAt,
    standing: { ...seen, details: JSON.parse(details) as Record<string, unknown> },
  };
}

async function newestBeats(db: Database, ids: readonly string[]): Promise<Map<string, Beat[]>> {
  const beats = new Map<string, Beat[]>();
  if (ids.length === 0) return beats;
  const numbered = db
    .selectFrom('results')
    .select(['targetId', 'at', 'ok', 'standing', 'latencyMs', 'error'])
    .select(sql<number>`row_number() over (partition by "targetId" order by at desc)`.as('age'))
    .where('targetId', 'in', ids);
  const newest = db.selectFrom(numbered.as('numbered')).selectAll().where('age', '<=', RECENT_BEATS);
  for (const { targetId, age: _, ok, ...beat } of await newest.orderBy('at').execute()) {
    const known = beats.get(targetId);
    const shown = { ...beat, ok: ok === 1 };
    if (known === undefined) beats.set(targetId, [shown]);
    else known.push(shown);
  }
  return beats;
}

/** Null is not in it: nothing was judged in that time. */
async function uptimeSince(
  db: Database,
  ids: readonly string[],
  span: 'hour' | 'day',
  sinceMs: number,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const sums = await db
    .selectFrom('rollups')
    .select(['targetId'])
    .select(select => [select.fn.sum<number>('up').as('up'), select.fn.sum<number>('down').as('down')])
    .where('targetId', 'in', ids)
    .where('span', '=', span)
    .where('start', '>', sinceMs)
    .groupBy('targetId')
    .execute();
  const judged = sums.filter(({ up, down }) => Number(up) + Number(down) > 0);
  return new Map(judged.map(({ targetId, up, down }) => [targetId, Number(up) / (Number(up) + Number(down))]));
}
