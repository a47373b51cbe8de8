import { defineMessages, json, message, type Player, Room, type RoomContext } from '@gatehouse/game-server';
import { Acknowledger } from '@gatehouse/game-server/internal/acknowledger';
import { GatewayLinks } from '@gatehouse/game-server/internal/gateway-links';
import { RoomCode } from '@gatehouse/game-server/internal/room-code';
import type { RoomEnvironment } from '@gatehouse/game-server/internal/room-environment';
import { RoomRuntime } from '@gatehouse/game-server/internal/room-runtime';
import { TickScheduler } from '@gatehouse/game-server/internal/tick-scheduler';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';

export const ROOM_IDS = ['L-1', 'L-2'] as const;
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

interface RunningRoom {
  readonly room: ModelRoom;
  readonly runtime: RoomRuntime;
}

/** A game server of two rooms: real rooms and the real channels of its links. */
export class ModelGameServer {
  readonly links: GatewayLinks;
  private readonly running = new Map<string, RunningRoom>();
  private speechless = false;

  private constructor(clock: Clock) {
    const ticks = new TickScheduler({ clock, reportLate: () => {} });
    const environment: RoomEnvironment = {
      clock,
      log: silentLog,
      code: CODE,
      ticks,
      acknowledger: new Acknowledger(clock),
      seatHoldMs: Number.POSITIVE_INFINITY,
      logLimits: LOG_LIMITS,
      tellLobby: async () => 1,
      roomEnded: (_room, { why }) => {
        throw new Error(`the room has ended: ${why}`);
      },
      usersChanged: () => {},
    };
    for (const roomId of ROOM_IDS) this.running.set(roomId, newRoom(roomId, environment));
    this.links = new GatewayLinks({
      rooms: {
        open: (channel, open) => this.running.get(open.roomId)?.runtime.open(channel, open),
        joinServer: () => Promise.reject(new GatehouseError('NO_SUCH_ROOM')),
        removeSeats: async () => {},
      },
      ticks,
      holds: () => this.speechless,
    });
  }

  static async start(clock: Clock): Promise<ModelGameServer> {
    const server = new ModelGameServer(clock);
    for (const { runtime } of server.running.values()) await runtime.create(undefined);
    return server;
  }

  room(roomId: string): ModelRoom {
    const found = this.running.get(roomId);
    if (found === undefined) throw new Error(`there is no room ${roomId}`);
    return found.room;
  }

  get rooms(): ModelRoom[] {
    return Array.from(this.running.values(), ({ room }) => room);
  }

  async seat(userIds: readonly string[]): Promise<void> {
    const seats = userIds.map(userId => ({
      user: { userId, name: userId, spectator: false, bot: false },
      options: {},
    }));
    for (const { runtime } of this.running.values()) await runtime.admit(seats);
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
}

function newRoom(roomId: string, environment: RoomEnvironment): RunningRoom {
  let room: ModelRoom | undefined;
  const makeRoom = (context: RoomContext): ModelRoom => {
    room = new ModelRoom(context);
    return room;
  };
  const plan = { roomId, roomClass: 'model', lobbyRoomId: 'L', epoch: 100, reservation: 'r' };
  const runtime = new RoomRuntime(plan, makeRoom, environment);
  if (room === undefined) throw new Error('no room was constructed');
  return { room, runtime };
}

function list(lists: Map<string, number[]>, userId: string): number[] {
  const known = lists.get(userId) ?? [];
  lists.set(userId, known);
  return known;
}
