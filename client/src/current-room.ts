import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { ClientClock } from './client-clock.ts';
import { type Deferred, newDeferred } from './deferred.ts';
import { failureError, requestError } from './failure-error.ts';
import { GameRoom } from './game-room.ts';
import { PendingRequests } from './pending-requests.ts';
import { type RoomEnd, RoomInbox } from './room-inbox.ts';
import type { RoomSink } from './room-stream.ts';
import type { AttachReport } from './session-state.ts';

/** How long `leave` waits for the room to know, before it takes the seat for given up. */
export const LEAVE_TIMEOUT_MS = 5_000;

/** How long the cluster has to take the seat of somebody who was kicked; servers in other languages may never do so. */
export const KICK_GRACE_MS = 2_000;

/** What the session does with its room stream. */
export interface CurrentRoomPort {
  enterRoom(roomId: string): void;
  leaveRoom(): void;
  /** Numbers, keeps and sends; returns the seq. */
  send(frame: Uint8Array): number;
  /** Once for each room that was entered. */
  ended(roomId: string, end: RoomEnd): void;
}

interface Occupied {
  readonly roomId: string;
  readonly gameMessages: AnyGameMessages;
  readonly inbox: RoomInbox;
  readonly requests: PendingRequests<Uint8Array>;
  readonly room: GameRoom<AnyGameMessages>;
  /** Settled by the first SNAPSHOT, or by the end. */
  readonly entered: Deferred<void>;
  leaving:
    | { readonly seq: number; readonly left: Deferred<void>; readonly end: RoomEnd; cancelTimer(): void }
    | undefined;
  /** Until the seat of a kicked player is given up. */
  cancelKick(): void;
}

export interface CurrentRoomOptions {
  readonly clock: ClientClock;
  /** For requests that do not say. */
  readonly requestTimeoutMs: number;
}

const NOTHING = new Uint8Array(0);

/** The one game room a client is in: enters, feeds its inbox, and ends it exactly once. */
export class CurrentRoom implements RoomSink {
  private readonly port: CurrentRoomPort;
  private readonly options: CurrentRoomOptions;
  private occupied: Occupied | undefined;
  private newestEndedRoomId: string | undefined;
  private closedWith: GatehouseError | undefined;

  constructor(port: CurrentRoomPort, options: CurrentRoomOptions) {
    this.port = port;
    this.options = options;
  }

  /** The game room that has ended last; its lobby room may not know yet. */
  get endedRoomId(): string | undefined {
    return this.newestEndedRoomId;
  }

  /**
   * Resolves at the room's SNAPSHOT. The same room with the same messages is entered once; another one replaces it.
   * Rejects with what refused it: NO_SEAT, ROOM_ENDED…
   */
  async enter<M extends AnyGameMessages>(roomId: string, gameMessages: M): Promise<GameRoom<M>> {
    if (this.closedWith !== undefined) throw this.closedWith;
    let { occupied } = this;
    if (occupied === undefined || occupied.roomId !== roomId || occupied.gameMessages !== gameMessages) {
      this.finish({ why: 'replaced', result: NOTHING, error: undefined });
      occupied = this.occupy(roomId, gameMessages);
      this.port.enterRoom(roomId);
    }
    await occupied.entered.promise;
    return occupied.room as GameRoom<M>; // made with these very messages
  }

  /** Ends it for this player without asking the server. */
  finish(end: RoomEnd): void {
    const { occupied } = this;
    if (occupied === undefined) return;
    this.occupied = undefined;
    this.port.leaveRoom();
    occupied.leaving?.cancelTimer();
    occupied.cancelKick();
    occupied.inbox.takeEnd(end);
    const error = end.error ?? new GatehouseError('ROOM_ENDED', { why: end.why });
    occupied.requests.close(error);
    occupied.entered.reject(error);
    occupied.leaving?.left.resolve();
    this.port.ended(occupied.roomId, end);
  }

  /** The client is closed: the room ends, and none is entered any more. */
  close(error: GatehouseError): void {
    this.closedWith = error;
    this.finish({ why: 'closed', result: NOTHING, error });
  }

  /** This user was thrown out of the lobby room. Its seat is taken; where that does not happen, it is given up. */
  kickedFrom(lobbyRoomId: string): void {
    const { occupied } = this;
    if (!occupied?.roomId.startsWith(`${lobbyRoomId}-`)) return;
    occupied.cancelKick();
    occupied.cancelKick = this.options.clock.after(KICK_GRACE_MS, () => void this.leave(occupied, kicked()));
  }

