import { createHash } from 'node:crypto';
import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { formatListing, isNewer, type ListingVersion, versionOf } from './listing.ts';
import { isOpen, type LobbyRoom } from './lobby-room.ts';
import type { RoomStore, StoredRoom } from './room-store.ts';

const INDEX = loadScript('index-room', new URL('../lua/', import.meta.url));
/** Listings fetched in one go: a few milliseconds of Redis and of this process. */
const SCAN_COUNT = 250;

/**
 * What is known of the lobby rooms of each class, in a hash, and which of them are open, in a sorted set. They lie in other
 * slots than the rooms, so they are written after each commit and may be wrong for a while: who joins looks at the room
 * itself, and drops what is dead.
 */
export class LobbyIndex {
  private readonly redis: Pick<ClusterRedis, 'run' | 'read'>;
  private readonly keys: Keys;
  private readonly store: RoomStore;

  constructor(redis: Pick<ClusterRedis, 'run' | 'read'>, keys: Keys, store: RoomStore) {
    this.redis = redis;
    this.keys = keys;
    this.store = store;
  }

  /** After each commit that changes what lists say or who may join, and now and then. May be repeated. */
  async write(stored: StoredRoom): Promise<void> {
    const { room } = stored;
    const standing = isOpen(room) ? 'open' : 'listed';
    const { options } = room;
    const done = await this.set(room, { standing, options, listing: formatListing(room), ...versionOf(stored) });
    if (done === 'added') await this.confirm(stored);
  }

  /** The room is closed as of this version; undefined: whatever the index says of it. */
  async remove(room: Pick<LobbyRoom, 'id' | 'roomClass'>, asOf: ListingVersion | undefined): Promise<void> {
    await this.set(room, { standing: 'gone', options: '', listing: '', epoch: '', version: '', ...asOf });
  }

  /** Up to `limit` open rooms of a class, as they are now: with these options (and, by a rare chance, others), or with any. */
  async open(roomClass: string, { options, limit }: { options: string; limit: number }): Promise<StoredRoom[]> {
    const key = this.openKey(roomClass);
    const score = optionsScore(options);
    const ids = await this.redis.read(commands =>
      options === ''
        ? commands.zrange(key, 0, `${limit - 1}`)
        : commands.zrange(key, score, `${score}`, 'BYSCORE', 'LIMIT', 0, limit),
    );
    const found = await Promise.all(ids.map(id => this.readOrDrop(roomClass, id)));
    const rooms = found.filter(stored => stored !== undefined);
    const full = rooms.filter(({ room }) => !isOpen(room));
    await Promise.all(full.map(stored => this.write(stored)));
    return rooms.filter(({ room }) => isOpen(room));
  }

  /** All listings of a class, in slices: `[id, text]` as parseIndexed reads it. An id may come twice. */
  async *listings(roomClass: string): AsyncGenerator<[id: string, text: string][]> {
    const key = this.keys.lobbyIndex(roomClass);
    let cursor = '0';
    do {
      const from = cursor;
      const [next, flat] = await this.redis.read(commands => commands.hscan(key, from, 'COUNT', SCAN_COUNT));
      cursor = next;
      yield Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? '', flat[2 * at + 1] ?? '']);
    } while (cursor !== '0');
  }

  /** Drops a room from the lists if it is not there any more; `asOf`: what the index said of it. */
  async dropIfGone(room: Pick<LobbyRoom, 'id' | 'roomClass'>, asOf: ListingVersion): Promise<void> {
    if ((await this.store.read(room.id)) === undefined) await this.remove(room, asOf);
  }

  /**
   * A write that was late, by another server or a repeated command, finds nothing of a room that was removed meanwhile: then it
   * has brought it back. A removal that is still to come finds what was written.
   */
  private async confirm(written: StoredRoom): Promise<void> {
    const { id, roomClass } = written.room;
    const stored = await this.readOrDrop(roomClass, id);
    if (stored !== undefined && isNewer(stored, written)) await this.write(stored);
  }

  private async readOrDrop(roomClass: string, id: string): Promise<StoredRoom | undefined> {
    const stored = await this.store.read(id);
    if (stored === undefined) await this.remove({ id, roomClass }, undefined);
    return stored;
  }

  private async set(
    { id, roomClass }: Pick<LobbyRoom, 'id' | 'roomClass'>,
    says: {
      standing: 'open' | 'listed' | 'gone';
      options: string;
      listing: string;
      epoch: number | '';
      version: number | '';
    },
  ): Promise<unknown> {
    const keys = [this.keys.lobbyIndex(roomClass), this.openKey(roomClass)];
    const { standing, epoch, version, listing } = says;
    const about = [id, standing, epoch, version, listing, this.keys.listings, roomClass, optionsScore(says.options)];
    return this.redis.run(INDEX, keys, about);
  }

  /** In the slot of the other set: the name of that key is the hash tag of this one. */
  private openKey(roomClass: string): string {
    return `{${this.keys.lobbyIndex(roomClass)}}:open`;
  }
}

/** Rooms of the same options have the same score, an integer that a double holds. None: 0. */
function optionsScore(options: string): number {
  return options === '' ? 0 : createHash('sha256').update(options).digest().readUIntBE(0, 6);
}
