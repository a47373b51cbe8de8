import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';

/** Looks at the clock within each interval, so that an idle loop is not taken for one that stood still. */
const BEATS_PER_INTERVAL = 10;
const CONFIRM_RETRY_MS = 500;

export interface LoopWatchOptions {
  readonly clock: Clock;
  readonly log: Log;
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
    const stoodStillMs = nowMs - this.seenMs;
    this.seenMs = nowMs;
    if (stoodStillMs > this.options.intervalMs && !this.holding) {
      this.holding = true;
      this.options.log.warn(LOG_EVENTS.outputHeld, { stoodStillMs: Math.round(stoodStillMs) });
      void this.confirm(nowMs);
    }
    return this.holding;
  }

  private async confirm(sinceMs: number): Promise<void> {
    const { clock, log, confirm, decided } = this.options;
    let confirmed: boolean;
    try {
      confirmed = await confirm();
    } catch {
      this.cancelRetry = clock.after(CONFIRM_RETRY_MS, () => void this.confirm(sinceMs)); // Redis cannot be asked now
      return;
    }
    this.holding = false;
    const heldMs = Math.round(clock.monotonicMs() - sinceMs);
    if (confirmed) log.info(LOG_EVENTS.outputReleased, { heldMs });
    else log.warn(LOG_EVENTS.outputDiscarded, { heldMs });
    decided(confirmed ? 'release' : 'discard');
  }
}
