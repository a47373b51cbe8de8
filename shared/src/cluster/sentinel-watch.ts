import { Redis } from 'ioredis';
import type { SentinelSource } from '../runtime/redis-source.ts';
import type { MasterSwitch } from './master-switch.ts';

const CHANNEL = '+switch-master';
const CONNECT_TIMEOUT_MS = 3_000;
const LONGEST_RETRY_MS = 5_000;
const RETRY_STEP_MS = 200;

/**
 * Listens to all sentinels: who is connected to a master that hangs, or that was cut off, does not hear it from that one.
 * (ioredis' own `failoverDetector` takes the news of any master, drops good connections when a sentinel is late, and writes
 * to the console when one is away.)
 */
export class SentinelWatch {
  private readonly source: SentinelSource;
  private readonly onSwitch: (moved: MasterSwitch) => void;
  private connections: Redis[] = [];

  constructor(source: SentinelSource, onSwitch: (moved: MasterSwitch) => void) {
    this.source = source;
    this.onSwitch = onSwitch;
  }

  start(): void {
    if (this.connections.length > 0) return;
    this.connections = this.source.sentinels.map(address => {
      const sentinel = new Redis({
        ...address,
        ...this.source.sentinelLogin,
        enableReadyCheck: false,
        connectTimeout: CONNECT_TIMEOUT_MS,
        maxRetriesPerRequest: null, // it subscribes as soon as the sentinel is there
        retryStrategy: attempt => Math.min(attempt * RETRY_STEP_MS, LONGEST_RETRY_MS),
      });
      sentinel.on('error', () => undefined); // the others are listened to
      sentinel.on('message', (_channel: string, message: string) => this.heard(message));
      sentinel.subscribe(CHANNEL).catch(() => undefined); // stopped before it was there
      return sentinel;
    });
  }

  stop(): void {
    for (const sentinel of this.connections) sentinel.disconnect();
    this.connections = [];
  }

  private heard(message: string): void {
    const [master, fromHost, fromPort, toHost, toPort] = message.split(' ');
    if (master !== this.source.master) return;
    this.onSwitch({ from: `${fromHost} ${fromPort}`, to: `${toHost} ${toPort}` });
  }
}
