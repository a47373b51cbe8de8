import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { GamePlacement } from './game-placement.ts';
import type { LobbyRoom } from './lobby-room.ts';
import type { LobbyRooms } from './lobby-rooms.ts';

export interface RemovedSeatsOptions {
  readonly rooms: Pick<LobbyRooms, 'execute'>;
  readonly placement: Pick<GamePlacement, 'removeSeats'>;
  readonly log: Log;
}

/** Takes the seats of those who were kicked while a game runs. Any lobby server may do so, at any time and again. */
export class RemovedSeats {
  private readonly options: RemovedSeatsOptions;
  private readonly running = new Set<string>(); // game rooms

  constructor(options: RemovedSeatsOptions) {
    this.options = options;
  }

  /** Does nothing while this server is at it already, or when there is nothing to do. Never rejects: the next look repeats it. */
  async drive({ id, phase, kicked = [] }: LobbyRoom): Promise<void> {
    if (phase.kind !== 'playing' || kicked.length === 0 || this.running.has(phase.roomId)) return;
    const { rooms, placement, log } = this.options;
    const { roomId } = phase;
    this.running.add(roomId);
    try {
      await placement.removeSeats(roomId, kicked);
      await rooms.execute(id, { kind: 'seatsRemoved', roomId, userIds: kicked });
    } catch (error) {
      log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId: id, error });
    } finally {
      this.running.delete(roomId);
    }
  }
}
