/**
 * Notices a peer that says nothing any more. Asked once in each interval in which the peer should speak; intervals and not the
 * clock are counted, so a process that itself stood still accuses nobody.
 */
export class SilenceWatch {
  private readonly limit: number;
  private receivedBefore = -1;
  private intervals = 0;

  /** `limit`: intervals without a byte that mean silence. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** `receivedBytes`: ever. */
  silent(receivedBytes: number): boolean {
    this.intervals = receivedBytes === this.receivedBefore ? this.intervals + 1 : 0;
    this.receivedBefore = receivedBytes;
    return this.intervals >= this.limit;
  }
}
