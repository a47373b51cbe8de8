import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Newcomer, Player } from './room-context.ts';
import { Seat, type SeatedUser } from './seat.ts';

export interface SeatLimits {
  /** Players and bots. */
  readonly maxPlayers: number;
  readonly maxSpectators: number;
}

/** Why a user has no seat: in a word (`kicked`), or as the game has put it. */
export interface Refusal {
  readonly code: 'NO_SEAT' | 'SEAT_REFUSED';
  readonly why: string;
}

/** Users of whom is kept why they have no seat; the oldest are forgotten first. */
export const MAX_TURNED_AWAY = 200;
const NO_SEAT: Refusal = { code: 'NO_SEAT', why: '' };

/** The seats of one room. */
export class RoomSeats {
  /** Nobody new plays; spectators still come. */
  locked = false;
  /** Those who have joined and not left: players and bots. */
  readonly players: ReadonlyMap<string, Player>;
  /** Those who have joined and not left, and only look on. */
  readonly spectators: ReadonlyMap<string, Player>;
  private readonly roomId: string;
  private readonly playing = new Map<string, Player>();
  private readonly looking = new Map<string, Player>();
  private readonly seats = new Map<string, Seat>();
  private readonly turnedAway = new Map<string, Refusal>();

  constructor(roomId: string) {
    this.roomId = roomId;
    this.players = this.playing;
    this.spectators = this.looking;
  }

  /** Those of people: a room of bots alone is empty. */
  get userIds(): string[] {
    return [...this.seats.values()].filter(({ player }) => !player.bot).map(({ userId }) => userId);
  }

  /** No person has a seat. */
  get isEmpty(): boolean {
    for (const { player } of this.seats.values()) if (!player.bot) return false;
    return true;
  }

  all(): Iterable<Seat> {
    return this.seats.values();
  }

  of(userId: string): Seat | undefined {
    return this.seats.get(userId);
  }

  /** The seat of this very player; undefined when it has left. */
  ofPlayer(player: Player): Seat | undefined {
    const seat = this.seats.get(player.userId);
    return seat?.player === player ? seat : undefined;
  }

  /** To be told to this user, who has no seat, from now on. */
  turnAway(userId: string, refusal: Refusal): void {
    this.turnedAway.delete(userId);
    this.turnedAway.set(userId, refusal);
    const [oldest] = this.turnedAway.keys();
    if (oldest !== undefined && this.turnedAway.size > MAX_TURNED_AWAY) this.turnedAway.delete(oldest);
  }

  /** Why this user has no seat. */
  refusalOf(userId: string): Refusal {
    return this.turnedAway.get(userId) ?? NO_SEAT;
  }

  /** Whether all of these users, or those of them who are new, could have seats now. @throws GatehouseError ROOM_LOCKED, ROOM_FULL */
  requireSpace(users: readonly Newcomer[], { maxPlayers, maxSpectators }: SeatLimits): void {
    const fresh = [...this.newcomers(users).values()];
    const spectators = fresh.filter(({ spectator }) => spectator).length;
    const players = fresh.length - spectators;
    if (players > 0 && this.locked) throw new GatehouseError('ROOM_LOCKED');
    this.requireWithin({ wanted: players, spectator: false, limit: maxPlayers });
    this.requireWithin({ wanted: spectators, spectator: true, limit: maxSpectators });
  }

  /**
   * A seat for each of these users; those who have one keep it. All or none. Returns the new ones.
   * @throws GatehouseError ROOM_LOCKED, ROOM_FULL
   */
  reserve(users: readonly SeatedUser[], limits: SeatLimits): Seat[] {
    this.requireSpace(users, limits);
    return [...this.newcomers(users).values()].map(user => {
      const seat = new Seat(this.roomId, user);
      this.seats.set(user.userId, seat);
      this.turnedAway.delete(user.userId);
      return seat;
    });
  }

  /** The first time that its player comes in. */
  join({ userId, player }: Seat): void {
    (player.spectator ? this.looking : this.playing).set(userId, player);
  }

  remove({ userId }: Seat): void {
    this.seats.delete(userId);
    this.playing.delete(userId);
    this.looking.delete(userId);
  }

  private newcomers<U extends Newcomer>(users: readonly U[]): Map<string, U> {
    return new Map(users.filter(({ userId }) => !this.seats.has(userId)).map(user => [user.userId, user]));
  }

  private requireWithin({ wanted, spectator, limit }: { wanted: number; spectator: boolean; limit: number }): void {
    if (wanted === 0) return;
    let taken = 0;
    for (const { player } of this.seats.values()) if (player.spectator === spectator) taken++;
    if (taken + wanted <= limit) return;
    const max = spectator ? { maxSpectators: limit } : { maxPlayers: limit };
    throw new GatehouseError('ROOM_FULL', { wanted: taken + wanted, ...max });
  }
}
