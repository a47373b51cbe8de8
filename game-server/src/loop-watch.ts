import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';

/** Looks at the clock within each interval, so that an idle loop is not taken for one that stood still. */
const BEATS_PER_INTERVAL = 10;
const CONFIRM_RETRY_MS = 500;

export interface LoopWatchOptions {
  readonly clock: Clock;
  /** A loop that stood still for longer may have been declared lost meanwhile. */
  readonly intervalMs: number;
  /** true: this process still is what the registry says, and what it holds is still its own. Rejects: ask again. */
  readonly confirm: () => Promise<boolean>;
  /** Called once after each hold. */
  readonly decided: (decision: 'release' | 'discard') => void;
}

/**
 * Whether this process may speak. After its event loop stood still for longer than an interval (a hung tick, SIGSTOP),
 * nobody must hear what its rooms say until the registry has confirmed it: others may have taken over.
 */
export class LoopWatch {
  private readonly options: LoopWatchOptions;
  private seenMs: number;
  private holding = false;
  private cancelBeat: CancelTimer | undefined;
  private cancelRetry: CancelTimer | undefined;

  constructor(options: LoopWatchOptions) {
    this.options = options;
    this.seenMs = options.clock.monotonicMs();
  }

  start(): void {
    this.seenMs = this.options.clock.monotonicMs();
    this.cancelBeat ??= this.options.clock.every(this.options.intervalMs / BEATS_PER_INTERVAL, () => void this.holds());
  }

  stop(): void {
    this.cancelBeat?.();
    this.cancelRetry?.();
    this.cancelBeat = undefined;
  }

  /** true: keep what you want to send until `decided`. Asked before every send. */
  holds(): boolean {
    if (this.cancelBeat === undefined) return false;
    const nowMs = this.options.clock.monotonicMs();
    const stoodStill = nowMs - this.seenMs > this.options.intervalMs;
    this.seenMs = nowMs;
    if (stoodStill && !this.holding) {
      this.holding = true;
      void this.confirm();
    }
    return this.holding;
  }

  private async confirm(): Promise<void> {
    let confirmed: boolean;
    try {
      confirmed = await this.options.confirm();
    } catch {
      this.cancelRetry = this.options.clock.after(CONFIRM_RETRY_MS, () => void this.confirm()); // Redis cannot be asked now
      return;
    }
    this.holding = false;
    this.options.decided(confirmed ? 'release' : 'discard');
  }
}