  /** What was sent but not acknowledged is lost with the session it was numbered in, a wish to leave included. */
  sessionReplaced(): void {
    this.occupied?.requests.rejectAll(new GatehouseError('REPLY_LOST', { why: 'sessionLost' }));
    const leaving = this.occupied?.leaving;
    if (leaving !== undefined) this.finish(leaving.end);
  }

  /** The stream is open. What the server has taken is answered by what it replays; when it starts anew, never. */
  attached({ have, lostFrames, isFresh, why }: Omit<AttachReport, 'stream' | 'roomId' | 'isFirst'>): void {
    const after = isFresh ? 0 : have - lostFrames;
    const error = new GatehouseError('REPLY_LOST', { why: isFresh ? why : 'not kept' });
    this.occupied?.requests.rejectBetween({ after, through: have }, error);
  }

  roomSnapshot(state: Uint8Array): void {
    this.occupied?.inbox.takeSnapshot(state);
    this.occupied?.entered.resolve();
  }

  roomMessage(type: number, payload: Uint8Array): void {
    this.occupied?.inbox.takeMessage(type, payload);
  }

  roomEnded(ended: gatehouse.Ended): void {
    this.newestEndedRoomId = this.occupied?.roomId;
    this.finish({ why: ended.why, result: ended.result, error: undefined });
  }

  roomReply(ref: number, answer: Uint8Array): void {
    this.occupied?.requests.resolve(ref, answer);
  }

  roomError(failure: gatehouse.Failure): void {
    const { occupied } = this;
    if (occupied?.requests.has(failure.ref)) occupied.requests.reject(failure.ref, requestError(failure));
    else occupied?.inbox.takeError(failureError(failure));
  }

  roomAcknowledged(through: number): void {
    const leaving = this.occupied?.leaving;
    if (leaving !== undefined && through >= leaving.seq) this.finish(leaving.end);
  }

  /** The server does not let this user in (any more). */
  roomRefused(failure: gatehouse.Failure): void {
    const { code, reason: why, result } = failure;
    if (code === 'ROOM_ENDED') this.newestEndedRoomId = failure.roomId;
    const leaving = this.occupied?.leaving;
    const endedWhileAway = code === 'ROOM_ENDED' && why !== '';
    if (leaving !== undefined && code === 'NO_SEAT') this.finish(leaving.end);
    else if (endedWhileAway) this.finish({ why, result, error: undefined });
    else if (code === 'NO_SEAT' && why === KICKED) this.finish(kicked());
    else this.finish({ why: 'refused', result, error: failureError({ code, message: why || failure.message }) });
  }

  private occupy(roomId: string, gameMessages: AnyGameMessages): Occupied {
    const inbox = new RoomInbox(gameMessages);
    const { clock, requestTimeoutMs } = this.options;
    const requests = new PendingRequests<Uint8Array>({ clock, timeoutMs: requestTimeoutMs });
    const occupied: Occupied = {
      roomId,
      gameMessages,
      inbox,
      requests,
      room: new GameRoom(roomId, gameMessages, inbox, {
        send: frame => void this.port.send(frame),
        request: (frame, { timeoutMs }) => requests.add(this.port.send(frame), timeoutMs),
        leave: () => this.leave(occupied, LEFT),
      }),
      entered: newDeferred(),
      leaving: undefined,
      cancelKick: () => {},
    };
    occupied.entered.promise.catch(() => {}); // whoever waits for it hears; it may be nobody
    this.occupied = occupied;
    return occupied;
  }

  private leave(occupied: Occupied, end: RoomEnd): Promise<void> {
    if (this.occupied !== occupied) return Promise.resolve(); // over already
    if (occupied.leaving === undefined) {
      const seq = this.port.send(encodeMessageFrame(FRAME_TYPES.leaveRoom, 0, messages.LeaveRoom, {}));
      const cancelTimer = this.options.clock.after(LEAVE_TIMEOUT_MS, () => this.finish(end));
      occupied.leaving = { seq, left: newDeferred(), end, cancelTimer };
    }
    return occupied.leaving.left.promise;
  }
}

const LEFT: RoomEnd = { why: 'left', result: NOTHING, error: undefined };
const KICKED = 'kicked';

function kicked(): RoomEnd {
  return { why: KICKED, result: NOTHING, error: new GatehouseError('NO_SEAT', { why: KICKED }) };
}
