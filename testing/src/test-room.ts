import type { Player, RoomContext, RoomMetadata } from '@gatehouse/game-server';
import { type AnyRoom, type RoomEnd, StandaloneRoom } from '@gatehouse/game-server/standalone-room';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { FakePlayer } from './fake-player.ts';
import { type LoggedLine, RoomLogBook } from './room-log-book.ts';

export interface TestRoomOptions {
  /** For onCreate. */
  readonly options?: unknown;
  readonly roomId?: string;
  /** How long the seat of an absent player is held; default 60 s. */
  readonly seatHoldMs?: number;
}

export interface JoinOptions {
  /** Default: the user id. */
  readonly name?: string;
  /** For onAuth. */
  readonly options?: unknown;
  readonly spectator?: boolean;
}

/**
 * Runs a room as a game server does, with a clock that stands still and players that are played by the test:
 * `const room = await testRoom(Arena); const ann = await room.join('ann'); ann.send('move', { x: 1 }); room.advance(50);`
 * @throws RoomFailure when onCreate throws; what the constructor throws
 */
export async function testRoom<R extends AnyRoom>(
  roomClass: new (context: RoomContext) => R,
  options: TestRoomOptions = {},
): Promise<TestedRoom<R>> {
  const room = new TestedRoom(roomClass, options);
  await room.create(options.options);
  return room;
}

/** A room under test. Whatever its code throws or rejects comes out of the call that follows, as RoomFailure. */
export class TestedRoom<R extends AnyRoom> {
  /** The very object of the game's class. */
  readonly room: R;
  private readonly clock = new FakeClock();
  private readonly book = new RoomLogBook();
  private readonly standalone: StandaloneRoom;
  private readonly told = new Map<string, string>();
  private readonly context: RoomContext;
  private end: RoomEnd | undefined;
  private sessionEpoch = 0; // newest of all players

  /** Made by testRoom. */
  constructor(roomClass: new (context: RoomContext) => R, options: TestRoomOptions) {
    const made: { room: R; context: RoomContext }[] = [];
    const makeRoom = (context: RoomContext): R => {
      const room = new roomClass(context);
      made.push({ room, context });
      return room;
    };
    this.standalone = new StandaloneRoom(makeRoom, {
      clock: this.clock,
      log: this.book,
      roomId: options.roomId ?? 'test-1',
      seatHoldMs: options.seatHoldMs ?? 60_000,
      told: text => this.hear(text),
      ended: end => {
        this.end = end;
      },
    });
    const [{ room, context }] = made as [{ room: R; context: RoomContext }]; // else the constructor has thrown
    this.room = room;
    this.context = context;
  }

  /** Once, by testRoom. */
  async create(options: unknown): Promise<void> {
    await this.standalone.create(options).catch(error => {
      this.check();
      throw error;
    });
    this.check();
  }

  /** How the room ended; undefined while it runs. All people gone for 5 s end it too, unless `keepWhenEmpty`. */
  get ended(): { readonly why: string; readonly result: Uint8Array | undefined } | undefined {
    return this.end;
  }

  /** As the lobby shows it now: at most one change in a second arrives there. */
  get metadata(): RoomMetadata | undefined {
    const text = this.told.get('metadata');
    return text === undefined ? undefined : JSON.parse(text);
  }

  get locked(): boolean {
    return this.told.get('locked') === '1';
  }

  /** What the room wrote with `this.log`. */
  get logged(): readonly LoggedLine[] {
    return this.book.lines;
  }

  /** A seat and a connection. @throws GatehouseError ROOM_FULL, ROOM_LOCKED, ROOM_ENDED, SEAT_REFUSED (by onAuth) */
  async join(
    userId: string,
    { name = userId, options, spectator = false }: JoinOptions = {},
  ): Promise<FakePlayer<R['messages']>> {
    await this.standalone.admit([{ user: { userId, name, spectator, bot: false }, options }]);
    const check = () => this.check();
    const player = new FakePlayer<R['messages']>({
      userId,
      messages: this.room.messages,
      room: this.standalone,
      nextSessionEpoch: () => ++this.sessionEpoch,
      check,
    });
    player.back();
    return player;
  }

  /** A seat that the room plays itself. @throws as join */
  async addBot(userId: string, { name = userId, options }: Omit<JoinOptions, 'spectator'> = {}): Promise<Player> {
    await this.standalone.admit([{ user: { userId, name, spectator: false, bot: true }, options }]);
    this.check();
    const bot = this.context.players.get(userId);
    if (bot === undefined) throw new Error(`the room has ended before ${userId} came in`);
    return bot;
  }

  /** Time passes: ticks, timers and absences run. Promises of the room go on in `settle`. */
  advance(ms: number): void {
    this.clock.advance(ms);
    this.check();
  }

  /** Lets asynchronous code of the room go on as far as it can without time passing. */
  async settle(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    this.check();
  }

  /** Ends the room as a server that stops does. */
  stop(): void {
    this.standalone.stop();
    this.check();
  }

  private hear(text: string): void {
    const [kind = '', , ...rest] = text.split(' ');
    this.told.set(kind, rest.join(' '));
  }

  private check(): void {
    if (this.book.failure !== undefined) throw this.book.failure;
  }
}
