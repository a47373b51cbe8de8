import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';

/** Users that one client may watch. */
export const MAX_WATCHED = 100;
/** What a lost message left wrong, or a killed lobby server, is put right within this. */
const RECONCILE_INTERVAL_MS = 10_000;
const READ_AT_ONCE = 500;
const OFFLINE = 'offline';

export interface UserWatcher {
  send(frame: Uint8Array): void;
}

interface WatchedUser {
  readonly watchers: Set<UserWatcher>;
  /** Undefined: not read yet. */
  status: string | undefined;
  unsubscribe(): void;
}

export interface UserWatchesOptions {
  redis: Pick<ClusterRedis, 'subscribe' | 'read' | 'onResubscribed'>;
  keys: Keys;
  clock: Clock;
}

/** Which users the clients of this server watch, and what those were last seen doing. */
export class UserWatches implements Part {
  readonly name = 'user-watches';
  private readonly options: UserWatchesOptions;
  private readonly users = new Map<string, WatchedUser>();
  private readonly ofWatcher = new Map<UserWatcher, ReadonlySet<string>>();
  private stops: CancelTimer[] = [];

  constructor(options: UserWatchesOptions) {
    this.options = options;
  }

  start(): void {
    if (this.stops.length > 0) return;
    const { clock, redis } = this.options;
    const reconcile = (): void => void this.read([...this.users.keys()]).catch(() => undefined); // the next one repeats it
    this.stops = [clock.every(RECONCILE_INTERVAL_MS, reconcile), redis.onResubscribed(reconcile)];
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  /** Replaces what this watcher watched. What changes from now on is sent. @throws GatehouseError UNAVAILABLE, LATE */
  async watch(watcher: UserWatcher, userIds: ReadonlySet<string>): Promise<gatehouse.IUserPresence[]> {
    const before = this.ofWatcher.get(watcher) ?? new Set();
    this.ofWatcher.set(watcher, userIds);
    for (const userId of userIds) this.userOf(userId).watchers.add(watcher);
    for (const userId of before) if (!userIds.has(userId)) this.leave(watcher, userId);
    await this.read([...userIds].filter(userId => this.users.get(userId)?.status === undefined));
    return Array.from(userIds, userId => ({ userId, status: this.users.get(userId)?.status ?? OFFLINE }));
  }

  unwatch(watcher: UserWatcher): void {
    for (const userId of this.ofWatcher.get(watcher) ?? []) this.leave(watcher, userId);
    this.ofWatcher.delete(watcher);
  }

  private userOf(userId: string): WatchedUser {
    const known = this.users.get(userId);
    if (known !== undefined) return known;
    const { redis, keys } = this.options;
    const subscribed = redis.subscribe(keys.presence(userId), status => this.saw(userId, status));
    const unsubscribe = (): void => void subscribed.then(stop => stop()).catch(() => undefined);
    const user: WatchedUser = { watchers: new Set(), status: undefined, unsubscribe };
    this.users.set(userId, user);
    return user;
  }

  private leave(watcher: UserWatcher, userId: string): void {
    const user = this.users.get(userId);
    user?.watchers.delete(watcher);
    if (user === undefined || user.watchers.size > 0) return;
    this.users.delete(userId);
    user.unsubscribe();
  }

  private async read(userIds: readonly string[]): Promise<void> {
    const { redis, keys } = this.options;
    for (let from = 0; from < userIds.length; from += READ_AT_ONCE) {
      const slice = userIds.slice(from, from + READ_AT_ONCE);
      const statuses = await redis.read(commands =>
        Promise.all(slice.map(userId => commands.hget(keys.presence(userId), 'status'))),
      );
      for (const [at, userId] of slice.entries()) this.saw(userId, statuses[at] ?? OFFLINE);
    }
  }

  private saw(userId: string, status: string): void {
    const user = this.users.get(userId);
    if (user === undefined || user.status === status) return;
    const isFirst = user.status === undefined; // told by the reply
    user.status = status;
    if (isFirst) return;
    const frame = encodeMessageFrame(FRAME_TYPES.usersChanged, 0, messages.UsersChanged, {
      users: [{ userId, status }],
    });
    for (const watcher of user.watchers) watcher.send(frame);
  }
}
