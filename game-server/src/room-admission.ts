import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { CodeOwner, RoomCode } from './room-code.ts';
import type { AnyRoom, Newcomer } from './room-context.ts';
import type { RoomSeats } from './room-seats.ts';
import type { Seat, SeatedUser } from './seat.ts';

/** An onAuth that takes longer refuses. */
export const AUTH_LIMIT_MS = 5_000;

/** Somebody asks for a seat, with what its page said about it: check that. */
export interface SeatRequest {
  readonly user: Newcomer;
  readonly options: unknown;
}

export interface RoomAdmissionOptions {
  readonly room: AnyRoom;
  readonly seats: RoomSeats;
  readonly code: RoomCode;
  readonly owner: CodeOwner;
  readonly clock: Clock;
  readonly log: Log;
  /** Settles when the room runs, or has ended before. */
  readonly begun: Promise<void>;
  readonly isLive: () => boolean;
  /** In the turn in which these seats were made. */
  readonly seated: (seats: readonly Seat[]) => void;
}

/** Who gets a seat: asks the room's onAuth, then makes the seats. */
export class RoomAdmission {
  private readonly options: RoomAdmissionOptions;
  private readonly asked = new Map<string, Promise<SeatedUser | GatehouseError>>(); // by user; one at a time asks for each
  private readonly underWay = new Map<string, Promise<void>>(); // by user; never rejects

  constructor(options: RoomAdmissionOptions) {
    this.options = options;
  }

  /** Somebody may get a seat soon. */
  get isBusy(): boolean {
    return this.underWay.size > 0;
  }

  /** Resolves when it is decided whether this user gets a seat; undefined: it does not ask for one. */
  decided(userId: string): Promise<void> | undefined {
    return this.underWay.get(userId);
  }

  /**
   * Seats for these players and bots, if there is one for each. Whom the room refuses gets none, and is told when it attaches;
   * the others play, but not bots alone. Who has a seat keeps it. Spectators who come with players get one if they can, and
   * else are left out: they never keep a game from starting. May be repeated.
   * @throws GatehouseError ROOM_FULL, ROOM_LOCKED, ROOM_ENDED; SEAT_REFUSED: nobody of them has a seat
   */
  async admit(requests: readonly SeatRequest[]): Promise<void> {
    this.requireSpace(requests);
    const { needed, onlookers } = this.sort(requests);
    const admission = this.decide(needed);
    for (const onlooker of onlookers) this.decide([onlooker]).catch(() => {});
    const refusal = await admission;
    if (refusal !== undefined && !this.isAnySeated(requests)) throw refusal;
  }

  /** What `admit` would say now, before the room is asked. @throws GatehouseError ROOM_FULL, ROOM_LOCKED */
  requireSpace(requests: readonly SeatRequest[]): void {
    const { seats, room } = this.options;
    const { needed } = this.sort(requests);
    seats.requireSpace(
      needed.map(({ user }) => user),
      room,
    );
  }

  /** Those who have no seat yet. */
  private sort(requests: readonly SeatRequest[]): { needed: SeatRequest[]; onlookers: SeatRequest[] } {
    const fresh = requests.filter(({ user }) => this.options.seats.of(user.userId) === undefined);
    const players = fresh.filter(({ user }) => !user.spectator);
    if (players.length === 0) return { needed: fresh, onlookers: [] };
    return { needed: players, onlookers: fresh.filter(({ user }) => user.spectator) };
  }

  private isAnySeated(requests: readonly SeatRequest[]): boolean {
    const people = requests.filter(({ user }) => !user.bot);
    const players = people.filter(({ user }) => !user.spectator);
    const counting = players.length > 0 ? players : people;
    return counting.some(({ user }) => this.options.seats.of(user.userId) !== undefined);
  }

  /** Resolves with what one of them was refused with. */
  private decide(requests: readonly SeatRequest[]): Promise<GatehouseError | undefined> {
    const decision = this.authorizeAll(requests);
    const forget = (): void => {
      for (const { user } of requests) {
        if (this.underWay.get(user.userId) === underWay) this.underWay.delete(user.userId);
      }
    };
    const underWay = decision.then(forget, forget);
    for (const { user } of requests) this.underWay.set(user.userId, underWay);
    return decision;
  }

  private async authorizeAll(requests: readonly SeatRequest[]): Promise<GatehouseError | undefined> {
    const { seats, room, isLive, seated } = this.options;
    const answers = await Promise.all(requests.map(request => this.authorizeOnce(request)));
    if (!isLive()) throw new GatehouseError('ROOM_ENDED');
    const accepted: SeatedUser[] = [];
    let refusal: GatehouseError | undefined;
    for (const answer of answers) {
      if (answer instanceof GatehouseError) refusal ??= answer;
      else accepted.push(answer);
    }
    if (refusal === undefined || accepted.some(({ bot }) => !bot)) seated(seats.reserve(accepted, room));
    return refusal;
  }

  private authorizeOnce(request: SeatRequest): Promise<SeatedUser | GatehouseError> {
    const { userId } = request.user;
    const asked = this.asked.get(userId) ?? this.authorize(request).finally(() => this.asked.delete(userId));
    this.asked.set(userId, asked);
    return asked;
  }

  private async authorize({ user, options }: SeatRequest): Promise<SeatedUser | GatehouseError> {
    const { code, owner, room, begun, isLive } = this.options;
    await begun;
    if (!isLive()) throw new GatehouseError('ROOM_ENDED');
    let data: unknown;
    try {
      data = await this.inTime(code.attempt(owner, () => room.onAuth(user, options)));
      if (data === false) throw new RequestRefused('REFUSED', 'the room refused');
    } catch (error) {
      return this.refuse(user, error);
    }
    return { ...user, data };
  }

  private refuse({ userId }: Newcomer, error: unknown): GatehouseError {
    const { log, seats } = this.options;
    const reason = error instanceof RequestRefused ? error.message : undefined;
    if (reason === undefined) log.warn(LOG_EVENTS.seatRefused, { userId, error });
    else log.info(LOG_EVENTS.seatRefused, { userId, reason });
    seats.turnAway(userId, { code: 'SEAT_REFUSED', why: reason ?? '' });
    return new GatehouseError('SEAT_REFUSED', reason === undefined ? { userId } : { userId, reason });
  }

  private async inTime(result: unknown): Promise<unknown> {
    let cancel: CancelTimer = () => {};
    const limit = new Promise((_resolve, reject) => {
      const tooLate = () => reject(new GatehouseError('TIMEOUT', { limitMs: AUTH_LIMIT_MS }));
      cancel = this.options.clock.after(AUTH_LIMIT_MS, tooLate);
    });
    try {
      return await Promise.race([result, limit]);
    } finally {
      cancel();
    }
  }
}
