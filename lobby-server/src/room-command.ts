import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import type { LobbyEvent } from './lobby-event.ts';
import type { Ban, LobbyRoom, User } from './lobby-room.ts';
import type { Refusal } from './stored-reply.ts';

/** How somebody shows that it was invited. */
export type Invitation =
  | { readonly kind: 'code'; readonly code: string }
  /** The password given has this stored hash. */
  | { readonly kind: 'password'; readonly hash: string };

export interface Join {
  readonly kind: 'join';
  readonly user: User;
  readonly role: 'player' | 'spectator';
  /** See Member. */
  readonly options?: string | undefined;
  readonly invitation?: Invitation | undefined;
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

/** Settings to be changed; what is undefined stays. Checked by settings-request.ts. */
export interface SettingsChange {
  readonly name: string | undefined;
  readonly maxMembers: number | undefined;
  readonly options: string | undefined;
  readonly metadata: string | undefined;
  readonly locked: boolean | undefined;
  /** Empty: listed. A room that has one keeps it. */
  readonly inviteCode: string | undefined;
  /** Hashed; empty: none. */
  readonly password: string | undefined;
}

/** Everything that may be asked of a lobby room. Times are Redis time. `userId`: who asks; `member`: about whom. */
export type RoomCommand =
  | Join
  | Placed
  | { readonly kind: 'leave'; readonly userId: string; readonly nowMs: number }
  /** Decided elsewhere: the game room has no seat. */
  | { readonly kind: 'refuse'; readonly code: ErrorCode; readonly reason?: string | undefined }
  | { readonly kind: 'setReady'; readonly userId: string; readonly ready: boolean }
  | { readonly kind: 'say'; readonly userId: string; readonly text: string; readonly nowMs: number }
  | {
      readonly kind: 'kick';
      readonly userId: string;
      readonly member: string;
      readonly reason: string;
      readonly ban: Ban['until'] | undefined;
      readonly nowMs: number;
    }
  | { readonly kind: 'handOver'; readonly userId: string; readonly member: string }
  | { readonly kind: 'changeSettings'; readonly userId: string; readonly change: SettingsChange }
  | { readonly kind: 'addBot'; readonly userId: string; readonly name: string; readonly options: string }
  | { readonly kind: 'removeBot'; readonly userId: string; readonly member: string }
  | { readonly kind: 'start'; readonly userId: string; readonly nowMs: number }
  | { readonly kind: 'voteRematch'; readonly userId: string; readonly yes: boolean; readonly nowMs: number }
  | { readonly kind: 'startFailed'; readonly roomId: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'roundEnded'; readonly roomId: string; readonly why: string; readonly resultBase64: string }
  /** In the game room of this round they have no seat any more. */
  | { readonly kind: 'seatsRemoved'; readonly roomId: string; readonly userIds: readonly string[] }
  /** Said by the game room of this round. */
  | { readonly kind: 'gameMetadata'; readonly roomId: string; readonly metadata: string }
  | { readonly kind: 'gameLocked'; readonly roomId: string; readonly locked: boolean };

export type CommandOf<K extends RoomCommand['kind']> = Extract<RoomCommand, { kind: K }>;

/** `room` undefined: the last member left, the room is closed. */
export interface Changed {
  readonly kind: 'changed';
  readonly room: LobbyRoom | undefined;
  readonly events: readonly LobbyEvent[];
}

export type Outcome = Changed | Refusal;

export function changed(room: LobbyRoom | undefined, ...events: readonly LobbyEvent[]): Changed {
  return { kind: 'changed', room, events };
}

export function refused(code: ErrorCode, reason?: string): Outcome {
  return reason === undefined ? { kind: 'refused', code } : { kind: 'refused', code, reason };
}
