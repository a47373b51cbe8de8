import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { isNewer, parseIndexed, parseListing, parseListingNews } from './listing.ts';
import type { LobbyIndex } from './lobby-index.ts';
import type { RoomClasses } from './room-classes.ts';
import type { RoomDirectory } from './room-directory.ts';

/** What a lost message left wrong is put right within this. */
export const RECONCILE_INTERVAL_MS = 30_000;
/** A room with members is written to the index every 30 s; one that is not may be gone. */
const SUSPECT_AFTER_MS = 90_000;

export interface DirectoryFeedOptions {
  directory: RoomDirectory;
  index: LobbyIndex;
  classes: RoomClasses;
  redis: Pick<ClusterRedis, 'subscribe' | 'onResubscribed' | 'onReconnected' | 'nowMs'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  reconcileIntervalMs?: number;
}

/** Keeps the directory true: every change as it is published, and all of the index now and then. */
export class DirectoryFeed implements Part {
  readonly name = 'directory-feed';
  private readonly options: DirectoryFeedOptions;
  private stops: (() => void)[] = [];
  private readonly reconciling = new Coalesced(() => this.readAll());

  constructor(options: DirectoryFeedOptions) {
    this.options = options;
  }

  /** Resolves when the directory knows what was listed before. Without Redis it fills later. */
  async start(): Promise<void> {
    if (this.stops.length > 0) return;
    const { redis, keys, clock, reconcileIntervalMs = RECONCILE_INTERVAL_MS } = this.options;
    const again = (): void => void this.reconcile();
    this.stops = [
      clock.every(reconcileIntervalMs, again),
      redis.onResubscribed(again),
      redis.onReconnected(again),
      await redis.subscribe(keys.listings, message => this.hear(message)),
    ];
    await this.reconcile();
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  /** One at a time; one asked for meanwhile follows, for what was said since the last one began. Never rejects: it is repeated at the next interval. */
  async reconcile(): Promise<void> {
    await this.reconciling.run().catch(error => this.options.log.debug(LOG_EVENTS.lobbyIndexFailed, { error }));
  }

  private hear(message: string): void {
    const news = parseListingNews(message);
    if (news === undefined) return;
    const { directory, clock } = this.options;
    if (news.listing === undefined) directory.remove(news.id, news);
    else directory.learn(news.listing, news, clock.monotonicMs());
  }

  private async readAll(): Promise<void> {
    const { directory, classes } = this.options;
    const known = directory.classes();
    for (const roomClass of await classes.names()) known.add(roomClass);
    for (const roomClass of known) await this.readClass(roomClass);
  }

  private async readClass(roomClass: string): Promise<void> {
    const { directory, index, redis, clock } = this.options;
    const startedAtMs = clock.monotonicMs();
    const found = new Set<string>();
    for await (const slice of index.listings(roomClass)) {
      for (const [id, text] of slice) {
        found.add(id);
        const indexed = parseIndexed(text);
        const entry = directory.get(id);
        const isNews = entry === undefined || isNewer(indexed, entry);
        if (isNews) directory.learn(parseListing(indexed.json), indexed, clock.monotonicMs());
        if (redis.nowMs() - indexed.seenAtMs > SUSPECT_AFTER_MS) await index.dropIfGone({ id, roomClass }, indexed);
      }
    }
    for (const entry of directory.ofClass(roomClass)) {
      const wasThere = entry.learnedAtMs < startedAtMs;
      if (wasThere && !found.has(entry.listing.id)) directory.remove(entry.listing.id, entry);
    }
  }
}
