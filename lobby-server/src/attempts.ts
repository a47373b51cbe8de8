import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';

const COUNT = loadScript('count-attempt', new URL('../lua/', import.meta.url));
const WINDOW_MS = 60_000;

/** Who or what is guarded, and how many wrong guesses it bears within a minute. */
export interface Guard {
  readonly what: string;
  readonly limit: number;
}

/** Wrong passwords and codes, counted over all lobby servers. */
export class Attempts {
  private readonly redis: Pick<ClusterRedis, 'run' | 'read'>;
  private readonly keys: Keys;

  constructor(redis: Pick<ClusterRedis, 'run' | 'read'>, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * The guess, if the guards bear one more. A wrong one (undefined) is counted.
   * @throws GatehouseError TOO_MANY_ATTEMPTS; then nothing was tried
   */
  async guess<T>(guards: readonly Guard[], attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const counts = await Promise.all(guards.map(({ what }) => this.count(what)));
    const isSpent = guards.some(({ limit }, at) => (counts[at] ?? 0) >= limit);
    if (isSpent) throw new GatehouseError('TOO_MANY_ATTEMPTS');
    const found = await attempt();
    if (found === undefined) {
      await Promise.all(guards.map(({ what }) => this.redis.run(COUNT, [this.keys.attempts(what)], [WINDOW_MS])));
    }
    return found;
  }

  private async count(what: string): Promise<number> {
    return Number((await this.redis.read(commands => commands.get(this.keys.attempts(what)))) ?? 0);
  }
}
