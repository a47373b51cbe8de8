import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';

const RETRY_MS = 2_000;

export interface ClusterConnectionOptions {
  readonly url: string;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  readonly healthIntervalMs: number;
}

type Connected = (redis: ClusterRedis) => Promise<void> | void;

/** The cluster's Redis, which a monitor can do without: it starts and runs while Redis is away, and says so. */
export class ClusterConnection implements Part {
  readonly name = 'cluster connection';
  private readonly options: ClusterConnectionOptions;
  private readonly listeners = new Set<Connected>();
  private connected: ClusterRedis | undefined;
  private attempt: ClusterRedis | undefined;
  private cancelRetry: CancelTimer | undefined;
  private running = false;

  constructor(options: ClusterConnectionOptions) {
    this.options = options;
  }

  /** Undefined: has not answered since this process began. It may be away again: ask `up`. */
  get redis(): ClusterRedis | undefined {
    return this.connected;
  }

  get up(): boolean {
    return this.connected?.up === true;
  }

  /** Called once, as soon as Redis has answered for the first time. Listeners are added before start(). */
  onConnected(listener: Connected): void {
    this.listeners.add(listener);
  }

  /** Resolves at once: Redis is waited for behind. */
  start(): void {
    if (this.running) return;
    this.running = true;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.cancelRetry?.();
    await this.attempt?.stop();
    await this.connected?.stop();
  }

  private async connect(): Promise<void> {
    const redis = new ClusterRedis(this.options);
    this.attempt = redis;
    try {
      await redis.start();
      if (!this.running) return await redis.stop();
      this.connected = redis;
      for (const listener of this.listeners) await listener(redis);
    } catch (error) {
      if (!this.running) return;
      this.options.log.warn(LOG_EVENTS.redisDown, { error });
      if (this.connected === undefined)
        this.cancelRetry = this.options.clock.after(RETRY_MS, () => void this.connect());
    }
  }
}
