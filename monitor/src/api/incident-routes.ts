import { type Static, Type } from 'typebox';
import type { Database } from '../store/database.ts';
import { IdPath, oneOf, orNull } from './answers.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { PAGE_FIELDS, type Page, pageOf, pageSchema } from './paging.ts';
import { rowId } from './plain-text.ts';
import { Problem } from './problems.ts';

const Message = Type.Object({
  id: Type.String(),
  channelId: Type.String(),
  channelName: Type.String(),
  kind: Type.String(),
  state: oneOf(['waiting', 'sent', 'failed', 'merged']),
  attempts: Type.Integer(),
  lastResult: orNull(Type.String()),
  sentAt: orNull(Type.Integer()),
});
const Incident = Type.Object({
  id: Type.String(),
  targetId: orNull(Type.String()),
  hostName: Type.String(),
  environment: Type.String(),
  kind: oneOf(['outage', 'flapping', 'blind']),
  reason: Type.String(),
  openedAt: Type.Integer(),
  closedAt: orNull(Type.Integer()),
  lastError: Type.String(),
  messages: Type.Array(Message, { description: 'what was said to whom' }),
});
const IncidentQuery = Type.Object(
  { open: Type.Optional(Type.Boolean()), target: Type.Optional(rowId()), ...PAGE_FIELDS },
  { additionalProperties: false },
);
type Incident = Static<typeof Incident>;
type Filter = Pick<Static<typeof IncidentQuery>, 'open' | 'target'>;

export function addIncidentRoutes(server: ApiServer, { db }: ApiContext): void {
  server.get(
    '/api/incidents',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['incidents'],
        summary: 'Outages, newest first',
        querystring: IncidentQuery,
        response: { 200: pageSchema(Incident) },
      },
    },
    ({ query }) => listIncidents(db, query, pageOf(query)),
  );
  server.get(
    '/api/incidents/:id',
    {
      config: { access: 'viewer' },
      schema: { tags: ['incidents'], summary: 'One outage', params: IdPath, response: { 200: Incident } },
    },
    async ({ params }) => {
      const rows = await db.selectFrom('incidents').selectAll().where('id', '=', params.id).execute();
      const [incident] = await withMessages(db, rows);
      if (incident === undefined) throw new Problem('NOT_FOUND', 'there is no such incident');
      return incident;
    },
  );
}

async function listIncidents(db: Database, { open, target }: Filter, page: Page) {
  let wanted = db.selectFrom('incidents');
  if (open !== undefined) wanted = wanted.where('closedAt', open ? 'is' : 'is not', null);
  if (target !== undefined) wanted = wanted.where('targetId', '=', target);
  const { total } = await wanted.select(select => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const newest = wanted.selectAll().orderBy('openedAt', 'desc').orderBy('id');
  const rows = await newest.offset(page.offset).limit(page.limit).execute();
  return { items: await withMessages(db, rows), total };
}

async function withMessages(db: Database, rows: readonly Omit<Incident, 'messages'>[]): Promise<Incident[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const messages = await db
    .selectFrom('outbox')
    .innerJoin('channels', 'channels.id', 'outbox.channelId')
    .select(['outbox.id', 'outbox.channelId', 'channels.name as channelName', 'outbox.kind', 'outbox.state'])
    .select(['outbox.attempts', 'outbox.lastResult', 'outbox.sentAt', 'outbox.incidentId'])
    .where('outbox.incidentId', 'in', ids)
    .orderBy('outbox.createdAt')
    .orderBy('outbox.id')
    .execute();
  return rows.map(row => ({ ...row, messages: messages.filter(({ incidentId }) => incidentId === row.id) }));
}
