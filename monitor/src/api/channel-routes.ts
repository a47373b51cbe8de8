import { type Static, Type } from 'typebox';
import { recordChange } from '../store/changes.ts';
import {
  addChannel,
  type Channel,
  type ChannelChange,
  changeChannel,
  findChannel,
  listChannels,
  removeChannel,
} from '../store/channels.ts';
import { type Database, isDuplicate } from '../store/database.ts';
import { identityOf } from './access.ts';
import { DONE, Done, IdPath, oneOf, orNull } from './answers.ts';
import { type ApiContext, change } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { cutPage, PageQuery, pageSchema } from './paging.ts';
import { name } from './plain-text.ts';
import { Problem } from './problems.ts';
import { requireVersion, sendVersion } from './versions.ts';

const KINDS = ['slack-webhook', 'slack-bot', 'webhook'] as const;
const SECRETS = {
  hookUrl: Type.Optional(
    Type.String({ minLength: 1, maxLength: 2048, description: 'of a webhook; never shown again' }),
  ),
  token: Type.Optional(Type.String({ pattern: '^[!-~]{1,512}$', description: 'of a Slack bot; never shown again' })),
  address: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_#.@-]{0,80}$', description: 'Slack channel of a bot' })),
};
const NewChannel = Type.Object(
  { name: name(100), kind: oneOf(KINDS), enabled: Type.Optional(Type.Boolean()), ...SECRETS },
  { additionalProperties: false },
);
const ChannelPatch = Type.Object(
  { name: Type.Optional(name(100)), enabled: Type.Optional(Type.Boolean()), ...SECRETS },
  { additionalProperties: false, minProperties: 1 },
);
const ShownChannel = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: oneOf(KINDS),
  enabled: Type.Boolean(),
  masked: Type.String({ description: 'as much of hook or token as may be seen' }),
  address: Type.String(),
  failure: orNull(Type.String({ description: 'why nothing is sent until somebody changes it' })),
  lastResult: orNull(Type.String()),
  lastSentAt: orNull(Type.Integer()),
  version: Type.Integer(),
});
const TestResult = Type.Object({ ok: Type.Boolean(), result: Type.String() });
type Wanted = Static<typeof ChannelPatch>;
type Actions = ApiContext['actions'];

const TAGS = ['channels'];
const ADMIN = { access: 'admin' } as const;
const VIEWER = { access: 'viewer' } as const;

export function addChannelRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/channels',
    {
      config: VIEWER,
      schema: {
        tags: TAGS,
        summary: 'Who is told of outages',
        querystring: PageQuery,
        response: { 200: pageSchema(ShownChannel) },
      },
    },
    async ({ query }) => cutPage(await listChannels(context.db), query),
  );
  server.get(
    '/api/channels/:id',
    {
      config: VIEWER,
      schema: { tags: TAGS, summary: 'One channel, with its ETag', params: IdPath, response: { 200: ShownChannel } },
    },
    async (request, reply) => {
      const channel = await requireChannel(context.db, request.params.id);
      sendVersion(reply, channel.version);
      return channel;
    },
  );
  addChannelWrites(server, context);
  server.post(
    '/api/channels/:id/test',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Send a test message now', params: IdPath, response: { 200: TestResult } },
    },
    async request => {
      const channel = await requireChannel(context.db, request.params.id);
      const tested = await context.actions.sendTest(channel.id);
      await change(context, identityOf(request), ({ audit }) =>
        audit({ action: 'channel.test', what: channel.name, after: tested }),
      );
      return tested;
    },
  );
}

