import { GatehouseError } from '../protocol/errors.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';
import type { Placement } from './placement.ts';
import { type RoomRecord, readRoom } from './room-records.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { badReply, textList } from './script-reply.ts';

/** A placed room that no server has taken after this is free for another try. */
export const CREATE_TIMEOUT_MS = 5_000;
export const PLACED_TTL_MS = 30_000;
export const RUNNING_TTL_MS = 90_000;
/** A running room is asserted so often. */
export const ASSERT_INTERVAL_MS = 30_000;

/** What the server that runs a room knows of it; enough to write a lost record again. */
export interface RunningRoom {
  readonly roomId: string;
  readonly server: string;
  readonly incarnation: string;
  readonly epoch: number;
  readonly reservation: string;
  readonly users: readonly string[];
  readonly roomClass: string;
  readonly lobbyRoomId: string;
}

export type PlaceRoomOutcome =
  | { readonly kind: 'placed'; readonly epoch: number }
  | { readonly kind: 'running'; readonly record: RoomRecord }
  | { readonly kind: 'ended'; readonly record: RoomRecord }
  /** Somebody else placed it a moment ago; ask again. */
  | { readonly kind: 'placing' };

const PLACE_ROOM = loadScript('place-room');
const RUN_ROOM = loadScript('run-room');
const ASSERT_ROOM = loadScript('assert-room');
const END_ROOM = loadScript('end-room');
const CLAIM_LOST_ROOM = loadScript('claim-lost-room');
const ABANDON_ROOM = loadScript('abandon-room');
const INDEX_ROOM = loadScript('index-room');

/**
 * Writes where a room is to run. `replaces` is the reservation of the caller's own earlier try: a late server's claim with
 * it then fails. Also replaces a try of anybody that is older than `createTimeoutMs`.
 */
export async function placeRoom(
  redis: Pick<ClusterRedis, 'run' | 'read'>,
  keys: Keys,
  options: {
    roomId: string;
    placement: Pick<Placement, 'serverId' | 'incarnation' | 'reservation'>;
    roomClass: string;
    lobbyRoomId: string;
    users: readonly string[];
    replaces?: string;
    createTimeoutMs?: number;
  },
): Promise<PlaceRoomOutcome> {
  const { placement } = options;
  const reply = await redis.run(
    PLACE_ROOM,
    [keys.room(options.roomId)],
    [
      placement.serverId,
      placement.incarnation,
      placement.reservation,
      options.roomClass,
      options.lobbyRoomId,
      JSON.stringify(options.users),
      options.replaces ?? '',
      options.createTimeoutMs ?? CREATE_TIMEOUT_MS,
      PLACED_TTL_MS,
    ],
  );
  const [kind, epoch] = textList(PLACE_ROOM, reply);
  switch (kind) {
    case 'placed':
      return { kind, epoch: Number(epoch) };
    case 'placing':
      return { kind };
    case 'running':
    case 'ended':
      return existing(await readRoom(redis, keys, options.roomId));
    default:
      throw badReply(PLACE_ROOM, reply);
  }
}

function existing(record: RoomRecord | undefined): PlaceRoomOutcome {
  switch (record?.state) {
    case 'running':
    case 'ended':
      return { kind: record.state, record };
    default:
      throw new GatehouseError('CONFLICT'); // changed between script and read; the caller tries again
  }
}

/**
 * The game server takes a placed room: listed under its server first, so that a crash never hides it, then placed → running.
 * False: the reservation was replaced (STALE_RESERVATION). May be repeated.
 */
export async function runRoom(
  redis: ScriptRunner,
  keys: Keys,
  room: { roomId: string; server: string; incarnation: string; reservation: string },
): Promise<boolean> {
  await indexRoom(redis, keys, { ...room, listed: 'add' });
  const args = [room.server, room.incarnation, room.reservation, RUNNING_TTL_MS];
  const [kind, holder] = textList(RUN_ROOM, await redis.run(RUN_ROOM, [keys.room(room.roomId)], args));
  if (kind !== 'running') await unlistUnless(holder, redis, keys, room);
  return kind === 'running';
}

