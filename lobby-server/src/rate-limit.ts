/** So many at once, and so many a second on the average. Pure: the caller says what time it is. */
export class RateLimit {
  private readonly perSecond: number;
  private readonly burst: number;
  private left: number;
  private countedAtMs: number;

  constructor(limit: { perSecond: number; burst: number; nowMs: number }) {
    this.perSecond = limit.perSecond;
    this.burst = limit.burst;
    this.left = limit.burst;
    this.countedAtMs = limit.nowMs;
  }

  /** Whether one more is allowed now; if so it is counted. */
  take(nowMs: number): boolean {
    const refill = (Math.max(0, nowMs - this.countedAtMs) / 1000) * this.perSecond;
    this.left = Math.min(this.burst, this.left + refill);
    this.countedAtMs = nowMs;
    if (this.left < 1) return false;
    this.left--;
    return true;
  }
}
