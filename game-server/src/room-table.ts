import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ClientChannel } from './client-channel.ts';
import type { EndedRooms } from './ended-rooms.ts';
import { type JoinRequest, readJoinRequest } from './join-request.ts';
import type { RoomClass } from './room-context.ts';
import { type RoomEnd, refuse } from './room-end.ts';
import type { FinishedRoom, RoomEnvironment, RoomPlan } from './room-environment.ts';
import type { RoomRegistry } from './room-registry.ts';
import { RoomRuntime } from './room-runtime.ts';

/** Seats and empty rooms age in steps of at most this. */
const AGE_STEP_MS = 1000;
/** How long the last records may take when the server stops. */
const LAST_WRITES_MS = 2000;

export interface RoomTableOptions {
  readonly classes: Readonly<Record<string, RoomClass>>;
  readonly capacity: number;
  readonly registry: RoomRegistry;
  readonly ended: EndedRooms;
  readonly environment: Omit<RoomEnvironment, 'roomEnded'>;
  readonly redis: { readonly up: boolean; nowMs(): number };
}

interface Entry {
  readonly room: RoomRuntime;
  /** Settles when the room is created, or could not be. */
  readonly created: Promise<void>;
  readonly begunMs: number;
  /** Until then the reservation it was placed with stands for it: who counts both sees a fuller server than there is. */
  counts: boolean;
}

/** All rooms of this server: how they begin, who is let in where, how they end. */
export class RoomTable implements Part {
  readonly name = 'rooms';
  private readonly options: RoomTableOptions;
  private readonly environment: RoomEnvironment;
  private readonly clock: Clock;
  private readonly log: Log;
  private readonly entries = new Map<string, Entry>();
  private draining = false;
  private cancelAging: CancelTimer | undefined;
  private emptied: (() => void) | undefined;

  constructor(options: RoomTableOptions) {
    this.options = options;
    this.environment = { ...options.environment, roomEnded: (room, end) => this.roomEnded(room, end) };
    this.clock = options.environment.clock;
    this.log = options.environment.log;
  }

  start(): void {
    const stepMs = Math.max(1, Math.min(AGE_STEP_MS, this.environment.seatHoldMs / 4));
    this.cancelAging ??= this.clock.every(stepMs, () => this.age(stepMs));
  }

  /** Nothing new; resolves when all rooms have ended, those left after `limitMs` by us. */
  async drain(limitMs: number): Promise<void> {
    this.draining = true;
    const cancel = this.clock.after(limitMs, () => this.stopAll('serverStopped'));
    await new Promise<void>(resolve => {
      this.emptied = resolve;
      if (this.entries.size === 0) resolve();
    });
    cancel();
    await this.options.ended.settled(LAST_WRITES_MS);
  }

  async stop(): Promise<void> {
    this.draining = true;
    this.cancelAging?.();
    this.cancelAging = undefined;
    this.stopAll('serverStopped');
    await this.options.ended.settled(LAST_WRITES_MS);
    this.options.ended.stop();
  }

  /** `games`: rooms whose reservation is dropped by the report that tells this, or was before. */
  load(): { games: number; users: number } {
    const load = { games: 0, users: 0 };
    for (const { room, counts } of this.entries.values()) {
      if (counts) load.games++;
      load.users += room.presentCount;
    }
    return load;
  }

  *rooms(): Iterable<RoomRuntime> {
    for (const { room } of this.entries.values()) yield room;
  }

  stopAll(why: 'serverStopped' | 'serverLost'): void {
    for (const room of [...this.rooms()]) room.stop(why);
  }

  /** A client asks for its room: answered in this turn, unless the room is still being created. */
  open(channel: ClientChannel, open: gatehouse.LinkOpen): void {
    const entry = this.entries.get(open.roomId);
    const end = this.options.ended.get(open.roomId);
    if (entry !== undefined) entry.room.open(channel, open);
    else if (end !== undefined) refuse(channel, end);
    else channel.close('NO_SUCH_ROOM');
  }

  /**
   * JOIN_SERVER_REQUEST: runs the room, or adds seats to it if it runs already. May be repeated.
   * @throws GatehouseError LATE, UNKNOWN_ROOM_CLASS, BAD_OPTIONS, NO_GAME_SERVER (draining or at capacity), ROOM_FULL,
   * ROOM_LOCKED, SEAT_REFUSED, ROOM_ENDED, ROOM_FAILED, STALE_RESERVATION, UNAVAILABLE
   */
  async joinServer(message: gatehouse.JoinServer): Promise<gatehouse.JoinServerReply.$Properties> {
    const request = readJoinRequest(message);
    const { deadlineMs, plan } = request;
    if (deadlineMs !== undefined && this.options.redis.nowMs() > deadlineMs) throw new GatehouseError('LATE');
    this.stopOlder(request);
    const { room, created } = this.entries.get(plan.roomId) ?? this.begin(request);
    const admitted = room.admit(request.users);
    admitted.catch(() => {}); // that it could not be created says more
    await created;
    await admitted;
    return { maxPlayers: room.maxPlayers };
  }

