import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
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
  private readonly reading = new Coalesced(() => this.read());
  private known: { readAtMs: number; names: ReadonlySet<string> } | undefined;

  constructor(redis: Pick<ClusterRedis, 'read'>, keys: Keys, clock: Clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /** Up to a second old. @throws GatehouseError UNAVAILABLE */
  async names(): Promise<ReadonlySet<string>> {
    const { known } = this;
    const isFresh = known !== undefined && this.clock.monotonicMs() - known.readAtMs < CACHED_MS;
    return isFresh ? known.names : this.reading.run();
  }

  /** Whether one of them runs this class now; its game server may have come this moment. @throws GatehouseError UNAVAILABLE */
  async has(roomClass: string): Promise<boolean> {
    return (await this.names()).has(roomClass) || (await this.reading.run()).has(roomClass);
  }

  private async read(): Promise<ReadonlySet<string>> {
    const readAtMs = this.clock.monotonicMs();
    const servers = await readServers(this.redis, this.keys);
    const games = servers.filter(server => server.type === 'Game' && server.state !== 'lost');
    const names = new Set(games.flatMap(server => server.rooms));
    this.known = { readAtMs, names };
    return names;
  }
}
