import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import type { Acknowledger } from './acknowledger.ts';
import type { RoomCode } from './room-code.ts';
import type { RoomEnd } from './room-end.ts';
import type { RoomLogLimits } from './room-log.ts';
import type { TickScheduler } from './tick-scheduler.ts';

/** What a room is told to be. */
export interface RoomPlan {
  readonly roomId: string;
  readonly roomClass: string;
  readonly lobbyRoomId: string;
  readonly epoch: number;
  readonly reservation: string;
}

/** What remains of a room to be told. */
export interface FinishedRoom {
  readonly plan: RoomPlan;
  readonly seatedUsers: readonly string[];
}

/** What all rooms of a process share. */
export interface RoomEnvironment {
  readonly clock: Clock;
  readonly log: Log;
  readonly code: RoomCode;
  readonly ticks: TickScheduler;
  readonly acknowledger: Acknowledger;
  readonly seatHoldMs: number;
  readonly logLimits: RoomLogLimits;
  /** Says a line on the channel of this lobby room; resolves with how many lobby servers have heard it. */
  readonly tellLobby: (lobbyRoomId: string, text: string) => Promise<number>;
  /** Once for each room, in the turn of its end. */
  readonly roomEnded: (room: FinishedRoom, end: RoomEnd) => void;
  /** Somebody came or went. */
  readonly usersChanged: () => void;
}
