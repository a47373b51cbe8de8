import { type ErrorCode, GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';
import type { GamePlacement } from './game-placement.ts';
import type { LobbyRoom, User } from './lobby-room.ts';
import type { Execution, LobbyRooms } from './lobby-rooms.ts';
import type { Asker, RoomStore } from './room-store.ts';
import type { RoomWatch } from './room-watch.ts';

/** How long a join waits for an `auto` room that is just starting. */
const WAIT_FOR_START_MS = 5_000;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 200;

/** The game room will not have this user: final for this command in this lobby room. */
const SEAT_REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['ROOM_FULL', 'ROOM_LOCKED', 'ROOM_FAILED']);

export interface JoinFlowOptions {
  rooms: Pick<LobbyRooms, 'execute' | 'refuse'>;
  store: Pick<RoomStore, 'read'>;
  placement: Pick<GamePlacement, 'place'>;
  watch: Pick<RoomWatch, 'checkRound'>;
  /** Redis time. */
  nowMs: () => number;
  clock: Clock;
}

/** A user joins one lobby room, and first its game room when that plays already. */
export class JoinFlow {
  private readonly options: JoinFlowOptions;

  constructor(options: JoinFlowOptions) {
    this.options = options;
  }

  /**
   * Answered (joined or refused, both final for this command) or gone. May be repeated, here and elsewhere.
   * @throws GatehouseError, retryable, when a seat could neither be had nor refused
   */
  async join(lobbyRoomId: string, user: User, asker: Asker): Promise<Execution> {
    const { rooms, store, nowMs, clock } = this.options;
    const giveUpAtMs = clock.monotonicMs() + WAIT_FOR_START_MS;
    let seatIn: string | undefined;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const execution = await rooms.execute(lobbyRoomId, { kind: 'join', user, seatIn, nowMs: nowMs() }, asker);
      if (execution.kind !== 'refused') return execution;
      if (clock.monotonicMs() >= giveUpAtMs) return rooms.refuse(lobbyRoomId, 'TIMEOUT', asker);
      const room = (await store.read(lobbyRoomId))?.room;
      if (room?.phase.kind !== 'playing') {
        await sleep(clock, pauseMs);
        continue;
      }
      const seat = await this.takeSeat(room, room.phase.roomId, user);
      if (seat.kind === 'refused') return rooms.refuse(lobbyRoomId, seat.code, asker);
      seatIn = seat.roomId;
    }
  }

  private async takeSeat(
    room: LobbyRoom,
    roomId: string,
    user: User,
  ): Promise<{ kind: 'taken'; roomId: string } | { kind: 'refused'; code: ErrorCode }> {
    const { placement, watch, clock } = this.options;
    try {
      await placement.place(room, roomId, [user]);
      return { kind: 'taken', roomId };
    } catch (error) {
      const { code } = toGatehouseError(error);
      if (SEAT_REFUSALS.has(code)) return { kind: 'refused', code };
      if (code !== 'ROOM_ENDED') throw new GatehouseError(code, {}, { cause: error });
      const found = await watch.checkRound(room.id, roomId); // then the lobby room waits again
      if (found !== 'over') await sleep(clock, LONGEST_PAUSE_MS);
      return { kind: 'taken', roomId };
    }
  }
}
