import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { endRoomOfLostServer } from '@gatehouse/shared/cluster/room-life';
import { type RoomRecord, readRoom, roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import { readServer, type ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';

export interface LostRoomsOptions {
  redis: Pick<ClusterRedis, 'run' | 'read'>;
  keys: Keys;
  log: Log;
  /** How long the result of an ended room can be asked for. */
  seatHoldMs: number;
}

type Incarnation = Pick<ServerRecord, 'id' | 'incarnation' | 'state'>;

/** Whether a room belongs to an incarnation of its server that is lost: declared so, or another one is registered. */
export function isOfLostIncarnation(room: Pick<RoomRecord, 'server' | 'incarnation'>, server: Incarnation): boolean {
  return room.server === server.id && (room.incarnation !== server.incarnation || server.state === 'lost');
}

/** Claims the rooms of lost servers, one by one. Every gateway may try: the script lets one through for each room. */
export class LostRooms {
  private readonly options: LostRoomsOptions;
  private readonly sweeping = new Set<string>();
  /** Servers whose last sweep Redis cut short. */
  private readonly unfinished = new Set<string>();

  constructor(options: LostRoomsOptions) {
    this.options = options;
  }

  /**
   * Claims whatever lost incarnations of this server left, by what the registry says of it now. May be repeated; at most
   * one sweep of a server runs at a time. Never rejects.
   */
  async sweep(serverId: string): Promise<void> {
    if (this.sweeping.has(serverId)) return;
    this.sweeping.add(serverId);
    try {
      const { redis, keys } = this.options;
      for (const roomId of await roomsOfServer(redis, keys, serverId)) await this.claim(roomId, serverId);
      this.unfinished.delete(serverId);
    } catch (error) {
      this.unfinished.add(serverId);
      if (!isUnavailable(error)) this.options.log.error(LOG_EVENTS.internalError, { server: serverId, error });
    } finally {
      this.sweeping.delete(serverId);
    }
  }

  /** Sweeps again if the last sweep of this server could not be finished. To be called at every tick. */
  async finish(serverId: string): Promise<void> {
    if (this.unfinished.has(serverId)) await this.sweep(serverId);
  }

  private async claim(roomId: string, serverId: string): Promise<void> {
    const { redis, keys } = this.options;
    const room = await readRoom(redis, keys, roomId);
    // After the room, and not as this gateway heard it last: by now a successor may run rooms of the same list.
    const server = await readServer(redis, keys, serverId);
    if (server === undefined) return;
    if (room !== undefined && isOfLostIncarnation(room, server)) await this.end(roomId, serverId, room.incarnation);
    else if (server.state === 'lost') await this.end(roomId, serverId, server.incarnation); // forgotten or moved: unlisted
  }

  /** Rooms that can be saved will be claimed for recovery here instead. */
  private async end(roomId: string, server: string, incarnation: string): Promise<void> {
    const { redis, keys, log, seatHoldMs } = this.options;
    const claim = { roomId, server, incarnation, why: 'serverLost', seatHoldMs };
    const ended = await endRoomOfLostServer(redis, keys, claim);
    if (ended) log.info(LOG_EVENTS.roomClaimed, { roomId, server, incarnation, outcome: 'ended' });
  }
}
