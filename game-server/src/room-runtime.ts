import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ClientChannel } from './client-channel.ts';
import { RoomAdmission, type SeatRequest } from './room-admission.ts';
import type { CodeOwner } from './room-code.ts';
import type { AnyRoom, RoomContext } from './room-context.ts';
import { RoomDoor } from './room-door.ts';
import { closeCode, type EndReason, isOver, type RoomEnd, refuse } from './room-end.ts';
import type { RoomEnvironment, RoomPlan } from './room-environment.ts';
import { endedFrame } from './room-frames.ts';
import { RoomHost } from './room-host.ts';
import { RoomInbox } from './room-inbox.ts';
import { RoomNotices } from './room-notices.ts';
import { RoomOutput } from './room-output.ts';
import { RoomSeats } from './room-seats.ts';
import { RoomTimers } from './room-timers.ts';
import type { Seat } from './seat.ts';
import type { Ticking } from './tick-scheduler.ts';

/** An onCreate that takes longer has failed. */
export const CREATE_LIMIT_MS = 10_000;
/** A room that all have left ends itself after this. */
export const EMPTY_GRACE_MS = 5000;
const MAX_TICKS_PER_SECOND = 1000;

type RoomState =
  | { readonly kind: 'creating'; readonly waiting: [ClientChannel, gatehouse.LinkOpen][] }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly end: RoomEnd };

/** One room from its creation to its end. Its players come and go by RoomDoor, its frames by RoomOutput and RoomInbox. */
export class RoomRuntime implements CodeOwner, Ticking {
  readonly plan: RoomPlan;
  private readonly environment: RoomEnvironment;
  private readonly log: Log;
  private readonly seats: RoomSeats;
  private readonly output: RoomOutput;
  private readonly timers: RoomTimers;
  private readonly notices: RoomNotices;
  private readonly room: AnyRoom;
  private readonly door: RoomDoor;
  private readonly admission: RoomAdmission;
  private readonly begun: Promise<void>;
  private resolveBegun: () => void = () => {};
  private removeFromTicks: () => void = () => {};
  private state: RoomState = { kind: 'creating', waiting: [] };
  private emptyMs = 0;

  /** Has the room made, and throws what that throws. Nothing else happens before `create`. */
  constructor(plan: RoomPlan, makeRoom: (context: RoomContext) => AnyRoom, environment: RoomEnvironment) {
    const { code, clock, logLimits } = environment;
    const { roomId, lobbyRoomId, epoch } = plan;
    this.plan = plan;
    this.environment = environment;
    this.begun = new Promise(resolve => {
      this.resolveBegun = resolve;
    });
    const log = environment.log.child({ roomId, roomClass: plan.roomClass });
    const seats = new RoomSeats(roomId);
    const output = new RoomOutput({ epoch, clock, limits: logLimits });
    const timers = new RoomTimers(clock);
    const tell = (text: string) => environment.tellLobby(lobbyRoomId, text);
    const notices = new RoomNotices({ roomId, timers, tell });
    const isLive = () => this.state.kind !== 'ended';
    const inbox = new RoomInbox({ code, owner: this, output, seats, isLive });
    const end = (result: Uint8Array | undefined) => this.finish({ why: 'ended', result });
    const messages = () => this.room.messages;
    const reach = { roomId, seats, output, inbox, timers, notices, code, log, messages, isLive, end };
    const room = makeRoom(new RoomHost({ ...reach, owner: this }));
    this.log = log;
    this.seats = seats;
    this.output = output;
    this.timers = timers;
    this.notices = notices;
    this.room = room;
    const door = new RoomDoor({ plan, environment, room, seats, output, inbox, owner: this, log });
    const { begun } = this;
    const seated = (made: readonly Seat[]) => door.seated(made);
    this.door = door;
    this.admission = new RoomAdmission({ room, seats, code, owner: this, clock, log, begun, isLive, seated });
  }

  get roomId(): string {
    return this.plan.roomId;
  }

  get maxPlayers(): number {
    return this.room.maxPlayers;
  }

  /** Players with an open channel. */
  get presentCount(): number {
    return this.door.presentCount;
  }

  get seatedUsers(): string[] {
    return this.seats.userIds;
  }

  get running(): boolean {
    return this.state.kind === 'running';
  }

  /** What `admit` would say now, before the room is asked. @throws GatehouseError ROOM_FULL, ROOM_LOCKED */
  requireSpace(requests: readonly SeatRequest[]): void {
    this.admission.requireSpace(requests);
  }

