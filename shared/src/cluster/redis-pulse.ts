import type { Redis } from 'ioredis';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import { parseTime, RedisTime } from './redis-time.ts';
import { Steadiness } from './steadiness.ts';

export interface RedisPulseOptions {
  commands: Redis;
  clock: Clock;
  healthIntervalMs: number;
  onUp: () => void;
  onDown: (why: unknown) => void;
}

/**
 * Reads TIME on the command connection every 0.1 health intervals: says whether Redis answers, since when without a gap,
 * and what time it is there. `up` begins with the first answer on a connection and ends with the first error.
 */
export class RedisPulse {
  private readonly options: RedisPulseOptions;
  private readonly time = new RedisTime();
  private readonly steadiness: Steadiness;
  /** Of all answered readings. */
  readonly roundTrips = { count: 0, sumMs: 0, lastMs: 0 };
  private standing: 'down' | 'up' = 'down';
  private asking = false;
  private cancelTimer: CancelTimer | undefined;

  constructor(options: RedisPulseOptions) {
    this.options = options;
    this.steadiness = new Steadiness(0.2 * options.healthIntervalMs);
  }

  start(): void {
    const { commands, clock, healthIntervalMs } = this.options;
    commands.on('ready', () => void this.beat());
    commands.on('close', () => this.lost('the connection is closed'));
    this.cancelTimer ??= clock.every(0.1 * healthIntervalMs, () => void this.beat());
  }

  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.standing = 'down';
  }

  get up(): boolean {
    return this.standing === 'up';
  }

  /** Undefined while down. Never ahead of Redis. */
  redisNowMs(): number | undefined {
    return this.up ? this.time.at(this.options.clock.monotonicMs()) : undefined;
  }

  /** As redisNowMs; what is not known is this machine's own clock. */
  estimateMs(): number {
    const { clock } = this.options;
    return this.time.at(clock.monotonicMs()) ?? clock.wallMs();
  }

  steadyForMs(): number {
    return this.up ? this.steadiness.steadyForMs(this.options.clock.monotonicMs()) : 0;
  }

  /** Reads TIME now. Never throws. */
  async beat(): Promise<void> {
    const { commands, clock } = this.options;
    if (this.asking || commands.status !== 'ready') return;
    this.asking = true;
    const sentMs = clock.monotonicMs();
    try {
      this.answered(sentMs, await commands.time());
    } catch (error) {
      this.failed(error);
    } finally {
      this.asking = false;
    }
  }

  private answered(sentMs: number, reply: unknown): void {
    const receivedMs = this.options.clock.monotonicMs();
    const redisMs = parseTime(reply);
    if (redisMs === undefined || this.cancelTimer === undefined) return;
    this.roundTrips.count++;
    this.roundTrips.sumMs += receivedMs - sentMs;
    this.roundTrips.lastMs = receivedMs - sentMs;
    this.time.observe({ sentMs, receivedMs, redisMs });
    this.steadiness.replied(receivedMs);
    if (this.standing === 'up') return;
    this.standing = 'up';
    this.options.onUp();
  }

  private lost(why: string): void {
    this.time.forget();
    this.failed(why);
  }

  private failed(why: unknown): void {
    this.steadiness.failed();
    if (this.standing === 'down') return;
    this.standing = 'down';
    this.options.onDown(why);
  }
}
