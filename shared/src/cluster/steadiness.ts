/**
 * Whether Redis was within reach without a gap: only who heard it all the time may say that somebody else did not answer.
 * Pure: times are monotonic and come from the caller.
 */
export class Steadiness {
  private readonly maxGapMs: number;
  private replies: { sinceMs: number; lastMs: number } | undefined;

  constructor(maxGapMs: number) {
    this.maxGapMs = maxGapMs;
  }

  /** An error-free reply. */
  replied(nowMs: number): void {
    const unbroken = this.unbroken(nowMs);
    this.replies = { sinceMs: unbroken?.sinceMs ?? nowMs, lastMs: nowMs };
  }

  /** An error, or the connection is gone. */
  failed(): void {
    this.replies = undefined;
  }

  /** 0: the last reply is too old, or was an error. */
  steadyForMs(nowMs: number): number {
    const unbroken = this.unbroken(nowMs);
    return unbroken === undefined ? 0 : nowMs - unbroken.sinceMs;
  }

  private unbroken(nowMs: number): { sinceMs: number } | undefined {
    return this.replies !== undefined && nowMs - this.replies.lastMs <= this.maxGapMs ? this.replies : undefined;
  }
}
