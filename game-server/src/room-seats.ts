import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Player } from './room-context.ts';
import { Seat, type SeatedUser } from './seat.ts';

/** The seats of one room. */
export class RoomSeats {
  /** Nobody new gets a seat. */
  locked = false;
  /** Those who have joined and not left. */
  readonly players: ReadonlyMap<string, Player>;
  private readonly roomId: string;
  private readonly joined = new Map<string, Player>();
  private readonly seats = new Map<string, Seat>();

  constructor(roomId: string) {
    this.roomId = roomId;
    this.players = this.joined;
  }

  get size(): number {
    return this.seats.size;
  }

  get userIds(): string[] {
    return [...this.seats.keys()];
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

  /**
   * A seat for each of these users; those who have one keep it. All or none.
   * @throws GatehouseError ROOM_LOCKED, ROOM_FULL
   */
  reserve(users: readonly SeatedUser[], maxPlayers: number): void {
    const fresh = new Map(users.filter(({ userId }) => !this.seats.has(userId)).map(user => [user.userId, user]));
    if (fresh.size === 0) return;
    if (this.locked) throw new GatehouseError('ROOM_LOCKED');
    const wanted = this.seats.size + fresh.size;
    if (wanted > maxPlayers) throw new GatehouseError('ROOM_FULL', { wanted, maxPlayers });
    for (const user of fresh.values()) this.seats.set(user.userId, new Seat(this.roomId, user));
  }

  /** The first time that its player comes in. */
  join(seat: Seat): void {
    this.joined.set(seat.userId, seat.player);
  }

  remove(seat: Seat): void {
    this.seats.delete(seat.userId);
    this.joined.delete(seat.userId);
  }
}
