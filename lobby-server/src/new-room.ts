import { createHash } from 'node:crypto';
import type { LobbyEvent } from './lobby-event.ts';
import { DEFAULT_MAX_MEMBERS, type LobbyRoom, MAX_MEMBERS, type User } from './lobby-room.ts';
import { nextRound } from './round-rules.ts';

export interface NewRoom {
  readonly id: string;
  readonly roomClass: string;
  readonly options: string;
  readonly auto: boolean;
  /** Undefined: the class decides. */
  readonly maxMembers: number | undefined;
  /** What the class decides, as far as it is known. */
  readonly classLimit?: number | undefined;
  readonly host: User;
  readonly nowMs: number;
}

/** A room with its first member, who is the host; an `auto` room starts at once. */
export function newRoom(wanted: NewRoom): { room: LobbyRoom; events: readonly LobbyEvent[] } {
  const host = { ...wanted.host, ready: false };
  const room: LobbyRoom = {
    id: wanted.id,
    roomClass: wanted.roomClass,
    options: wanted.options,
    auto: wanted.auto,
    maxMembers: Math.min(wanted.maxMembers ?? wanted.classLimit ?? DEFAULT_MAX_MEMBERS, MAX_MEMBERS),
    maxMembersFrom: wanted.maxMembers === undefined ? 'class' : 'creator',
    hostUserId: host.userId,
    round: 0,
    phase: { kind: 'waiting' },
    members: [host],
  };
  const joined: LobbyEvent = { kind: 'memberJoined', member: host };
  if (!room.auto) return { room, events: [joined] };
  const started = nextRound(room, wanted.nowMs);
  return { room: started.room, events: [joined, started.event] };
}

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'; // no i, l, o, u: an id is read aloud and typed
const ID_LENGTH = 12;

/** Id of the room that this command of this session creates: whichever server runs it, and however often. */
export function newRoomId(sessionId: string, seq: number): string {
  const hash = createHash('sha256').update(`${sessionId} ${seq}`).digest();
  return Array.from(hash.subarray(0, ID_LENGTH), byte => ID_LETTERS[byte % ID_LETTERS.length]).join('');
}
