import { Type } from 'typebox';
import { addToken, findToken, listTokens, removeToken } from '../../store/tokens.ts';
import { identityOf, whoIs } from '../access.ts';
import { DONE, Done, IdPath, oneOf, orNull } from '../answers.ts';
import { type ApiContext, change } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { cutPage, PageQuery, pageSchema } from '../paging.ts';
import { name, timeMs } from '../plain-text.ts';
import { Problem } from '../problems.ts';
import { ROLES } from './session-routes.ts';

const TOKEN_FIELDS = {
  id: Type.String(),
  name: Type.String(),
  role: oneOf(ROLES),
  createdBy: Type.String(),
  createdAt: Type.Integer(),
  expiresAt: orNull(Type.Integer()),
  lastUsedAt: orNull(Type.Integer()),
};
const ShownToken = Type.Object(TOKEN_FIELDS);
const MadeToken = Type.Object({
  ...TOKEN_FIELDS,
  token: Type.String({ description: 'for `Authorization: Bearer`; shown this once' }),
});
const NewToken = Type.Object(
  { name: name(64), role: oneOf(ROLES), expiresAt: Type.Optional(orNull(timeMs())) },
  { additionalProperties: false },
);
const TAGS = ['tokens'];
const ADMIN = { access: 'admin' } as const;

export function addTokenRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/tokens',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'All API tokens',
        querystring: PageQuery,
        response: { 200: pageSchema(ShownToken) },
      },
    },
    async ({ query }) => cutPage(await listTokens(context.db), query),
  );
  server.post(
    '/api/tokens',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Make an API token', body: NewToken, response: { 201: MadeToken } },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const { name: tokenName, role, expiresAt = null } = request.body;
      const wanted = { name: tokenName, role, userId: identity.userId, createdBy: whoIs(identity), expiresAt };
      const made = await change(context, identity, async ({ transaction, nowMs, audit }) => {
        const { token, secret } = await addToken(transaction, wanted, nowMs);
        await audit({ action: 'token.create', what: token.name, after: token });
        return { ...token, token: secret };
      });
      return reply.code(201).send(made);
    },
  );
  server.delete(
    '/api/tokens/:id',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Revoke an API token', params: IdPath, response: { 200: Done } },
    },
    async request => {
      await change(context, identityOf(request), async ({ transaction, audit }) => {
        const token = await findToken(transaction, request.params.id);
        if (token === undefined) throw new Problem('NOT_FOUND', 'there is no such token');
        await removeToken(transaction, token.id);
        await audit({ action: 'token.delete', what: token.name, before: token });
      });
      return DONE;
    },
  );
}
