import { messages as wire } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { Acknowledger } from './acknowledger.ts';
import { type LoopbackClient, LoopbackLink } from './loopback-link.ts';
import type { SeatRequest } from './room-admission.ts';
import { RoomCode } from './room-code.ts';
import type { AnyRoom, RoomContext } from './room-context.ts';
import type { RoomEnd } from './room-end.ts';
import { ROOM_LOG_LIMITS } from './room-log.ts';
import { RoomRuntime } from './room-runtime.ts';
import { TickScheduler } from './tick-scheduler.ts';

export type { AnyRoom, LoopbackClient, RoomEnd, SeatRequest };

const AGE_STEP_MS = 250;
const ROOM_CLASS = 'standalone';
const LOBBY_ROOM_ID = 'standalone';

export interface StandaloneRoomOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly roomId: string;
  readonly seatHoldMs: number;
  /** What its lobby room would be told: `metadata <roomId> <JSON>`, `locked <roomId> 1`. */
  readonly told: (text: string) => void;
  /** Once, in the turn of the end. */
  readonly ended: (end: RoomEnd) => void;
}

/** What a client says when it opens its stream. */
export interface StandaloneOpen {
  readonly userId: string;
  readonly sessionId: string;
  readonly sessionEpoch: number;
  readonly mark: { readonly epoch: number; readonly number: number } | undefined;
  /** Oldest frame the client keeps, else its next seq. */
  readonly first: number;
}

/** One client, connected. */
export interface StandaloneConnection {
  send(frame: Uint8Array): void;
  /** The connection is lost. */
  drop(): void;
}

/** A room as a game server runs it, with nothing around it: no Redis, no sockets, time from outside. For tests of games. */
export class StandaloneRoom {
  private readonly runtime: RoomRuntime;
  private readonly link = new LoopbackLink();
  private readonly acknowledger: Acknowledger;
  private readonly ticks: TickScheduler;
  private readonly cancelAging: CancelTimer;
  private readonly options: StandaloneRoomOptions;

  /** Throws what `makeRoom` throws. */
  constructor(makeRoom: (context: RoomContext) => AnyRoom, options: StandaloneRoomOptions) {
    const { clock, log, roomId, seatHoldMs, told, ended } = options;
    this.options = options;
    this.acknowledger = new Acknowledger(clock);
    this.ticks = new TickScheduler({ clock, reportLate: () => {} });
    const plan = { roomId, roomClass: ROOM_CLASS, lobbyRoomId: LOBBY_ROOM_ID, epoch: 1, reservation: '' };
    this.runtime = new RoomRuntime(plan, makeRoom, {
      clock,
      log,
      code: new RoomCode(),
      ticks: this.ticks,
      acknowledger: this.acknowledger,
      seatHoldMs,
      logLimits: ROOM_LOG_LIMITS,
      tellLobby: async (_lobbyRoomId, text) => {
        told(text);
        return 1;
      },
      roomEnded: (_room, end) => ended(end),
      usersChanged: () => {},
    });
    this.cancelAging = clock.every(AGE_STEP_MS, () => this.runtime.age(AGE_STEP_MS));
  }

  /** @throws GatehouseError ROOM_FAILED */
  create(options: unknown): Promise<void> {
    return this.runtime.create(options);
  }

  /** @throws GatehouseError ROOM_FULL, ROOM_LOCKED, ROOM_ENDED, SEAT_REFUSED */
  admit(requests: readonly SeatRequest[]): Promise<void> {
    return this.runtime.admit(requests);
  }

  /** The room answers in this turn: OPENED and what follows, or `closed`. */
  open(open: StandaloneOpen, client: LoopbackClient): StandaloneConnection {
    const channel = this.link.connect(client);
    const { mark, ...fields } = open;
    this.runtime.open(
      channel,
      wire.LinkOpen.create({ roomId: this.options.roomId, ...fields, ...(mark !== undefined && { mark }) }),
    );
    return {
      send: frame => channel.reader?.receive(frame),
      drop: () => {
        if (channel.open) this.link.disconnect(channel);
      },
    };
  }

  /** Ends the room, if it has not ended, and every timer. */
  stop(): void {
    this.runtime.stop('serverStopped');
    this.cancelAging();
    this.acknowledger.stop();
    this.ticks.stop();
  }
}
