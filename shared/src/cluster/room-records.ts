import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';

/** Where a game room is, or how it ended: `<namespace>:room:<id>`. */
export type RoomRecord = RoomPlace & (RoomAlive | RoomOver);

export interface RoomPlace {
  readonly roomId: string;
  readonly server: string;
  readonly incarnation: string;
  readonly epoch: number;
  readonly reservation: string;
  /** User ids with a seat. */
  readonly users: readonly string[];
  readonly roomClass: string;
  readonly lobbyRoomId: string;
}

export type RoomAlive =
  /** Since then, in Redis time, it is up to the server with the reservation to take it. */
  { readonly state: 'placed'; readonly placedAtMs: number } | { readonly state: 'running' };

export interface RoomOver {
  readonly state: 'ended';
  readonly why: string;
  readonly result: Uint8Array | undefined;
}

/** Undefined: never placed, or forgotten after its time. */
export async function readRoom(
  redis: Pick<ClusterRedis, 'read'>,
  keys: Keys,
  roomId: string,
): Promise<RoomRecord | undefined> {
  const fields = await redis.read(commands => commands.hgetallBuffer(keys.room(roomId)));
  return parseRoom(roomId, fields);
}

/** Rooms that this server has run or was about to run; each record says whether it still does. */
export function roomsOfServer(redis: Pick<ClusterRedis, 'read'>, keys: Keys, serverId: string): Promise<string[]> {
  return redis.read(commands => commands.smembers(keys.roomsOf(serverId)));
}

function parseRoom(roomId: string, fields: Readonly<Record<string, Buffer>>): RoomRecord | undefined {
  const text = (name: string) => fields[name]?.toString() ?? '';
  const place: RoomPlace = {
    roomId,
    server: text('server'),
    incarnation: text('incarnation'),
    epoch: Number(text('epoch')),
    reservation: text('reservation'),
    users: parseUsers(text('users')),
    roomClass: text('class'),
    lobbyRoomId: text('lobbyRoom'),
  };
  const state = text('state');
  switch (state) {
    case 'placed':
      return { ...place, state, placedAtMs: Number(text('placedAt')) };
    case 'running':
      return { ...place, state };
    case 'ended':
      return { ...place, state, why: text('why'), result: fields.result };
    default:
      return undefined;
  }
}

function parseUsers(json: string): string[] {
  const users: unknown = json === '' ? [] : JSON.parse(json);
  return Array.isArray(users) ? users.map(String) : [];
}
