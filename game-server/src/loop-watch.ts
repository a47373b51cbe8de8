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

/** Since the loop was seen to have stood still. */
interface Hold {
  readonly sinceMs: number;
  /** The loop stood still again since the registry was asked, so the answer may be from before. */
  isStale: boolean;
}

/**
 * Whether this process may speak. After its event loop stood still for longer than an interval (a hung tick, SIGSTOP),
 * nobody must hear what its rooms say until the registry has confirmed it: others may have taken over.
 */
export class LoopWatch {
  private readonly options: LoopWatchOptions;
  private seenMs: number;
  private hold: Hold | undefined;
  private cancelBeat: CancelTimer | undefined;
  private cancelRetry: CancelTimer | undefined;

  constructor(options: LoopWatchOptions) {
    this.options = options;
    this.seenMs = options.clock.monotonicMs();
  }

  start(): void {
    this.seenMs = this.options.clock.monotonicMs();
    this.cancelBeat ??= this.options.clock.every(this.options.intervalMs / BEATS_PER_INTERVAL, () => this.beat());
  }

  stop(): void {
    this.cancelBeat?.();
    this.cancelRetry?.();
    this.cancelBeat = undefined;
  }

  /** true: keep what you want to send until `decided`. Asked before every send, also by a turn that is itself the stall. */
  holds(): boolean {
    if (this.cancelBeat === undefined) return false;
    if (this.hold === undefined && this.stoodStillMs() > this.options.intervalMs) this.beginHold();
    return this.hold !== undefined;
  }

  /** This incarnation was declared lost: what it wanted to say is never said. The next one has no rooms yet, and may speak. */
  lost(): void {
    if (this.hold !== undefined) this.decide(this.hold, 'discard');
  }

  private beat(): void {
    if (this.stoodStillMs() <= this.options.intervalMs) this.seenMs = this.options.clock.monotonicMs();
    else if (this.hold === undefined) this.beginHold();
    else this.standStillAgain(this.hold);
  }

  private stoodStillMs(): number {
    return this.options.clock.monotonicMs() - this.seenMs;
  }

  private beginHold(): void {
    const { clock, log } = this.options;
    log.warn(LOG_EVENTS.outputHeld, { stoodStillMs: Math.round(this.stoodStillMs()) });
    this.seenMs = clock.monotonicMs();
    this.hold = { sinceMs: this.seenMs, isStale: false };
    void this.ask(this.hold);
  }

  private standStillAgain(hold: Hold): void {
    this.seenMs = this.options.clock.monotonicMs();
    hold.isStale = true;
  }

  private async ask(hold: Hold): Promise<void> {
    const { clock, confirm } = this.options;
    hold.isStale = false;
    let confirmed: boolean;
    try {
      confirmed = await confirm();
    } catch {
      if (this.hold !== hold) return;
      this.cancelRetry = clock.after(CONFIRM_RETRY_MS, () => void this.ask(hold)); // Redis cannot be asked now
      return;
    }
    if (this.hold !== hold) return;
    if (!confirmed) this.decide(hold, 'discard');
    else if (hold.isStale) await this.ask(hold);
    else this.decide(hold, 'release');
  }

  private decide({ sinceMs }: Hold, decision: 'release' | 'discard'): void {
    const { clock, log, decided } = this.options;
    this.hold = undefined;
    this.cancelRetry?.();
    const heldMs = Math.round(clock.monotonicMs() - sinceMs);
    if (decision === 'release') log.info(LOG_EVENTS.outputReleased, { heldMs });
    else log.warn(LOG_EVENTS.outputDiscarded, { heldMs });
    decided(decision);
  }
}
