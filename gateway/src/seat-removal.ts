import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readRoom } from '@gatehouse/shared/cluster/room-records';
import { GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Servers } from './servers.ts';

const REMOVE_TIMEOUT_MS = 3000;

export interface SeatRemovalOptions {
  readonly redis: Pick<ClusterRedis, 'read'>;
  readonly keys: Keys;
  readonly servers: Pick<Servers, 'get'>;
}

/** REMOVE_SEATS of a lobby server, handed to the game server that runs the room. */
export class SeatRemoval {
  private readonly options: SeatRemovalOptions;

  constructor(options: SeatRemovalOptions) {
    this.options = options;
  }

  /**
   * Nobody of these has a seat there any more. Nothing is left to do in a room that is over or unknown, or on a server in
   * another language that does not know this request. @throws GatehouseError for now: CONFLICT, LINK_CLOSED, TIMEOUT, UNAVAILABLE
   */
  async remove({ roomId, userIds }: gatehouse.RemoveSeats): Promise<void> {
    const { redis, keys, servers } = this.options;
    const room = await readRoom(redis, keys, roomId);
    if (room === undefined || room.state === 'ended') return;
    if (room.state === 'placed') throw new GatehouseError('CONFLICT', { roomId, state: room.state });
    const link = servers.get(room.server)?.link;
    if (link === undefined) throw new GatehouseError('LINK_CLOSED', { peer: room.server });
    try {
      await link.request({ removeSeats: { roomId, userIds } }, REMOVE_TIMEOUT_MS);
    } catch (error) {
      if (toGatehouseError(error).code !== 'UNKNOWN_TYPE') throw error;
    }
  }
}
