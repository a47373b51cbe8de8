import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import {
  isListed,
  isLocked,
  type LobbyRoom,
  MAX_SPECTATORS,
  type Member,
  memberOf,
  seatsTaken,
  spectatorCount,
} from './lobby-room.ts';
import { type CommandOf, changed, type Invitation, type Outcome, refused } from './room-command.ts';
import { nextRound } from './round-rules.ts';

/**
 * CONFLICT: not now, ask again; the room is starting (how many it takes is not known yet), or it plays and the user must
 * have a seat in that game room first; not the one it is just losing by a kick.
 */
export function joinRoom(room: LobbyRoom, join: CommandOf<'join'>): Outcome {
  const { user, role, options, seatIn, nowMs } = join;
  const { phase } = room;
  const known = memberOf(room, user.userId);
  if (known !== undefined) return joinAgain(room, known, nowMs);
  const refusal = refusalOf(room, join);
  if (refusal !== undefined) return refused(refusal);
  if (phase.kind === 'starting' || (phase.kind === 'playing' && phase.roomId !== seatIn)) return refused('CONFLICT');
  if (room.kicked?.includes(user.userId)) return refused('CONFLICT');
  const member: Member = { ...user, ready: false, role, ...(options ? { options } : {}) };
  const joined: LobbyRoom = { ...room, members: [...room.members, member] };
  if (!room.auto || phase.kind === 'playing' || role === 'spectator') {
    return changed(joined, { kind: 'memberJoined', member });
  }
  const started = nextRound(joined, nowMs);
  return changed(started.room, { kind: 'memberJoined', member }, started.event);
}

/** The same place; a player who asks to play in an `auto` room that waits after a round begins the next one. */
function joinAgain(room: LobbyRoom, { role }: Member, nowMs: number): Outcome {
  if (!room.auto || room.phase.kind !== 'waiting' || role !== 'player') return changed(room);
  const started = nextRound(room, nowMs);
  return changed(started.room, started.event);
}

function refusalOf(room: LobbyRoom, { user, role, invitation }: CommandOf<'join'>): ErrorCode | undefined {
  if (room.bans.some(({ userId }) => userId === user.userId)) return 'BANNED';
  const uninvited = refusalOfInvitation(room, invitation);
  if (uninvited !== undefined) return uninvited;
  if (role === 'spectator') return spectatorCount(room) >= MAX_SPECTATORS ? 'ROOM_FULL' : undefined;
  if (isLocked(room)) return 'ROOM_LOCKED';
  if (seatsTaken(room) >= room.maxMembers) return 'ROOM_FULL';
  return !room.auto && room.phase.kind !== 'waiting' ? 'WRONG_PHASE' : undefined;
}

/** A room that is in no list opens by its code or its password, a listed one by its password if it has one. */
function refusalOfInvitation(room: LobbyRoom, invitation: Invitation | undefined): ErrorCode | undefined {
  if (isListed(room) && room.password === '') return undefined;
  if (invitation?.kind === 'code')
    return !isListed(room) && invitation.code === room.inviteCode ? undefined : 'WRONG_CODE';
  if (room.password === '') return 'NO_SUCH_ROOM'; // who has only found out the id is not told that it exists
  return invitation?.hash === room.password ? undefined : 'WRONG_PASSWORD';
}
