import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';

const LUA = new URL('../lua/', import.meta.url);
const SET = loadScript('set-presence', LUA);
const CLEAR = loadScript('clear-presence', LUA);

const REFRESH_INTERVAL_MS = 10_000;
/** Users of a lobby server that was killed look online for so long. */
const TTL_MS = 30_000;
/** A client that connects again within this was never offline. */
export const OFFLINE_AFTER_MS = 3_000;

/** Where a user is, while it is connected. */
export type PresencePlace = 'online' | 'lobby' | 'game';

/** A user with a channel here. */
export interface PresentUser {
  readonly userId: string;
  readonly sessionId: string;
  readonly sessionEpoch: number;
  readonly place: PresencePlace;
}

export interface PresenceOptions {
  redis: Pick<ClusterRedis, 'run'>;
  keys: Keys;
  self: () => string;
  users: () => Iterable<PresentUser>;
  userHere: (userId: string) => PresentUser | undefined;
  clock: Clock;
}

/** Says in Redis which users are here, and how. Nothing depends on it but what others see of them. */
export class Presence implements Part {
  readonly name = 'presence';
  private readonly options: PresenceOptions;
  private readonly leaving = new Map<string, CancelTimer>(); // by user
  private cancelRefresh: CancelTimer | undefined;

  constructor(options: PresenceOptions) {
    this.options = options;
  }

  start(): void {
    this.cancelRefresh ??= this.options.clock.every(REFRESH_INTERVAL_MS, () => {
      for (const user of this.options.users()) this.changed(user);
    });
  }

  stop(): void {
    this.cancelRefresh?.();
    this.cancelRefresh = undefined;
    for (const cancel of this.leaving.values()) cancel();
    this.leaving.clear();
  }

  /** The user came, or is somewhere else now. */
  changed(user: PresentUser): void {
    this.stay(user.userId);
    this.write(user, '').catch(() => undefined); // the next refresh repeats it
  }

  /** @throws GatehouseError LATE, UNAVAILABLE */
  async setAway(user: PresentUser, away: boolean): Promise<void> {
    await this.write(user, away ? '1' : '0');
  }

  /** The user's channel here is closed. It is offline when it does not come back, here or elsewhere. */
  gone(user: PresentUser): void {
    const { clock, userHere } = this.options;
    this.stay(user.userId);
    const leave = (): void => {
      this.leaving.delete(user.userId);
      if (userHere(user.userId) === undefined) this.clear(user).catch(() => undefined); // it expires by itself
    };
    this.leaving.set(user.userId, clock.after(OFFLINE_AFTER_MS, leave));
  }

  private stay(userId: string): void {
    this.leaving.get(userId)?.();
    this.leaving.delete(userId);
  }

  private async write({ userId, sessionId, sessionEpoch, place }: PresentUser, away: string): Promise<void> {
    const { redis, keys, self } = this.options;
    await redis.run(SET, [keys.presence(userId)], [self(), sessionId, sessionEpoch, place, away, TTL_MS]);
  }

  private async clear({ userId, sessionEpoch }: PresentUser): Promise<void> {
    const { redis, keys, self } = this.options;
    await redis.run(CLEAR, [keys.presence(userId)], [self(), sessionEpoch]);
  }
}
