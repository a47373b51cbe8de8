import type { Keys } from './keys.ts';
import { indexRoom } from './room-life.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { changed } from './script-reply.ts';

/** A room of a backend that writes no records: gateways write them for it, by `runRoom`, `keepRoom` and `closeRoom`. */
export interface KeptRoom {
  readonly roomId: string;
  readonly server: string;
  readonly incarnation: string;
}

const KEEP_ROOM = loadScript('keep-room');
const CLOSE_ROOM = loadScript('close-room');

/** The record lives for `ttlMs` more; undefined: nobody is attached here. One that is gone leaves its server's list. */
export async function keepRoom(
  redis: ScriptRunner,
  keys: Keys,
  room: KeptRoom & { ttlMs: number | undefined },
): Promise<void> {
  const args = [room.server, room.incarnation, room.ttlMs ?? ''];
  const isThere = changed(KEEP_ROOM, await redis.run(KEEP_ROOM, [keys.room(room.roomId)], args));
  if (!isThere) await indexRoom(redis, keys, { ...room, listed: 'remove' });
}

/**
 * The end of a room, told to its lobby room. True for the one gateway that wrote it; false: this incarnation does not run the
 * room any more.
 */
export async function closeRoom(
  redis: ScriptRunner,
  keys: Keys,
  room: KeptRoom & { why: string; result: Uint8Array; seatHoldMs: number },
): Promise<boolean> {
  const { roomId, server, incarnation, why, result, seatHoldMs } = room;
  const args = [roomId, server, incarnation, why, result, seatHoldMs, keys.lobbyChannel('')];
  const isOver = changed(CLOSE_ROOM, await redis.run(CLOSE_ROOM, [keys.room(roomId)], args));
  if (isOver) await indexRoom(redis, keys, { roomId, server, listed: 'remove' });
  return isOver;
}
