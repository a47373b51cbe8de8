import type { Clock } from '@gatehouse/shared/runtime/clock';

/** What is held of this session below `epoch` has a newer owner: the session `by`, which is the same one when it was resumed. */
export interface Kick {
  readonly sessionId: string;
  readonly epoch: number;
  readonly by: string;
}

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
  private readonly kicks = new Map<string, { readonly kick: Kick; readonly untilMs: number }>(); // by session, oldest first

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Kicks that are kept. */
  get count(): number {
    return this.kicks.size;
  }

  add(kick: Kick): void {
    const { sessionId } = kick;
    const known = this.kicks.get(sessionId)?.kick;
    const newest = known !== undefined && known.epoch > kick.epoch ? known : kick;
    this.kicks.delete(sessionId);
    this.kicks.set(sessionId, { kick: newest, untilMs: this.clock.monotonicMs() + KEPT_MS });
    this.dropOld();
  }

  /** That of a session that opens now and has a newer owner already. */
  concerning({ sessionId, epoch }: { sessionId: string; epoch: number }): Kick | undefined {
    this.dropOld();
    const kick = this.kicks.get(sessionId)?.kick;
    return kick !== undefined && epoch < kick.epoch ? kick : undefined;
  }

  private dropOld(): void {
    const nowMs = this.clock.monotonicMs();
    for (const [sessionId, { untilMs }] of this.kicks) {
      if (untilMs > nowMs && this.kicks.size <= MAX_KEPT) return;
      this.kicks.delete(sessionId);
    }
  }
}
