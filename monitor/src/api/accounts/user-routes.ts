import { type Static, Type } from 'typebox';
import type { Database } from '../../store/database.ts';
import { isDuplicate } from '../../store/database.ts';
import { endSessionsOf } from '../../store/sessions.ts';
import { addUser, changeUser, countUsers, findUser, listUsers, removeUser, type User } from '../../store/users.ts';
import { identityOf } from '../access.ts';
import { DONE, Done, IdPath, oneOf } from '../answers.ts';
import { type ApiContext, change } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { cutPage, PageQuery, pageSchema } from '../paging.ts';
import { password } from '../plain-text.ts';
import { Problem } from '../problems.ts';
import { ROLES } from './session-routes.ts';

const ShownUser = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: oneOf(ROLES),
  createdAt: Type.Integer(),
});
const NewUser = Type.Object(
  { name: Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' }), role: oneOf(ROLES), password: password() },
  { additionalProperties: false },
);
const UserChange = Type.Object(
  { role: Type.Optional(oneOf(ROLES)), password: Type.Optional(password()) },
  { additionalProperties: false, minProperties: 1 },
);
const TAGS = ['users'];
const ADMIN = { access: 'admin' } as const;

export function addUserRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/users',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'All users', querystring: PageQuery, response: { 200: pageSchema(ShownUser) } },
    },
    async ({ query }) => cutPage(await listUsers(context.db), query),
  );
  server.post(
    '/api/users',
    { config: ADMIN, schema: { tags: TAGS, summary: 'Add a user', body: NewUser, response: { 201: ShownUser } } },
    async (request, reply) => {
      const { name, role, password: plain } = request.body;
      const hash = await context.passwords.hash(plain);
      const added = await change(context, identityOf(request), async ({ transaction, nowMs, audit }) => {
        const user = await addUser(transaction, { name, role, password: hash }, nowMs).catch(refuseDuplicate);
        await audit({ action: 'user.create', what: user.name, after: user });
        return user;
      });
      return reply.code(201).send(added);
    },
  );
  server.patch(
    '/api/users/:id',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'Change role or password: sessions of this user end, API tokens never allow more than the role',
        params: IdPath,
        body: UserChange,
        response: { 200: ShownUser },
      },
    },
    request => patchUser(context, request),
  );
  server.delete(
    '/api/users/:id',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'Remove a user, with the API tokens of this user',
        params: IdPath,
        response: { 200: Done },
      },
    },
    async request => {
      await change(context, identityOf(request), async ({ transaction, audit }) => {
        const user = await requireUser(transaction, request.params.id);
        if (user.role === 'admin') await requireAnotherAdmin(transaction);
        await removeUser(transaction, user.id);
        await audit({ action: 'user.delete', what: user.name, before: user });
      });
      return DONE;
    },
  );
}

type PatchRequest = Parameters<typeof identityOf>[0] & { params: { id: string }; body: Static<typeof UserChange> };

async function patchUser(context: ApiContext, request: PatchRequest): Promise<User> {
  const { role, password: plain } = request.body;
  const hash = plain === undefined ? undefined : await context.passwords.hash(plain);
  const identity = identityOf(request);
  return change(context, identity, async ({ transaction, audit }) => {
    const before = await requireUser(transaction, request.params.id);
    if (before.role === 'admin' && role === 'viewer') await requireAnotherAdmin(transaction);
    await changeUser(transaction, before.id, { role, password: hash });
    const after: User = { ...before, role: role ?? before.role };
    const ownSession = identity.kind === 'session' && identity.userId === before.id ? identity.sessionId : '';
    await endSessionsOf(transaction, before.id, ownSession);
    const action = hash === undefined ? 'user.role' : 'user.password';
    await audit({ action, what: before.name, before, after });
    return after;
  });
}

async function requireUser(db: Database, id: string): Promise<User> {
  const user = await findUser(db, id);
  if (user === undefined) throw new Problem('NOT_FOUND', 'there is no such user');
  return user;
}

async function requireAnotherAdmin(db: Database): Promise<void> {
  if ((await countUsers(db, 'admin')) < 2) throw new Problem('LAST_ADMIN');
}

function refuseDuplicate(error: unknown): never {
  throw isDuplicate(error) ? new Problem('DUPLICATE_NAME') : error;
}
