import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { LateTickReport, type LateTicks } from './late-ticks.ts';

/** Ticks a room may catch up with after a delay; older ones are dropped, so that a stall does not end in a race. */
export const MAX_BACKLOG_TICKS = 5;

/** Something that steps at a fixed rate. */
export interface Ticking {
  readonly roomId: string;
  /** Must not throw. */
  tick(deltaMs: number): void;
}

interface Entry {
  readonly ticking: Ticking;
  readonly intervalMs: number;
  dueMs: number;
}

/**
 * The one loop that runs all games of the process: fixed-rate ticks, each room at its own rate and phase. A pass runs
 * every room that was due when it began, once; who is behind comes again in the next pass, so none starves the others.
 * A pass that ends answers those who wait for proof that the loop is alive: a stuck tick answers nobody.
 */
export class TickScheduler {
  private readonly clock: Clock;
  private readonly lateTicks: LateTickReport;
  private readonly entries = new Set<Entry>();
  private answers: (() => void)[] = [];
  private wake: { atMs: number; cancel: CancelTimer } | undefined;
  private passing = false;

  constructor(options: { clock: Clock; reportLate: (late: LateTicks) => void }) {
    this.clock = options.clock;
    this.lateTicks = new LateTickReport(options.reportLate);
  }

  /** First tick one interval from now. The returned function takes it out again, also during its own tick. */
  add(ticking: Ticking, ticksPerSecond: number): () => void {
    const intervalMs = 1000 / ticksPerSecond;
    const entry: Entry = { ticking, intervalMs, dueMs: this.clock.monotonicMs() + intervalMs };
    this.entries.add(entry);
    this.wakeBy(entry.dueMs);
    return () => void this.entries.delete(entry);
  }

  /** Calls `answer` once the loop has run every due room. With nothing due that is in the next turn. */
  afterPass(answer: () => void): void {
    this.answers.push(answer);
    this.wakeBy(this.clock.monotonicMs());
  }

  /** Since the start. */
  get late(): LateTickReport['total'] {
    return this.lateTicks.total;
  }

  stop(): void {
    this.wake?.cancel();
    this.wake = undefined;
    this.entries.clear();
    this.answers = [];
  }

  private readonly pass = (): void => {
    this.wake = undefined;
    this.passing = true;
    const begunMs = this.clock.monotonicMs();
    let nowMs = begunMs;
    for (const entry of this.entries) {
      if (entry.dueMs <= begunMs) nowMs = this.step(entry, nowMs);
    }
    this.lateTicks.reportIfDue(nowMs);
    const { answers } = this;
    this.answers = [];
    for (const answer of answers) answer();
    this.passing = false;
    this.armAgain();
  };

  /** Time after the tick. */
  private step(entry: Entry, nowMs: number): number {
    const lateMs = nowMs - entry.dueMs;
    if (lateMs >= entry.intervalMs) {
      const droppedTicks = Math.max(0, Math.floor(lateMs / entry.intervalMs) - MAX_BACKLOG_TICKS);
      entry.dueMs += droppedTicks * entry.intervalMs;
      this.lateTicks.late(lateMs, droppedTicks);
    }
    entry.dueMs += entry.intervalMs;
    entry.ticking.tick(entry.intervalMs);
    const endMs = this.clock.monotonicMs();
    this.lateTicks.took(endMs - nowMs, entry.ticking.roomId);
    return endMs;
  }

  private armAgain(): void {
    let nextMs = this.answers.length > 0 ? this.clock.monotonicMs() : Number.POSITIVE_INFINITY;
    for (const entry of this.entries) nextMs = Math.min(nextMs, entry.dueMs);
    if (nextMs < Number.POSITIVE_INFINITY) this.wakeBy(nextMs);
  }

  private wakeBy(atMs: number): void {
    if (this.passing || (this.wake !== undefined && this.wake.atMs <= atMs)) return;
    this.wake?.cancel();
    const delayMs = Math.max(0, atMs - this.clock.monotonicMs());
    this.wake = { atMs, cancel: this.clock.after(delayMs, this.pass) };
  }
}
