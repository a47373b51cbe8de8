import { STREAMS, type StreamName } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { RetainedFrames } from './retained-frames.ts';

/** Last numbered frame that was processed, and the epoch it was numbered in. Only grows while the room stays the same. */
export interface Mark {
  readonly epoch: number;
  readonly number: number;
}

export type Attachment =
  /** Nothing was asked on this connection, or it was refused, or the gateway has detached the stream. */
  | { readonly kind: 'detached' }
  | { readonly kind: 'attaching' }
  /** OPENED said fresh: until the SNAPSHOT is here no other numbered frame means anything. */
  | { readonly kind: 'awaitingSnapshot'; readonly epoch: number }
  | { readonly kind: 'attached'; readonly epoch: number };

/** What an OPENED means for the client. */
export type Opening =
  /** Answers an ATTACH that is no longer the newest. */
  | { readonly kind: 'stale' }
  /** Comes from a server that has been replaced meanwhile: ask again later. */
  | { readonly kind: 'outdated' }
  /** `resend`: to be sent in this order before anything new. */
  | { readonly kind: 'opened'; readonly resend: readonly Uint8Array[]; readonly roomChanged: boolean };

/**
 * One resumable stream as the client sees it: which room, what was processed, what is kept, and whether it is attached.
 * No socket and no timer; whoever owns it sends what it says.
 */
export class StreamState {
  readonly name: StreamName;
  readonly retained: RetainedFrames;
  private room = '';
  private markEpoch: number | undefined; // two fields, not an object: one of them changes with every frame
  private markNumber = 0;
  private attachment: Attachment = { kind: 'detached' };
  private currentTurn = 0;
  /** An ATTACH of this turn has gone out and has no answer yet, whatever has been wished since. */
  private isUnanswered = false;

  constructor(name: StreamName, limits: { maxRetainedBytes: number }) {
    this.name = name;
    this.retained = new RetainedFrames({ maxBytes: limits.maxRetainedBytes });
  }

  get roomId(): string {
    return this.room;
  }

  get mark(): Mark | undefined {
    return this.markEpoch === undefined ? undefined : { epoch: this.markEpoch, number: this.markNumber };
  }

  /** Of the last DETACHED on this connection. */
  get turn(): number {
    return this.currentTurn;
  }

  get kind(): Attachment['kind'] {
    return this.attachment.kind;
  }

  /** The stream is open: the server reads what is sent on it. */
  get isOpen(): boolean {
    return this.attachment.kind === 'attached' || this.attachment.kind === 'awaitingSnapshot';
  }

  /** From now on this stream is about another room; its mark is what was processed of it so far. */
  enter(roomId: string, mark?: Mark): void {
    this.room = roomId;
    this.markEpoch = mark?.epoch;
    this.markNumber = mark?.number ?? 0;
    // A lobby room is entered by a reply, on a stream that is open already: its frames are of its own epoch.
    const { kind } = this.attachment;
    const isOpen = kind === 'attached' || kind === 'awaitingSnapshot';
    if (mark !== undefined && isOpen) this.attachment = { kind, epoch: mark.epoch };
  }

  /** Nothing more is wanted of this room: no room, no mark, nothing kept, not attached. */
  abandonRoom(): void {
    this.retained.reset();
    this.enter('');
    this.attachment = { kind: 'detached' };
  }

  /** The record that asks for this stream. Only its own answer counts from now on. */
  attach(): gatehouse.Attach.$Properties {
    if (this.isUnanswered) this.currentTurn++; // else the older one's answer could be taken for that of this one
    this.isUnanswered = true;
    this.attachment = { kind: 'attaching' };
    const record: gatehouse.Attach.$Properties = {
      stream: STREAMS[this.name],
      roomId: this.room,
      first: this.retained.first,
      turn: this.currentTurn,
    };
    const mark = this.mark;
    return mark === undefined ? record : { ...record, mark };
  }

  /** The connection is gone. Turns are counted per connection. */
  cut(): void {
    this.attachment = { kind: 'detached' };
    this.currentTurn = 0;
    this.isUnanswered = false;
  }

  /** The session is another one: what is kept bears numbers of the old one. Returns how many frames are given up. */
  restart(): number {
    this.attachment = { kind: 'detached' };
    return this.retained.reset();
  }

  /**
   * Whether this DETACHED is news; if so the stream is to be attached again. Also one about the room before: it has crossed
   * the ATTACH of this one, whose older turn the gateway ignores.
   */
  detached(message: { turn: number }): boolean {
    if (message.turn <= this.currentTurn) return false;
    this.currentTurn = message.turn;
    this.isUnanswered = false;
    this.attachment = { kind: 'detached' };
    return true;
  }

  /** Whether this refusal answers the ATTACH under way. */
  refused(failure: { turn: number; roomId: string }): boolean {
    if (failure.turn !== this.currentTurn) return false;
    this.isUnanswered = false;
    if (this.attachment.kind !== 'attaching' || !this.isAbout(failure.roomId)) return false;
    this.attachment = { kind: 'detached' };
    return true;
  }

  opened(opened: gatehouse.Opened): Opening {
    if (opened.turn !== this.currentTurn) return { kind: 'stale' };
    this.isUnanswered = false;
    if (this.attachment.kind !== 'attaching' || !this.isAbout(opened.roomId)) return { kind: 'stale' };
    const roomChanged = opened.roomId !== this.room;
    if (roomChanged) this.enter(opened.roomId);
    if (this.markEpoch !== undefined && opened.epoch < this.markEpoch) {
      this.attachment = { kind: 'detached' };
      return { kind: 'outdated' };
    }
    const nothingToShow = opened.roomId === '';
    if (opened.fresh && !nothingToShow) {
      this.attachment = { kind: 'awaitingSnapshot', epoch: opened.epoch }; // the mark waits for the SNAPSHOT
    } else {
      this.attachment = { kind: 'attached', epoch: opened.epoch };
      if (!nothingToShow) this.markEpoch = opened.epoch; // same numbers, new owner
    }
    return { kind: 'opened', resend: this.resend(opened.have), roomChanged };
  }

  /** Whether to process a frame with this number (0: not numbered). True moves the mark. */
  accept(number: number): boolean {
    if (this.attachment.kind !== 'attached') return false;
    if (number === 0) return true;
    if (number <= this.markNumber || this.room === '') return false;
    this.markEpoch = this.attachment.epoch;
    this.markNumber = number;
    return true;
  }

  /** Whether to show this SNAPSHOT. True moves the mark, also down: numbers of another epoch. */
  acceptSnapshot(number: number): boolean {
    if (this.attachment.kind === 'attached') return this.accept(number);
    if (this.attachment.kind !== 'awaitingSnapshot') return false;
    const { epoch } = this.attachment;
    this.attachment = { kind: 'attached', epoch };
    this.markEpoch = epoch;
    this.markNumber = number;
    return true;
  }

  /**
   * A game room is asked for by its id. Which lobby room a user is in, the lobby server knows better: replies change it,
   * and the gateway still names the one the stream was attached with.
   */
  private isAbout(roomId: string): boolean {
    return this.name === 'lobby' || roomId === this.room;
  }

  private resend(have: number): readonly Uint8Array[] {
    if (this.name === 'lobby') {
      // A command is done when its reply is here. The server may have it and only the reply was lost, so everything
      // unanswered is said again: it drops what it had, or repeats the stored reply.
      return this.retained.after(0);
    }
    this.retained.dropThrough(have);
    this.retained.skipThrough(have);
    return this.retained.after(have);
  }
}
