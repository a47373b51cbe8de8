import type { CancelTimer, Clock } from './clock.ts';

interface FakeTimer {
  at: number;
  order: number;
  run: () => void;
  repeatMs: number | undefined;
}

/** A clock that stands still until `advance` is called. For tests of policies. */
export class FakeClock implements Clock {
  private now = 0;
  private order = 0;
  private readonly timers = new Set<FakeTimer>();

  monotonicMs(): number {
    return this.now;
  }

  wallMs(): number {
    return this.now;
  }

  after(delayMs: number, run: () => void): CancelTimer {
    return this.add(delayMs, run, undefined);
  }

  every(intervalMs: number, run: () => void): CancelTimer {
    return this.add(intervalMs, run, intervalMs);
  }

  /** Runs every timer due within `ms`, in order of time, then of creation. */
  advance(ms: number): void {
    const until = this.now + ms;
    for (let next = this.nextDue(until); next !== undefined; next = this.nextDue(until)) {
      this.now = Math.max(this.now, next.at);
      if (next.repeatMs === undefined) this.timers.delete(next);
      else next.at += next.repeatMs;
      next.run();
    }
    this.now = until;
  }

  /** Timers that are armed; a test of `stop()` expects 0. */
  get pending(): number {
    return this.timers.size;
  }

  private add(delayMs: number, run: () => void, repeatMs: number | undefined): CancelTimer {
    const timer: FakeTimer = { at: this.now + delayMs, order: this.order++, run, repeatMs };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  private nextDue(until: number): FakeTimer | undefined {
    let best: FakeTimer | undefined;
    for (const timer of this.timers) {
      if (timer.at > until) continue;
      if (best === undefined || timer.at < best.at || (timer.at === best.at && timer.order < best.order)) best = timer;
    }
    return best;
  }
}
