import type { CreationTurns } from './creation-turns.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { LobbyIndex } from './lobby-index.ts';
import { type LobbyRoom, seatsTaken } from './lobby-room.ts';

export interface Search {
  readonly roomClass: string;
  /** JSON text; empty: any. */
  readonly options: string;
  /** Rooms that have refused already. */
  readonly except: ReadonlySet<string>;
}

/** Open rooms looked at in one search. */
const CANDIDATES = 64;

/**
 * Finds an open lobby room. Many users who come at once must not all pick the same room, nor each make one of their own: this
 * server picks for one after another and counts those who are on their way, and of all servers one makes a new room.
 */
export class RoomFinder {
  private readonly index: Pick<LobbyIndex, 'open'>;
  private readonly turns: Pick<CreationTurns, 'take'>;
  private readonly queue = new KeyedQueue(); // by room class
  private readonly onTheirWay = new Map<string, number>(); // lobby room → users
  private readonly limits = new Map<string, number>(); // room class → players of a game room

  constructor(index: Pick<LobbyIndex, 'open'>, turns: Pick<CreationTurns, 'take'>) {
    this.index = index;
    this.turns = turns;
  }

  /** Calls `take` with the room found, or undefined; the next search of this class begins when that has settled. */
  find<T>(search: Search, take: (found: LobbyRoom | undefined) => Promise<T>): Promise<T> {
    return this.queue.run(search.roomClass, async () => {
      const found = await this.pick(search);
      return found === undefined ? this.pickInTurn(search, take) : take(found);
    });
  }

  /** One more user is on its way into this room, until the returned function is called. */
  expect(lobbyRoomId: string): () => void {
    this.count(lobbyRoomId, 1);
    return () => this.count(lobbyRoomId, -1);
  }

  /** How many users a game room of this class takes, as far as this server has seen. */
  classLimit(roomClass: string): number | undefined {
    return this.limits.get(roomClass);
  }

  /** A room that plays has learned the limit of its class. */
  learn(room: LobbyRoom): void {
    if (room.maxMembersFrom === 'class' && room.phase.kind === 'playing')
      this.limits.set(room.roomClass, room.maxMembers);
  }

  /** Another server may have made one since, or be about to. */
  private async pickInTurn<T>(search: Search, take: (found: LobbyRoom | undefined) => Promise<T>): Promise<T> {
    const pass = await this.turns.take(search.roomClass);
    try {
      return await take(await this.pick(search));
    } finally {
      pass();
    }
  }

  private async pick({ roomClass, options, except }: Search): Promise<LobbyRoom | undefined> {
    const open = await this.index.open(roomClass, { options, limit: CANDIDATES });
    for (const { room } of open) this.learn(room);
    const fitting = open
      .map(({ room }) => room)
      .filter(room => !except.has(room.id) && (options === '' || room.options === options))
      .filter(room => seatsTaken(room) + (this.onTheirWay.get(room.id) ?? 0) < room.maxMembers);
    return fitting.find(room => room.auto) ?? fitting[0]; // where nobody has to wait for a host first
  }

  private count(lobbyRoomId: string, change: number): void {
    const users = (this.onTheirWay.get(lobbyRoomId) ?? 0) + change;
    if (users === 0) this.onTheirWay.delete(lobbyRoomId);
    else this.onTheirWay.set(lobbyRoomId, users);
  }
}
