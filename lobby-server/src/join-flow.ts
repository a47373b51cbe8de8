import { type ErrorCode, GatehouseError, spokenReason, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';
import type { GamePlacement } from './game-placement.ts';
import { type LobbyRoom, memberOf } from './lobby-room.ts';
import type { Execution, LobbyRooms } from './lobby-rooms.ts';
import type { Join } from './room-command.ts';
import type { Asker, RoomStore } from './room-store.ts';
import type { RoomWatch } from './room-watch.ts';
import type { Refusal } from './stored-reply.ts';

/** How long a join waits for an `auto` room that is just starting. */
const WAIT_FOR_START_MS = 5_000;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 200;

/** The game room will not have this user: final for this command in this lobby room. */
const SEAT_REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ROOM_FULL',
  'ROOM_LOCKED',
  'ROOM_FAILED',
  'SEAT_REFUSED',
]);

/** Who joins, as what. */
export type Joiner = Pick<Join, 'user' | 'role' | 'options' | 'invitation'>;

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
  async join(lobbyRoomId: string, joiner: Joiner, asker: Asker): Promise<Execution> {
    const { rooms, store, nowMs, clock } = this.options;
    const refusal = await this.comeBack(lobbyRoomId, joiner);
    if (refusal !== undefined) return rooms.refuse(lobbyRoomId, refusal, asker);
    const giveUpAtMs = clock.monotonicMs() + WAIT_FOR_START_MS;
    let seatIn: string | undefined;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const execution = await rooms.execute(lobbyRoomId, { kind: 'join', ...joiner, seatIn, nowMs: nowMs() }, asker);
      if (execution.kind !== 'refused') return execution;
      if (clock.monotonicMs() >= giveUpAtMs) return rooms.refuse(lobbyRoomId, { code: 'TIMEOUT' }, asker);
      const room = (await store.read(lobbyRoomId))?.room;
      const isKicked = room?.kicked?.includes(joiner.user.userId) ?? false; // its old seat is still to be taken
      if (room?.phase.kind !== 'playing' || isKicked) {
        await sleep(clock, pauseMs);
        continue;
      }
      const seat = await this.takeSeat(room, room.phase.roomId, joiner);
      if (seat.kind === 'refused') return rooms.refuse(lobbyRoomId, seat, asker);
      seatIn = seat.roomId;
    }
  }

  /**
   * A member asks to play again. In an `auto` room that plays it gets its seat back if it had given it up; and when that game
   * is over, which the lobby room may not know yet, the room waits again and the join begins the next round.
   */
  private async comeBack(lobbyRoomId: string, joiner: Joiner): Promise<Refusal | undefined> {
    const room = (await this.options.store.read(lobbyRoomId))?.room;
    const member = room && memberOf(room, joiner.user.userId);
    if (!room?.auto || room.phase.kind !== 'playing' || member?.role !== 'player') return undefined;
    try {
      const seat = await this.takeSeat(room, room.phase.roomId, joiner);
      return seat.kind === 'refused' ? seat : undefined;
    } catch {
      return undefined; // nobody could say: the seat it has is as good as before
    }
  }

  private async takeSeat(
    room: LobbyRoom,
    roomId: string,
    { user, role, options }: Joiner,
  ): Promise<{ kind: 'taken'; roomId: string } | Refusal> {
    const { placement, watch, clock } = this.options;
    try {
      await placement.place(room, roomId, [{ ...user, role, options }]);
      return { kind: 'taken', roomId };
    } catch (error) {
      const { code, fields } = toGatehouseError(error);
      if (SEAT_REFUSALS.has(code)) return { kind: 'refused', code, reason: spokenReason(fields) };
      if (code !== 'ROOM_ENDED') throw new GatehouseError(code, {}, { cause: error });
      const found = await watch.checkRound(room.id, roomId); // then the lobby room waits again
      if (found !== 'over') await sleep(clock, LONGEST_PAUSE_MS);
      return { kind: 'taken', roomId };
    }
  }
}
