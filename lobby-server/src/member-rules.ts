import { type LobbyRoom, type Member, memberOf } from './lobby-room.ts';
import { type CommandOf, changed, type Outcome, refused } from './room-command.ts';
import { nextRound } from './round-rules.ts';

export const MAX_CHAT_CHARACTERS = 500;

/**
 * CONFLICT: not now, ask again; an `auto` room is starting (how many it takes is not known yet), or it plays and the
 * user must have a seat in that game room first.
 */
export function joinRoom(room: LobbyRoom, { user, seatIn, nowMs }: CommandOf<'join'>): Outcome {
  const { phase } = room;
  if (memberOf(room, user.userId) !== undefined) return joinAgain(room, nowMs);
  if (room.members.length >= room.maxMembers) return refused('ROOM_FULL');
  if (!room.auto && phase.kind !== 'waiting') return refused('WRONG_PHASE');
  if (phase.kind === 'starting' || (phase.kind === 'playing' && phase.roomId !== seatIn)) return refused('CONFLICT');
  const member: Member = { ...user, ready: false };
  const joined: LobbyRoom = { ...room, members: [...room.members, member] };
  if (!room.auto || phase.kind === 'playing') return changed(joined, { kind: 'memberJoined', member });
  const started = nextRound(joined, nowMs);
  return changed(started.room, { kind: 'memberJoined', member }, started.event);
}

/** The same seat; whoever asks to play in an `auto` room that waits after a round begins the next one. */
function joinAgain(room: LobbyRoom, nowMs: number): Outcome {
  if (!room.auto || room.phase.kind !== 'waiting') return changed(room);
  const started = nextRound(room, nowMs);
  return changed(started.room, started.event);
}

export function leaveRoom(room: LobbyRoom, { userId }: CommandOf<'leave'>): Outcome {
  if (memberOf(room, userId) === undefined) return refused('NOT_IN_ROOM');
  const members = room.members.filter(member => member.userId !== userId);
  const left = { kind: 'memberLeft', userId } as const;
  const [next] = members;
  if (next === undefined) return changed(undefined, left);
  if (room.hostUserId !== userId) return changed({ ...room, members }, left);
  return changed({ ...room, members, hostUserId: next.userId }, left, { kind: 'hostChanged', userId: next.userId });
}

/** In every phase: a member may get ready for the next round while this one plays. */
export function setReady(room: LobbyRoom, { userId, ready }: CommandOf<'setReady'>): Outcome {
  const before = memberOf(room, userId);
  if (before === undefined) return refused('NOT_IN_ROOM');
  if (before.ready === ready) return changed(room);
  const member: Member = { ...before, ready };
  const members = room.members.map(each => (each.userId === userId ? member : each));
  return changed({ ...room, members }, { kind: 'readyChanged', member });
}

export function say(room: LobbyRoom, { userId, text }: CommandOf<'say'>): Outcome {
  const member = memberOf(room, userId);
  if (member === undefined) return refused('NOT_IN_ROOM');
  const characters = [...text].length;
  if (characters === 0 || characters > MAX_CHAT_CHARACTERS) return refused('CHAT_TOO_LONG');
  return changed(room, { kind: 'chat', userId, name: member.name, text });
}
