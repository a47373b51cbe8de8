/** Intervals without any traffic after which the peer is taken for dead. */
export const SILENT_INTERVALS = 3;

export type HeartbeatAdvice =
  | { readonly kind: 'wait'; readonly delayMs: number }
  /** Nothing was sent for an interval: say that we live, then wait. */
  | { readonly kind: 'beat'; readonly delayMs: number }
  | { readonly kind: 'silent'; readonly silentMs: number };

/** When to speak on an idle connection, and when to give it up. Any frame counts, in both directions. */
export class Heartbeat {
  private readonly intervalMs: number;
  private sentMs: number;
  private receivedMs: number;
  private nextCheckMs: number;

  constructor(intervalMs: number, nowMs: number) {
    this.intervalMs = intervalMs;
    this.sentMs = nowMs;
    this.receivedMs = nowMs;
    this.nextCheckMs = nowMs + intervalMs;
  }

  sent(nowMs: number): void {
    this.sentMs = nowMs;
  }

  received(nowMs: number): void {
    this.receivedMs = nowMs;
  }

  /** To be asked after each `delayMs`. */
  check(nowMs: number): HeartbeatAdvice {
    // This process stood still (a hidden page, a laptop asleep): what the peer said meanwhile is not read yet.
    if (nowMs - this.nextCheckMs > this.intervalMs) this.receivedMs = nowMs;
    const silentMs = nowMs - this.receivedMs;
    if (silentMs >= SILENT_INTERVALS * this.intervalMs) return { kind: 'silent', silentMs };
    const isIdle = nowMs - this.sentMs >= this.intervalMs;
    if (isIdle) this.sentMs = nowMs;
    const delayMs =
      Math.min(this.sentMs + this.intervalMs, this.receivedMs + SILENT_INTERVALS * this.intervalMs) - nowMs;
    this.nextCheckMs = nowMs + delayMs;
    return { kind: isIdle ? 'beat' : 'wait', delayMs };
  }
}