/**
 * The game server does not run this room: it asked to take it and has heard no answer. Not in its list any more, and free to
 * be placed, if that reservation had been taken all the same. May be repeated.
 */
export async function abandonRoom(
  redis: ScriptRunner,
  keys: Keys,
  room: { roomId: string; server: string; incarnation: string; reservation: string },
): Promise<void> {
  const args = [room.server, room.incarnation, room.reservation];
  const [holder] = textList(ABANDON_ROOM, await redis.run(ABANDON_ROOM, [keys.room(room.roomId)], args));
  await unlistUnless(holder, redis, keys, room);
}

/**
 * A running room says that it still runs and who sits in it; writes back what Redis lost. Call it only after the registry
 * has confirmed this incarnation: a record that a lost server's heirs ended may have expired.
 * `superseded`: a higher epoch is stored, or this one was ended; the room must stop.
 */
export async function assertRoom(
  redis: ScriptRunner,
  keys: Keys,
  room: RunningRoom,
): Promise<'running' | 'superseded'> {
  const reply = await redis.run(
    ASSERT_ROOM,
    [keys.room(room.roomId)],
    [
      room.server,
      room.incarnation,
      room.epoch,
      room.reservation,
      JSON.stringify(room.users),
      room.roomClass,
      room.lobbyRoomId,
      RUNNING_TTL_MS,
    ],
  );
  const [kind, holder] = textList(ASSERT_ROOM, reply);
  if (kind === 'running') await indexRoom(redis, keys, { ...room, listed: 'add' });
  else await unlistUnless(holder, redis, keys, room);
  return kind === 'running' ? kind : 'superseded';
}

/**
 * The end of a room by its own server: ended + result for `seatHoldMs`, and `ended <roomId>` on the lobby room's channel.
 * False: a higher epoch is stored, nothing was changed. May be repeated.
 */
export async function endRoom(
  redis: ScriptRunner,
  keys: Keys,
  options: { room: RunningRoom; why: string; result: Uint8Array | undefined; seatHoldMs: number },
): Promise<boolean> {
  const { room } = options;
  const reply = await redis.run(
    END_ROOM,
    [keys.room(room.roomId)],
    [
      room.roomId,
      room.server,
      room.incarnation,
      room.epoch,
      room.roomClass,
      room.lobbyRoomId,
      options.why,
      options.result ?? '',
      options.seatHoldMs,
      keys.lobbyChannel(room.lobbyRoomId),
    ],
  );
  const [kind, holder] = textList(END_ROOM, reply);
  await unlistUnless(holder, redis, keys, room);
  return kind === 'ended';
}

/**
 * A gateway ends a running room of a lost incarnation, raising its epoch, and tells the lobby room. True for the one gateway
 * that did it; false: it is not (any more) that incarnation's. Either way the server's list no longer names it.
 */
export async function endRoomOfLostServer(
  redis: ScriptRunner,
  keys: Keys,
  options: { roomId: string; server: string; incarnation: string; why: string; seatHoldMs: number },
): Promise<boolean> {
  const args = [
    options.roomId,
    options.server,
    options.incarnation,
    options.why,
    options.seatHoldMs,
    keys.lobbyChannel(''),
  ];
  const reply = await redis.run(CLAIM_LOST_ROOM, [keys.room(options.roomId)], args);
  const [kind, holder] = textList(CLAIM_LOST_ROOM, reply);
  await unlistUnless(holder, redis, keys, options);
  return kind === 'ended';
}

/** A newer try of the same room on the same server must stay in the list. */
async function unlistUnless(
  holder: string | undefined,
  redis: ScriptRunner,
  keys: Keys,
  room: { roomId: string; server: string },
): Promise<void> {
  if (holder !== room.server) await indexRoom(redis, keys, { ...room, listed: 'remove' });
}

/** By the list of its server a gateway finds a room when that server is lost. */
export async function indexRoom(
  redis: ScriptRunner,
  keys: Keys,
  entry: { roomId: string; server: string; listed: 'add' | 'remove' },
): Promise<void> {
  await redis.run(INDEX_ROOM, [keys.roomsOf(entry.server)], [entry.listed, entry.roomId]);
}
