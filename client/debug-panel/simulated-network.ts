import type { ClientClock, Network } from '@gatehouse/client';

/** How bad it is. */
export interface NetworkConditions {
  /** In each direction, beside what the real network takes. */
  readonly delayMs: number;
  /** In each direction; undefined: as many as the real network takes. */
  readonly bytesPerSecond: number | undefined;
  /** Nothing arrives, and nobody is told. What waits arrives when it ends, as TCP does, if the connection still lives. */
  readonly isBlackHole: boolean;
}

export const GOOD_NETWORK: NetworkConditions = { delayMs: 0, bytesPerSecond: undefined, isBlackHole: false };

/** A network that is as bad as it is told to be. */
export class SimulatedNetwork implements Network {
  private readonly clock: ClientClock;
  private readonly lanes: { readonly in: Lane; readonly out: Lane };
  private currentConditions = GOOD_NETWORK;
  private offlineUntilMs = 0;

  constructor(clock: ClientClock) {
    this.clock = clock;
    const conditions = (): NetworkConditions => this.currentConditions;
    this.lanes = { in: new Lane(clock, conditions), out: new Lane(clock, conditions) };
  }

  get conditions(): NetworkConditions {
    return this.currentConditions;
  }

  /** How long no connection can be made yet. */
  get offlineMs(): number {
    return Math.max(0, this.offlineUntilMs - this.clock.monotonicMs());
  }

  change(changes: Partial<NetworkConditions>): void {
    this.currentConditions = { ...this.currentConditions, ...changes };
    this.lanes.in.pump();
    this.lanes.out.pump();
  }

  /** The network is good again, and what waits arrives now. */
  release(): void {
    this.offlineUntilMs = 0;
    this.currentConditions = GOOD_NETWORK;
    this.lanes.in.release();
    this.lanes.out.release();
  }

  /** From now on no connection can be made; the one that is there is to be cut by whoever calls this. 0: online again. */
  goOffline(forMs: number): void {
    this.offlineUntilMs = this.clock.monotonicMs() + forMs;
  }

  connecting(): boolean {
    this.lanes.in.clear();
    this.lanes.out.clear();
    return this.offlineMs === 0;
  }

  carry(direction: 'in' | 'out', byteCount: number, deliver: () => void): void {
    this.lanes[direction].carry(byteCount, deliver);
  }
}

/** One direction: what goes in first comes out first. */
class Lane {
  private readonly clock: ClientClock;
  private readonly conditions: () => NetworkConditions;
  private waiting: { readonly dueMs: number; readonly deliver: () => void }[] = [];
  private freeAtMs = 0;
  private cancelTimer: (() => void) | undefined;

  constructor(clock: ClientClock, conditions: () => NetworkConditions) {
    this.clock = clock;
    this.conditions = conditions;
  }

  carry(byteCount: number, deliver: () => void): void {
    const { delayMs, bytesPerSecond } = this.conditions();
    const nowMs = this.clock.monotonicMs();
    const crossingMs = bytesPerSecond === undefined ? 0 : (1000 * byteCount) / bytesPerSecond;
    this.freeAtMs = Math.max(nowMs, this.freeAtMs) + crossingMs;
    const last = this.waiting.at(-1)?.dueMs ?? 0;
    this.waiting.push({ dueMs: Math.max(this.freeAtMs + delayMs, last), deliver });
    this.pump();
  }

  /** Delivers what is due; the rest in time. */
  pump(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    while (!this.conditions().isBlackHole) {
      const [next] = this.waiting;
      if (next === undefined) return;
      const leftMs = next.dueMs - this.clock.monotonicMs();
      if (leftMs > 0) {
        this.cancelTimer = this.clock.after(leftMs, () => this.pump());
        return;
      }
      this.waiting.shift();
      next.deliver();
    }
  }

  release(): void {
    this.waiting = this.waiting.map(({ deliver }) => ({ dueMs: 0, deliver }));
    this.freeAtMs = 0;
    this.pump();
  }

  clear(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.waiting = [];
    this.freeAtMs = 0;
  }
}
