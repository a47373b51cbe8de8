/**
 * How long silence must be borne with after Redis was away: what could not arrive is nobody's fault. After an outage of x,
 * limits are x longer until their own length and x have passed. Pure: times are monotonic and come from the caller.
 */
export class OutageGrace {
  private readonly limitMs: number;
  private steadySinceMs: number | undefined;
  private lastSteadyMs: number;
  private outageMs = 0;

  /** `limitMs`: the silence that is one without an outage. A start counts as an outage of unknown length. */
  constructor(limitMs: number, nowMs: number) {
    this.limitMs = limitMs;
    this.lastSteadyMs = nowMs;
  }

  /** To be called again and again; `steadyForMs` as ClusterRedis says it, 0: Redis is away. */
  look(nowMs: number, steadyForMs: number): void {
    if (steadyForMs <= 0) return;
    const sinceMs = nowMs - steadyForMs;
    if (this.steadySinceMs === undefined) {
      this.steadySinceMs = nowMs;
    } else if (sinceMs > this.lastSteadyMs) {
      this.outageMs = this.remainingMs(sinceMs) + sinceMs - this.lastSteadyMs; // two outages shortly after another add up
      this.steadySinceMs = sinceMs;
    }
    this.lastSteadyMs = nowMs;
  }

  /** The silence that is one now. */
  staleAfterMs(nowMs: number): number {
    return this.limitMs + this.remainingMs(nowMs);
  }

  /** Whether somebody may be swept for silence now: `look` must have been called just before. */
  maySweep(nowMs: number): boolean {
    return this.steadySinceMs !== undefined && nowMs >= this.steadySinceMs + this.limitMs + this.outageMs;
  }

  private remainingMs(nowMs: number): number {
    const { steadySinceMs, limitMs, outageMs } = this;
    return steadySinceMs !== undefined && nowMs < steadySinceMs + limitMs + outageMs ? outageMs : 0;
  }
}
