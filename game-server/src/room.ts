import type {
  AnyGameMessages,
  NameOf,
  PayloadOf,
  RequestNameOf,
  SentAnswerOf,
  SentPayloadOf,
} from '@gatehouse/shared/protocol/game-messages';
import type { CancelTimer } from '@gatehouse/shared/runtime/clock';
import type {
  AnyRoom,
  BroadcastOptions,
  LeaveReason,
  Player,
  RoomContext,
  RoomLogger,
  SendOptions,
} from './room-context.ts';

type HookResult = void | Promise<void>;

/**
 * One running game. Subclass it, name its messages, and hand the class to startGameServer:
 * `class Arena extends Room<typeof messages> { readonly messages = messages; … }`.
 *
 * Everything here happens in one thread, one call at a time. Whatever a hook, a handler, a tick or a timer throws (or
 * rejects) ends this room with ROOM_FAILED, and no other room.
 */
export abstract class Room<M extends AnyGameMessages> implements AnyRoom {
  abstract readonly messages: M;
  /** Seats, those of players who are away included. */
  readonly maxPlayers: number = 16;
  /** Calls of `tick` per second; without it there are none. */
  readonly tickHz?: number;
  /** true: the room lives on when all have left, until it calls `end`. */
  readonly keepWhenEmpty: boolean = false;
  private readonly context: RoomContext;

  constructor(context: RoomContext) {
    this.context = context;
  }

  // ---- hooks: override what the game needs ----

  /** First of all hooks; players come in when it has finished. `options` come from a player's page: check them. */
  onCreate(_options: unknown): HookResult {}

  /** A player came in for the first time. Everybody hears what is broadcast here, the newcomer too, after its snapshot. */
  onJoin(_player: Player): HookResult {}

  /** The connection of a player is gone. What is sent meanwhile waits for it, unless volatile. */
  onAway(_player: Player): HookResult {}

  /** A player who was away is connected again and has got all it missed. */
  onBack(_player: Player): HookResult {}

  /** A player is gone for good; it is in `players` no more. */
  onLeave(_player: Player, _why: LeaveReason): HookResult {}

  /** One step of the game, tickHz times a second, always by 1000 / tickHz milliseconds. */
  tick(_deltaMs: number): void {}

  /** All that this player must know to begin now, or again. Only reads: it must not send. */
  snapshot(_player: Player): Uint8Array {
    return new Uint8Array(0);
  }

  // ---- what a room can do ----

  get roomId(): string {
    return this.context.roomId;
  }

  get log(): RoomLogger {
    return this.context.log;
  }

  /** Everybody who has joined and not left, by user id; also those who are away. */
  get players(): ReadonlyMap<string, Player> {
    return this.context.players;
  }

  /** Calls `handler` with each message of that name. Once per name, in onCreate. */
  on<N extends NameOf<M>>(name: N, handler: (player: Player, payload: PayloadOf<M, N>) => HookResult): void {
    this.context.handle('on', name, handler as (player: Player, payload: unknown) => HookResult);
  }

  /**
   * Answers each request of that name with what `handler` returns, or its promise brings: once, also over a lost
   * connection. To say no, throw RequestRefused: that player alone hears of it. Once per name, in onCreate.
   */
  onRequest<N extends RequestNameOf<M>>(
    name: N,
    handler: (player: Player, ask: PayloadOf<M, N>) => SentAnswerOf<M, N> | Promise<SentAnswerOf<M, N>>,
  ): void {
    this.context.handle('onRequest', name, handler as (player: Player, payload: unknown) => unknown);
  }

  /** To all players. Each gets it once and in order, even over a lost connection, unless `volatile`. */
  broadcast<N extends NameOf<M>>(name: N, payload: SentPayloadOf<M, N>, options: BroadcastOptions = {}): void {
    this.context.broadcast(name, payload, options);
  }

  /** To one player, with the same promise. To one who has left it goes nowhere. */
  send<N extends NameOf<M>>(player: Player, name: N, payload: SentPayloadOf<M, N>, options: SendOptions = {}): void {
    this.context.send(player, name, payload, options);
  }

  /** Runs once, unless the room ends before. */
  after(delayMs: number, run: () => HookResult): CancelTimer {
    return this.context.after(delayMs, run);
  }

  /** Runs again and again until the room ends. For the game's steps use `tick`. */
  every(intervalMs: number, run: () => HookResult): CancelTimer {
    return this.context.every(intervalMs, run);
  }

  /** Nobody new gets a seat. */
  lock(): void {
    this.context.lock();
  }

  unlock(): void {
    this.context.unlock();
  }

  /** The game is over: all players and their lobby room hear `result`. Nothing sent afterwards arrives. */
  end(result?: Uint8Array): void {
    this.context.end(result);
  }
}
