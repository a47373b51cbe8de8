import { Type } from 'typebox';
import { listAudit } from '../../store/audit.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { PageQuery, pageOf, pageSchema } from '../paging.ts';

const ShownEntry = Type.Object({
  id: Type.String(),
  at: Type.Integer(),
  who: Type.String(),
  action: Type.String(),
  what: Type.String(),
  before: Type.Unknown({ description: 'null: was not there' }),
  after: Type.Unknown({ description: 'null: is not there any more' }),
});

export function addAuditRoutes(server: ApiServer, { db }: ApiContext): void {
  server.get(
    '/api/audit',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['audit'],
        summary: 'Who has changed what, newest first',
        querystring: PageQuery,
        response: { 200: pageSchema(ShownEntry) },
      },
    },
    request => listAudit(db, pageOf(request.query)),
  );
}
