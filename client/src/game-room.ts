import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_CLIENT_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import {
  type AnswerOf,
  type AnyGameMessages,
  GameMessages,
  type NameOf,
  type PayloadOf,
  type RequestNameOf,
  type SentPayloadOf,
} from '@gatehouse/shared/protocol/game-messages';
import { callGuarded } from './listeners.ts';
import type { RoomEnd, RoomInbox } from './room-inbox.ts';

/** For a room that was joined without saying which messages it speaks: there are none by name. */
export type NoMessages = GameMessages<Record<never, never>>;
export const noMessages: NoMessages = new GameMessages({});

export interface RequestOptions {
  /** How long the answer may take, lost connections included; default: `commandTimeoutMs` of connect. */
  readonly timeoutMs?: number | undefined;
}

export interface GameRoomPort {
  /** Numbers, keeps and sends one frame of the room stream. */
  send(frame: Uint8Array): void;
  /** The same; resolves with the bytes of the answer. */
  request(frame: Uint8Array, options: RequestOptions): Promise<Uint8Array>;
  /** Gives up the seat. */
  leave(): Promise<void>;
}

/**
 * A running game, from the player's side. It outlives connections, gateways and servers: what is sent meanwhile is kept
 * and arrives once and in order; what the room sends comes once and in order, or `onSnapshot` tells the new state.
 */
export class GameRoom<M extends AnyGameMessages = NoMessages> {
  readonly roomId: string;
  private readonly messages: M;
  private readonly inbox: RoomInbox;
  private readonly port: GameRoomPort;

  constructor(roomId: string, messages: M, inbox: RoomInbox, port: GameRoomPort) {
    this.roomId = roomId;
    this.messages = messages;
    this.inbox = inbox;
    this.port = port;
  }

  /** What the room's snapshot(player) returned last. Messages tell what happened since. */
  get snapshot(): Uint8Array {
    return this.inbox.snapshot;
  }

  /** Undefined while the game runs. */
  get end(): RoomEnd | undefined {
    return this.inbox.end;
  }

  /**
   * After the end it goes nowhere.
   * @throws GatehouseError FRAME_TOO_LARGE; whatever the codec of the message throws
   */
  send<N extends NameOf<M>>(name: N, payload: SentPayloadOf<M, N>): void {
    if (this.inbox.end === undefined) this.port.send(this.messages.encode(name, payload, MAX_CLIENT_FRAME_BYTES));
  }

  /**
   * Asks the room; resolves with its answer. The question and the answer each arrive once, also over a lost connection.
   * Rejects with RequestRefused when the room says no, else with a GatehouseError: TIMEOUT, ROOM_ENDED, REPLY_LOST (the
   * room may have taken the request, but the answer is gone: after `fresh`), BAD_FRAME, FRAME_TOO_LARGE,
   * TOO_MANY_REQUESTS.
   */
  async request<N extends RequestNameOf<M>>(
    name: N,
    ask: SentPayloadOf<M, N>,
    options: RequestOptions = {},
  ): Promise<AnswerOf<M, N>> {
    const { end } = this.inbox;
    if (end !== undefined) throw new GatehouseError('ROOM_ENDED', { why: end.why });
    const frame = this.messages.encode(name, ask, MAX_CLIENT_FRAME_BYTES);
    return this.messages.decodeAnswer(name, await this.port.request(frame, options)) as AnswerOf<M, N>;
  }

  /** Returns how to stop. What came before the first listener was there is delivered right after the code that adds it. */
  on<N extends NameOf<M>>(name: N, listener: (payload: PayloadOf<M, N>) => void): () => void {
    return this.inbox.listen(name, listener as (payload: unknown) => void);
  }

  /** The room shows its whole state again: messages before it may be missing, and what they said is in it. */
  onSnapshot(listener: (state: Uint8Array) => void): () => void {
    return this.inbox.listenToSnapshots(listener);
  }

  /** Called once; soon, if the game is over already. */
  onEnded(listener: (end: RoomEnd) => void): () => void {
    const { end } = this.inbox;
    if (end === undefined) return this.inbox.events.on('ended', listener);
    let isWanted = true;
    queueMicrotask(() => {
      if (isWanted) callGuarded(listener, end);
    });
    return () => {
      isWanted = false;
    };
  }

  /** The room refused a message of ours, or one of its messages cannot be read. The game goes on. */
  onError(listener: (error: GatehouseError) => void): () => void {
    return this.inbox.events.on('error', listener);
  }

  /** Gives up the seat; resolves when the room knows. A second call resolves with the first. */
  leave(): Promise<void> {
    return this.port.leave();
  }
}
