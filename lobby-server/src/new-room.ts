import { commandId } from './command-id.ts';
import type { LobbyEvent } from './lobby-event.ts';
import { DEFAULT_MAX_MEMBERS, type LobbyRoom, MAX_MEMBERS, type Member, type User } from './lobby-room.ts';
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
  /** Of the host, for the game room. */
  readonly playerOptions?: string;
  readonly name?: string;
  readonly metadata?: string;
  /** Empty: listed. */
  readonly inviteCode?: string;
  /** Hashed; empty: none. */
  readonly password?: string;
  readonly nowMs: number;
}

/** A room with its first member, who is the host; an `auto` room starts at once. */
export function newRoom(wanted: NewRoom): { room: LobbyRoom; events: readonly LobbyEvent[] } {
  const { playerOptions } = wanted;
  const host: Member = {
    ...wanted.host,
    ready: false,
    role: 'player',
    ...(playerOptions ? { options: playerOptions } : {}),
  };
  const room: LobbyRoom = {
    id: wanted.id,
    roomClass: wanted.roomClass,
    name: wanted.name ?? '',
    options: wanted.options,
    metadata: wanted.metadata ?? '',
    auto: wanted.auto,
    maxMembers: Math.min(wanted.maxMembers ?? wanted.classLimit ?? DEFAULT_MAX_MEMBERS, MAX_MEMBERS),
    maxMembersFrom: wanted.maxMembers === undefined ? 'class' : 'creator',
    locked: false,
    gameLocked: false,
    inviteCode: wanted.inviteCode ?? '',
    password: wanted.password ?? '',
    hostUserId: host.userId,
    round: 0,
    phase: { kind: 'waiting' },
    members: [host],
    bans: [],
    rematchVotes: [],
    botsAdded: 0,
  };
  const joined: LobbyEvent = { kind: 'memberJoined', member: host };
  if (!room.auto) return { room, events: [joined] };
  const started = nextRound(room, wanted.nowMs);
  return { room: started.room, events: [joined, started.event] };
}

const ID_LENGTH = 12;

/** Id of the room that this command of this session creates: whichever server runs it, and however often. */
export function newRoomId(sessionId: string, seq: number): string {
  return commandId('room', { sessionId, seq }, ID_LENGTH);
}
