import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { isOpen, type LobbyRoom } from './lobby-room.ts';
import type { RoomStore, StoredRoom } from './room-store.ts';

const INDEX = loadScript('index-room', new URL('../lua/', import.meta.url));

export interface Page {
  readonly rooms: readonly LobbyRoom[];
  /** Where the next page begins; undefined: this is the last one. */
  readonly next: string | undefined;
}

/**
 * Which lobby rooms there are of a class, and which of them are open, in two sorted sets. They lie in other slots than the
 * rooms, so they are written after each commit and may be wrong for a while: readers look at the room itself, and drop
 * what is dead.
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

  /** After each commit that changes who may join, and now and then. May be repeated. */
  async write(room: LobbyRoom): Promise<void> {
    await this.set(room, isOpen(room) ? 'open' : 'listed');
  }

  async remove(room: Pick<LobbyRoom, 'id' | 'roomClass'>): Promise<void> {
    await this.set(room, 'gone');
  }

  /** Up to `limit` open rooms of a class, as they are now. */
  async open(roomClass: string, limit: number): Promise<StoredRoom[]> {
    const ids = await this.redis.read(commands => commands.zrange(this.openKey(roomClass), 0, `${limit - 1}`));
    const found = await Promise.all(ids.map(id => this.readOrDrop(roomClass, id)));
    const rooms = found.filter(stored => stored !== undefined);
    const full = rooms.filter(({ room }) => !isOpen(room));
    await Promise.all(full.map(({ room }) => this.write(room)));
    return rooms.filter(({ room }) => isOpen(room));
  }

  /** Rooms of one class in the order of their ids, after the room `after`. */
  async page(roomClass: string, { after, limit }: { after: string; limit: number }): Promise<Page> {
    const key = this.keys.lobbyIndex(roomClass);
    const from = after === '' ? '-' : `(${after}`;
    const ids = await this.redis.read(commands => commands.zrangebylex(key, from, '+', 'LIMIT', 0, limit));
    const found = await Promise.all(ids.map(id => this.readOrDrop(roomClass, id)));
    const rooms = found.filter(stored => stored !== undefined).map(({ room }) => room);
    return { rooms, next: ids.length < limit ? undefined : ids.at(-1) };
  }

  private async readOrDrop(roomClass: string, id: string): Promise<StoredRoom | undefined> {
    const stored = await this.store.read(id);
    if (stored === undefined) await this.remove({ id, roomClass });
    return stored;
  }

  private async set(room: Pick<LobbyRoom, 'id' | 'roomClass'>, standing: 'open' | 'listed' | 'gone'): Promise<void> {
    const keys = [this.keys.lobbyIndex(room.roomClass), this.openKey(room.roomClass)];
    await this.redis.run(INDEX, keys, [room.id, standing]);
  }

  /** In the slot of the other set: the name of that key is the hash tag of this one. */
  private openKey(roomClass: string): string {
    return `{${this.keys.lobbyIndex(roomClass)}}:open`;
  }
}
