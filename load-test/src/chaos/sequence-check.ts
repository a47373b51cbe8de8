/** What was wrong with numbers that should come one after the other. */
export interface SequenceFaults {
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
}

export const NO_SEQUENCE_FAULTS: SequenceFaults = { lost: 0, doubled: 0, reordered: 0 };

export function addSequenceFaults(a: SequenceFaults, b: SequenceFaults): SequenceFaults {
  return { lost: a.lost + b.lost, doubled: a.doubled + b.doubled, reordered: a.reordered + b.reordered };
}

/** Numbers of one source as one receiver hears them: n + 1 after n. */
export class SequenceCheck {
  private newest: number;
  private readonly missing = new Set<number>();
  private doubled = 0;
  private reordered = 0;

  /** `known`: numbers up to this one need not come, nor may they. */
  constructor(known: number) {
    this.newest = known;
  }

  /** Everything up to here has come, is missing, or was excused. */
  get highest(): number {
    return this.newest;
  }

  /** false: this number is out of place. */
  take(n: number): boolean {
    if (n > this.newest) {
      const isNext = n === this.newest + 1;
      this.miss(this.newest + 1, n - 1);
      this.newest = n;
      return isNext;
    }
    if (this.missing.delete(n)) this.reordered++;
    else this.doubled++;
    return false;
  }

  /** Numbers up to `n` are excused from here on. Returns how many that are that had not come; negative: it goes back. */
  excuseThrough(n: number): number {
    const skipped = n - this.newest;
    if (skipped > 0) this.newest = n;
    return skipped;
  }

  /** This one number need not come. */
  excuse(n: number): void {
    this.missing.delete(n);
  }

  /** Nothing more comes, and everything up to `n` must have. */
  endAt(n: number): void {
    if (n > this.newest) {
      this.miss(this.newest + 1, n);
      this.newest = n;
    }
  }

  /** `excusable`: so many of those missing were given up with an announcement. */
  faults(excusable = 0): SequenceFaults {
    return {
      lost: Math.max(0, this.missing.size - excusable),
      doubled: this.doubled,
      reordered: this.reordered,
    };
  }

  private miss(from: number, through: number): void {
    for (let n = from; n <= through; n++) this.missing.add(n);
  }
}
