import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import { frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ChannelReader, ClientChannel } from './client-channel.ts';
import type { CodeOwner } from './room-code.ts';
import type { AnyRoom, LeaveReason } from './room-context.ts';
import type { RoomEnvironment, RoomPlan } from './room-environment.ts';
import { openedFrame, snapshotFrame } from './room-frames.ts';
import type { RoomInbox } from './room-inbox.ts';
import type { Mark } from './room-log.ts';
import type { RoomOutput } from './room-output.ts';
import type { RoomSeats } from './room-seats.ts';
import type { Seat, SeatPlace } from './seat.ts';

export interface RoomDoorOptions {
  readonly plan: RoomPlan;
  readonly environment: RoomEnvironment;
  readonly room: AnyRoom;
  readonly seats: RoomSeats;
  readonly output: RoomOutput;
  readonly inbox: RoomInbox;
  readonly owner: CodeOwner;
  readonly log: Log;
}

/** How players come into a running room and go: channels, seats and the hooks that tell the room. */
export class RoomDoor {
  private readonly options: RoomDoorOptions;
  private present = 0;

  constructor(options: RoomDoorOptions) {
    this.options = options;
  }

  /** Players with an open channel. */
  get presentCount(): number {
    return this.present;
  }

  /**
   * An attach, whole in this turn: the user's older channel is closed, then OPENED, the replay or one SNAPSHOT, the group,
   * the hook. Or the channel is closed with the reason. false: the room's snapshot failed, and nothing was answered.
   */
  attach(channel: ClientChannel, open: gatehouse.LinkOpen): boolean {
    const { seats, output, plan, log } = this.options;
    const seat = seats.of(open.userId);
    if (seat === undefined || seat.player.bot) {
      const { code, why } = seats.refusalOf(open.userId);
      channel.close(code, { message: why });
      return true;
    }
    const admission = seat.admit(open);
    if (admission.kind !== 'admitted') {
      // By a newer claim of this same session: its gateway is about to hear so, and the client to connect again.
      channel.close(open.sessionId === seat.sessionId ? 'CONFLICT' : 'SUPERSEDED');
      return true;
    }
    const replay = output.replayFor(seat, markOf(open));
    const frames = replay.kind === 'replay' ? replay.frames : this.snapshotFrames(seat);
    if (frames === undefined) return false;
    const from = seat.place;
    if (from.kind === 'present') this.release(from.channel, 'SUPERSEDED');
    const { roomId, epoch } = plan;
    const { through } = output;
    const { lost } = admission;
    channel.sendOpened(openedFrame({ roomId, epoch, have: seat.have, lost, through, turn: open.turn, replay }));
    for (const frame of frames) channel.send(frame);
    if (from.kind === 'reserved') seat.joinedAt = through;
    this.sit(seat, channel);
    log.debug(LOG_EVENTS.streamAttached, {
      userId: seat.userId,
      correlationId: open.correlationId,
      start: replay.kind,
    });
    this.tellArrival(seat, from.kind);
    return true;
  }

  /** Time of absence: who has been away, or has not come, for as long as seats are held, loses the seat. */
  age(elapsedMs: number): void {
    const { seats, environment } = this.options;
    for (const seat of seats.all()) {
      if (seat.place.kind === 'present' || seat.place.kind === 'bot') continue;
      seat.absentMs += elapsedMs;
      if (seat.absentMs >= environment.seatHoldMs) this.vacate(seat, 'expired');
    }
  }

  /** This user has no seat any more, whatever its client thinks: that attaches again and is told. */
  kick(userId: string): void {
    const { seats } = this.options;
    const seat = seats.of(userId);
    if (seat === undefined) return;
    seats.turnAway(userId, { code: 'NO_SEAT', why: 'kicked' });
    this.vacate(seat, 'kicked');
  }

  /** Seats that were just made: bots come in at once. */
  seated(seats: readonly Seat[]): void {
    for (const seat of seats) {
      if (!seat.player.bot) continue;
      seat.sitAsBot();
      this.tellJoin(seat);
    }
  }

