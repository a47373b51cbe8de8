import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Link } from '@gatehouse/shared/transport/link';
import { Delivery } from './delivery.ts';
import { GamePlacement } from './game-placement.ts';
import { JoinFlow } from './join-flow.ts';
import { LobbyIndex } from './lobby-index.ts';
import { isOpen } from './lobby-room.ts';
import { type Change, LobbyRooms } from './lobby-rooms.ts';
import { RoomClasses } from './room-classes.ts';
import { RoomFinder } from './room-finder.ts';
import { RoomStore } from './room-store.ts';
import { RoomWatch } from './room-watch.ts';
import { StartFlow } from './start-flow.ts';

export interface LobbyOptions {
  redis: ClusterRedis;
  keys: Keys;
  /** Gateways that can place game rooms. */
  links: () => Iterable<Pick<Link, 'request'>>;
  seatHoldMs: number;
  lookIntervalMs?: number;
  clock: Clock;
  log: Log;
}

/** The lobby rooms as one server works on them: everything but the clients' channels. */
export class Lobby {
  readonly redis: ClusterRedis;
  readonly keys: Keys;
  readonly log: Log;
  readonly store: RoomStore;
  readonly rooms: LobbyRooms;
  readonly delivery: Delivery;
  readonly index: LobbyIndex;
  readonly classes: RoomClasses;
  readonly finder: RoomFinder;
  readonly joins: JoinFlow;
  readonly watch: RoomWatch;
  private readonly starts: StartFlow;

  constructor(options: LobbyOptions) {
    const { redis, keys, clock, log } = options;
    const nowMs = (): number => redis.nowMs();
    const placement = new GamePlacement(options.links);
    this.redis = redis;
    this.keys = keys;
    this.log = log;
    this.store = new RoomStore(redis, keys);
    this.rooms = new LobbyRooms(this.store, change => this.changed(change));
    this.index = new LobbyIndex(redis, keys, this.store);
    this.classes = new RoomClasses(redis, keys, clock);
    this.finder = new RoomFinder(this.index);
    this.starts = new StartFlow({ rooms: this.rooms, placement, nowMs, log });
    this.delivery = new Delivery({
      ...options,
      store: this.store,
      onGameRoomEnded: (lobbyRoomId, roomId) => this.gameRoomEnded(lobbyRoomId, roomId),
    });
    this.watch = new RoomWatch({ ...options, ...this.parts(), starts: this.starts });
    this.joins = new JoinFlow({ ...this.parts(), placement, watch: this.watch, nowMs, clock });
  }

  private parts(): Pick<Lobby, 'store' | 'rooms' | 'index' | 'delivery'> {
    return { store: this.store, rooms: this.rooms, index: this.index, delivery: this.delivery };
  }

  /** What follows from every commit of this process. None of it must happen: the looks of any server make up for it. */
  private changed(change: Change): void {
    const { lobbyRoomId, after, events } = change;
    this.delivery.committed(lobbyRoomId, events);
    if (after !== undefined) {
      this.finder.learn(after.room);
      if (events.some(({ event }) => event.kind === 'starting')) void this.starts.drive(after.room);
    }
    this.updateIndex(change).catch(error => this.log.debug(LOG_EVENTS.lobbyIndexFailed, { lobbyRoomId, error }));
    if (change.before === undefined) {
      this.log.info(LOG_EVENTS.lobbyRoomCreated, { lobbyRoomId, roomClass: after?.room.roomClass });
    }
    if (after === undefined) this.log.info(LOG_EVENTS.lobbyRoomClosed, { lobbyRoomId });
  }

  private async updateIndex({ before, after }: Change): Promise<void> {
    if (after === undefined) {
      if (before !== undefined) await this.index.remove(before);
    } else if (before === undefined || isOpen(before) !== isOpen(after.room)) {
      await this.index.write(after.room);
    }
  }

  private gameRoomEnded(lobbyRoomId: string, roomId: string): void {
    const found = this.watch.checkRound(lobbyRoomId, roomId);
    found.catch(error => this.log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId, error })); // the next look repeats it
  }
}
