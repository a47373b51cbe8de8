import { Type } from 'typebox';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { identityOf } from './access.ts';
import { oneOf, orNull } from './answers.ts';
import { type ApiContext, change } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { wholeNumber } from './plain-text.ts';
import { Problem } from './problems.ts';

/** As DRAIN_DEADLINE_MS of the servers. */
const MAX_DRAIN_MS = 86_400_000;
const PRINTABLE = '^[^\\u0000-\\u001f\\u007f]{1,200}$';

const ClusterServer = Type.Object({
  id: Type.String(),
  type: oneOf(['Game', 'Lobby']),
  state: oneOf(['up', 'suspect', 'down', 'lost', 'draining']),
  misses: Type.Integer(),
  games: Type.Integer(),
  users: Type.Integer(),
  rooms: Type.Array(Type.String()),
  capacity: orNull(Type.Integer()),
  address: Type.String(),
  version: Type.String(),
  incarnation: Type.String(),
  linkSilentMs: orNull(Type.Integer({ description: 'since any gateway has heard it over its link' })),
});
const ClusterGateway = Type.Object({
  id: Type.String(),
  state: oneOf(['up', 'draining', 'lost']),
  users: Type.Integer(),
  address: Type.String(),
  version: Type.String(),
  incarnation: Type.String(),
});
const Cluster = Type.Object({
  redis: oneOf(['connected', 'unreachable', 'none']),
  servers: Type.Array(ClusterServer),
  gateways: Type.Array(ClusterGateway),
});
const PlayerLocation = Type.Object({
  userId: Type.String(),
  why: Type.String(),
  steps: Type.Array(Type.Object({ what: Type.String(), id: Type.String(), state: Type.String(), why: Type.String() })),
});
const UserPath = Type.Object({ userId: Type.String({ pattern: PRINTABLE }) }, { additionalProperties: false });
const ServerPath = Type.Object({ id: Type.String({ pattern: PRINTABLE }) }, { additionalProperties: false });
const DrainRequest = Type.Optional(
  Type.Union([
    Type.Null(),
    Type.Object({ deadlineMs: Type.Optional(wholeNumber(0, MAX_DRAIN_MS)) }, { additionalProperties: false }),
  ]),
);
const Draining = Type.Object({
  id: Type.String(),
  state: Type.Literal('draining'),
  deadlineMs: orNull(Type.Integer({ description: 'null: as the server is configured' })),
});
const TAGS = ['cluster'];

export function addClusterRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/cluster',
    {
      config: { access: 'viewer' },
      schema: { tags: TAGS, summary: 'Gateways, lobby servers and game servers', response: { 200: Cluster } },
    },
    () => shownCluster(context.cluster),
  );
  server.get(
    '/api/cluster/players/:userId',
    {
      config: { access: 'viewer' },
      schema: {
        tags: TAGS,
        summary: 'Where a player is, and why',
        params: UserPath,
        response: { 200: PlayerLocation },
      },
    },
    async ({ params }) => {
      const location = await requireCluster(context).player(params.userId);
      if (location === undefined) throw new Problem('NOT_FOUND', 'the cluster knows no session of this user');
      return { ...location, steps: [...location.steps] };
    },
  );
  server.post(
    '/api/cluster/servers/:id/drain',
    {
      config: { access: 'admin' },
      schema: {
        tags: TAGS,
        summary: 'Tell a server to take nothing new, finish, and end',
        params: ServerPath,
        body: DrainRequest,
        response: { 202: Draining },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const stands = await requireCluster(context).drain(id, request.body?.deadlineMs ?? 'default');
      if (stands === undefined) throw new Problem('NOT_FOUND', 'there is no such server');
      const answer = { id, state: 'draining' as const, deadlineMs: stands === 'default' ? null : stands };
      await change(context, identityOf(request), ({ audit }) =>
        audit({ action: 'server.drain', what: id, after: answer }),
      );
      return reply.code(202).send(answer);
    },
  );
}

async function shownCluster(view: ClusterView | undefined) {
  if (view === undefined) return { redis: 'none' as const, servers: [], gateways: [] };
  if (!view.up) return { redis: 'unreachable' as const, servers: [], gateways: [] };
  const { servers, gateways } = await view.read();
  return {
    redis: 'connected' as const,
    servers: servers.map(shown => ({ ...shown, rooms: [...shown.rooms] })),
    gateways: [...gateways],
  };
}

function requireCluster({ cluster }: ApiContext): ClusterView {
  if (cluster === undefined) throw new Problem('NO_CLUSTER');
  return cluster;
}
