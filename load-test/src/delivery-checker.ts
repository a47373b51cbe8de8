/** What became of the messages of one room and round, or the sum over several. */
export interface Deliveries {
  readonly sent: number;
  /** Each message once for every receiver, its sender too. */
  readonly expected: number;
  readonly delivered: number;
  /** Never arrived. */
  readonly lost: number;
  /** Arrived again. */
  readonly doubled: number;
  /** Arrived after a later one of the same sender. */
  readonly reordered: number;
  /** Nobody sent them. */
  readonly unknown: number;
}

export const NO_DELIVERIES: Deliveries = {
  sent: 0,
  expected: 0,
  delivered: 0,
  lost: 0,
  doubled: 0,
  reordered: 0,
  unknown: 0,
};

export function addDeliveries(a: Deliveries, b: Deliveries): Deliveries {
  return {
    sent: a.sent + b.sent,
    expected: a.expected + b.expected,
    delivered: a.delivered + b.delivered,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    reordered: a.reordered + b.reordered,
    unknown: a.unknown + b.unknown,
  };
}

/** One sender as one receiver hears it: numbers up to `highest` have come, but for the missing ones. */
interface Heard {
  highest: number;
  readonly missing: Set<number>;
}

/** Every receiver of a room checks every sender's numbers: 1, 2, 3… without gap, once, in order. */
export class DeliveryChecker {
  private readonly playerCount: number;
  private readonly sentBy: number[];
  private readonly heard: Heard[];
  private sent = 0;
  private delivered = 0;
  private doubled = 0;
  private reordered = 0;
  private unknown = 0;

  constructor(playerCount: number) {
    this.playerCount = playerCount;
    this.sentBy = new Array<number>(playerCount).fill(0);
    this.heard = Array.from({ length: playerCount ** 2 }, () => ({ highest: 0, missing: new Set<number>() }));
  }

  /** The number of the sender's next message. Before it is sent: its echo may be quick. */
  nextNumber(sender: number): number {
    this.sent++;
    const n = (this.sentBy[sender] ?? 0) + 1;
    this.sentBy[sender] = n;
    return n;
  }

  received(receiver: number, sender: number, n: number): void {
    const heard = this.heard[receiver * this.playerCount + sender];
    if (heard === undefined || sender >= this.playerCount || n < 1 || n > (this.sentBy[sender] ?? 0)) {
      this.unknown++;
    } else if (n > heard.highest) {
      for (let gap = heard.highest + 1; gap < n; gap++) heard.missing.add(gap);
      heard.highest = n;
      this.delivered++;
    } else if (heard.missing.delete(n)) {
      this.reordered++;
      this.delivered++;
    } else this.doubled++;
  }

  get isComplete(): boolean {
    return this.delivered === this.sent * this.playerCount;
  }

  /** As of now: what is still on its way counts as lost. */
  result(): Deliveries {
    const { sent, delivered, doubled, reordered, unknown } = this;
    const expected = sent * this.playerCount;
    return { sent, expected, delivered, lost: expected - delivered, doubled, reordered, unknown };
  }
}
