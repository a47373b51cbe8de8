import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';

/** A Redis of one test file, and connections to it as processes have them. */
export class TestRedis {
  readonly server: RedisProcess;
  private readonly connections: ClusterRedis[] = [];

  private constructor(server: RedisProcess) {
    this.server = server;
  }

  /** `env` names the binary, as the test runner does for every test. */
  static async start(env: NodeJS.ProcessEnv): Promise<TestRedis> {
    const binary = env.REDIS_SERVER || 'redis-server';
    const libraryPath = env.REDIS_SERVER_LIBRARY_PATH || undefined;
    return new TestRedis(await RedisProcess.start({ binary, libraryPath }));
  }

  async connect(): Promise<ClusterRedis> {
    const redis = new ClusterRedis({
      url: this.server.url,
      clock: systemClock,
      log: silentLog,
      healthIntervalMs: 1000,
    });
    this.connections.push(redis);
    await redis.start();
    return redis;
  }

  async stop(): Promise<void> {
    await Promise.all(this.connections.map(redis => redis.stop()));
    await this.server.stop();
  }
}
