import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { reserve } from '@gatehouse/shared/cluster/placement';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Route } from './client-stream.ts';
import type { RoomPlacement } from './room-placement.ts';
import type { Server } from './server.ts';
import type { Servers } from './servers.ts';

export interface RouterOptions {
  redis: ClusterRedis;
  keys: Keys;
  servers: Servers;
  placement: RoomPlacement;
}

/** Which server takes a stream: any lobby server (the one with the fewest users), and the game server that runs the room. */
export class Router {
  private readonly options: RouterOptions;

  constructor(options: RouterOptions) {
    this.options = options;
  }

  async routeLobby(): Promise<Route> {
    const { redis, keys, servers } = this.options;
    const candidates = servers.linked('Lobby').filter(server => server.placeable);
    if (candidates.length === 0) return { kind: 'none', code: 'NO_LOBBY_SERVER', retryable: true };
    const placement = await reserve(redis, keys, {
      type: 'Lobby',
      candidates: candidates.map(server => server.id),
    }).catch(whenUnavailable(() => undefined));
    const chosen = candidates.find(server => server.id === placement?.serverId) ?? leastLoaded(candidates);
    return routeTo(chosen);
  }

  async routeRoom(roomId: string): Promise<Route> {
    const place = await this.options.placement.locate(roomId);
    switch (place.kind) {
      case 'running':
        return routeTo(this.options.servers.get(place.serverId));
      case 'ended':
        return { kind: 'none', code: 'ROOM_ENDED', retryable: false, ...(place.result && { result: place.result }) };
      case 'placing':
        return { kind: 'none', code: 'NO_ROUTE', retryable: true };
      case 'unknown':
        return { kind: 'none', code: 'NO_SUCH_ROOM', retryable: true };
      default:
        return place satisfies never;
    }
  }
}

/** Without Redis the last reports, and what this gateway itself sent there, are the best guess. */
function leastLoaded(servers: readonly Server[]): Server | undefined {
  const load = (server: Server) => server.record.users + (server.fanOut?.channelCount ?? 0);
  return servers.reduce<Server | undefined>(
    (best, server) => (best === undefined || load(server) < load(best) ? server : best),
    undefined,
  );
}

function routeTo(server: Server | undefined): Route {
  if (server?.fanOut === undefined) return { kind: 'none', code: 'NO_ROUTE', retryable: true };
  return { kind: 'found', fanOut: server.fanOut };
}

function whenUnavailable<T>(fallback: () => T): (error: unknown) => T {
  return error => {
    if (error instanceof GatehouseError && (error.code === 'UNAVAILABLE' || error.code === 'LATE')) return fallback();
    throw error;
  };
}
