import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readServers } from '@gatehouse/shared/cluster/server-record';
import type { Clock } from '@gatehouse/shared/runtime/clock';

/** How old the answer of the registry may be. */
const CACHED_MS = 1000;

/** The room classes that the game servers of the registry run. */
export class RoomClasses {
  private readonly redis: Pick<ClusterRedis, 'read'>;
  private readonly keys: Keys;
  private readonly clock: Clock;
  private known: { readAtMs: number; names: Promise<ReadonlySet<string>> } | undefined;

  constructor(redis: Pick<ClusterRedis, 'read'>, keys: Keys, clock: Clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /** @throws GatehouseError UNAVAILABLE */
  names(): Promise<ReadonlySet<string>> {
    const nowMs = this.clock.monotonicMs();
    if (this.known === undefined || nowMs - this.known.readAtMs >= CACHED_MS) {
      const names = this.read();
      const asked = { readAtMs: nowMs, names };
      this.known = asked;
      names.catch(() => {
        if (this.known === asked) this.known = undefined; // a failure is not kept
      });
    }
    return this.known.names;
  }

  private async read(): Promise<ReadonlySet<string>> {
    const servers = await readServers(this.redis, this.keys);
    const games = servers.filter(server => server.type === 'Game' && server.state !== 'lost');
    return new Set(games.flatMap(server => server.rooms));
  }
}
