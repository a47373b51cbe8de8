import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Database } from './store/database.ts';
import { giveUpLease, takeLease } from './store/leases.ts';

export const PROBER_LEASE = 'prober';
export const PROBER_LEASE_MS = 10_000;
const RENEW_MS = 3_000;

export interface ProberLeaseOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process, unique. */
  readonly owner: string;
}

/**
 * Of the monitors on one database, one probes, reads the sources and judges. It stops by itself when it could not renew: by its
 * own steady clock, however the wall clocks differ.
 */
export class ProberLease implements Part {
  readonly name = 'prober lease';
  private readonly options: ProberLeaseOptions;
  private readonly listeners = new Set<(held: boolean) => void>();
  private heldUntilMs = Number.NEGATIVE_INFINITY; // of the steady clock
  private toldHeld = false;
  private running = false;
  private cancelTimers: CancelTimer[] = [];

  constructor(options: ProberLeaseOptions) {
    this.options = options;
  }

  /** Whether this process is the one, at this moment. */
  get held(): boolean {
    return this.options.clock.monotonicMs() < this.heldUntilMs;
  }

  /** Told at each change; returns how to stop listening. */
  onChange(listener: (held: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async start(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.cancelTimers = [this.options.clock.every(RENEW_MS, () => void this.renew())];
    await this.renew();
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    for (const cancel of this.cancelTimers) cancel();
    const { db, owner } = this.options;
    const held = this.held;
    this.heldUntilMs = Number.NEGATIVE_INFINITY;
    this.tell();
    if (held) await giveUpLease(db, { name: PROBER_LEASE, owner }).catch(() => undefined); // it ends by itself
  }

  private async renew(): Promise<void> {
    const { db, clock, log, owner } = this.options;
    const askedAtMs = clock.monotonicMs();
    const nowMs = clock.wallMs();
    try {
      const taken = await takeLease(db, { name: PROBER_LEASE, owner, nowMs, untilMs: nowMs + PROBER_LEASE_MS });
      if (this.running) this.heldUntilMs = taken ? askedAtMs + PROBER_LEASE_MS : Number.NEGATIVE_INFINITY;
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'renew the prober lease', error });
    }
    this.tell();
  }

  private tell(): void {
    const { held } = this;
    if (held === this.toldHeld) return;
    this.toldHeld = held;
    this.options.log.info(held ? LOG_EVENTS.proberTaken : LOG_EVENTS.proberGivenUp, { owner: this.options.owner });
    for (const listener of [...this.listeners]) listener(held);
  }
}
