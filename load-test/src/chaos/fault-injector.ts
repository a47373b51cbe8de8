import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { ChaosCluster } from './chaos-cluster.ts';
import type { Fault } from './fault.ts';
import { CLEAR, type Weather } from './weather.ts';

const REDIS_START_TRIES = 20;
const REDIS_START_PAUSE_MS = 250;

/** Does to the cluster what a plan says, and undoes it. */
export class FaultInjector {
  private readonly cluster: ChaosCluster;

  constructor(cluster: ChaosCluster) {
    this.cluster = cluster;
  }

  /**
   * Resolves when the fault is healed: the process is ready again, the line is clear. `isOver` ends the wait early; it is
   * healed all the same. false: the victim was not there to be hit.
   */
  async inject(fault: Fault, isOver: Promise<unknown>): Promise<boolean> {
    const lasts = Promise.race([pause(fault.durationMs), isOver]);
    const { kind, victim } = fault;
    if (victim === 'redis') return this.hitRedis(fault, lasts);
    if (victim.includes('/')) {
      this.cluster.setWeather(victim, weatherOf(fault));
      await lasts;
      this.cluster.setWeather(victim, CLEAR);
      return true;
    }
    const server = this.cluster.process(victim);
    if (server.kind !== 'up') return false;
    if (kind.endsWith('-freeze')) {
      server.freeze();
      await lasts;
      server.thaw();
    } else {
      await server.kill();
      await lasts;
      await server.start();
    }
    return true;
  }

  private async hitRedis({ kind }: Fault, lasts: Promise<unknown>): Promise<boolean> {
    const { redis } = this.cluster;
    if (redis.pid === undefined) return false;
    if (kind === 'redis-flush') await this.flush();
    else if (kind === 'redis-freeze') {
      redis.signal('SIGSTOP');
      await lasts;
      redis.signal('SIGCONT');
    } else {
      await redis.kill();
      await lasts;
      await this.startRedis();
    }
    return true;
  }

  private async flush(): Promise<void> {
    const client = new Redis(this.cluster.redis.url, { maxRetriesPerRequest: 2 });
    client.on('error', () => undefined); // the command says so
    try {
      await client.flushall();
    } finally {
      client.disconnect();
    }
  }

  /** Its port may be taken for a moment by a connection of somebody else. */
  private async startRedis(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.cluster.redis.restart();
        return;
      } catch (error) {
        if (tries === REDIS_START_TRIES) throw error;
        await pause(REDIS_START_PAUSE_MS);
      }
    }
  }
}

function weatherOf({ kind, strength }: Fault): Weather {
  if (kind.endsWith('-cut')) return { kind: 'cut' };
  if (kind.endsWith('-black-hole')) return { kind: 'blackHole' };
  if (kind.endsWith('-delay')) return { kind: 'delay', delayMs: strength };
  return { kind: 'drip', bytesPerSecond: strength };
}
