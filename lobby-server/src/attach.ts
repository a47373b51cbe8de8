import { setLobby } from '@gatehouse/shared/cluster/session-location';
import { readSession } from '@gatehouse/shared/cluster/sessions';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { eventFrame, snapshotFrame } from './event-frames.ts';
import type { Lobby } from './lobby.ts';
import { type Place, placeIn } from './lobby-channel.ts';
import { memberOf } from './lobby-room.ts';
import type { RoomForAttach, StoredRoom } from './room-store.ts';
import { type Reply, replyFrame } from './stored-reply.ts';

/** Everything an attach is answered with. */
export interface Attachment {
  readonly opened: Uint8Array;
  /** Behind OPENED: stored replies, then what the client missed. */
  readonly frames: readonly Uint8Array[];
  readonly have: number;
  readonly known: ReadonlyMap<number, Reply>;
  readonly place: Place | undefined;
}

/**
 * Finds out where a client stands: in which lobby room it is, which of its frames were executed, what it missed.
 * @throws GatehouseError SUPERSEDED by a newer session of this user; CONFLICT, UNAVAILABLE, LATE: attach again
 */
export async function prepareAttach(lobby: Lobby, open: gatehouse.LinkOpen, lobbyServer: string): Promise<Attachment> {
  const { redis, keys } = lobby;
  const session = await readSession(redis, keys, open.userId);
  if (session !== undefined && session.epoch > open.sessionEpoch) throw outranked(open, session);
  const candidates = await readRooms(lobby, open, [session?.lobbyRoomId ?? '', open.roomId]);
  const found = candidates.find(({ stored }) => stored !== undefined && isMember(stored, open.userId));
  const lobbyRoomId = found?.stored?.room.id ?? '';
  const ref = { userId: open.userId, epoch: open.sessionEpoch };
  const ours = await setLobby(redis, keys, ref, { lobbyServer, lobbyRoomId });
  if (!ours && session !== undefined) throw new GatehouseError('CONFLICT'); // claimed anew meanwhile
  return answer(open, candidates, { found, isKicked: candidates.some(room => isKickedFrom(room, open)) });
}

/** By another session of this user; or by a newer claim of this one, whose client will attach again. */
export function outranked(open: { sessionId: string }, owner: { sessionId: string }): GatehouseError {
  return new GatehouseError(owner.sessionId === open.sessionId ? 'CONFLICT' : 'SUPERSEDED');
}

async function readRooms(
  lobby: Lobby,
  open: gatehouse.LinkOpen,
  lobbyRoomIds: readonly string[],
): Promise<RoomForAttach[]> {
  const ids = new Set(lobbyRoomIds.filter(id => id !== ''));
  return Promise.all(Array.from(ids, id => lobby.store.attach(id, open)));
}

function answer(
  open: gatehouse.LinkOpen,
  candidates: readonly RoomForAttach[],
  { found, isKicked }: { found: RoomForAttach | undefined; isKicked: boolean },
): Attachment {
  const replies = new Map([...candidates].reverse().flatMap(room => [...room.replies]));
  const frames: Uint8Array[] = [];
  let have = Math.max(open.first, 1) - 1;
  let rejoins = false;
  // Up to the first gap: what stands behind it is answered when the client has sent it again, in its order.
  for (let reply = replies.get(have + 1); reply !== undefined; reply = replies.get(have + 1)) {
    frames.push(replyFrame(++have, reply));
    rejoins ||= reply.kind === 'joined';
  }
  const stored = found?.stored;
  const missed = found === undefined && isKicked ? KICKED : missedBy(rejoins ? undefined : open.mark, found);
  const known = new Map([...replies].filter(([seq]) => seq > have));
  return {
    opened: openedFrame(open, { stored, have, missed }),
    frames: [...frames, ...missed.frames],
    have,
    known,
    place: stored && placeIn(stored),
  };
}

type Missed =
  | { readonly kind: 'replay'; readonly frames: readonly Uint8Array[] }
  | { readonly kind: 'fresh'; readonly why: string; readonly frames: readonly Uint8Array[] };

const KICKED: Missed = { kind: 'fresh', why: 'kicked', frames: [] };

/** The events after the mark, or one snapshot and why. */
function missedBy(mark: gatehouse.IMark | null | undefined, found: RoomForAttach | undefined): Missed {
  if (found?.stored === undefined) return { kind: 'fresh', why: 'joined', frames: [] };
  const { stored, events, chat } = found;
  const fresh = (why: string): Missed => ({ kind: 'fresh', why, frames: [snapshotFrame(stored, chat)] });
  if (mark === undefined || mark === null) return fresh('joined');
  if (mark.epoch !== stored.epoch) return fresh('epoch');
  const number = mark.number ?? 0;
  const oldest = events[0]?.version ?? stored.version + 1;
  if (number > stored.version || oldest > number + 1) return fresh('trimmed');
  return { kind: 'replay', frames: events.filter(({ version }) => version > number).map(eventFrame) };
}

function openedFrame(
  open: gatehouse.LinkOpen,
  { stored, have, missed }: { stored: StoredRoom | undefined; have: number; missed: Missed },
): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.opened, 0, messages.Opened, {
    stream: STREAMS.lobby,
    roomId: stored?.room.id ?? '',
    epoch: stored?.epoch ?? 0,
    have,
    fresh: missed.kind === 'fresh',
    why: missed.kind === 'fresh' ? missed.why : '',
    through: stored?.version ?? 0,
    lost: 0, // what the client does not keep any more was answered
    turn: open.turn,
  });
}

function isMember({ room }: StoredRoom, userId: string): boolean {
  return memberOf(room, userId) !== undefined;
}

/** Since the client last heard of the room. */
function isKickedFrom({ events }: RoomForAttach, { userId, mark }: gatehouse.LinkOpen): boolean {
  const known = mark?.number ?? 0;
  return events.some(
    ({ version, event }) => version > known && event.kind === 'memberKicked' && event.userId === userId,
  );
}
