import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { type GameRoomNews, type NumberedEvent, parseChannelMessage } from './event-text.ts';
import type { RoomStore, StoredRoom } from './room-store.ts';
import { type Listener, ServedRoom } from './served-room.ts';

export interface DeliveryOptions {
  redis: Pick<ClusterRedis, 'subscribe' | 'hears'>;
  keys: Keys;
  store: RoomStore;
  /** See ServedRoom. */
  discard: (stored: StoredRoom) => Promise<void>;
  log: Log;
  /** Said on the channel of a lobby room with members here: its game room has ended. */
  onGameRoomEnded: (lobbyRoomId: string, roomId: string) => void;
  /** Nobody is attached here to this lobby room any more. */
  onUnserved: (lobbyRoomId: string) => void;
  /** Said there by the game room that runs. */
  onGameRoomNews: (lobbyRoomId: string, news: GameRoomNews) => void;
}

/** The lobby rooms that have members attached to this server. */
export class Delivery {
  private readonly options: DeliveryOptions;
  private readonly rooms = new Map<string, ServedRoom>();

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  served(): Iterable<ServedRoom> {
    return this.rooms.values();
  }

  get(lobbyRoomId: string): ServedRoom | undefined {
    return this.rooms.get(lobbyRoomId);
  }

  /** `listener` knows this room as of this version and epoch; it gets all that follows, beginning in this turn. */
  add(listener: Listener, at: { lobbyRoomId: string; epoch: number; version: number }): void {
    const before = this.rooms.get(at.lobbyRoomId);
    if (before !== undefined && before.epoch < at.epoch) before.vanished(); // Redis was emptied, the same room made anew
    const room = this.serve(at);
    if (room.epoch === at.epoch) room.add(listener, at.version);
    else listener.outOfRoom();
  }

  /** Redis was away, and this may be another one: see ServedRoom. */
  doubtAll(): void {
    for (const room of this.rooms.values()) room.doubt();
  }

  /** Nothing of this room reaches `listener` any more. */
  remove(listener: Listener, lobbyRoomId: string): void {
    this.rooms.get(lobbyRoomId)?.remove(listener);
  }

  /** What this process committed itself need not wait for its way through Redis. */
  committed(lobbyRoomId: string, events: readonly NumberedEvent[]): void {
    this.rooms.get(lobbyRoomId)?.receive(events);
  }

  private serve({ lobbyRoomId, epoch }: { lobbyRoomId: string; epoch: number }): ServedRoom {
    const known = this.rooms.get(lobbyRoomId);
    if (known !== undefined) return known;
    const { store, discard, log, onUnserved } = this.options;
    const unsubscribe = this.subscribe(lobbyRoomId);
    const room = new ServedRoom({
      lobbyRoomId,
      epoch,
      store,
      discard,
      log,
      onEmpty: () => {
        this.rooms.delete(lobbyRoomId);
        unsubscribe();
        onUnserved(lobbyRoomId);
      },
    });
    this.rooms.set(lobbyRoomId, room);
    return room;
  }

  private subscribe(lobbyRoomId: string): () => void {
    const { redis, keys, log } = this.options;
    const receive = (message: string): void => this.receive(lobbyRoomId, message);
    const subscribed = redis.subscribe(keys.lobbyChannel(lobbyRoomId), receive);
    subscribed.then(
      () => this.rooms.get(lobbyRoomId)?.catchUp(), // what was published before is in the list
      error => log.warn(LOG_EVENTS.internalError, { lobbyRoomId, error }),
    );
    return () => void subscribed.then(unsubscribe => unsubscribe()).catch(() => undefined);
  }

  private receive(lobbyRoomId: string, message: string): void {
    const parsed = parseChannelMessage(message);
    if (parsed === undefined) return;
    if (!this.options.redis.hears) this.rooms.get(lobbyRoomId)?.doubt(); // the first of a new connection, perhaps to another Redis
    if (parsed.kind === 'committed') this.committed(lobbyRoomId, parsed.events);
    else if (parsed.kind === 'gameRoomEnded') this.options.onGameRoomEnded(lobbyRoomId, parsed.roomId);
    else this.options.onGameRoomNews(lobbyRoomId, parsed);
  }
}
