import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { type GatewayRecord, readGateways } from '@gatehouse/shared/cluster/gateway-record';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readServers } from '@gatehouse/shared/cluster/server-record';
import { readSession } from '@gatehouse/shared/cluster/sessions';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { AdminRoute } from './admin-listener.ts';
import type { Announcements } from './announcements.ts';
import { drainRoute } from './drain-route.ts';
import type { Heartbeats } from './heartbeats.ts';
import type { Readiness } from './readiness.ts';
import type { Server } from './server.ts';
import type { Servers } from './servers.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface AdminOptions {
  redis: ClusterRedis;
  keys: Keys;
  servers: Servers;
  sessions: SessionKeeper;
  readiness: Readiness;
  announcements: Announcements;
  heartbeats: Heartbeats;
}

/** What operators may ask a gateway. */
export function adminRoutes(options: AdminOptions): readonly AdminRoute[] {
  const { readiness } = options;
  return [
    { method: 'GET', path: '/livez', for: 'anybody', answer: () => ({ status: 200, body: { alive: true } }) },
    {
      method: 'GET',
      path: '/readyz',
      for: 'anybody',
      // Never failed by Redis: every gateway shares it, and a proxy would take all of them out at once.
      answer: () => ({ status: readiness.state === 'ready' ? 200 : 404, body: describeReadiness(options) }),
    },
    {
      method: 'GET',
      path: '/servers',
      answer: () => listServers(options),
    },
    { method: 'GET', path: '/sessions/:id', answer: userId => findSession(options, userId) },
    drainRoute(options),
    options.announcements.route,
    ...options.heartbeats.routes,
  ];
}

function describeReadiness({ readiness, redis, servers, sessions }: AdminOptions) {
  return {
    state: readiness.state,
    redis: redis.up ? 'up' : 'down',
    gameServers: servers.linked('Game').length,
    lobbyServers: servers.linked('Lobby').length,
    sessions: sessions.count,
  };
}

/** State and misses as this gateway knows them; the counts, and the gateways, as Redis has them now, else as last read. */
async function listServers({ redis, keys, servers, sessions }: AdminOptions) {
  const [fresh, gateways] = await Promise.all([readServers(redis, keys), readGateways(redis, keys)]).catch(
    (error: unknown) => {
      if (isUnavailable(error)) return [[], undefined] as const;
      throw error;
    },
  );
  const counts = new Map(fresh.map(record => [record.id, record]));
  const body = [...servers.all()].map(server => describeServer(server, counts.get(server.id) ?? server.record));
  const gatewaysNow = gateways?.map(gateway => describeGateway(gateway, redis.nowMs())) ?? null;
  const here = { connections: sessions.connections, sessions: sessions.count };
  return { status: 200, body: { redis: redis.up ? 'up' : 'down', here, servers: body, gateways: gatewaysNow } };
}

function describeGateway({ leaseUntilMs, ...gateway }: GatewayRecord, nowMs: number) {
  const { id, sessions, address, version, incarnation } = gateway;
  const state = leaseUntilMs > nowMs ? gateway.state : 'lost'; // it owns no session any more
  return { id, type: 'Gateway', state, sessions, address, version, incarnation };
}

function describeServer(server: Server, { games, users }: { games: number; users: number }) {
  const { id, type, state, misses, capacity, rooms, address, incarnation } = server.record;
  const linked = server.link?.closed === false;
  const pongAgeMs = server.pongAgeMs === undefined ? null : Math.round(server.pongAgeMs);
  const { channelCount: channels, groupCount: groups } = server.fanOut ?? { channelCount: 0, groupCount: 0 };
  const own = { linked, pongAgeMs, channels, groups };
  return { id, type, state, misses, ...own, games, users, capacity, rooms, address, incarnation };
}

async function findSession({ redis, keys, sessions }: AdminOptions, userId: string) {
  const session = sessions.sessionOf(userId);
  const streams = session?.streams;
  const here = streams && { lobby: streams.lobby.kind, room: streams.room.kind };
  try {
    const record = await readSession(redis, keys, userId);
    if (record === undefined && here === undefined) return { status: 404, body: { code: 'NO_SUCH_SESSION', userId } };
    return { status: 200, body: { ...record, userId, here: here ?? null } };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { status: here === undefined ? 503 : 200, body: { userId, redis: 'down', here: here ?? null } };
  }
}
