/**
 * Notices a peer that says nothing any more. Asked once in each interval in which the peer should speak; intervals and not the
 * clock are counted, so a process that itself stood still accuses nobody.
 */
export class SilenceWatch {
  private readonly limit: number;
  private heardBefore = -1;
  private intervals = 0;

  /** `limit`: intervals without a word that mean silence. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** `heard`: grows with all that the peer says. */
  silent(heard: number): boolean {
    this.intervals = heard === this.heardBefore ? this.intervals + 1 : 0;
    this.heardBefore = heard;
    return this.intervals >= this.limit;
  }
}
