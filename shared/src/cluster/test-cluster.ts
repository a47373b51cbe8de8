import { Redis } from 'ioredis';
import { systemClock } from '../runtime/clock.ts';
import { type Log, silentLog } from '../runtime/log.ts';
import { ClusterRedis } from './cluster-redis.ts';
import { Keys } from './keys.ts';
import { RedisProcess } from './redis-process.ts';
import type { Script, ScriptArgument } from './script.ts';

export interface TestConnection {
  healthIntervalMs?: number;
  commandTimeoutMs?: number;
  log?: Log;
}

/** Why a test cannot run on the server in JavaScript: `npm test` was told to use that one, or found no other. */
export function unlessRealRedis(why: string): string | undefined {
  return redisBinary().endsWith('.mjs') ? `js-redis-server ${why}` : undefined;
}

/** A private Redis and connections to it. For tests of scripts and of what uses them. */
export class TestCluster {
  readonly server: RedisProcess;
  readonly keys: Keys;
  /** Looks at and changes data behind everybody's back. */
  readonly raw: Redis;
  private readonly connections: ClusterRedis[] = [];

  private constructor(server: RedisProcess, keys: Keys) {
    this.server = server;
    this.keys = keys;
    this.raw = new Redis(server.url, { retryStrategy: () => 20 });
    this.raw.on('error', () => undefined);
  }

  /** `cluster`: a Redis Cluster of one node, which refuses scripts whose keys do not share a slot. */
  static async start(options: { cluster?: boolean } = {}): Promise<TestCluster> {
    const cluster = options.cluster === true;
    const server = await RedisProcess.start({
      binary: redisBinary(),
      // biome-ignore lint/style/noProcessEnv: only tests come here, and npm test tells them so
      libraryPath: process.env.REDIS_SERVER_LIBRARY_PATH || undefined,
      configuration: cluster ? ['cluster-enabled yes', 'cluster-port 0'] : [],
    });
    const test = new TestCluster(server, new Keys({ namespace: 'gh', cluster }));
    if (cluster) await test.takeAllSlots();
    return test;
  }

  async connect(options: TestConnection = {}): Promise<ClusterRedis> {
    const redis = new ClusterRedis({
      url: this.server.url,
      keys: this.keys,
      clock: systemClock,
      log: options.log ?? silentLog,
      healthIntervalMs: options.healthIntervalMs ?? 5000,
      ...(options.commandTimeoutMs === undefined ? {} : { commandTimeoutMs: options.commandTimeoutMs }),
    });
    this.connections.push(redis);
    await redis.start();
    return redis;
  }

  /** Runs a script as a caller whose deadline has passed. */
  async runLate(script: Script, keys: readonly string[], args: readonly ScriptArgument[]): Promise<string> {
    const operands = [script.source, keys.length, ...keys, 1, ...args.map(String)];
    return this.raw.call('eval', ...operands).then(String, error => error.message);
  }

  async stop(): Promise<void> {
    for (const redis of this.connections) await redis.stop();
    this.raw.disconnect();
    await this.server.stop();
  }

  /** Closes every connection that subscribes, from the side of Redis. */
  async killSubscribers(): Promise<void> {
    const clients = String(await this.raw.client('LIST')).split('\n');
    for (const client of clients.filter(line => / sub=[1-9]/.test(line))) {
      await this.raw.client('KILL', 'ID', Number(/^id=(\d+)/.exec(client)?.[1]));
    }
  }

  /** The server in JavaScript has them from the start. */
  private async takeAllSlots(): Promise<void> {
    const isUp = async () => String(await this.raw.call('CLUSTER', 'INFO')).includes('cluster_state:ok');
    if (await isUp()) return;
    await this.raw.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16383);
    await until(isUp);
  }
}

const PATIENCE_MS = 20_000;

/** Asks again and again; for states that announce themselves to nobody. @throws Error after 20 s */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const giveUpAtMs = systemClock.monotonicMs() + PATIENCE_MS;
  while (!(await holds())) {
    if (systemClock.monotonicMs() > giveUpAtMs) throw new Error(`still not so: ${holds}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

function redisBinary(): string {
  // biome-ignore lint/style/noProcessEnv: as above
  const binary = process.env.REDIS_SERVER;
  if (binary) return binary;
  throw new Error('REDIS_SERVER must name a redis-server; npm test sets it');
}
