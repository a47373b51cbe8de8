import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { type Placement, releaseReservation, reserve } from '@gatehouse/shared/cluster/placement';
import { CREATE_TIMEOUT_MS, type PlaceRoomOutcome, placeRoom, runRoom } from '@gatehouse/shared/cluster/room-life';
import { type RoomRecord, readRoom } from '@gatehouse/shared/cluster/room-records';
import { GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { afterRefusal, MAX_PLACEMENT_TRIES } from './placement-policy.ts';
import type { Servers } from './servers.ts';

/** How long one server has to create a room. */
const CREATE_MS = 3000;
/** While somebody else places the same room it is looked at so often. */
const PLACING_PAUSE_MS = 200;
/** Nothing new is tried after this. */
const PLACE_MS = 12_000;
/** Reservation in the record of a room that was given up: whoever asks for it next may place it at once. */
const GIVEN_UP = 'given-up';

export interface RoomPlacementOptions {
  redis: Pick<ClusterRedis, 'run' | 'read' | 'nowMs'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  servers: Pick<Servers, 'get' | 'candidates' | 'all'>;
  createMs?: number;
}

export interface PlacedRoom {
  readonly serverId: string;
  readonly maxPlayers: number;
}

/** Where a client finds a room. */
export type RoomLocation =
  | { readonly kind: 'running'; readonly serverId: string; readonly incarnation: string }
  | { readonly kind: 'ended'; readonly why: string; readonly result: Uint8Array | undefined }
  /** On its way to a server, or its server is lost: ask again. */
  | { readonly kind: 'placing' }
  | { readonly kind: 'unknown' };

/** One request to place a room while it is worked on. */
interface Task {
  readonly request: gatehouse.PlaceRoom;
  readonly refusedBy: Set<string>;
  /** Reservation of the own try before: replaced in the record, so that a late server's claim fails. */
  replaces: string;
}

/** Has rooms run on the game server with the fewest games, and knows where they run. */
export class RoomPlacement {
  private readonly options: RoomPlacementOptions;
  private readonly createMs: number;

  constructor(options: RoomPlacementOptions) {
    this.options = options;
    this.createMs = options.createMs ?? CREATE_MS;
  }

  /** @throws GatehouseError UNAVAILABLE, LATE */
  async locate(roomId: string): Promise<RoomLocation> {
    const { redis, keys, servers } = this.options;
    const room = await readRoom(redis, keys, roomId);
    switch (room?.state) {
      case undefined:
        return { kind: 'unknown' };
      case 'placed':
        return { kind: 'placing' };
      case 'ended':
        return { kind: 'ended', why: room.why, result: room.result };
      case 'running': {
        const server = servers.get(room.server);
        const { incarnation } = room;
        const isCurrent = server !== undefined && server.record.incarnation === incarnation;
        return isCurrent ? { kind: 'running', serverId: room.server, incarnation } : { kind: 'placing' };
      }
      default:
        return room satisfies never;
    }
  }

  /**
   * Has the room run somewhere with seats for these users: on a new server, or on the one that runs it already. May be
   * repeated. @throws GatehouseError NO_GAME_SERVER, UNKNOWN_ROOM_CLASS, ROOM_ENDED, what the room said (ROOM_FULL,
   * ROOM_LOCKED, ROOM_FAILED, BAD_OPTIONS), or for now TIMEOUT, LINK_CLOSED, UNAVAILABLE, LATE
   */
  async place(request: gatehouse.PlaceRoom): Promise<PlacedRoom> {
    const { clock } = this.options;
    const deadlineMs = clock.monotonicMs() + PLACE_MS;
    const task: Task = { request, refusedBy: new Set(), replaces: GIVEN_UP };
    while (clock.monotonicMs() < deadlineMs) {
      const placed = await this.lookAndTry(task);
      if (placed !== undefined) return placed;
    }
    throw new GatehouseError('TIMEOUT', { roomId: request.roomId });
  }

  /** Undefined: look and try again. While somebody else is at it nothing is reserved, so that no server looks fuller than it is. */
  private async lookAndTry(task: Task): Promise<PlacedRoom | undefined> {
    const { redis, keys, clock } = this.options;
    const { request, replaces } = task;
    const room = await readRoom(redis, keys, request.roomId);
    if (room === undefined) return this.tryOnce(task);
    if (room.state !== 'placed') return this.enter(request, room);
    if (room.reservation === replaces || redis.nowMs() - room.placedAtMs >= CREATE_TIMEOUT_MS)
      return this.tryOnce(task);
    await sleep(clock, PLACING_PAUSE_MS);
    return undefined;
  }

  private async tryOnce(task: Task): Promise<PlacedRoom | undefined> {
    const { request } = task;
    if (task.refusedBy.size >= MAX_PLACEMENT_TRIES) return this.giveUp(task);
    const placement = await this.reserve(task);
    if (placement === undefined) return this.giveUp(task);
    const outcome = await this.write(task, placement);
    if (outcome.kind === 'placed') return this.create(task, placement, outcome.epoch);
    this.release(placement);
    return outcome.kind === 'placing' ? undefined : this.enter(request, outcome.record); // somebody else was quicker
  }

  private async write({ request, replaces }: Task, placement: Placement): Promise<PlaceRoomOutcome> {
    const { redis, keys } = this.options;
    const { roomId, roomClass, lobbyRoomId } = request;
    const users = request.users.map(user => user.userId ?? '');
    try {
      return await placeRoom(redis, keys, { roomId, roomClass, lobbyRoomId, placement, users, replaces });
    } catch (error) {
      this.release(placement);
      throw error;
    }
  }

  private reserve({ request, refusedBy }: Task): Promise<Placement | undefined> {
    const { redis, keys, servers } = this.options;
    const candidates = servers.candidates('Game').filter(id => !refusedBy.has(id));
    return reserve(redis, keys, { type: 'Game', roomClass: request.roomClass, candidates });
  }

  /** JOIN_SERVER_REQUEST to the reserved server. Undefined: refused, try again. */
  private async create(task: Task, placement: Placement, epoch: number): Promise<PlacedRoom | undefined> {
    const { redis, log } = this.options;
    const { serverId, reservation, games, users } = placement;
    const { roomId, roomClass } = task.request;
    task.replaces = reservation;
    try {
      const deadlineMs = Math.floor(redis.nowMs()) + this.createMs;
      const placed = await this.join(serverId, { ...task.request, reservation, epoch, deadlineMs });
      if (this.options.servers.get(serverId)?.leavesRecords === true) await this.record(roomId, placement);
      const seats = task.request.users.length;
      log.info(LOG_EVENTS.roomPlaced, { roomId, roomClass, server: serverId, games, users, seats, epoch });
      return placed;
    } catch (error) {
      const refusal = toGatehouseError(error);
      log.warn(LOG_EVENTS.roomRefused, { roomId, roomClass, server: serverId, error: refusal });
      this.release(placement);
      const next = afterRefusal(refusal.code);
      if (next === 'give up') throw refusal;
      if (next === 'try another server') task.refusedBy.add(serverId);
      return undefined;
    }
  }

  /** For a server that writes no records. Its count of games includes the room when it answers. */
  private async record(roomId: string, placement: Placement): Promise<void> {
    const { redis, keys } = this.options;
    const { serverId: server, incarnation, reservation } = placement;
    const runs = await runRoom(redis, keys, { roomId, server, incarnation, reservation });
    if (!runs) throw new GatehouseError('STALE_RESERVATION', { roomId });
    this.release(placement);
  }

  /** The room runs or has ended: seats for more users, or none any more. */
  private async enter(request: gatehouse.PlaceRoom, room: RoomRecord): Promise<PlacedRoom> {
    if (room.state === 'ended') throw new GatehouseError('ROOM_ENDED', { roomId: request.roomId, why: room.why });
    const { reservation, epoch } = room;
    const deadlineMs = Math.floor(this.options.redis.nowMs()) + this.createMs;
    return this.join(room.server, { ...request, reservation, epoch, deadlineMs });
  }

  private async join(serverId: string, joinServer: gatehouse.JoinServer.$Properties): Promise<PlacedRoom> {
    const link = this.options.servers.get(serverId)?.link;
    if (link === undefined) throw new GatehouseError('LINK_CLOSED', { peer: serverId });
    const reply = await link.request({ joinServer }, this.createMs);
    return { serverId, maxPlayers: reply.joinServer?.maxPlayers ?? 0 };
  }

  /** No server is left. The last try is replaced too, unless its late claim came first: then the room runs. */
  private async giveUp({ request, replaces }: Task): Promise<PlacedRoom> {
    const { redis, keys, servers } = this.options;
    const { roomId, roomClass, lobbyRoomId } = request;
    if (replaces !== GIVEN_UP) {
      const placement = { serverId: '', incarnation: '', reservation: GIVEN_UP };
      const outcome = await placeRoom(redis, keys, { roomId, roomClass, lobbyRoomId, placement, users: [], replaces });
      if (outcome.kind === 'running') return this.enter(request, outcome.record);
    }
    const games = [...servers.all()].filter(server => server.type === 'Game');
    const isKnown = games.some(server => server.record.rooms.includes(roomClass));
    throw new GatehouseError(games.length > 0 && !isKnown ? 'UNKNOWN_ROOM_CLASS' : 'NO_GAME_SERVER', {
      roomId,
      roomClass,
    });
  }

  private release(placement: Placement): void {
    const { redis, keys } = this.options;
    releaseReservation(redis, keys, placement).catch(() => undefined); // it expires by itself
  }
}