  /** The host has kicked these users. A room that does not run here (any more) has no seats. May be repeated. */
  async removeSeats({ roomId, userIds }: gatehouse.RemoveSeats): Promise<void> {
    await this.entries.get(roomId)?.room.kick(userIds);
  }

  /** The room was placed anew while an older placement still lives here: the higher epoch counts. */
  private stopOlder({ plan }: JoinRequest): void {
    const older = this.entries.get(plan.roomId)?.room;
    if (older === undefined || plan.reservation === '' || plan.epoch <= older.plan.epoch) return;
    older.stop('superseded');
  }

  private begin(request: JoinRequest): Entry {
    const { plan, users } = request;
    const room = this.construct(request);
    room.requireSpace(users);
    const entry = { room, created: this.create(room, request), begunMs: this.clock.monotonicMs(), counts: false };
    this.entries.set(plan.roomId, entry);
    return entry;
  }

  private construct({ plan }: JoinRequest): RoomRuntime {
    const { classes, capacity, ended } = this.options;
    if (ended.get(plan.roomId) !== undefined) throw new GatehouseError('ROOM_ENDED');
    if (this.draining) throw new GatehouseError('NO_GAME_SERVER', { draining: true });
    if (this.entries.size >= capacity) throw new GatehouseError('NO_GAME_SERVER', { capacity });
    const roomClass = Object.hasOwn(classes, plan.roomClass) ? classes[plan.roomClass] : undefined;
    if (roomClass === undefined) throw new GatehouseError('UNKNOWN_ROOM_CLASS', { roomClass: plan.roomClass });
    try {
      return new RoomRuntime(plan, context => new roomClass(context), this.environment);
    } catch (error) {
      this.log.error(LOG_EVENTS.roomFailed, {
        roomId: plan.roomId,
        roomClass: plan.roomClass,
        where: 'constructor',
        error,
      });
      throw new GatehouseError('ROOM_FAILED', {}, { cause: error });
    }
  }

  private async create(room: RoomRuntime, { plan, options }: JoinRequest): Promise<void> {
    const { registry } = this.options;
    try {
      if (!(await registry.run(plan))) throw new GatehouseError('STALE_RESERVATION');
    } catch (error) {
      room.stop('abandoned');
      this.abandon(plan, error);
      throw error;
    }
    await room.create(options);
    this.log.info(LOG_EVENTS.roomCreated, {
      roomId: plan.roomId,
      roomClass: plan.roomClass,
      lobbyRoomId: plan.lobbyRoomId,
    });
    const entry = this.entries.get(plan.roomId);
    if (entry?.room === room) entry.counts = true;
    // The room runs either way; a reservation that nobody confirmed expires.
    await registry.confirm(plan.reservation).catch(() => this.environment.usersChanged());
  }

  /** Nobody knows whether a request that was not answered has been heard. */
  private abandon(plan: RoomPlan, error: unknown): void {
    if (error instanceof GatehouseError && error.code === 'STALE_RESERVATION') return; // that was an answer
    const hasBegun = () => this.entries.get(plan.roomId)?.room.plan.reservation === plan.reservation;
    this.options.ended.abandon(plan, hasBegun);
  }

  private roomEnded(room: FinishedRoom, end: RoomEnd): void {
    const { plan } = room;
    const { roomId } = plan;
    const entry = this.entries.get(roomId);
    if (entry?.room === room) this.entries.delete(roomId);
    const durationMs = entry === undefined ? 0 : Math.round(this.clock.monotonicMs() - entry.begunMs);
    const line = { roomId, roomClass: plan.roomClass, epoch: plan.epoch, why: end.why, durationMs };
    if (end.why === 'abandoned') this.log.info(LOG_EVENTS.roomRefused, line);
    else if (end.why === 'superseded') this.log.warn(LOG_EVENTS.roomSuperseded, line);
    else {
      this.log.info(LOG_EVENTS.roomEnded, line);
      this.options.ended.add(roomId, end);
      if (end.why !== 'serverLost') this.options.ended.record(plan, room.seatedUsers, end);
    }
    this.environment.usersChanged();
    if (this.entries.size === 0) this.emptied?.();
  }

  private age(elapsedMs: number): void {
    if (!this.options.redis.up) return; // who cannot be told apart from gone keeps the seat
    for (const room of [...this.rooms()]) room.age(elapsedMs);
  }
}
