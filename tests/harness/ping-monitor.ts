import { Redis } from 'ioredis';

/** One health check as Redis executed it. */
export interface ObservedPing {
  readonly id: string;
  /** Redis time. */
  readonly atMs: number;
  /** The misses that the same script had just written. */
  readonly misses: number;
}

/** Watches `MONITOR` for pings of backends, whoever sends them. */
export class PingMonitor {
  readonly pings: ObservedPing[] = [];
  private readonly monitor: Redis;
  private readonly misses = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  private constructor(monitor: Redis) {
    this.monitor = monitor;
    monitor.on('monitor', (time: string, args: string[]) => this.observe(Number(time) * 1000, args));
  }

  static async start(redisUrl: string): Promise<PingMonitor> {
    const connection = new Redis(redisUrl);
    const monitor = await connection.monitor();
    connection.disconnect();
    return new PingMonitor(monitor);
  }

  /** Resolves when each of these ids was pinged `count` times after now. */
  async rounds(ids: readonly string[], count: number): Promise<ObservedPing[]> {
    const from = this.pings.length;
    const seen = () => this.pings.slice(from);
    const enough = () => ids.every(id => seen().filter(ping => ping.id === id).length >= count);
    while (!enough()) await new Promise<void>(resolve => this.waiting.add(resolve));
    return seen();
  }

  stop(): void {
    this.monitor.disconnect();
  }

  private observe(atMs: number, [command = '', key = '', ...rest]: string[]): void {
    if (command.toUpperCase() === 'HSET') {
      const at = rest.indexOf('misses');
      if (at >= 0) this.misses.set(key, Number(rest[at + 1]));
    }
    if (command.toUpperCase() !== 'PUBLISH' || rest[0] !== 'testing') return;
    this.pings.push({ id: key, atMs, misses: this.misses.get(key) ?? 0 });
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}