  /** The room has ended. */
  closeAll(code: ErrorCode): void {
    for (const { channel } of this.options.seats.all()) {
      if (channel !== undefined) this.release(channel, code);
    }
  }

  /** One frame of the player in this seat. */
  receive(seat: Seat, frame: Uint8Array): void {
    const { environment, inbox, room } = this.options;
    if (!seat.take(frameSeq(frame))) return;
    environment.acknowledger.taken(seat);
    if (frameType(frame) === FRAME_TYPES.leaveRoom) this.vacate(seat, 'left');
    else if (seat.player.spectator) inbox.refuseSpectator(room.messages, seat, frame);
    else inbox.receive(room.messages, seat, frame);
  }

  /** The player in this seat is away. */
  channelClosed(seat: Seat, channel: ClientChannel): void {
    const { environment, owner, output, room } = this.options;
    output.close(channel);
    this.present--;
    seat.goAway();
    environment.usersChanged();
    if (!seat.player.spectator) environment.code.call(owner, 'onAway', () => room.onAway(seat.player));
  }

  private sit(seat: Seat, channel: ClientChannel): void {
    seat.sit(channel);
    this.present++;
    channel.reader = new SeatReader(this, seat, channel);
    this.options.output.open(channel);
    this.options.environment.usersChanged();
  }

  private tellArrival(seat: Seat, from: SeatPlace['kind']): void {
    const { environment, owner, room } = this.options;
    if (from === 'reserved') this.tellJoin(seat);
    else if (from === 'away' && !seat.player.spectator) {
      environment.code.call(owner, 'onBack', () => room.onBack(seat.player));
    }
  }

  private tellJoin(seat: Seat): void {
    const { environment, owner, room, seats } = this.options;
    const { player } = seat;
    seats.join(seat);
    if (player.spectator) environment.code.call(owner, 'onSpectatorJoin', () => room.onSpectatorJoin(player));
    else environment.code.call(owner, 'onJoin', () => room.onJoin(player));
  }

  /** Undefined: the room's code failed, and the room has ended. */
  private snapshotFrames(seat: Seat): Uint8Array[] | undefined {
    const { environment, owner, room, output } = this.options;
    const { through } = output;
    const frame = environment.code.call(owner, 'snapshot', () => {
      const state = room.snapshot(seat.player);
      if (through !== output.through) throw new Error('snapshot() must only read, but it sent a message');
      return snapshotFrame(state, through);
    });
    return frame && [frame];
  }

  private vacate(seat: Seat, reason: LeaveReason): void {
    const { environment, owner, room, seats } = this.options;
    const { channel, joined, player } = seat;
    if (channel !== undefined) {
      environment.acknowledger.acknowledgeNow(seat);
      this.release(channel, reason === 'kicked' ? 'NO_SEAT' : 'CLOSED');
    }
    seat.goAway();
    seats.remove(seat);
    environment.usersChanged();
    if (!joined) return;
    if (player.spectator) {
      environment.code.call(owner, 'onSpectatorLeave', () => room.onSpectatorLeave(player, reason));
    } else environment.code.call(owner, 'onLeave', () => room.onLeave(player, reason));
  }

  private release(channel: ClientChannel, code: ErrorCode): void {
    this.options.output.close(channel);
    this.present--;
    channel.close(code);
  }
}

/** What the player in a seat sends. A class, not closures: there is one for each player. */
class SeatReader implements ChannelReader {
  private readonly door: RoomDoor;
  private readonly seat: Seat;
  private readonly channel: ClientChannel;

  constructor(door: RoomDoor, seat: Seat, channel: ClientChannel) {
    this.door = door;
    this.seat = seat;
    this.channel = channel;
  }

  receive(frame: Uint8Array): void {
    this.door.receive(this.seat, frame);
  }

  channelClosed(): void {
    this.door.channelClosed(this.seat, this.channel);
  }
}

function markOf({ mark }: gatehouse.LinkOpen): Mark | undefined {
  return mark ? { epoch: mark.epoch ?? 0, number: mark.number ?? 0 } : undefined;
}