  /**
   * See RoomAdmission.admit. Waits for `create`.
   * @throws GatehouseError ROOM_FULL, ROOM_LOCKED, ROOM_ENDED, SEAT_REFUSED
   */
  async admit(requests: readonly SeatRequest[]): Promise<void> {
    if (this.state.kind === 'ended') throw new GatehouseError('ROOM_ENDED');
    await this.admission.admit(requests);
  }

  /** Takes the seats of these users; of who is just asking for one, when that is decided. */
  async kick(userIds: readonly string[]): Promise<void> {
    await Promise.all(userIds.map(userId => this.admission.decided(userId)));
    if (this.state.kind === 'running') for (const userId of userIds) this.door.kick(userId);
  }

  /** Runs onCreate and resolves when players may come in. @throws GatehouseError ROOM_FAILED */
  async create(options: unknown): Promise<void> {
    const { clock, code } = this.environment;
    const cancelLimit = clock.after(CREATE_LIMIT_MS, () => {
      this.codeFailed(new GatehouseError('TIMEOUT', { limitMs: CREATE_LIMIT_MS }), 'onCreate');
    });
    const created = code.call(this, 'onCreate', () => this.room.onCreate(options));
    await Promise.race([Promise.allSettled([created]), this.begun]); // it may end before
    cancelLimit();
    if (this.state.kind === 'creating') this.run(this.state.waiting);
    if (this.state.kind === 'ended' && this.state.end.why === 'failed') throw new GatehouseError('ROOM_FAILED');
  }

  /** A client asks for its stream: it is let in, or its channel is closed with the reason. */
  open(channel: ClientChannel, open: gatehouse.LinkOpen): void {
    const decided = this.admission.decided(open.userId);
    if (!channel.open) return; // gone while it waited
    if (this.state.kind === 'creating') this.state.waiting.push([channel, open]);
    else if (this.state.kind === 'running' && decided !== undefined) void decided.then(() => this.open(channel, open));
    else if (this.state.kind === 'running' && this.door.attach(channel, open)) return;
    if (this.state.kind === 'ended') refuse(channel, this.state.end);
  }

  tick(deltaMs: number): void {
    this.environment.code.call(this, 'tick', this.runTick, deltaMs);
  }

  /** Time during which seats are held and a room may stay empty; it stands still while Redis is out of reach. */
  age(elapsedMs: number): void {
    if (this.state.kind !== 'running') return;
    this.door.age(elapsedMs);
    const isEmpty = this.seats.isEmpty && !this.admission.isBusy && !this.room.keepWhenEmpty;
    this.emptyMs = isEmpty ? this.emptyMs + elapsedMs : 0;
    if (this.emptyMs >= EMPTY_GRACE_MS) this.finish({ why: 'ended', result: undefined });
  }

  /** The server ends it. */
  stop(why: Exclude<EndReason, 'ended' | 'failed'>): void {
    this.finish({ why, result: undefined });
  }

  codeFailed(error: unknown, where: string): void {
    this.log.error(LOG_EVENTS.roomFailed, { where, error });
    this.finish({ why: 'failed', result: undefined });
  }

  private readonly runTick = (deltaMs: number): unknown => this.room.tick(deltaMs);

  private run(waiting: [ClientChannel, gatehouse.LinkOpen][]): void {
    this.state = { kind: 'running' };
    this.resolveBegun();
    this.notices.open();
    this.startTicks();
    for (const [channel, open] of waiting) this.open(channel, open);
  }

  private startTicks(): void {
    const { tickHz } = this.room;
    if (tickHz === undefined) return;
    if (tickHz > 0 && tickHz <= MAX_TICKS_PER_SECOND) {
      this.removeFromTicks = this.environment.ticks.add(this, tickHz);
    } else {
      this.codeFailed(
        new RangeError(`tickHz is ${tickHz} but must be above 0 and at most ${MAX_TICKS_PER_SECOND}`),
        'tickHz',
      );
    }
  }

  private finish(end: RoomEnd): void {
    const { state } = this;
    if (state.kind === 'ended') return;
    if (isOver(end)) this.output.broadcast(endedFrame(end), undefined);
    this.state = { kind: 'ended', end };
    this.timers.cancelAll();
    this.notices.close();
    this.removeFromTicks();
    this.door.closeAll(closeCode(end));
    if (state.kind === 'creating') for (const [channel] of state.waiting) refuse(channel, end);
    this.resolveBegun();
    this.environment.roomEnded(this, end);
  }
}
