import { FakeClock } from './fake-clock.ts';

/** For tests: a clock whose timers are late by as much as the loop stood still. */
export class StallingClock extends FakeClock {
  private stalledMs = 0;

  override monotonicMs(): number {
    return super.monotonicMs() + this.stalledMs;
  }

  stall(ms: number): void {
    this.stalledMs += ms;
  }
}
