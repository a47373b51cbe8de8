import { Type } from 'typebox';
import { endSession, endSessionsOf } from '../../store/sessions.ts';
import { changeUser } from '../../store/users.ts';
import { identityOf } from '../access.ts';
import { DONE, Done, oneOf } from '../answers.ts';
import { type ApiContext, change } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import type { Identity } from '../identity.ts';
import { name, password } from '../plain-text.ts';
import { Problem } from '../problems.ts';
import { checkPassword, logIn } from './login.ts';
import { endedCookie, sessionCookie } from './session-cookie.ts';

export const ROLES = ['viewer', 'admin'] as const;

const Me = Type.Object({
  user: Type.Object({ name: Type.String(), role: oneOf(ROLES) }),
  csrfToken: Type.String({ description: 'for the header x-csrf-token of writes; empty with an API token' }),
});
const Credentials = Type.Object(
  { name: name(64), password: Type.String({ maxLength: 1024 }) },
  { additionalProperties: false },
);
const NewPassword = Type.Object(
  { oldPassword: Type.String({ maxLength: 1024 }), newPassword: password() },
  { additionalProperties: false },
);
const TAGS = ['account'];

export function addSessionRoutes(server: ApiServer, context: ApiContext): void {
  const secure = { secure: context.secureCookies };
  server.post(
    '/api/login',
    {
      config: { access: 'open' },
      schema: { tags: TAGS, summary: 'Log in: sets the cookie', body: Credentials, response: { 200: Me } },
    },
    async (request, reply) => {
      const { cookie, csrfToken, user } = await logIn(context, { ...request.body, address: request.ip });
      void reply.header('set-cookie', sessionCookie(cookie, secure));
      return { user: { name: user.name, role: user.role }, csrfToken };
    },
  );
  server.post(
    '/api/logout',
    {
      config: { access: 'session' },
      schema: { tags: TAGS, summary: 'End the session', response: { 200: Done } },
    },
    async (request, reply) => {
      const identity = sessionOf(identityOf(request));
      await change(context, identity, async ({ transaction, audit }) => {
        await endSession(transaction, identity.sessionId);
        await audit({ action: 'logout', what: identity.name });
      });
      void reply.header('set-cookie', endedCookie(secure));
      return DONE;
    },
  );
  server.get(
    '/api/me',
    { config: { access: 'viewer' }, schema: { tags: TAGS, summary: 'Who asks', response: { 200: Me } } },
    async request => {
      const identity = identityOf(request);
      const { name, role } = identity;
      return { user: { name, role }, csrfToken: identity.kind === 'session' ? identity.csrfToken : '' };
    },
  );
  addPasswordRoute(server, context);
}

function addPasswordRoute(server: ApiServer, context: ApiContext): void {
  server.post(
    '/api/me/password',
    {
      config: { access: 'session' },
      schema: {
        tags: TAGS,
        summary: 'Change the own password: every other session of this user ends',
        body: NewPassword,
        response: { 200: Done },
      },
    },
    async request => {
      const identity = sessionOf(identityOf(request));
      const { oldPassword, newPassword } = request.body;
      const { name, userId, sessionId } = identity;
      const attempt = { name, password: oldPassword, address: request.ip };
      await checkPassword(context, attempt, 'WRONG_CURRENT_PASSWORD');
      const hash = await context.passwords.hash(newPassword);
      await change(context, identity, async ({ transaction, audit }) => {
        await changeUser(transaction, userId, { password: hash });
        await endSessionsOf(transaction, userId, sessionId);
        await audit({ action: 'user.password', what: name });
      });
      return DONE;
    },
  );
}

function sessionOf(identity: Identity): Extract<Identity, { kind: 'session' }> {
  if (identity.kind !== 'session') throw new Problem('SESSION_NEEDED');
  return identity;
}
