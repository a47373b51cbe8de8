import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_SEQ, writeFrameSeq } from '@gatehouse/shared/protocol/frame';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { ClientChannel } from './client-channel.ts';
import { RoomGroup } from './room-group.ts';
import { type Mark, type Replay, RoomLog, type RoomLogLimits } from './room-log.ts';
import type { Seat } from './seat.ts';

/** Number of a room's creation, so that no snapshot is numbered 0, which means: not numbered. */
const CREATION = 1;

/**
 * What a room says: numbered and logged, unless volatile, and handed to the links in the same turn. Frames are written
 * once for all players and must not change afterwards.
 */
export class RoomOutput {
  private readonly clock: Clock;
  private readonly log: RoomLog;
  private readonly group = new RoomGroup();
  private newest = CREATION;

  constructor(options: { epoch: number; clock: Clock; limits: RoomLogLimits }) {
    this.clock = options.clock;
    this.log = new RoomLog(options.epoch, CREATION, options.limits);
  }

  /** Number of the newest frame. */
  get through(): number {
    return this.newest;
  }

  /** Nobody would hear a broadcast now. */
  get unheard(): boolean {
    return this.group.empty;
  }

  open(channel: ClientChannel): void {
    this.group.add(channel);
  }

  close(channel: ClientChannel): void {
    this.group.forget(channel);
  }

  replayFor(seat: Seat, mark: Mark | undefined): Replay {
    return this.log.replayAfter(mark, seat, this.clock.monotonicMs());
  }

  /** To everybody who has joined, now or when they attach again. */
  broadcast(frame: Uint8Array, except: Seat | undefined): void {
    const number = this.number(frame);
    const atMs = this.clock.monotonicMs();
    this.log.append(except === undefined ? { number, frame, atMs } : { number, frame, atMs, except: except.userId });
    this.group.multicast(frame, except?.channel);
  }

  /** To those who are there, as far as their connection keeps up. */
  broadcastVolatile(frame: Uint8Array, except: Seat | undefined): void {
    this.group.multicast(frame, except?.channel);
  }

  /** To one player, now or when it attaches again. */
  send(frame: Uint8Array, seat: Seat): void {
    this.log.append({ number: this.number(frame), frame, atMs: this.clock.monotonicMs(), only: seat.userId });
    seat.channel?.send(frame);
  }

  /** The answer to a request: to one player, now or when it attaches again under the session that asked. */
  reply(frame: Uint8Array, seat: Seat, session: string): void {
    this.log.append({ number: this.number(frame), frame, atMs: this.clock.monotonicMs(), only: seat.userId, session });
    seat.channel?.send(frame);
  }

  private number(frame: Uint8Array): number {
    if (this.newest === MAX_SEQ) throw new GatehouseError('SEQUENCE_ERROR', { newest: this.newest });
    writeFrameSeq(frame, ++this.newest);
    return this.newest;
  }
}
