import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { reserve } from '@gatehouse/shared/cluster/placement';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { RoomPlace, Route } from './client-stream.ts';
import type { Detours, Reachable } from './detours.ts';
import type { RoomPlacement } from './room-placement.ts';
import type { Server } from './server.ts';
import type { Servers } from './servers.ts';

/** A server as far as routes need it. */
type Routable = Reachable & Pick<Server, 'fanOut'> & { readonly record: Pick<Server['record'], 'users'> };

/** A room that a client wants to be attached to. */
export interface RoomWish {
  readonly roomId: string;
  readonly userId: string;
  /** Where this room was found the last time, if it was. */
  readonly lastPlace: RoomPlace | undefined;
}

/** A lobby server reports a user it has taken within 100 ms: counted longer, the user would be counted twice. */
const RESERVATION_TTL_MS = 500;

export interface RouterOptions {
  redis: Pick<ClusterRedis, 'run'>;
  keys: Keys;
  servers: Pick<Servers, 'candidates'> & { get(id: string): Routable | undefined };
  placement: Pick<RoomPlacement, 'locate'>;
  detours: Pick<Detours, 'find'>;
}

/** Which server takes a stream: any lobby server (the one with the fewest users), and the game server that runs the room. */
export class Router {
  private readonly options: RouterOptions;

  constructor(options: RouterOptions) {
    this.options = options;
  }

  async routeLobby(): Promise<Route> {
    const { redis, keys, servers } = this.options;
    const candidates = servers.candidates('Lobby');
    if (candidates.length === 0) return { kind: 'none', code: 'NO_LOBBY_SERVER', retryable: true };
    const wish = { type: 'Lobby', candidates, reservationTtlMs: RESERVATION_TTL_MS } as const;
    const chosen = await reserve(redis, keys, wish).catch((error: unknown) => {
      if (isUnavailable(error)) return undefined;
      throw error;
    });
    return routeTo(chosen === undefined ? this.leastLoaded(candidates) : servers.get(chosen.serverId));
  }

  /** Without Redis where the room ran last: a link that is mended goes on, and a server that runs it no more says so. */
  async routeRoom({ roomId, userId, lastPlace }: RoomWish): Promise<Route> {
    const place = await this.options.placement.locate(roomId).catch((error: unknown) => {
      if (lastPlace !== undefined && isUnavailable(error)) return { kind: 'unheard', lastPlace } as const;
      throw error;
    });
    switch (place.kind) {
      case 'running':
        return this.routeToGame(place, userId);
      case 'unheard':
        return this.routeToPlace(place.lastPlace);
      case 'ended':
        return {
          kind: 'none',
          code: 'ROOM_ENDED',
          retryable: false,
          why: place.why,
          ...(place.result && { result: place.result }),
        };
      case 'placing':
        return { kind: 'none', code: 'NO_ROUTE', retryable: true };
      case 'unknown':
        return { kind: 'none', code: 'NO_SUCH_ROOM', retryable: true };
      default:
        return place satisfies never;
    }
  }

  private async routeToGame(place: RoomPlace, userId: string): Promise<Route> {
    const { servers, detours } = this.options;
    const server = servers.get(place.serverId);
    const detour = server && (await detours.find(server, userId));
    if (detour !== undefined) return { kind: 'elsewhere', url: detour.url };
    return this.routeToPlace(place); // that took a while: the server may be another one now
  }

  /** A server that was started anew knows nothing of the room, which is about to be ended. */
  private routeToPlace({ serverId, incarnation }: RoomPlace): Route {
    const server = this.options.servers.get(serverId);
    const route = routeTo(server?.record.incarnation === incarnation ? server : undefined);
    return route.kind === 'found' ? { ...route, place: { serverId, incarnation } } : route;
  }

  /** Without Redis the last reports, and what this gateway itself sent there, are the best guess. */
  private leastLoaded(candidates: readonly string[]): Routable | undefined {
    const known = candidates.map(id => this.options.servers.get(id)).filter(server => server !== undefined);
    const load = (server: Routable) => server.record.users + (server.fanOut?.channelCount ?? 0);
    return known.sort((a, b) => load(a) - load(b))[0];
  }
}

function routeTo(server: Pick<Routable, 'fanOut'> | undefined): Route {
  if (server?.fanOut === undefined) return { kind: 'none', code: 'NO_ROUTE', retryable: true };
  return { kind: 'found', fanOut: server.fanOut };
}
