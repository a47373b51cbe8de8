import { defineMessages, message } from '@gatehouse/shared/protocol/game-messages';
import { messages as wire } from '@gatehouse/shared/protocol/messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { type Log, silentLog } from '@gatehouse/shared/runtime/log';
import { Acknowledger } from './acknowledger.ts';
import { Room } from './room.ts';
import { RoomCode } from './room-code.ts';
import type { AnyRoom, LeaveReason, Player, RoomContext } from './room-context.ts';
import type { RoomEnd } from './room-end.ts';
import type { RoomEnvironment } from './room-environment.ts';
import { ROOM_LOG_LIMITS } from './room-log.ts';
import { RoomRuntime } from './room-runtime.ts';
import type { TestClient, TestGateway } from './test-gateway.ts';
import { TickScheduler } from './tick-scheduler.ts';

export const SAY = 0x1001;
export const MOVE = 0x1002;
export const messages = defineMessages({
  say: message(SAY, json<string>()),
  move: message(MOVE, json<number>()),
});

/** A room that writes down what happens to it. */
export class DiaryRoom extends Room<typeof messages> {
  override readonly messages = messages;
  override readonly maxPlayers: number = 3;
  readonly diary: string[] = [];

  override onCreate(_options: unknown): void | Promise<void> {
    this.diary.push('create');
    this.on('say', (player, text) => {
      this.diary.push(`${player.userId}: ${text}`);
      this.broadcast('say', `${player.userId}: ${text}`);
    });
  }

  override onJoin({ userId }: Player): void | Promise<void> {
    this.diary.push(`join ${userId}`);
  }

  override onAway({ userId }: Player): void {
    this.diary.push(`away ${userId}`);
  }

  override onBack({ userId }: Player): void {
    this.diary.push(`back ${userId}`);
  }

  override onLeave({ userId }: Player, why: LeaveReason): void {
    this.diary.push(`leave ${userId} ${why}`);
  }

  override snapshot(player: Player): Uint8Array {
    return new TextEncoder().encode(`for ${player.userId}`);
  }
}

export interface TestRoomOptions {
  readonly users?: readonly string[];
  readonly seatHoldMs?: number;
  readonly log?: Log;
}

export interface OpenFields {
  readonly session?: string;
  readonly sessionEpoch?: number;
  readonly mark?: { epoch: number; number: number };
  readonly first?: number;
}

export const EPOCH = 100;

/** One room with its clock; nothing else is there. */
export class TestRoom<R extends AnyRoom> {
  readonly clock = new FakeClock();
  readonly runtime: RoomRuntime;
  readonly ends: RoomEnd[] = [];
  /** That of the first users. */
  readonly admitted: Promise<void>;
  /** What its lobby room was told, and how many lobby servers hear that. */
  readonly told: string[] = [];
  listeners = 1;
  /** Set while the runtime is constructed. */
  private made: R | undefined;

  constructor(roomClass: new (context: RoomContext) => R, options: TestRoomOptions = {}) {
    const { clock } = this;
    const { users = ['ann', 'bo'], seatHoldMs = 60_000, log = silentLog } = options;
    const environment: RoomEnvironment = {
      clock,
      log,
      code: new RoomCode(),
      ticks: new TickScheduler({ clock, reportLate: () => {} }),
      acknowledger: new Acknowledger(clock),
      seatHoldMs,
      logLimits: ROOM_LOG_LIMITS,
      tellLobby: async (_lobbyRoomId, text) => {
        this.told.push(text);
        return this.listeners;
      },
      roomEnded: (_room, end) => this.ends.push(end),
      usersChanged: () => {},
    };
    const plan = { roomId: 'L-1', roomClass: 'diary', lobbyRoomId: 'L', epoch: EPOCH, reservation: 'r' };
    const makeRoom = (context: RoomContext): R => {
      this.made = new roomClass(context);
      return this.made;
    };
    this.runtime = new RoomRuntime(plan, makeRoom, environment);
    this.admitted = this.admit(...users);
    this.admitted.catch(() => {}); // whoever waits for it hears
  }

  /** Created and running. */
  static async of<R extends AnyRoom>(
    roomClass: new (context: RoomContext) => R,
    options: TestRoomOptions = {},
  ): Promise<TestRoom<R>> {
    const test = new TestRoom(roomClass, options);
    await test.runtime.create(undefined);
    await test.admitted;
    return test;
  }

  get room(): R {
    if (this.made === undefined) throw new Error('no room was constructed');
    return this.made;
  }

  get end(): RoomEnd | undefined {
    return this.ends[0];
  }

  /** Players `ann` and `bo`, spectator `?eve`, bot `*rob`. */
  admit(...names: string[]): Promise<void> {
    return this.runtime.admit(
      names.map(name => {
        const userId = name.replace(/^[?*]/, '');
        const user = { userId, name: userId.toUpperCase(), spectator: name[0] === '?', bot: name[0] === '*' };
        return { user, options: { from: userId } };
      }),
    );
  }

  open(gateway: TestGateway, userId: string, fields: OpenFields = {}): TestClient {
    const { session = `s-${userId}`, sessionEpoch = 1, mark, first = 1 } = fields;
    const client = gateway.newClient();
    const open = { stream: 2, roomId: 'L-1', userId, sessionId: session, sessionEpoch, first, ...(mark && { mark }) };
    this.runtime.open(client.channel, wire.LinkOpen.create(open));
    return client;
  }
}
