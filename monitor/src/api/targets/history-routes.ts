import { Type } from 'typebox';
import type { Database } from '../../store/database.ts';
import { IdPath, oneOf } from '../answers.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { listSchema, PageQuery, pageOf, pageSchema } from '../paging.ts';
import { timeMs } from '../plain-text.ts';
import { requireTarget } from './target-changes.ts';
import { ProbeResult, Rollup, Transition } from './target-schema.ts';

const SPANS = ['minute', 'hour', 'day'] as const;
const RollupQuery = Type.Object(
  { span: oneOf(SPANS), from: Type.Optional(timeMs()), to: Type.Optional(timeMs()) },
  { additionalProperties: false },
);
/** As many minutes as are kept. */
const MAX_ROLLUPS = 1440;
const MAX_RESULTS = 100;
const TAGS = ['targets'];

export function addHistoryRoutes(server: ApiServer, { db }: ApiContext): void {
  server.get(
    '/api/targets/:id/results',
    {
      config: { access: 'viewer' },
      schema: {
        tags: TAGS,
        summary: 'The newest 100 results, newest last',
        params: IdPath,
        response: { 200: listSchema(ProbeResult) },
      },
    },
    async ({ params }) => {
      await requireTarget(db, params.id);
      return { items: await newestResults(db, params.id) };
    },
  );
  server.get(
    '/api/targets/:id/rollups',
    {
      config: { access: 'viewer' },
      schema: {
        tags: TAGS,
        summary: 'Sums of minutes (24 h), hours (30 days) or days (365 days), oldest first',
        params: IdPath,
        querystring: RollupQuery,
        response: { 200: listSchema(Rollup) },
      },
    },
    async ({ params, query }) => {
      await requireTarget(db, params.id);
      return { items: await readRollups(db, params.id, query) };
    },
  );
  server.get(
    '/api/targets/:id/transitions',
    {
      config: { access: 'viewer' },
      schema: {
        tags: TAGS,
        summary: 'Changes of its standing, newest first',
        params: IdPath,
        querystring: PageQuery,
        response: { 200: pageSchema(Transition) },
      },
    },
    async ({ params, query }) => {
      await requireTarget(db, params.id);
      return readTransitions(db, params.id, pageOf(query));
    },
  );
}

async function newestResults(db: Database, targetId: string) {
  const rows = await db
    .selectFrom('results')
    .select(['at', 'ok', 'standing', 'latencyMs', 'error', 'phases'])
    .where('targetId', '=', targetId)
    .orderBy('at', 'desc')
    .limit(MAX_RESULTS)
    .execute();
  return rows.reverse().map(({ ok, phases, ...row }) => ({
    ...row,
    ok: ok === 1,
    phases: JSON.parse(phases) as Record<string, unknown>,
  }));
}

async function readRollups(
  db: Database,
  targetId: string,
  { span, from, to }: { span: (typeof SPANS)[number]; from?: number; to?: number },
) {
  let wanted = db.selectFrom('rollups').selectAll().where('targetId', '=', targetId).where('span', '=', span);
  if (from !== undefined) wanted = wanted.where('start', '>=', from);
  if (to !== undefined) wanted = wanted.where('start', '<', to);
  const rows = await wanted.orderBy('start', 'desc').limit(MAX_ROLLUPS).execute();
  return rows.reverse().map(({ start, up, down, latencySumMs, latencyMaxMs }) => ({
    start,
    up,
    down,
    latencyMs: latencySumMs === 0 ? null : latencySumMs / up, // members of the cluster have none
    latencyMaxMs,
  }));
}

async function readTransitions(db: Database, targetId: string, page: { offset: number; limit: number }) {
  const all = db.selectFrom('transitions').where('targetId', '=', targetId);
  const { total } = await all.select(select => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const newest = all.select(['id', 'at', 'from', 'to', 'reason']).orderBy('at', 'desc').orderBy('id');
  return { items: await newest.offset(page.offset).limit(page.limit).execute(), total };
}
