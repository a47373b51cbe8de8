/** Calls `send` on a fixed schedule, whatever the answers do: each time with the instant at which it was due, in ms. */
export class Pacer {
  private readonly intervalMs: number;
  private readonly send: (dueMs: number) => void;
  private nextDueMs: number | undefined; // undefined: stopped

  constructor(sendsPerSecond: number, send: (dueMs: number) => void) {
    this.intervalMs = 1000 / sendsPerSecond;
    this.send = send;
  }

  start(): void {
    this.nextDueMs = performance.now();
    this.turn();
  }

  stop(): void {
    this.nextDueMs = undefined;
  }

  /** No timer is fine enough: this looks at the clock in every turn of the event loop, and takes a whole core for it. */
  private readonly turn = (): void => {
    const nowMs = performance.now();
    while (this.nextDueMs !== undefined && this.nextDueMs <= nowMs) {
      const dueMs = this.nextDueMs;
      this.nextDueMs = dueMs + this.intervalMs;
      this.send(dueMs);
    }
    if (this.nextDueMs !== undefined) setImmediate(this.turn);
  };
}
