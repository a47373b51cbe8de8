import type { ClientClock } from './client-clock.ts';
import type { ClientEvents } from './client-events.ts';
import type { Listeners } from './listeners.ts';
import type { AttachReport } from './session-state.ts';
import type { StreamState } from './stream-state.ts';

/** A stream whose oldest unacknowledged frame waits for longer is stalled. */
export const STALLED_AFTER_MS = 3_000;

export type StreamFare = 'unopened' | 'open' | 'away';

/** `isStalled`, `isOverfull`: what was told of it. */
interface Standing {
  readonly fare: StreamFare;
  isStalled: boolean;
  isOverfull: boolean;
}

export interface StreamWatchOptions {
  readonly stream: StreamState;
  readonly clock: ClientClock;
  readonly events: Pick<Listeners<ClientEvents>, 'emit'>;
}

/** Tells how one stream fares: away, stalled, and how it went on. Each trouble once, and once that it is over. */
export class StreamWatch {
  private readonly stream: StreamState;
  private readonly clock: ClientClock;
  private readonly events: StreamWatchOptions['events'];
  private standing = newStanding('unopened');
  /** Frames given up before, of which was told. */
  private givenUpBefore = 0;
  /** While frames are kept: the oldest when it was looked last. */
  private oldest: { readonly seq: number; readonly seenAtMs: number; readonly cancelLook: () => void } | undefined;

  constructor({ stream, clock, events }: StreamWatchOptions) {
    this.stream = stream;
    this.clock = clock;
    this.events = events;
  }

  get fare(): StreamFare | 'stalled' {
    return this.standing.isStalled ? 'stalled' : this.standing.fare;
  }

  /** From now on the stream is about another room, or none, of which nothing is known yet. */
  entered(): void {
    this.standing = newStanding('unopened');
    this.givenUpBefore = 0;
    this.forgetOldest();
  }

  opened({ isFirst, isFresh, why, lostFrames, roomId }: AttachReport): void {
    const { fare, isStalled } = this.standing;
    this.goOn();
    if (fare === 'unopened' && !isStalled) return;
    const news = { stream: this.stream.name, roomId, lostFrames };
    const nothingToShow = isFirst && roomId === '';
    if (isFresh && !nothingToShow) this.events.emit('fresh', { ...news, why });
    else this.events.emit('resumed', news);
  }

  away(why: string): void {
    if (this.standing.fare !== 'open') return;
    this.standing = { ...this.standing, fare: 'away' };
    this.events.emit('away', { ...this.place(), why });
  }

  /** A frame is kept. */
  sent(): void {
    if (this.oldest === undefined) this.lookLater();
    if (this.stream.retained.givenUp === this.givenUpBefore || this.standing.isOverfull) return;
    this.standing.isOverfull = true;
    this.tellStalled();
  }

  /** The server has taken all that was sent up to `through`. */
  acknowledged(through: number): void {
    const { standing, oldest } = this;
    if (!standing.isStalled || standing.fare !== 'open' || oldest === undefined || through < oldest.seq) return;
    this.goOn();
    this.events.emit('resumed', { ...this.place(), lostFrames: 0 });
  }

  close(): void {
    this.forgetOldest();
  }

  private goOn(): void {
    this.standing = newStanding('open');
    this.givenUpBefore = this.stream.retained.givenUp;
    this.forgetOldest();
    this.lookLater();
  }

  private look(seq: number): void {
    const { retained } = this.stream;
    if (retained.count > 0 && retained.first <= seq) {
      if (!this.standing.isStalled) this.tellStalled();
      return;
    }
    this.forgetOldest();
    this.lookLater();
  }

  private tellStalled(): void {
    const { count, bytes, givenUp } = this.stream.retained;
    this.standing.isStalled = true;
    this.events.emit('stalled', {
      ...this.place(),
      keptFrames: count,
      keptBytes: bytes,
      keptForMs: this.oldest === undefined ? 0 : Math.round(this.clock.monotonicMs() - this.oldest.seenAtMs),
      givenUpFrames: givenUp - this.givenUpBefore,
    });
  }

  private place() {
    return { stream: this.stream.name, roomId: this.stream.roomId };
  }

  private lookLater(): void {
    const { count, first } = this.stream.retained;
    if (count === 0) return;
    const cancelLook = this.clock.after(STALLED_AFTER_MS, () => this.look(first));
    this.oldest = { seq: first, seenAtMs: this.clock.monotonicMs(), cancelLook };
  }

  private forgetOldest(): void {
    this.oldest?.cancelLook();
    this.oldest = undefined;
  }
}

function newStanding(fare: StreamFare): Standing {
  return { fare, isStalled: false, isOverfull: false };
}
