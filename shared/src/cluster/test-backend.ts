import type { ClusterRedis } from './cluster-redis.ts';
import type { TestCluster } from './test-cluster.ts';

type Fields = Readonly<Record<string, string | number>>;

/** A backend that is nothing but its hash, and what the cluster says about it. For tests of scripts. */
export class TestBackend {
  private readonly cluster: TestCluster;
  private readonly redis: ClusterRedis;
  private readonly id: string;
  private events: string[] = [];
  private reachedEnd = () => {};

  private constructor(cluster: TestCluster, redis: ClusterRedis, id: string) {
    this.cluster = cluster;
    this.redis = redis;
    this.id = id;
  }

  static async of(cluster: TestCluster, redis: ClusterRedis, id: string): Promise<TestBackend> {
    const backend = new TestBackend(cluster, redis, id);
    await redis.subscribe(cluster.keys.events, message => {
      if (message === 'end') backend.reachedEnd();
      else backend.events.push(message);
    });
    return backend;
  }

  /** Incarnation i1, pinged `pingedMsAgo` in round 7 (undefined: never) with a pong just now, and else as `fields` say. */
  async write(fields: Fields, pingedMsAgo?: number): Promise<void> {
    const { raw, keys } = this.cluster;
    const self = { type: 'Game', address: '127.0.0.1:1', incarnation: 'i1', judged: 'i1', games: 3 };
    const now = Math.floor(this.redis.nowMs());
    const round = pingedMsAgo === undefined ? {} : { pingAt: now - pingedMsAgo, linkAt: now, round: 7 };
    await raw.hset(this.id, { ...self, ...round, ...fields });
    await raw.sadd(keys.servers, this.id);
  }

  /** Every event published since `forget`. */
  async heard(): Promise<string[]> {
    const end = new Promise<void>(resolve => {
      this.reachedEnd = resolve;
    });
    await this.redis.publish(this.cluster.keys.events, 'end');
    await end;
    return this.events;
  }

  /** Empties Redis. */
  async forget(): Promise<void> {
    await this.cluster.raw.flushall();
    this.events = [];
  }
}
