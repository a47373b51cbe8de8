import type { Clock } from '@gatehouse/shared/runtime/clock';

/** Longer than a claim may take. */
const KEPT_MS = 5_000;
/** More kicks than that within the time are forgotten, the oldest first: sessions find out by asserting themselves. */
const MAX_KEPT = 10_000;

/**
 * Kicks of sessions that are not open here yet. A claim is answered on one connection to Redis and the kick by its successor
 * comes on another: it may be here first.
 */
export class EarlyKicks {
  private readonly clock: Clock;
  private readonly kicks = new Map<string, { readonly epoch: number; readonly untilMs: number }>(); // by session, oldest first

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Kicks that are kept. */
  get count(): number {
    return this.kicks.size;
  }

  /** What is held of this session with an epoch below this one has a newer owner. */
  add(sessionId: string, epoch: number): void {
    const newest = Math.max(epoch, this.kicks.get(sessionId)?.epoch ?? 0);
    this.kicks.delete(sessionId);
    this.kicks.set(sessionId, { epoch: newest, untilMs: this.clock.monotonicMs() + KEPT_MS });
    this.dropOld();
  }

  /** Whether a session that opens now has a newer owner already. */
  concern({ sessionId, epoch }: { sessionId: string; epoch: number }): boolean {
    this.dropOld();
    return epoch < (this.kicks.get(sessionId)?.epoch ?? 0);
  }

  private dropOld(): void {
    const nowMs = this.clock.monotonicMs();
    for (const [sessionId, { untilMs }] of this.kicks) {
      if (untilMs > nowMs && this.kicks.size <= MAX_KEPT) return;
      this.kicks.delete(sessionId);
    }
  }
}
