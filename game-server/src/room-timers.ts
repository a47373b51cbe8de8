import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';

/** Timers that end with their room. */
export class RoomTimers {
  private readonly clock: Clock;
  private readonly cancels = new Set<CancelTimer>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  after(delayMs: number, run: () => void): CancelTimer {
    const cancel = this.clock.after(delayMs, () => {
      this.cancels.delete(cancel);
      run();
    });
    return this.keep(cancel);
  }

  every(intervalMs: number, run: () => void): CancelTimer {
    return this.keep(this.clock.every(intervalMs, run));
  }

  cancelAll(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }

  private keep(cancel: CancelTimer): CancelTimer {
    this.cancels.add(cancel);
    return () => {
      this.cancels.delete(cancel);
      cancel();
    };
  }
}
