import type { CancelTimer, Clock } from './clock.ts';
import type { Log } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';

/** What a process still has to finish or to send away: games, users, sessions. */
export type Remainder = Readonly<Record<string, number>>;

const PROGRESS_INTERVAL_MS = 1_000;

export interface DrainLogOptions {
  log: Log;
  clock: Clock;
  left: () => Remainder;
}

/** Says how a drain goes: when it starts, whenever less is left, and how it ends. */
export class DrainLog {
  private readonly options: DrainLogOptions;
  private readonly timers: CancelTimer[] = [];
  private startedMs = 0;
  private said = '';
  private state: 'new' | 'draining' | 'over' = 'new';

  constructor(options: DrainLogOptions) {
    this.options = options;
  }

  start({ why, limitMs }: { why: string; limitMs: number }): void {
    const { log, clock, left } = this.options;
    this.state = 'draining';
    this.startedMs = clock.monotonicMs();
    const remainder = left();
    this.said = JSON.stringify(remainder);
    log.info(LOG_EVENTS.drainStarted, { why, limitMs, ...remainder });
    this.timers.push(clock.every(PROGRESS_INTERVAL_MS, () => this.progress()));
    if (limitMs > 0) this.timers.push(clock.after(limitMs, () => this.force('deadline'))); // else: as was wanted
  }

  /** Nothing is left, or what was left has been ended. */
  finish(): void {
    if (this.state !== 'draining') return;
    this.end();
    this.options.log.info(LOG_EVENTS.drainFinished, { durationMs: this.durationMs(), ...this.options.left() });
  }

  /** It does not wait any longer. Says nothing when nothing is left, or when the drain is over. */
  force(why: string): void {
    const left = this.options.left();
    if (this.state !== 'draining' || Object.values(left).every(count => count === 0)) return;
    this.end();
    this.options.log.warn(LOG_EVENTS.drainForced, { why, durationMs: this.durationMs(), ...left });
  }

  private progress(): void {
    const left = this.options.left();
    const text = JSON.stringify(left);
    if (text === this.said) return;
    this.said = text;
    this.options.log.info(LOG_EVENTS.drainProgress, left);
  }

  private end(): void {
    this.state = 'over';
    for (const cancel of this.timers.splice(0)) cancel();
  }

  private durationMs(): number {
    return Math.round(this.options.clock.monotonicMs() - this.startedMs);
  }
}
