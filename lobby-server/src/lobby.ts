import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Link } from '@gatehouse/shared/transport/link';
import { Attempts } from './attempts.ts';
import { CreationTurns } from './creation-turns.ts';
import { Delivery } from './delivery.ts';
import { DirectoryFeed } from './directory-feed.ts';
import type { GameRoomNews } from './event-text.ts';
import { GameNews } from './game-news.ts';
import { GamePlacement } from './game-placement.ts';
import { InviteCodes } from './invite-codes.ts';
import { JoinFlow } from './join-flow.ts';
import { ListWatches } from './list-watches.ts';
import { formatListing } from './listing.ts';
import { LobbyIndex } from './lobby-index.ts';
import { isOpen } from './lobby-room.ts';
import { type Change, LobbyRooms } from './lobby-rooms.ts';
import { Presence, type PresentUser } from './presence.ts';
import { RemovedSeats } from './removed-seats.ts';
import { RoomClasses } from './room-classes.ts';
import { RoomDirectory } from './room-directory.ts';
import { RoomFinder } from './room-finder.ts';
import { RoomStore } from './room-store.ts';
import { RoomWatch } from './room-watch.ts';
import { isMetadata } from './settings-request.ts';
import { StartFlow } from './start-flow.ts';
import { UserMail } from './user-mail.ts';
import { UserWatches } from './user-watches.ts';

export interface LobbyOptions {
  redis: ClusterRedis;
  keys: Keys;
  /** Gateways that can place game rooms. */
  links: () => Iterable<Pick<Link, 'request'>>;
  /** Id of this server. */
  self: () => string;
  /** The channel of a user who is attached here. */
  userHere: (userId: string) => (PresentUser & { send(frame: Uint8Array): void }) | undefined;
  users: () => Iterable<PresentUser>;
  chatLinesPerSecond: number;
  seatHoldMs: number;
  lookIntervalMs?: number;
  clock: Clock;
  log: Log;
}

/** The lobby rooms and users as one server works on them: everything but the clients' channels. */
export class Lobby {
  readonly redis: ClusterRedis;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  readonly chatLinesPerSecond: number;
  readonly store: RoomStore;
  readonly rooms: LobbyRooms;
  readonly delivery: Delivery;
  readonly index: LobbyIndex;
  readonly directory: RoomDirectory;
  readonly watches: ListWatches;
  readonly classes: RoomClasses;
  readonly finder: RoomFinder;
  readonly joins: JoinFlow;
  readonly codes: InviteCodes;
  readonly attempts: Attempts;
  readonly mail: UserMail;
  readonly presence: Presence;
  readonly userWatches: UserWatches;
  readonly watch: RoomWatch;
  private readonly feed: DirectoryFeed;
  private readonly gameNews: GameNews;
  private readonly starts: StartFlow;
  private readonly removedSeats: RemovedSeats;

  constructor(options: LobbyOptions) {
    const { redis, keys, clock, log } = options;
    const nowMs = (): number => redis.nowMs();
    const placement = new GamePlacement(options.links);
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
    this.log = log;
    this.chatLinesPerSecond = options.chatLinesPerSecond;
    this.store = new RoomStore(redis, keys);
    this.rooms = new LobbyRooms(this.store, change => this.changed(change));
    this.gameNews = new GameNews({ rooms: this.rooms, clock, log });
    this.index = new LobbyIndex(redis, keys, this.store);
    this.codes = new InviteCodes(redis, keys);
    this.attempts = new Attempts(redis, keys);
    this.classes = new RoomClasses(redis, keys, clock);
    this.finder = new RoomFinder(this.index, new CreationTurns(options));
    this.directory = new RoomDirectory((before, after) => this.watches.changed(before, after));
    this.watches = new ListWatches(this.directory, clock);
    this.feed = new DirectoryFeed({ ...options, ...this.roomParts() });
    this.mail = new UserMail(options);
    this.presence = new Presence(options);
    this.userWatches = new UserWatches(options);
    this.starts = new StartFlow({ rooms: this.rooms, placement, nowMs, log });
    this.removedSeats = new RemovedSeats({ rooms: this.rooms, placement, log });
    this.delivery = new Delivery({
      ...options,
      store: this.store,
      discard: stored => this.rooms.discard(stored),
      onGameRoomEnded: (lobbyRoomId, roomId) => this.gameRoomEnded(lobbyRoomId, roomId),
      onUnserved: lobbyRoomId => this.watch.linger(lobbyRoomId),
      onGameRoomNews: (lobbyRoomId, news) => this.gameRoomSays(lobbyRoomId, news),
    });
    const { starts, removedSeats } = this;
    this.watch = new RoomWatch({ ...options, ...this.roomParts(), starts, removedSeats });
    this.joins = new JoinFlow({ ...this.roomParts(), placement, watch: this.watch, nowMs, clock });
  }

  /** In the order of start. */
  get parts(): readonly Part[] {
    return [this.feed, this.watches, this.mail, this.presence, this.userWatches, this.gameNews, this.watch];
  }

  private roomParts() {
    const { store, rooms, index, delivery, codes, directory, classes } = this;
    return { store, rooms, index, delivery, codes, directory, classes };
  }

  /** What follows from every commit of this process. None of it must happen: the looks of any server make up for it. */
  private changed(change: Change): void {
    const { lobbyRoomId, after, events } = change;
    this.delivery.committed(lobbyRoomId, events);
    if (after !== undefined) {
      this.finder.learn(after.room);
      if (events.some(({ event }) => event.kind === 'starting')) void this.starts.drive(after.room);
      void this.removedSeats.drive(after.room);
    }
    this.updateIndex(change).catch(error => this.log.debug(LOG_EVENTS.lobbyIndexFailed, { lobbyRoomId, error }));
    if (change.before === undefined) {
      this.log.info(LOG_EVENTS.lobbyRoomCreated, { lobbyRoomId, roomClass: after?.room.roomClass });
    }
    if (after === undefined) this.log.info(LOG_EVENTS.lobbyRoomClosed, { lobbyRoomId });
  }

  private async updateIndex({ before, after, version, epoch }: Change): Promise<void> {
    if (after === undefined) {
      if (before === undefined) return;
      await this.index.remove(before, { version, epoch });
      if (before.inviteCode !== '') await this.codes.release(before.inviteCode, before.id);
      return;
    }
    const { room } = after;
    const isSame = before !== undefined && isOpen(before) === isOpen(room) && before.options === room.options;
    if (!isSame || formatListing(before) !== formatListing(room)) await this.index.write(after);
  }

  private gameRoomEnded(lobbyRoomId: string, roomId: string): void {
    const found = this.watch.checkRound(lobbyRoomId, roomId);
    found.catch(error => this.log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId, error })); // the next look repeats it
  }

  private gameRoomSays(lobbyRoomId: string, news: GameRoomNews): void {
    if (news.kind === 'gameMetadata' && !isMetadata(news.metadata)) return;
    this.gameNews.tell(lobbyRoomId, news);
  }
}
