import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readRoom } from '@gatehouse/shared/cluster/room-records';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Delivery } from './delivery.ts';
import type { InviteCodes } from './invite-codes.ts';
import type { LobbyIndex } from './lobby-index.ts';
import type { LobbyRoom } from './lobby-room.ts';
import type { LobbyRooms } from './lobby-rooms.ts';
import type { RemovedSeats } from './removed-seats.ts';
import type { Look, RoomStore } from './room-store.ts';
import type { ServedRoom } from './served-room.ts';
import { REPEAT_START_AFTER_MS, type StartFlow } from './start-flow.ts';

export const LOOK_INTERVAL_MS = 2_000;
/** A record that Redis lost is written back by the game server within 30 s; an ended one is there for SEAT_HOLD_MS. */
const LOOKS_WITHOUT_RECORD = 20;
/** Looks at a room that nobody is attached to any more, beside those that its members' absence takes. */
const SPARE_LOOKS = 3;
/** The index of open rooms is written anew once in so many looks. */
const LOOKS_PER_INDEX_WRITE = 15;

export interface RoomWatchOptions {
  redis: Pick<ClusterRedis, 'read' | 'nowMs' | 'onReconnected' | 'onResubscribed'>;
  keys: Keys;
  store: RoomStore;
  rooms: LobbyRooms;
  index: LobbyIndex;
  codes: InviteCodes;
  delivery: Delivery;
  starts: StartFlow;
  removedSeats: RemovedSeats;
  seatHoldMs: number;
  clock: Clock;
  log: Log;
  lookIntervalMs?: number;
}

/**
 * Looks at every lobby room with members here, and for a while at those whose last one here has gone, every 2 s: what was missed is delivered, members who are attached nowhere
 * leave, a start that hangs is repeated, seats of the kicked are taken, a round whose game room is over ends. Nothing depends on a message or on one server.
 */
export class RoomWatch implements Part {
  readonly name = 'room-watch';
  private readonly options: RoomWatchOptions;
  private readonly recordMissing = new WeakMap<ServedRoom, { roomId: string; looks: number }>();
  private readonly lingering = new Map<string, number>(); // lobby room → looks left
  private stops: (() => void)[] = [];
  private looking: Promise<void> | undefined;
  private looks = 0;

  constructor(options: RoomWatchOptions) {
    this.options = options;
  }

  start(): void {
    if (this.stops.length > 0) return;
    const { clock, redis, delivery, lookIntervalMs = LOOK_INTERVAL_MS } = this.options;
    const cancel = clock.every(lookIntervalMs, () => void this.lookAtAll());
    const resubscribed = redis.onResubscribed(() => {
      delivery.doubtAll();
      void this.lookAtAll();
    });
    this.stops = [cancel, resubscribed, redis.onReconnected(() => delivery.doubtAll())];
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  /**
   * Nobody is attached here to this room any more, or never was: when all its members are gone without a word, somebody must see them out.
   * Looked at until they are, or as long as that can take; if this server dies meanwhile, the room is forgotten in the end.
   */
  linger(lobbyRoomId: string): void {
    const { seatHoldMs, lookIntervalMs = LOOK_INTERVAL_MS } = this.options;
    this.lingering.set(lobbyRoomId, Math.ceil(seatHoldMs / lookIntervalMs) + SPARE_LOOKS);
  }

  /** One round of looks at a time: while Redis is slow they must not pile up. Resolves when a round has ended. */
  lookAtAll(): Promise<void> {
    this.looking ??= this.lookAtEach().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** When the game room of a round is over, so is the round: committed when this resolves. */
  async checkRound(lobbyRoomId: string, roomId: string): Promise<'plays' | 'over' | 'unknown'> {
    const { redis, keys } = this.options;
    const record = await readRoom(redis, keys, roomId);
    if (record === undefined) return 'unknown';
    if (record.state !== 'ended') return 'plays';
    await this.endRound(lobbyRoomId, { roomId, why: record.why, result: record.result });
    return 'over';
  }

  private async lookAtEach(): Promise<void> {
    this.looks++;
    const served = Array.from(this.options.delivery.served(), each => this.look(each));
    const left = Array.from(this.lingering, ([lobbyRoomId, looks]) => this.lookOnceMore(lobbyRoomId, looks));
    await Promise.all([...served, ...left]);
  }

  private async lookOnceMore(lobbyRoomId: string, looks: number): Promise<void> {
    const { delivery, store, seatHoldMs, log } = this.options;
    if (looks === 0 || delivery.get(lobbyRoomId) !== undefined) {
      this.lingering.delete(lobbyRoomId);
      return;
    }
    try {
      const look = await store.look(lobbyRoomId, { attachedHere: [], holdMs: seatHoldMs });
      if (look === undefined) this.lingering.delete(lobbyRoomId);
      else {
        this.lingering.set(lobbyRoomId, looks - 1);
        await this.removeAbsent(look);
      }
    } catch (error) {
      log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId, error }); // the next look repeats it
    }
  }

  private async look(served: ServedRoom): Promise<void> {
    const { store, seatHoldMs, log } = this.options;
    const { lobbyRoomId } = served;
    try {
      const look = await store.look(lobbyRoomId, { attachedHere: served.userIds(), holdMs: seatHoldMs });
      if (look === undefined || look.stored.epoch !== served.epoch) served.vanished();
      else await this.act(served, look);
    } catch (error) {
      log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId, error }); // the next look repeats it
    }
  }

  private async removeAbsent({ stored, absent }: Look): Promise<void> {
    const { rooms, redis, seatHoldMs: holdMs } = this.options;
    for (const userId of absent) {
      await rooms.removeAbsent(stored.room.id, { userId, holdMs, nowMs: redis.nowMs() });
    }
  }

  private async act(served: ServedRoom, look: Look): Promise<void> {
    const { index, codes } = this.options;
    const { stored } = look;
    if (stored.version > served.version || served.doubtful) await served.catchUp();
    await this.removeAbsent(look);
    if (this.looks % LOOKS_PER_INDEX_WRITE === 0) {
      await index.write(stored);
      if (stored.room.inviteCode !== '') await codes.claim(stored.room.inviteCode, stored.room.id);
    }
    await this.lookAtRound(served, stored.room);
  }

  private async lookAtRound(served: ServedRoom, room: LobbyRoom): Promise<void> {
    const { redis, starts, removedSeats } = this.options;
    const { phase } = room;
    if (phase.kind === 'starting' && redis.nowMs() - phase.sinceMs >= REPEAT_START_AFTER_MS) void starts.drive(room);
    void removedSeats.drive(room);
    if (phase.kind !== 'playing' || (await this.checkRound(room.id, phase.roomId)) !== 'unknown') return;
    const before = this.recordMissing.get(served);
    const looks = before?.roomId === phase.roomId ? before.looks + 1 : 1;
    this.recordMissing.set(served, { roomId: phase.roomId, looks });
    if (looks < LOOKS_WITHOUT_RECORD) return;
    await this.endRound(room.id, { roomId: phase.roomId, why: 'serverLost', result: undefined });
  }

  private async endRound(
    lobbyRoomId: string,
    { roomId, why, result }: { roomId: string; why: string; result: Uint8Array | undefined },
  ): Promise<void> {
    const resultBase64 = Buffer.from(result ?? '').toString('base64');
    const command = { kind: 'roundEnded', roomId, why, resultBase64 } as const;
    const execution = await this.options.rooms.execute(lobbyRoomId, command);
    if (execution.kind === 'answered') this.options.log.info(LOG_EVENTS.lobbyRoundEnded, { lobbyRoomId, roomId, why });
  }
}
