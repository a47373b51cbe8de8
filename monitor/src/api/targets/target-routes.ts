import { type Static, Type } from 'typebox';
import { readSettings } from '../../store/settings.ts';
import { judge } from '../../targets/judge.ts';
import { identityOf } from '../access.ts';
import { DONE, Done, IdPath, oneOf } from '../answers.ts';
import { type ApiContext, type Audited, change } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import type { Identity } from '../identity.ts';
import { PAGE_FIELDS, pageOf, pageSchema } from '../paging.ts';
import { searchText, wholeNumber } from '../plain-text.ts';
import { Problem } from '../problems.ts';
import { requireVersion, sendVersion } from '../versions.ts';
import { addTarget, changeTarget, removeTarget, requireTarget, restoreTarget } from './target-changes.ts';
import { ENVIRONMENTS, NewTarget, STANDINGS, Target, TargetChange } from './target-schema.ts';
import { listTargets, readTarget } from './target-view.ts';

const TargetQuery = Type.Object(
  {
    environment: Type.Optional(oneOf(ENVIRONMENTS)),
    type: Type.Optional(wholeNumber(1, 9)),
    standing: Type.Optional(oneOf(STANDINGS)),
    text: Type.Optional(searchText()),
    archived: Type.Optional(Type.Boolean()),
    ...PAGE_FIELDS,
  },
  { additionalProperties: false },
);
const TAGS = ['targets'];
const ADMIN = { access: 'admin' } as const;

export function addTargetRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/targets',
    {
      config: { access: 'viewer' },
      schema: {
        tags: TAGS,
        summary: 'What is watched, failing ones first',
        querystring: TargetQuery,
        response: { 200: pageSchema(Target) },
      },
    },
    ({ query }) => listTargets(context.db, query, pageOf(query), context.clock.wallMs()),
  );
  server.get(
    '/api/targets/:id',
    {
      config: { access: 'viewer' },
      schema: { tags: TAGS, summary: 'One target, with its ETag', params: IdPath, response: { 200: Target } },
    },
    async (request, reply) => {
      const target = await shownTarget(context, request.params.id);
      sendVersion(reply, target.version);
      return target;
    },
  );
  addTargetWrites(server, context);
  addTargetActions(server, context);
}

function addTargetWrites(server: ApiServer, context: ApiContext): void {
  server.post(
    '/api/targets',
    { config: ADMIN, schema: { tags: TAGS, summary: 'Add a target', body: NewTarget, response: { 201: Target } } },
    async (request, reply) => {
      const id = await write(context, identityOf(request), 'target.create', async audited => {
        const added = await addTarget(audited, request.body, context.actions);
        return { id: added, before: undefined };
      });
      const target = await shownTarget(context, id);
      sendVersion(reply, target.version);
      return reply.code(201).send(target);
    },
  );
  server.patch(
    '/api/targets/:id',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'Change a target; If-Match says which version',
        params: IdPath,
        body: TargetChange,
        response: { 200: Target },
      },
    },
    async (request, reply) => {
      const id = await write(context, identityOf(request), 'target.update', async audited => {
        const before = await requireTarget(audited.transaction, request.params.id);
        requireVersion(request, before.version);
        await changeTarget(audited, before, request.body, context.actions);
        const { type = before.type, paused } = request.body;
        if (type !== before.type) await decide(audited, before.id, 'retyped');
        await followPause(audited, { id: before.id, was: before.paused === 1, is: paused });
        return { id: before.id, before };
      });
      const target = await shownTarget(context, id);
      sendVersion(reply, target.version);
      return target;
    },
  );
  server.delete(
    '/api/targets/:id',
    {
      config: ADMIN,
      schema: {
        tags: TAGS,
        summary: 'Remove a target; If-Match says which version',
        params: IdPath,
        response: { 200: Done },
      },
    },
    async request => {
      await change(context, identityOf(request), async audited => {
        const target = await requireTarget(audited.transaction, request.params.id);
        requireVersion(request, target.version);
        await decide(audited, target.id, 'left');
        await removeTarget(audited, target);
        await audited.audit({ action: 'target.delete', what: target.hostName, before: target });
      });
      context.actions.targetsChanged();
      return DONE;
    },
  );
}

function addTargetActions(server: ApiServer, context: ApiContext): void {
  for (const [action, paused] of [
    ['pause', true],
    ['resume', false],
  ] as const) {
    server.post(
      `/api/targets/:id/${action}`,
      {
        config: ADMIN,
        schema: {
          tags: TAGS,
          summary: paused ? 'Check it no more until it is resumed' : 'Check it again',
          params: IdPath,
          response: { 200: Target },
        },
      },
      async request => {
        const id = await write(context, identityOf(request), `target.${action}`, async audited => {
          const before = await requireTarget(audited.transaction, request.params.id);
          if ((before.paused === 1) === paused) return { id: before.id, before };
          await changeTarget(audited, before, { paused }, context.actions);
          await followPause(audited, { id: before.id, was: !paused, is: paused });
          return { id: before.id, before };
        });
        return shownTarget(context, id);
      },
    );
  }
  server.post(
    '/api/targets/:id/restore',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Watch an archived target again', params: IdPath, response: { 200: Target } },
    },
    async request => {
      const id = await write(context, identityOf(request), 'target.restore', async audited => {
        const before = await requireTarget(audited.transaction, request.params.id);
        await restoreTarget(audited, before);
        return { id: before.id, before };
      });
      return shownTarget(context, id);
    },
  );
  server.post(
    '/api/targets/:id/check',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Check it now', params: IdPath, response: { 202: Done } },
    },
    async (request, reply) => {
      const { id, hostName } = await requireTarget(context.db, request.params.id);
      await change(context, identityOf(request), ({ audit }) => audit({ action: 'target.check', what: hostName }));
      context.actions.checkNow(id);
      return reply.code(202).send(DONE);
    },
  );
}

interface Written {
  readonly id: string;
  readonly before: unknown;
}

/** Its id. The audit log gets the rows before and after. */
async function write(
  context: ApiContext,
  identity: Identity,
  action: string,
  run: (audited: Audited) => Promise<Written>,
): Promise<string> {
  const id = await change(context, identity, async audited => {
    const written = await run(audited);
    const after = await requireTarget(audited.transaction, written.id);
    await audited.audit({ action, what: after.hostName, before: written.before, after });
    return written.id;
  });
  context.actions.targetsChanged();
  return id;
}

async function followPause(
  audited: Audited,
  { id, was, is }: { id: string; was: boolean; is: boolean | undefined },
): Promise<void> {
  if (is !== undefined && is !== was) await decide(audited, id, is ? 'paused' : 'resumed');
}

/** Standing, incident and what is told of it follow what an operator has decided. */
async function decide(
  { transaction, nowMs: atMs }: Audited,
  targetId: string,
  kind: 'paused' | 'resumed' | 'retyped' | 'left',
): Promise<void> {
  await judge(transaction, { targetId, atMs, observation: { kind } }, await readSettings(transaction));
}

async function shownTarget({ db, clock }: ApiContext, id: string): Promise<Static<typeof Target>> {
  const target = await readTarget(db, id, clock.wallMs());
  if (target === undefined) throw new Problem('NOT_FOUND', 'there is no such target');
  return target;
}
