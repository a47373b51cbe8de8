import type { ClusterRedis } from './cluster-redis.ts';
import { type GatewayRecord, readGateways } from './gateway-record.ts';
import type { Keys } from './keys.ts';
import { readServers, type ServerRecord } from './server-record.ts';

export interface ShownServer
  extends Pick<ServerRecord, 'id' | 'type' | 'state' | 'misses' | 'games' | 'users' | 'rooms' | 'address' | 'version'> {
  readonly incarnation: string;
  /** Null: no limit. */
  readonly capacity: number | null;
  /** How long no gateway has heard it over its link; null: none has since it is there. */
  readonly linkSilentMs: number | null;
}

export interface ShownGateway extends Pick<GatewayRecord, 'id' | 'address' | 'version' | 'incarnation'> {
  /** `lost`: its lease is over, it owns no session. */
  readonly state: 'up' | 'draining' | 'lost';
  readonly users: number;
}

/** What people see of a cluster, in the order of the ids. Its texts are as the servers wrote them, foreign ones too. */
export interface ShownCluster {
  readonly servers: readonly ShownServer[];
  readonly gateways: readonly ShownGateway[];
}

/** @throws GatehouseError UNAVAILABLE, LATE */
export async function readCluster(redis: ClusterRedis, keys: Keys): Promise<ShownCluster> {
  const [servers, gateways] = await Promise.all([readServers(redis, keys), readGateways(redis, keys)]);
  const shown = await Promise.all(servers.map(server => showServer(redis, server)));
  return {
    servers: shown.sort(byId),
    gateways: gateways.map(gateway => showGateway(gateway, redis.nowMs())).sort(byId),
  };
}

async function showServer(redis: ClusterRedis, record: ServerRecord): Promise<ShownServer> {
  const { id, type, state, misses, games, users, rooms, address, version, incarnation } = record;
  const heardAtMs = Number((await redis.read(commands => commands.hget(id, 'linkAt'))) ?? 0);
  const linkSilentMs = heardAtMs > 0 ? Math.max(0, Math.round(redis.nowMs() - heardAtMs)) : null;
  const capacity = Number.isFinite(record.capacity) ? record.capacity : null;
  return { id, type, state, misses, games, users, rooms, address, version, incarnation, capacity, linkSilentMs };
}

function showGateway({ id, address, version, incarnation, ...rest }: GatewayRecord, nowMs: number): ShownGateway {
  const state = rest.leaseUntilMs > nowMs ? rest.state : 'lost';
  return { id, state, users: rest.sessions, address, version, incarnation };
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
