import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { type DrainLimit, requestDrain } from '@gatehouse/shared/cluster/drain-request';
import { type GatewayRecord, readGateways } from '@gatehouse/shared/cluster/gateway-record';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readRoom } from '@gatehouse/shared/cluster/room-records';
import { readServer, readServers, type ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { readSession } from '@gatehouse/shared/cluster/sessions';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { readLobbyRoomState } from './lobby-room-state.ts';
import { locatePlayer, type PlayerLocation } from './player-location.ts';

/** The cluster's Redis, as far as it is there. */
export interface ClusterSource {
  /** Undefined: has never answered. */
  readonly redis: ClusterRedis | undefined;
  readonly up: boolean;
}

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

export interface ShownCluster {
  readonly servers: readonly ShownServer[];
  readonly gateways: readonly ShownGateway[];
}

/** What operators see of the cluster, read from Redis each time they look. */
export class ClusterView {
  private readonly source: ClusterSource;
  private readonly keys: Keys;

  constructor(source: ClusterSource, keys: Keys) {
    this.source = source;
    this.keys = keys;
  }

  get up(): boolean {
    return this.source.up;
  }

  /** In the order of their ids. @throws GatehouseError UNAVAILABLE */
  async read(): Promise<ShownCluster> {
    const redis = this.requireRedis();
    const [servers, gateways] = await Promise.all([readServers(redis, this.keys), readGateways(redis, this.keys)]);
    const shown = await Promise.all(servers.map(server => showServer(redis, server)));
    return {
      servers: shown.sort(byId),
      gateways: gateways.map(gateway => showGateway(gateway, redis.nowMs())).sort(byId),
    };
  }

  /** Undefined: the cluster does not know this user now. @throws GatehouseError UNAVAILABLE */
  async player(userId: string): Promise<PlayerLocation | undefined> {
    const { keys } = this;
    const redis = this.requireRedis();
    const session = await readSession(redis, keys, userId);
    if (session === undefined) return undefined;
    const { lobbyServer, lobbyRoomId, roomId } = session;
    const [away, gateways, server, lobbyRoom, gameRoom] = await Promise.all([
      redis.read(commands => commands.hget(keys.session(userId), 'away')),
      readGateways(redis, keys),
      readServer(redis, keys, lobbyServer),
      lobbyRoomId === '' ? undefined : readLobbyRoomState(redis, keys, lobbyRoomId),
      roomId === '' ? undefined : readRoom(redis, keys, roomId),
    ]);
    return locatePlayer({
      session,
      isConnected: away !== '1',
      nowMs: redis.nowMs(),
      gateway: gateways.find(({ id }) => id === session.gateway),
      lobbyServer: server,
      lobbyRoom,
      gameRoom,
      gameServer: gameRoom && (await readServer(redis, keys, gameRoom.server)),
    });
  }

  /** The limit that stands. Undefined: there is no such server. @throws GatehouseError UNAVAILABLE, LATE */
  async drain(serverId: string, limit: DrainLimit): Promise<DrainLimit | undefined> {
    if (this.keys.serverType(serverId) === undefined) return undefined;
    return requestDrain(this.requireRedis(), serverId, limit);
  }

  private requireRedis(): ClusterRedis {
    if (this.source.redis === undefined) throw new GatehouseError('UNAVAILABLE', { redis: 'has never answered' });
    return this.source.redis;
  }
}

async function showServer(redis: ClusterRedis, record: ServerRecord): Promise<ShownServer> {
  const { id, type, state, misses, games, users, rooms, address, version, incarnation } = record;
  const heardAt = await redis.read(commands => commands.hget(id, 'linkAt'));
  const linkSilentMs = heardAt === null ? null : Math.max(0, Math.round(redis.nowMs() - Number(heardAt)));
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
