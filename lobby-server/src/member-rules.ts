import type { LobbyEvent } from './lobby-event.ts';
import { type LobbyRoom, type Member, memberOf } from './lobby-room.ts';
import { type CommandOf, changed, type Outcome, refused } from './room-command.ts';
import { rematchOfRest } from './round-rules.ts';

export const MAX_CHAT_CHARACTERS = 500;

export function leaveRoom(room: LobbyRoom, { userId, nowMs }: CommandOf<'leave'>): Outcome {
  if (memberOf(room, userId) === undefined) return refused('NOT_IN_ROOM');
  const left = withoutMember(room, userId);
  const gone: LobbyEvent = { kind: 'memberLeft', userId };
  if (left === undefined) return changed(undefined, gone);
  const rest = rematchOfRest(left, nowMs);
  if (left.hostUserId === room.hostUserId) return changed(rest.room, gone, ...rest.events);
  return changed(rest.room, gone, { kind: 'hostChanged', userId: left.hostUserId }, ...rest.events);
}

/** The room without this member, with a next host if need be; undefined: only bots would be left, it closes. */
export function withoutMember(room: LobbyRoom, userId: string): LobbyRoom | undefined {
  const members = room.members.filter(member => member.userId !== userId);
  const people = members.filter(({ role }) => role !== 'bot');
  const [first] = people;
  if (first === undefined) return undefined;
  const next = people.find(({ role }) => role === 'player') ?? first;
  const hostUserId = room.hostUserId === userId ? next.userId : room.hostUserId;
  return { ...room, members, hostUserId, rematchVotes: room.rematchVotes.filter(voter => voter !== userId) };
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

export function say(room: LobbyRoom, { userId, text, nowMs }: CommandOf<'say'>): Outcome {
  const member = memberOf(room, userId);
  if (member === undefined) return refused('NOT_IN_ROOM');
  if (!isChatLine(text)) return refused('CHAT_TOO_LONG');
  return changed(room, { kind: 'chat', userId, name: member.name, text, atMs: Math.floor(nowMs) });
}

export function isChatLine(text: string): boolean {
  const characters = [...text].length;
  return characters > 0 && characters <= MAX_CHAT_CHARACTERS;
}
