import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { endRoomOfLostServer } from '@gatehouse/shared/cluster/room-life';
import { type RoomRecord, readRoom, roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { isUnavailable } from './unavailable.ts';

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

  constructor(options: LostRoomsOptions) {
    this.options = options;
  }

  /** Claims whatever a lost incarnation of this server left. May be repeated; at most one sweep a server runs at a time. */
  async sweep(server: Incarnation): Promise<void> {
    if (this.sweeping.has(server.id)) return;
    this.sweeping.add(server.id);
    try {
      const { redis, keys } = this.options;
      for (const roomId of await roomsOfServer(redis, keys, server.id)) await this.claim(roomId, server);
    } catch (error) {
      if (!isUnavailable(error)) this.options.log.error(LOG_EVENTS.internalError, { server: server.id, error });
    } finally {
      this.sweeping.delete(server.id); // what is left over is found again at the next tick
    }
  }

  private async claim(roomId: string, server: Incarnation): Promise<void> {
    const { redis, keys } = this.options;
    const room = await readRoom(redis, keys, roomId);
    if (room !== undefined && isOfLostIncarnation(room, server)) await this.end(roomId, server.id, room.incarnation);
    else if (server.state === 'lost') await this.end(roomId, server.id, server.incarnation); // forgotten or moved: unlisted
  }

  /** Rooms that can be saved will be claimed for recovery here instead. */
  private async end(roomId: string, server: string, incarnation: string): Promise<void> {
    const { redis, keys, log, seatHoldMs } = this.options;
    const claim = { roomId, server, incarnation, why: 'serverLost', seatHoldMs };
    const ended = await endRoomOfLostServer(redis, keys, claim);
    if (ended) log.info(LOG_EVENTS.roomClaimed, { roomId, server, incarnation, outcome: 'ended' });
  }
}
