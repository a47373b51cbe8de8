import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { RoomRegistry } from './room-registry.ts';
import type { RoomRuntime } from './room-runtime.ts';

/** Scripts on their way at once. */
const PARALLEL = 32;
const RETRY_MS = 1000;

export interface RoomAssertionOptions {
  readonly registry: Pick<RoomRegistry, 'assert' | 'isCurrent'>;
  readonly rooms: () => Iterable<RoomRuntime>;
  readonly intervalMs: number;
  readonly clock: Clock;
}

/** Says again and again that this server runs its rooms; writes back what Redis lost; stops rooms that run elsewhere now. */
export class RoomAssertion implements Part {
  readonly name = 'room-assertion';
  private readonly options: RoomAssertionOptions;
  private cancelInterval: CancelTimer | undefined;
  private cancelRetry: CancelTimer | undefined;

  constructor(options: RoomAssertionOptions) {
    this.options = options;
  }

  start(): void {
    this.cancelInterval ??= this.options.clock.every(this.options.intervalMs, () => this.soon());
  }

  stop(): void {
    this.cancelInterval?.();
    this.cancelRetry?.();
    this.cancelInterval = undefined;
    this.cancelRetry = undefined;
  }

  /** In the background, until it succeeds: Redis came back, or had forgotten us. */
  soon(): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    if (this.cancelInterval === undefined) return;
    this.assertAll().catch(() => {
      this.cancelRetry ??= this.options.clock.after(RETRY_MS, () => this.soon());
    });
  }

  /**
   * Whether the registry holds this server for the one it is; then each of its rooms is asserted, or stopped.
   * @throws GatehouseError UNAVAILABLE, LATE when not all could be asserted
   */
  async assertAll(): Promise<boolean> {
    const { registry, rooms } = this.options;
    if (!(await registry.isCurrent())) return false;
    const queue = [...rooms()].filter(room => room.running);
    const workers = Array.from({ length: PARALLEL }, async () => {
      for (let room = queue.pop(); room !== undefined; room = queue.pop()) await this.assert(room);
    });
    await Promise.all(workers);
    return true;
  }

  private async assert(room: RoomRuntime): Promise<void> {
    if (!room.running) return; // ended meanwhile
    const outcome = await this.options.registry.assert(room.plan, room.seatedUsers);
    if (outcome === 'running' || !room.running) return;
    room.stop('superseded');
  }
}
