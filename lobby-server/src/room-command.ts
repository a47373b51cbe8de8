import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import type { LobbyEvent } from './lobby-event.ts';
import type { LobbyRoom, User } from './lobby-room.ts';

export interface Join {
  readonly kind: 'join';
  readonly user: User;
  /** The game room that has a seat for this user already. */
  readonly seatIn?: string | undefined;
  readonly nowMs: number;
}

export interface Placed {
  readonly kind: 'placed';
  /** The game room that runs now, with a seat for every member. */
  readonly roomId: string;
  /** 0: the game room did not say. */
  readonly maxPlayers: number;
}

/** Everything that may be asked of a lobby room. Times are Redis time. */
export type RoomCommand =
  | Join
  | Placed
  | { readonly kind: 'leave'; readonly userId: string }
  /** Decided elsewhere: the game room has no seat. */
  | { readonly kind: 'refuse'; readonly code: ErrorCode }
  | { readonly kind: 'setReady'; readonly userId: string; readonly ready: boolean }
  | { readonly kind: 'say'; readonly userId: string; readonly text: string }
  | { readonly kind: 'start'; readonly userId: string; readonly nowMs: number }
  | { readonly kind: 'startFailed'; readonly roomId: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'roundEnded'; readonly roomId: string; readonly why: string; readonly resultBase64: string };

export type CommandOf<K extends RoomCommand['kind']> = Extract<RoomCommand, { kind: K }>;

/** `room` undefined: the last member left, the room is closed. */
export interface Changed {
  readonly kind: 'changed';
  readonly room: LobbyRoom | undefined;
  readonly events: readonly LobbyEvent[];
}

export type Outcome = Changed | { readonly kind: 'refused'; readonly code: ErrorCode };

export function changed(room: LobbyRoom | undefined, ...events: readonly LobbyEvent[]): Changed {
  return { kind: 'changed', room, events };
}

export function refused(code: ErrorCode): Outcome {
  return { kind: 'refused', code };
}
