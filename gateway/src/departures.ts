import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { ScriptRunner } from '@gatehouse/shared/cluster/script';
import { leaveSession, SESSION_TTL_MS } from '@gatehouse/shared/cluster/sessions';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';

/** A claim of this gateway on a user, known by the resume token that it gave. */
export interface GivenClaim {
  readonly userId: string;
  readonly resumeToken: string;
}

export interface DeparturesOptions {
  redis: ScriptRunner;
  keys: Keys;
  clock: Clock;
}

interface Departure extends GivenClaim {
  /** Until then a claim that Redis does not know may be on its way. */
  readonly settledAtMs: number;
  /** Redis has forgotten the session by then. */
  readonly untilMs: number;
}

/** No claim takes effect later: the longest deadline of a script, and a reserve. */
const CLAIM_MS = 2_100;
const RETRY_MS = 500;
/** While Redis answers, it has been told of every claim in doubt after this time. */
export const DOUBT_MS = CLAIM_MS + 2 * RETRY_MS;
const AT_ONCE = 100;
/** More are not kept, the oldest are forgotten: their users wait for SESSION_TTL_MS. */
const MAX_KEPT = 16_384;

/**
 * Tells Redis of users who are connected here no longer, or never were though their claims may have taken effect, until Redis
 * answers: under reject-new they could not log in otherwise.
 */
export class Departures {
  private readonly options: DeparturesOptions;
  private readonly kept = new Set<Departure>(); // oldest first
  private cancelRetry: CancelTimer | undefined;
  private stopped = false;

  constructor(options: DeparturesOptions) {
    this.options = options;
  }

  /** Those that Redis has not taken yet. */
  get count(): number {
    return this.kept.size;
  }

  /** Its connection has ended. */
  leave(claim: GivenClaim): void {
    void this.say(this.departure(claim, 0));
  }

  /** Redis did not answer it: nobody knows whether it took effect, or will. */
  doubt(claim: GivenClaim): void {
    this.keep(this.departure(claim, CLAIM_MS));
  }

  stop(): void {
    this.stopped = true;
    this.kept.clear();
    this.cancelRetry?.();
  }

  private departure(claim: GivenClaim, onItsWayMs: number): Departure {
    const nowMs = this.options.clock.monotonicMs();
    return { ...claim, settledAtMs: nowMs + onItsWayMs, untilMs: nowMs + SESSION_TTL_MS };
  }

  /** Whether Redis has answered. */
  private async say(departure: Departure): Promise<boolean> {
    const { redis, keys, clock } = this.options;
    const { userId, resumeToken: token, settledAtMs } = departure;
    const isSettled = clock.monotonicMs() >= settledAtMs;
    try {
      const isKnown = await leaveSession(redis, keys, { userId, token });
      if (isKnown || isSettled) this.kept.delete(departure);
      return true;
    } catch {
      this.keep(departure);
      return false;
    }
  }

  private keep(departure: Departure): void {
    this.kept.add(departure);
    for (const oldest of this.kept) {
      if (this.kept.size <= MAX_KEPT) break;
      this.kept.delete(oldest);
    }
    this.sayLater();
  }

  private sayLater(): void {
    if (this.stopped || this.kept.size === 0) return;
    this.cancelRetry ??= this.options.clock.after(RETRY_MS, () => void this.sayAgain());
  }

  private async sayAgain(): Promise<void> {
    const nowMs = this.options.clock.monotonicMs();
    const due = [...this.kept].filter(({ untilMs }) => untilMs > nowMs);
    for (const departure of this.kept) if (departure.untilMs <= nowMs) this.kept.delete(departure);
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const said = await Promise.all(due.slice(from, from + AT_ONCE).map(departure => this.say(departure)));
      if (said.includes(false)) break; // no use telling of the others now
    }
    this.cancelRetry = undefined;
    this.sayLater();
  }
}
