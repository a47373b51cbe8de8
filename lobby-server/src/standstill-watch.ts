import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';

/** Looks at the clock so often within the time allowed, so that an idle loop is not taken for one that stood still. */
const BEATS = 10;

export interface StandstillWatchOptions {
  readonly clock: Clock;
  readonly longestMs: number;
  /** The loop stood still for longer. Called at once when that is found out, before anything else happens. */
  readonly onStood: (stoodStillMs: number) => void;
}

/** Finds out that the event loop of this process stood still (SIGSTOP, a frozen host): what waits to be read is old then. */
export class StandstillWatch {
  private readonly options: StandstillWatchOptions;
  private seenMs = 0;
  private cancelBeat: CancelTimer | undefined;

  constructor(options: StandstillWatchOptions) {
    this.options = options;
  }

  start(): void {
    const { clock, longestMs } = this.options;
    this.seenMs = clock.monotonicMs();
    this.cancelBeat ??= clock.every(longestMs / BEATS, () => void this.stood());
  }

  stop(): void {
    this.cancelBeat?.();
    this.cancelBeat = undefined;
  }

  /** Asked before anything is read. true: `onStood` was called just now. */
  stood(): boolean {
    if (this.cancelBeat === undefined) return false;
    const { clock, longestMs, onStood } = this.options;
    const nowMs = clock.monotonicMs();
    const stoodStillMs = nowMs - this.seenMs;
    this.seenMs = nowMs;
    if (stoodStillMs <= longestMs) return false;
    onStood(stoodStillMs);
    return true;
  }
}
