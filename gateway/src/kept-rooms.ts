import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { closeRoom, keepRoom } from '@gatehouse/shared/cluster/kept-rooms';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { ASSERT_INTERVAL_MS, RUNNING_TTL_MS } from '@gatehouse/shared/cluster/room-life';
import { roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Server } from './server.ts';

/** Codes by which a backend says that a room is over, and how the record says it. */
const WHY_OVER: Readonly<Record<string, string>> = {
  ROOM_ENDED: 'ended',
  ROOM_FAILED: 'failed',
  NO_SUCH_ROOM: 'failed', // the incarnation that is to run it knows nothing of it
};

export interface KeptRoomsOptions {
  redis: Pick<ClusterRedis, 'run' | 'read'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  /** How long the result of an ended room can be asked for. */
  seatHoldMs: number;
  servers: () => Iterable<Server>;
}

/**
 * The records of rooms on game servers that write none (a backend in another language may do so little): each gateway keeps
 * those alive in which it has players, and writes the end that the server tells by closing a channel. A room in which nobody
 * was attached for as long as its record lives is over.
 */
export class KeptRooms {
  private readonly options: KeptRoomsOptions;
  private cancelTimer: CancelTimer | undefined;
  private keeping = false;

  constructor(options: KeptRoomsOptions) {
    this.options = options;
  }

  start(): void {
    this.cancelTimer ??= this.options.clock.every(ASSERT_INTERVAL_MS, () => void this.keepAll());
  }

  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
  }

  /** Resolves when every record was looked at once. While one round is under way, a second call does nothing. */
  async keepAll(): Promise<void> {
    if (this.keeping) return;
    this.keeping = true;
    try {
      for (const server of this.options.servers()) if (server.leavesRecords) await this.keep(server);
    } catch (error) {
      if (!isUnavailable(error)) this.options.log.error(LOG_EVENTS.internalError, { error });
    } finally {
      this.keeping = false; // what was left out has two more rounds before its record goes
    }
  }

  /** The server has closed a channel of this room: perhaps the room is over. */
  async closed(server: Server, roomId: string, { code, result }: gatehouse.LinkClose): Promise<void> {
    const why = Object.hasOwn(WHY_OVER, code) ? WHY_OVER[code] : undefined;
    if (why === undefined) return;
    const { redis, keys, log, seatHoldMs } = this.options;
    const { id, incarnation } = server.record;
    try {
      const isOver = await closeRoom(redis, keys, { roomId, server: id, incarnation, why, result, seatHoldMs });
      if (isOver) log.info(LOG_EVENTS.roomClaimed, { roomId, server: id, incarnation, outcome: why });
    } catch (error) {
      // The next attach is refused with the same code, and writes it then.
      if (!isUnavailable(error)) log.error(LOG_EVENTS.internalError, { roomId, server: id, error });
    }
  }

  private async keep(server: Server): Promise<void> {
    const { redis, keys, seatHoldMs } = this.options;
    const attached = server.fanOut?.roomIds() ?? new Set();
    const { id, incarnation } = server.record;
    const ttlMs = Math.max(RUNNING_TTL_MS, seatHoldMs + ASSERT_INTERVAL_MS);
    for (const roomId of await roomsOfServer(redis, keys, id)) {
      await keepRoom(redis, keys, { roomId, server: id, incarnation, ttlMs: attached.has(roomId) ? ttlMs : undefined });
    }
  }
}
