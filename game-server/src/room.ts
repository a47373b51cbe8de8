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
  Newcomer,
  Player,
  RoomContext,
  RoomLogger,
  RoomMetadata,
  SendOptions,
} from './room-context.ts';

type HookResult = void | Promise<void>;
/** What onAuth says of a newcomer: its data, or false for no. A room whose players have no data may say true, or nothing. */
export type AuthResult<D> = [D] extends [undefined]
  ? HookResult | boolean | undefined | Promise<boolean | undefined>
  : D | false | Promise<D | false>;

/**
 * One running game. Subclass it, name its messages, and hand the class to startGameServer:
 * `class Arena extends Room<typeof messages> { readonly messages = messages; … }`. `D`: what onAuth finds out about a
 * player and `player.data` then is.
 *
 * Everything here happens in one thread, one call at a time. Whatever a hook, a handler, a tick or a timer throws (or
 * rejects) ends this room with ROOM_FAILED, and no other room.
 */
export abstract class Room<M extends AnyGameMessages, D = undefined> implements AnyRoom {
  abstract readonly messages: M;
  /** Seats of players and bots, those of players who are away included. */
  readonly maxPlayers: number = 16;
  /** Seats of those who look on; a room that has none need not know of them. */
  readonly maxSpectators: number = 0;
  /** Calls of `tick` per second; without it there are none. */
  readonly tickHz?: number;
  /** true: the room lives on when all people have left, until it calls `end`. */
  readonly keepWhenEmpty: boolean = false;
  private readonly context: RoomContext;

  constructor(context: RoomContext) {
    this.context = context;
  }

  // ---- hooks: override what the game needs ----

  /** First of all hooks; players come in when it has finished. `options` come from a player's page: check them. */
  onCreate(_options: unknown): HookResult {}

  /**
   * Somebody asks for a seat, with `options` from its page: check them. What is returned becomes `player.data`; false, an
   * error, or more than 5 s means no seat for this one; the others play. The text of a RequestRefused is told, that of other
   * errors is only logged. Asked for bots and spectators too, and again when somebody who has left comes again.
   */
  onAuth(_user: Newcomer, _options: unknown): AuthResult<D> {
    return undefined as never; // of a room whose D is undefined
  }

  /** A player or bot came in for the first time. Everybody hears what is broadcast here, the newcomer too, after its snapshot. */
  onJoin(_player: Player<D>): HookResult {}

  /** The connection of a player is gone. What is sent meanwhile waits for it, unless volatile. */
  onAway(_player: Player<D>): HookResult {}

  /** A player who was away is connected again and has got all it missed. */
  onBack(_player: Player<D>): HookResult {}

  /** A player is gone for good; it is in `players` no more. */
  onLeave(_player: Player<D>, _why: LeaveReason): HookResult {}

  /** A spectator came in, after its snapshot: it gets what is broadcast. It is never told away or back. */
  onSpectatorJoin(_spectator: Player<D>): HookResult {}

  /** A spectator is gone for good. */
  onSpectatorLeave(_spectator: Player<D>, _why: LeaveReason): HookResult {}

  /** One step of the game, tickHz times a second, always by 1000 / tickHz milliseconds. */
  tick(_deltaMs: number): void {}

  /** All that this player, or spectator, must know to begin now, or again. Only reads: it must not send. */
  snapshot(_player: Player<D>): Uint8Array {
    return new Uint8Array(0);
  }

  // ---- what a room can do ----

  get roomId(): string {
    return this.context.roomId;
  }

  get log(): RoomLogger {
    return this.context.log;
  }

  /** Players and bots who have joined and not left, by user id; also those who are away. */
  get players(): ReadonlyMap<string, Player<D>> {
    return this.context.players as ReadonlyMap<string, Player<D>>; // `data` is what onAuth returned
  }

  /** Those who look on, by user id. */
  get spectators(): ReadonlyMap<string, Player<D>> {
    return this.context.spectators as ReadonlyMap<string, Player<D>>;
  }

  /** Calls `handler` with each message of that name. Once per name, in onCreate. */
  on<N extends NameOf<M>>(name: N, handler: (player: Player<D>, payload: PayloadOf<M, N>) => HookResult): void {
    this.context.handle('on', name, handler as (player: Player, payload: unknown) => HookResult);
  }

  /**
   * Answers each request of that name with what `handler` returns, or its promise brings: once, also over a lost
   * connection. To say no, throw RequestRefused: that player alone hears of it. Once per name, in onCreate.
   */
  onRequest<N extends RequestNameOf<M>>(
    name: N,
    handler: (player: Player<D>, ask: PayloadOf<M, N>) => SentAnswerOf<M, N> | Promise<SentAnswerOf<M, N>>,
  ): void {
    this.context.handle('onRequest', name, handler as (player: Player, payload: unknown) => unknown);
  }

  /** To all players and spectators. Each gets it once and in order, even over a lost connection, unless `volatile`. */
  broadcast<N extends NameOf<M>>(name: N, payload: SentPayloadOf<M, N>, options: BroadcastOptions = {}): void {
    this.context.broadcast(name, payload, options);
  }

  /** To one player or spectator, with the same promise. To a bot, or one who has left, it goes nowhere. */
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

  /** Nobody new plays; spectators still come. The lobby shows it. */
  lock(): void {
    this.context.lock();
  }

  unlock(): void {
    this.context.unlock();
  }

  /**
   * What the lobby shows of this game, in lists too: mode, score, time left; over the fields that the host gave the lobby
   * room, and until the game is over. Told at most once a second, the newest wins.
   * @throws GatehouseError BAD_METADATA: not a JSON object, or more than 1 KiB
   */
  setMetadata(metadata: RoomMetadata): void {
    this.context.setMetadata(metadata);
  }

  /** The game is over: all players and their lobby room hear `result`. Nothing sent afterwards arrives. */
  end(result?: Uint8Array): void {
    this.context.end(result);
  }
}
