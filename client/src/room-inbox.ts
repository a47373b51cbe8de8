import { type GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import { Listeners } from './listeners.ts';

/** Bytes of messages that wait for a first listener; one more, and nothing waits any longer. */
export const MAX_HELD_BYTES = 1024 * 1024;
/** What one that waits costs besides its payload. */
export const HELD_ENTRY_BYTES = 256;

/** How a game room came to its end for this player. */
export interface RoomEnd {
  /**
   * Said by the room, also to who was away: `ended`, `failed`, `serverStopped`; or by the cluster: `serverLost`. Else: `left`
   * (by this player), `kicked` (by the host of the lobby room), `replaced` (another room was entered), `refused` (no seat, or
   * none any more: see `error`), `closed` (the client is closed).
   */
  readonly why: string;
  readonly result: Uint8Array;
  readonly error: GatehouseError | undefined;
}

interface RoomEvents {
  snapshot: Uint8Array;
  ended: RoomEnd;
  error: GatehouseError;
}

type Delivery = { readonly kind: 'held'; readonly calls: (() => void)[]; bytes: number } | { readonly kind: 'direct' };

/**
 * What arrives of one game room, in order, for the game's listeners. Until the first of them is there everything is
 * held: `await joinOrCreate()` resumes a moment after the first frames have come.
 */
export class RoomInbox {
  readonly events = new Listeners<RoomEvents>();
  private readonly messageListeners = new Listeners<Record<string, unknown>>();
  private readonly gameMessages: AnyGameMessages;
  private delivery: Delivery = { kind: 'held', calls: [], bytes: 0 };
  private newestSnapshot: Uint8Array = new Uint8Array(0);
  private reachedEnd: RoomEnd | undefined;

  constructor(gameMessages: AnyGameMessages) {
    this.gameMessages = gameMessages;
  }

  get snapshot(): Uint8Array {
    return this.newestSnapshot;
  }

  get end(): RoomEnd | undefined {
    return this.reachedEnd;
  }

  /** What is held is delivered once the code that listens now has run. */
  listen(name: string, listener: (payload: unknown) => void): () => void {
    this.releaseSoon();
    return this.messageListeners.on(name, listener);
  }

  listenToSnapshots(listener: (state: Uint8Array) => void): () => void {
    this.releaseSoon();
    return this.events.on('snapshot', listener);
  }

  takeSnapshot(state: Uint8Array): void {
    this.newestSnapshot = state;
    this.deliver(() => this.events.emit('snapshot', state), state.length);
  }

  takeMessage(type: number, payload: Uint8Array): void {
    if (this.delivery.kind === 'direct') this.emitMessage(type, payload);
    else this.deliver(() => this.emitMessage(type, payload), payload.length);
  }

  takeError(error: GatehouseError): void {
    this.events.emit('error', error);
  }

  /** The first end counts; nothing is held after it. */
  takeEnd(end: RoomEnd): void {
    if (this.reachedEnd !== undefined) return;
    this.reachedEnd = end;
    this.release();
    this.events.emit('ended', end);
  }

  private deliver(call: () => void, bytes: number): void {
    if (this.delivery.kind === 'direct') {
      call();
      return;
    }
    this.delivery.calls.push(call);
    this.delivery.bytes += HELD_ENTRY_BYTES + bytes;
    if (this.delivery.bytes > MAX_HELD_BYTES) this.release();
  }

  private releaseSoon(): void {
    if (this.delivery.kind === 'held') queueMicrotask(() => this.release());
  }

  private release(): void {
    if (this.delivery.kind === 'direct') return;
    const { calls } = this.delivery;
    this.delivery = { kind: 'direct' };
    for (const call of calls) call();
  }

  private emitMessage(type: number, payload: Uint8Array): void {
    const name = this.gameMessages.nameOf(type);
    if (name === undefined || !this.messageListeners.has(name)) return;
    let decoded: unknown;
    try {
      decoded = this.gameMessages.decode(name, payload);
    } catch (error) {
      this.takeError(toGatehouseError(error));
      return;
    }
    this.messageListeners.emit(name, decoded);
  }
}
