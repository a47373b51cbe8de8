import { defineMessages, json, message, type Player, Room, type RoomContext } from '@gatehouse/game-server';
import { Acknowledger } from '@gatehouse/game-server/internal/acknowledger';
import { GatewayLinks } from '@gatehouse/game-server/internal/gateway-links';
import { RoomCode } from '@gatehouse/game-server/internal/room-code';
import { RoomRuntime } from '@gatehouse/game-server/internal/room-runtime';
import { TickScheduler } from '@gatehouse/game-server/internal/tick-scheduler';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';

export const ROOM_ID = 'L-1';
export const SAY = 0x1001;
export const LINE = 0x1002;
export const FLASH = 0x1003;
/** Ten frames or so, so that they run out often. */
const LOG_LIMITS = { maxBytes: 1000, maxAgeMs: 10_000 };
/** One for all: each would slow down every promise of the process. */
const CODE = new RoomCode();
/** Every third line of a player is answered within the same turn. */
const ANSWERED = 3;

const messages = defineMessages({
  say: message(SAY, json<number>()),
  line: message(LINE, json<number>()),
  flash: message(FLASH, json<number>()),
});

/** Says things, and remembers who must have heard what, and what was heard of whom. */
export class ModelRoom extends Room<typeof messages> {
  override readonly messages = messages;
  /** Lines for each player, in order. */
  readonly said = new Map<string, number[]>();
  /** What each player has said, in the order in which it was taken. */
  readonly taken = new Map<string, number[]>();
  /** By flash: how many lines were said to each player before it. */
  readonly flashes: ReadonlyMap<string, number>[] = [];
  private lines = 0;

  override onCreate(): void {
    this.on('say', ({ userId }, number) => {
      list(this.taken, userId).push(number);
      if (number % ANSWERED === 0) this.shout();
    });
  }

  override onJoin(): void {
    this.shout();
  }

  override onAway(): void {
    this.shout();
  }

  override onBack(player: Player): void {
    this.whisper(player.userId);
    this.shout();
  }

  /** How many lines this player has been told. */
  override snapshot({ userId }: Player): Uint8Array {
    return new TextEncoder().encode(String(list(this.said, userId).length));
  }

  shout(exceptUserId = ''): void {
    const except = this.players.get(exceptUserId);
    const line = ++this.lines;
    for (const [userId, player] of this.players) if (player !== except) list(this.said, userId).push(line);
    this.broadcast('line', line, except === undefined ? {} : { except });
  }

  whisper(userId: string): void {
    const player = this.players.get(userId);
    if (player === undefined) return;
    const line = ++this.lines;
    list(this.said, userId).push(line);
    this.send(player, 'line', line);
  }

  flash(exceptUserId = ''): void {
    const except = this.players.get(exceptUserId);
    this.broadcast('flash', this.nextFlash(), { volatile: true, ...(except !== undefined && { except }) });
  }

  flashTo(userId: string): void {
    const player = this.players.get(userId);
    if (player !== undefined) this.send(player, 'flash', this.nextFlash(), { volatile: true });
  }

  saidTo(userId: string): readonly number[] {
    return list(this.said, userId);
  }

  takenFrom(userId: string): readonly number[] {
    return list(this.taken, userId);
  }

  private nextFlash(): number {
    return this.flashes.push(new Map(Array.from(this.said, ([userId, lines]) => [userId, lines.length]))) - 1;
  }
}

/** A game server of one room: the real room and the real channels of its links. */
export class ModelGameServer {
  readonly links: GatewayLinks;
  readonly acknowledger: Acknowledger;
  private readonly runtime: RoomRuntime;
  private made: ModelRoom | undefined;
  private speechless = false;

  private constructor(clock: Clock) {
    const ticks = new TickScheduler({ clock, reportLate: () => {} });
    this.acknowledger = new Acknowledger(clock);
    const plan = { roomId: ROOM_ID, roomClass: 'model', lobbyRoomId: 'L', epoch: 100, reservation: 'r' };
    this.runtime = new RoomRuntime(plan, context => this.makeRoom(context), {
      clock,
      log: silentLog,
      code: CODE,
      ticks,
      acknowledger: this.acknowledger,
      seatHoldMs: Number.POSITIVE_INFINITY,
      logLimits: LOG_LIMITS,
      tellLobby: async () => 1,
      roomEnded: (_room, { why }) => {
        throw new Error(`the room has ended: ${why}`);
      },
      usersChanged: () => {},
    });
    this.links = new GatewayLinks({
      rooms: {
        open: (channel, open) => this.runtime.open(channel, open),
        joinServer: () => Promise.reject(new GatehouseError('NO_SUCH_ROOM')),
        removeSeats: async () => {},
      },
      ticks,
      holds: () => this.speechless,
    });
  }

  static async start(clock: Clock): Promise<ModelGameServer> {
    const server = new ModelGameServer(clock);
    await server.runtime.create(undefined);
    return server;
  }

  get room(): ModelRoom {
    if (this.made === undefined) throw new Error('no room was constructed');
    return this.made;
  }

  async seat(userIds: readonly string[]): Promise<void> {
    const seats = userIds.map(userId => ({
      user: { userId, name: userId, spectator: false, bot: false },
      options: {},
    }));
    await this.runtime.admit(seats);
  }

  /** Its loop stood still: nothing leaves until the registry has confirmed it. */
  holds(): void {
    this.speechless = true;
  }

  isConfirmed(): void {
    if (!this.speechless) return;
    this.speechless = false;
    this.links.decide('release');
  }

  private makeRoom(context: RoomContext): ModelRoom {
    this.made = new ModelRoom(context);
    return this.made;
  }
}

function list(lists: Map<string, number[]>, userId: string): number[] {
  const known = lists.get(userId) ?? [];
  lists.set(userId, known);
  return known;
}
