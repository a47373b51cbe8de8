import type { DeliveryTotals } from './delivery-totals.ts';
import type { FoundFault } from './room-ledger.ts';
import { addSequenceFaults, NO_SEQUENCE_FAULTS, SequenceCheck } from './sequence-check.ts';

type Outcome = 'open' | 'done' | 'unknown';

interface Receiver {
  readonly sources: Map<string, SequenceCheck>;
  /** Senders heard since the beginning, or since the last `fresh`: only their numbers must follow each other. */
  readonly following: Set<string>;
  isNew: boolean;
}

/**
 * The numbered chat of one lobby room. Pure. A line whose command was acknowledged must reach everybody; one whose command
 * failed may have been said or not.
 */
export class ChatLedger {
  private readonly lobbyRoomId: string;
  private readonly found: FoundFault;
  private readonly outcomes = new Map<string, Outcome[]>(); // by sender, of line 1, 2, …
  private readonly receivers = new Map<string, Receiver>();
  private delivered = 0;
  private skipped = 0;

  constructor(lobbyRoomId: string, found: FoundFault = () => {}) {
    this.lobbyRoomId = lobbyRoomId;
    this.found = found;
  }

  nextLine(userId: string): number {
    const outcomes = this.outcomesOf(userId);
    outcomes.push('open');
    return outcomes.length;
  }

  done(userId: string, n: number): void {
    this.outcomesOf(userId)[n - 1] = 'done';
  }

  failed(userId: string, n: number): void {
    this.outcomesOf(userId)[n - 1] = 'unknown';
    for (const { sources } of this.receivers.values()) sources.get(userId)?.excuse(n);
  }

  /** This user is in the room from here on, or its lobby stream is `fresh`: lines before may have been skipped. */
  begin(userId: string): void {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined) this.receivers.set(userId, { sources: new Map(), following: new Set(), isNew: true });
    else {
      receiver.following.clear();
      receiver.isNew = false;
    }
  }

  heard(userId: string, from: string, n: number): void {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined) return; // said before it was in the room
    this.delivered++;
    const check = receiver.sources.get(from) ?? new SequenceCheck(0);
    receiver.sources.set(from, check);
    if (!receiver.following.has(from)) {
      const skipped = check.excuseThrough(n - 1);
      if (!receiver.isNew) this.skipped += Math.max(0, skipped);
    }
    receiver.following.add(from);
    const before = check.highest;
    const isNext = check.take(n);
    for (let missed = before + 1; missed < n; missed++) if (this.isUnknown(from, missed)) check.excuse(missed);
    const isExcused = n > before && range(before + 1, n).every(missed => this.isUnknown(from, missed));
    if (!isNext && !isExcused) this.found(`chat of ${this.lobbyRoomId} ${userId}: ${n} of ${from} after ${before}`);
  }

  heardUpTo(userId: string, from: string): number {
    return this.receivers.get(userId)?.sources.get(from)?.highest ?? 0;
  }

  /** Newest line of this user that was acknowledged; 0: none. */
  doneUpTo(userId: string): number {
    return this.outcomesOf(userId).lastIndexOf('done') + 1;
  }

  /** Every command of these has its reply, and all of them have heard what they could of what was acknowledged. */
  isSettled(users: readonly string[]): boolean {
    const isOpen = users.some(userId => this.outcomesOf(userId).includes('open'));
    return !isOpen && users.every(userId => users.every(from => this.isHeard(userId, from)));
  }

  /** Nothing more is on its way: what was acknowledged and not heard by these is lost. */
  settle(users: readonly string[]): void {
    for (const userId of users) {
      for (const from of users) {
        if (this.isHeard(userId, from)) continue;
        const done = this.doneUpTo(from);
        this.found(
          `chat of ${this.lobbyRoomId} ${userId}: heard ${from} up to ${this.heardUpTo(userId, from)} of ${done}`,
        );
        this.receivers.get(userId)?.sources.get(from)?.endAt(done);
      }
    }
  }

  totals(): DeliveryTotals {
    let faults = NO_SEQUENCE_FAULTS;
    for (const { sources } of this.receivers.values()) {
      for (const check of sources.values()) faults = addSequenceFaults(faults, check.faults());
    }
    const sent = [...this.outcomes.values()].reduce((sum, lines) => sum + lines.length, 0);
    return {
      ...faults,
      sent,
      delivered: this.delivered,
      skipped: this.skipped,
      unannounced: 0,
      wentBack: 0,
      unheardAtEnd: 0,
    };
  }

  private isHeard(userId: string, from: string): boolean {
    const receiver = this.receivers.get(userId);
    if (receiver === undefined || !receiver.following.has(from)) return true;
    return this.heardUpTo(userId, from) >= this.doneUpTo(from);
  }

  private isUnknown(userId: string, n: number): boolean {
    return this.outcomesOf(userId)[n - 1] === 'unknown';
  }

  private outcomesOf(userId: string): Outcome[] {
    const known = this.outcomes.get(userId);
    if (known !== undefined) return known;
    const outcomes: Outcome[] = [];
    this.outcomes.set(userId, outcomes);
    return outcomes;
  }
}

/** from, from + 1, … below `end`. */
function range(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}
