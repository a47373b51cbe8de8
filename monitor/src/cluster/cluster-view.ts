import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { type DrainLimit, requestDrain } from '@gatehouse/shared/cluster/drain-request';
import { readGateways } from '@gatehouse/shared/cluster/gateway-record';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readRoom } from '@gatehouse/shared/cluster/room-records';
import { readServer } from '@gatehouse/shared/cluster/server-record';
import { readSession } from '@gatehouse/shared/cluster/sessions';
import { readCluster, type ShownCluster } from '@gatehouse/shared/cluster/shown-cluster';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { readLobbyRoomState } from './lobby-room-state.ts';
import { locatePlayer, type PlayerLocation } from './player-location.ts';

/** The cluster's Redis, as far as it is there. */
export interface ClusterSource {
  /** Undefined: has never answered. */
  readonly redis: ClusterRedis | undefined;
  readonly up: boolean;
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
    return readCluster(this.requireRedis(), this.keys);
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
