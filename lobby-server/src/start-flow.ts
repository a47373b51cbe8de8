import { ERRORS, type ErrorCode, spokenReason, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { GamePlacement } from './game-placement.ts';
import type { LobbyRoom } from './lobby-room.ts';
import type { LobbyRooms } from './lobby-rooms.ts';

/** Whoever sees a start older than this repeats it. */
export const REPEAT_START_AFTER_MS = 2_000;
/** A start that no gateway could end by then has failed. */
export const START_TIMEOUT_MS = 20_000;

/** Says nothing about the game room: the start is repeated until START_TIMEOUT_MS. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CONFLICT',
  'LATE',
  'LINK_CLOSED',
  'NO_GATEWAY',
  'SLOW_PEER',
  'TIMEOUT',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
]);

export interface StartFlowOptions {
  rooms: Pick<LobbyRooms, 'execute'>;
  placement: Pick<GamePlacement, 'place'>;
  /** Redis time. */
  nowMs: () => number;
  log: Log;
}

/** Brings a lobby room from `starting` to `playing`, or back. Any lobby server may do so, at any time and again. */
export class StartFlow {
  private readonly options: StartFlowOptions;
  private readonly running = new Set<string>(); // game rooms

  constructor(options: StartFlowOptions) {
    this.options = options;
  }

  /** Does nothing while this server is at it already, or when the room is not starting. Resolves when nothing is left to do now. */
  async drive(room: LobbyRoom): Promise<void> {
    if (room.phase.kind !== 'starting') return;
    const { roomId, sinceMs } = room.phase;
    if (this.running.has(roomId)) return;
    this.running.add(roomId);
    try {
      await this.start(room, { roomId, sinceMs });
    } catch (error) {
      this.options.log.warn(LOG_EVENTS.lobbyStartFailed, { lobbyRoomId: room.id, roomId, error }); // the next look repeats it
    } finally {
      this.running.delete(roomId);
    }
  }

  private async start(room: LobbyRoom, { roomId, sinceMs }: { roomId: string; sinceMs: number }): Promise<void> {
    const { rooms, placement, nowMs, log } = this.options;
    try {
      const { maxPlayers } = await placement.place(room, roomId, room.members);
      const { kind } = await rooms.execute(room.id, { kind: 'placed', roomId, maxPlayers });
      if (kind !== 'answered') return; // another server was faster
      log.info(LOG_EVENTS.lobbyStart, { lobbyRoomId: room.id, roomId, members: room.members.length });
    } catch (error) {
      const { code, fields } = toGatehouseError(error);
      if (TRANSIENT.has(code) && nowMs() - sinceMs < START_TIMEOUT_MS) throw error;
      const told = room.members.length === 1 ? spokenReason(fields) : undefined; // what it says to one is not for all
      await rooms.execute(room.id, { kind: 'startFailed', roomId, code, message: told ?? ERRORS[code].text });
      log.warn(LOG_EVENTS.lobbyStartFailed, { lobbyRoomId: room.id, roomId, error });
    }
  }
}