function addChannelWrites(server: ApiServer, context: ApiContext): void {
  server.post(
    '/api/channels',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Add a channel', body: NewChannel, response: { 201: ShownChannel } },
    },
    async (request, reply) => {
      const { kind, name: channelName, enabled = true } = request.body;
      const secret = sealedSecret(kind, request.body, context.actions);
      if (secret === undefined) throw new Problem('BAD_CHANNEL', `${kind} needs a ${secretField(kind)}`);
      const address = addressOf(kind, request.body) ?? '';
      if (kind === 'slack-bot' && address === '') throw new Problem('BAD_CHANNEL', 'slack-bot needs an address');
      const added = await change(context, identityOf(request), async ({ transaction, nowMs, audit }) => {
        const wanted = { name: channelName, kind, enabled, address, ...secret };
        const channel = await addChannel(transaction, wanted, nowMs).catch(refuseDuplicate);
        await recordChange(transaction, 'channel', channel.id, nowMs);
        await audit({ action: 'channel.create', what: channel.name, after: channel });
        return channel;
      });
      sendVersion(reply, added.version);
      return reply.code(201).send(added);
    },
  );
  server.patch(
    '/api/channels/:id',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'Change a channel; If-Match says which version',
        params: IdPath,
        body: ChannelPatch,
        response: { 200: ShownChannel },
      },
    },
    async (request, reply) => {
      const after = await change(context, identityOf(request), async ({ transaction, nowMs, audit }) => {
        const before = await requireChannel(transaction, request.params.id);
        requireVersion(request, before.version);
        const wanted = channelChange(before, request.body, context.actions);
        await changeChannel(transaction, before, wanted, nowMs).catch(refuseDuplicate);
        const channel = await requireChannel(transaction, before.id);
        await recordChange(transaction, 'channel', channel.id, nowMs);
        await audit({ action: 'channel.update', what: channel.name, before, after: channel });
        return channel;
      });
      sendVersion(reply, after.version);
      return after;
    },
  );
  server.delete(
    '/api/channels/:id',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Remove a channel', params: IdPath, response: { 200: Done } },
    },
    async request => {
      await change(context, identityOf(request), async ({ transaction, nowMs, audit }) => {
        const channel = await requireChannel(transaction, request.params.id);
        requireVersion(request, channel.version);
        await removeChannel(transaction, channel.id);
        await recordChange(transaction, 'channel', channel.id, nowMs);
        await audit({ action: 'channel.delete', what: channel.name, before: channel });
      });
      return DONE;
    },
  );
}

function channelChange(before: Channel, wanted: Wanted, actions: Actions): ChannelChange {
  const address = addressOf(before.kind, wanted);
  if (before.kind === 'slack-bot' && address === '') throw new Problem('BAD_CHANNEL', 'slack-bot needs an address');
  return {
    ...(wanted.name !== undefined && { name: wanted.name }),
    ...(wanted.enabled !== undefined && { enabled: wanted.enabled }),
    ...(address !== undefined && { address }),
    ...sealedSecret(before.kind, wanted, actions),
  };
}

/** Undefined: none was given. @throws Problem BAD_CHANNEL when it is not one for this kind */
function sealedSecret(kind: Channel['kind'], { hookUrl, token }: Wanted, actions: Actions) {
  const [given, other] = kind === 'slack-bot' ? [token, hookUrl] : [hookUrl, token];
  if (other !== undefined) throw new Problem('BAD_CHANNEL', `${kind} takes a ${secretField(kind)}, nothing else`);
  if (given === undefined) return undefined;
  const problem = kind === 'slack-bot' ? undefined : actions.hookProblem(kind, given);
  if (problem !== undefined) throw new Problem('BAD_CHANNEL', problem);
  return { secret: actions.seal(given), masked: actions.mask(kind, given) };
}

function addressOf(kind: Channel['kind'], { address }: Wanted): string | undefined {
  if (kind !== 'slack-bot' && address) throw new Problem('BAD_CHANNEL', `${kind} takes no address`);
  return address;
}

function secretField(kind: Channel['kind']): 'token' | 'hookUrl' {
  return kind === 'slack-bot' ? 'token' : 'hookUrl';
}

async function requireChannel(db: Database, id: string): Promise<Channel> {
  const channel = await findChannel(db, id);
  if (channel === undefined) throw new Problem('NOT_FOUND', 'there is no such channel');
  return channel;
}

function refuseDuplicate(error: unknown): never {
  throw isDuplicate(error) ? new Problem('DUPLICATE_NAME') : error;
}
