import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import type { CancelTimer } from '@gatehouse/shared/runtime/clock';

/** Somebody who asks for a seat. */
export interface Newcomer {
  readonly userId: string;
  readonly name: string;
  /** Wants to look on only: sees what players see, and says nothing. */
  readonly spectator: boolean;
  /** Nobody is behind it: the room plays it. */
  readonly bot: boolean;
}

/**
 * Somebody with a seat in the room. One object for as long as the seat lasts, so it may be a key. As JSON it has all
 * fields but `data`.
 */
export interface Player<D = unknown> extends Newcomer {
  /** The connection is gone; the seat is held for a while. Never so for bots. */
  readonly away: boolean;
  /** What onAuth returned. It never leaves the server. */
  readonly data: D;
}

/** `left`: gave up the seat; `expired`: was away for longer than seats are held; `kicked`: by the host of the lobby room. */
export type LeaveReason = 'left' | 'expired' | 'kicked';

export interface SendOptions {
  /** Not numbered, not kept: who is away or slow misses it. For what the next message replaces, as positions. */
  readonly volatile?: boolean;
}

export interface BroadcastOptions extends SendOptions {
  readonly except?: Player;
}

/** What lists of rooms show of a running game: JSON, at most 1 KiB. */
export type RoomMetadata = Readonly<Record<string, unknown>>;

/** Lines in the log of the process, with the room's id. */
export interface RoomLogger {
  debug(text: string, fields?: Readonly<Record<string, unknown>>): void;
  info(text: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(text: string, fields?: Readonly<Record<string, unknown>>): void;
  error(text: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** What a running room may ask of its server. `Room` wraps it in types; a test of a room brings its own. */
export interface RoomContext {
  readonly roomId: string;
  readonly log: RoomLogger;
  /** Players and bots who have joined and not left, by user id. */
  readonly players: ReadonlyMap<string, Player>;
  readonly spectators: ReadonlyMap<string, Player>;
  handle(kind: 'on' | 'onRequest', name: string, handler: (player: Player, payload: unknown) => unknown): void;
  broadcast(name: string, payload: unknown, options: BroadcastOptions): void;
  send(player: Player, name: string, payload: unknown, options: SendOptions): void;
  after(delayMs: number, run: () => unknown): CancelTimer;
  every(intervalMs: number, run: () => unknown): CancelTimer;
  lock(): void;
  unlock(): void;
  setMetadata(metadata: RoomMetadata): void;
  end(result: Uint8Array | undefined): void;
}

/** What the server asks of a room: the part of `Room` that does not depend on its messages. */
export interface AnyRoom {
  readonly messages: AnyGameMessages;
  readonly maxPlayers: number;
  readonly maxSpectators: number;
  readonly tickHz?: number;
  readonly keepWhenEmpty: boolean;
  onCreate(options: unknown): unknown;
  onAuth(user: Newcomer, options: unknown): unknown;
  onJoin(player: Player): unknown;
  onAway(player: Player): unknown;
  onBack(player: Player): unknown;
  onLeave(player: Player, why: LeaveReason): unknown;
  onSpectatorJoin(spectator: Player): unknown;
  onSpectatorLeave(spectator: Player, why: LeaveReason): unknown;
  tick(deltaMs: number): unknown;
  snapshot(player: Player): Uint8Array;
}

export type RoomClass = new (context: RoomContext) => AnyRoom;
