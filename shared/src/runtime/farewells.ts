import type { CancelTimer, Clock } from './clock.ts';

/** A few clients need not wait for their turn: at least so many in a second go. */
export const LEAST_FAREWELLS_PER_SECOND = 20;
const STEP_MS = 20;

/**
 * When the client `index` of `total` has its turn to go, in milliseconds from the start: evenly over `spreadMs`, or sooner
 * when they are few. Pure.
 */
export function turnMs(index: number, { total, spreadMs }: { total: number; spreadMs: number }): number {
  return index * Math.min(spreadMs / total, 1000 / LEAST_FAREWELLS_PER_SECOND);
}

export interface FarewellsOptions<T> {
  readonly clock: Clock;
  /** In the order in which they go. */
  readonly items: readonly T[];
  readonly spreadMs: number;
  /** Once for each; `earlyMs`: how long before its turn it has to go. */
  readonly send: (item: T, earlyMs: number) => void;
}

/** Sends clients away one after the other, so that those who take them are not overrun. */
export class Farewells<T> {
  private readonly options: FarewellsOptions<T>;
  private startedMs = 0;
  private next = 0;
  private cancelStep: CancelTimer | undefined;

  constructor(options: FarewellsOptions<T>) {
    this.options = options;
  }

  /** The first goes at once. Call it once. */
  start(): void {
    const { clock, items } = this.options;
    this.startedMs = clock.monotonicMs();
    this.sendDue();
    if (this.next < items.length) this.cancelStep = clock.every(STEP_MS, () => this.sendDue());
  }

  /** All that are left, now. */
  hurry(): void {
    this.sendWhile(() => true);
  }

  /** Nobody else is sent away. */
  stop(): void {
    this.cancelStep?.();
  }

  private sendDue(): void {
    this.sendWhile(earlyMs => earlyMs <= 0);
  }

  private sendWhile(fits: (earlyMs: number) => boolean): void {
    const { items, spreadMs, send, clock } = this.options;
    const elapsedMs = clock.monotonicMs() - this.startedMs;
    for (; this.next < items.length; this.next++) {
      const earlyMs = turnMs(this.next, { total: items.length, spreadMs }) - elapsedMs;
      if (!fits(earlyMs)) return;
      send(items[this.next] as T, Math.max(0, earlyMs));
    }
    this.cancelStep?.();
  }
}
