import type { AckTarget } from './acknowledger.ts';
import type { ClientChannel } from './client-channel.ts';
import type { Newcomer, Player } from './room-context.ts';
import type { LogReader } from './room-log.ts';
import { UnfinishedWork } from './unfinished-work.ts';

/** Who may have a seat, and what the room's onAuth said about it. */
export interface SeatedUser extends Newcomer {
  readonly data: unknown;
}

/** Where the player of a seat is. */
export type SeatPlace =
  | { readonly kind: 'reserved' } // has never come
  | { readonly kind: 'present'; readonly channel: ClientChannel }
  | { readonly kind: 'away' }
  | { readonly kind: 'bot' }; // always there, without a channel

export interface SessionAttach {
  readonly sessionId: string;
  readonly sessionEpoch: number;
  /** Oldest client frame the client keeps, else its next seq. */
  readonly first: number;
}

/** `stale`: a newer session, or a newer claim of this one, has attached here. */
export type Admission = { readonly kind: 'stale' } | { readonly kind: 'admitted'; readonly lost: number };

/** A player's place in a room, and which of its frames the room has taken. */
export class Seat implements LogReader, AckTarget {
  readonly roomId: string;
  /** What the room sees: a plain object, so that it can be logged and sent; `data` is left out of that. */
  readonly player: Player;
  /** Number of the snapshot the player joined with; nothing before was for it. Infinity until then. */
  joinedAt = Number.POSITIVE_INFINITY;
  /** Since it has been reserved or away, by the clock that stands while Redis is unreachable. */
  absentMs = 0;
  unansweredRequests = 0;
  readonly unfinished = new UnfinishedWork(this);
  private readonly shown: Player & { away: boolean };
  private currentPlace: SeatPlace = { kind: 'reserved' };
  private session: { id: string; epoch: number } | undefined;
  private taken = 0;

  constructor(roomId: string, { userId, name, spectator, bot, data }: SeatedUser) {
    this.roomId = roomId;
    this.shown = Object.defineProperty({ userId, name, away: false, spectator, bot, data }, 'data', {
      enumerable: false,
    });
    this.player = this.shown;
  }

  get userId(): string {
    return this.shown.userId;
  }

  /** Of the newest attach; empty: none yet. */
  get sessionId(): string {
    return this.session?.id ?? '';
  }

  get place(): SeatPlace {
    return this.currentPlace;
  }

  /** Whether the player has come in at least once. */
  get joined(): boolean {
    return this.currentPlace.kind !== 'reserved';
  }

  get channel(): ClientChannel | undefined {
    return this.currentPlace.kind === 'present' ? this.currentPlace.channel : undefined;
  }

  /** Last client frame taken, of the current session. */
  get have(): number {
    return this.taken;
  }

  /** An attach by this session: frames below `first` that were never taken are lost. Frames count anew for another session. */
  admit({ sessionId, sessionEpoch, first }: SessionAttach): Admission {
    if (this.session !== undefined && sessionEpoch < this.session.epoch) return { kind: 'stale' };
    if (this.session?.id !== sessionId) this.taken = 0;
    this.session = { id: sessionId, epoch: sessionEpoch };
    const lost = Math.max(0, first - 1 - this.taken);
    this.taken += lost;
    return { kind: 'admitted', lost };
  }

  /** Takes exactly the next frame. false: had it already, or one before it is missing; the frame is dropped. */
  take(seq: number): boolean {
    if (seq !== this.taken + 1) return false;
    this.taken = seq;
    return true;
  }

  sit(channel: ClientChannel): void {
    this.currentPlace = { kind: 'present', channel };
    this.absentMs = 0;
    this.shown.away = false;
    this.unfinished.pauseIfFull();
  }

  /** A bot: it is there from now on. */
  sitAsBot(): void {
    this.currentPlace = { kind: 'bot' };
  }

  goAway(): void {
    this.currentPlace = { kind: 'away' };
    this.shown.away = true;
  }
}
