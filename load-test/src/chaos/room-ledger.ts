import type { RoomCounts } from './chaos-messages.ts';
import type { DeliveryTotals } from './delivery-totals.ts';
import { addSequenceFaults, NO_SEQUENCE_FAULTS, SequenceCheck } from './sequence-check.ts';

/** The room's own numbers, beside those of the players. */
const BEATS = 'room beats';
const ANSWERS = 'private answers';

interface Receiver {
  /** By sender, BEATS and ANSWERS. */
  readonly sources: Map<string, SequenceCheck>;
  freshAnnounced: boolean;
  isOver: boolean;
}

/** Tells of each fault as it is found, for the log of the run. */
export type FoundFault = (what: string) => void;

/**
 * Everything said in one game room, which is one epoch of it: what each player sent, and what each heard. Pure.
 * A receiver begins with its first snapshot.
 */
export class RoomLedger {
  readonly roomId: string;
  private readonly found: FoundFault;
  private readonly receivers = new Map<string, Receiver>();
  private readonly sentBy = new Map<string, number>();
  private readonly givenUpBy = new Map<string, number>();
  private delivered = 0;
  private skipped = 0;
  private unannounced = 0;
  private wentBack = 0;
  private unheardAtEnd = 0;

  constructor(roomId: string, found: FoundFault = () => {}) {
    this.roomId = roomId;
    this.found = found;
  }

  /** The number of this player's next line. */
  nextLine(userId: string): number {
    const n = this.linesOf(userId) + 1;
    this.sentBy.set(userId, n);
    return n;
  }

  /** Sent so far by this player. */
  linesOf(userId: string): number {
    return this.sentBy.get(userId) ?? 0;
  }

  /** The SDK has said that so many frames of this player were given up. */
  gaveUp(userId: string, frames: number): void {
    this.givenUpBy.set(userId, (this.givenUpBy.get(userId) ?? 0) + frames);
  }

  /** The SDK has said `fresh`: the next snapshot of this player may skip. */
  announceFresh(userId: string): void {
    const receiver = this.receivers.get(userId);
    if (receiver !== undefined) receiver.freshAnnounced = true;
  }

  snapshot(userId: string, counts: RoomCounts): void {
    const known = this.receivers.get(userId);
    if (known === undefined) {
      this.receivers.set(userId, { sources: new Map(), freshAnnounced: false, isOver: false });
      this.excuse(userId, counts);
      return;
    }
    if (!known.freshAnnounced) {
      this.unannounced++;
      this.found(`${this.roomId} ${userId}: a snapshot without fresh`);
    }
    known.freshAnnounced = false;
    this.excuse(userId, counts);
  }

  heard(userId: string, from: string, n: number): void {
    if (n > this.linesOf(from)) this.found(`${this.roomId} ${userId}: line ${n} of ${from}, which nobody said`);
    this.take(userId, from, n);
  }

  answered(userId: string, n: number): void {
    this.take(userId, ANSWERS, n);
  }

  beaten(userId: string, n: number): void {
    this.take(userId, BEATS, n);
  }

  /** Newest line of `from` that `userId` has been shown. */
  heardUpTo(userId: string, from: string): number {
    return this.receivers.get(userId)?.sources.get(from)?.highest ?? 0;
  }

  /** This player has had a snapshot. */
  hasShown(userId: string): boolean {
    return this.receivers.has(userId);
  }

  /** Who has entered. */
  get players(): readonly string[] {
    return [...this.receivers.keys()];
  }

  /**
   * The end that the room has made itself, with all it had said. Who was attached has heard that before; who was away when
   * it ended is only told the end: then what had not come is counted, and is no loss.
   */
  endedAt(userId: string, counts: RoomCounts, player: 'attached' | 'perhaps away'): void {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined) return;
    const own = [[ANSWERS, counts.said[userId] ?? 0] as const, [BEATS, counts.beats] as const];
    for (const [source, n] of [...Object.entries(counts.said), ...own]) {
      const check = this.source(receiver, source);
      if (check.highest >= n) continue;
      if (player === 'perhaps away') {
        this.unheardAtEnd += check.excuseThrough(n);
        continue;
      }
      this.found(`${this.roomId} ${userId}: ended at ${n} of ${source}, but only ${check.highest} had come`);
      check.endAt(n);
    }
    receiver.isOver = true;
  }

  /** Nobody has anything on the way: what was said and not shown is lost. */
  settle(): void {
    for (const [userId, receiver] of this.receivers) {
      if (receiver.isOver) continue;
      for (const [from, n] of this.sentBy) {
        const check = this.source(receiver, from);
        if (check.highest < n) this.found(`${this.roomId} ${userId}: heard ${from} up to ${check.highest} of ${n}`);
        check.endAt(n);
      }
    }
  }

  get isSettled(): boolean {
    return this.players.every(userId => [...this.sentBy].every(([from, n]) => this.heardUpTo(userId, from) >= n));
  }

  totals(): DeliveryTotals {
    let faults = NO_SEQUENCE_FAULTS;
    for (const [userId, { sources }] of this.receivers) {
      for (const [source, check] of sources) {
        const sender = source === ANSWERS ? userId : source;
        faults = addSequenceFaults(faults, check.faults(this.givenUpBy.get(sender)));
      }
    }
    const sent = [...this.sentBy.values()].reduce((sum, n) => sum + n, 0);
    const { delivered, skipped, unannounced, wentBack, unheardAtEnd } = this;
    return { ...faults, sent, delivered, skipped, unannounced, wentBack, unheardAtEnd };
  }

  private take(userId: string, source: string, n: number): void {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined) {
      this.found(`${this.roomId} ${userId}: ${n} of ${source} before any snapshot`);
      return;
    }
    const check = this.source(receiver, source);
    const before = check.highest;
    this.delivered++;
    if (check.take(n)) return;
    const givenUp = this.givenUpBy.get(source === ANSWERS ? userId : source) ?? 0;
    const isGap = n > before;
    if (!isGap || check.faults(givenUp).lost > 0)
      this.found(`${this.roomId} ${userId}: ${n} of ${source} after ${before}`);
  }

  private excuse(userId: string, counts: RoomCounts): void {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined) return;
    const isFirst = receiver.sources.size === 0;
    const known = [...Object.entries(counts.said), [ANSWERS, counts.said[userId] ?? 0], [BEATS, counts.beats]] as const;
    for (const [source, n] of known) {
      const skipped = this.source(receiver, source).excuseThrough(n);
      if (skipped < 0) {
        this.wentBack++;
        this.found(`${this.roomId} ${userId}: the snapshot is ${-skipped} of ${source} behind what was shown`);
      } else if (!isFirst) this.skipped += skipped;
    }
  }

  private source(receiver: Receiver, name: string): SequenceCheck {
    const known = receiver.sources.get(name);
    if (known !== undefined) return known;
    const check = new SequenceCheck(0);
    receiver.sources.set(name, check);
    return check;
  }
}
