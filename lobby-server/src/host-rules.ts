import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import { type LobbyEvent, settingsOf } from './lobby-event.ts';
import { type LobbyRoom, MAX_BANS, MAX_MEMBERS, type Member, memberOf, seatsTaken } from './lobby-room.ts';
import { withoutMember } from './member-rules.ts';
import { type CommandOf, changed, type Outcome, refused, type SettingsChange } from './room-command.ts';
import { rematchOfRest } from './round-rules.ts';

/** Letters that no user id has: a bot is never taken for a user. */
const BOT_PREFIX = 'bot:';

/** In every phase, bots too; the seat in a running game, or one that starts, is taken afterwards. */
export function kickMember(room: LobbyRoom, { userId, member, reason, ban, nowMs }: CommandOf<'kick'>): Outcome {
  const refusal = refusalToHost(room, userId);
  if (refusal !== undefined) return refused(refusal);
  if (member === userId || memberOf(room, member) === undefined) return refused('NO_SUCH_MEMBER');
  const kicked: LobbyEvent = { kind: 'memberKicked', userId: member, reason, ban: ban ?? '' };
  const left = withoutMember(room, member);
  if (left === undefined) return changed(undefined, kicked);
  const bans = ban === undefined ? room.bans : [...room.bans, { userId: member, until: ban }].slice(-MAX_BANS);
  const rest = rematchOfRest({ ...left, bans, ...kickedFromGame(left, member) }, nowMs);
  return changed(rest.room, kicked, ...rest.events);
}

function kickedFromGame({ phase, kicked = [] }: LobbyRoom, member: string): Pick<LobbyRoom, 'kicked'> {
  return phase.kind === 'waiting' ? {} : { kicked: [...kicked, member] };
}

/** WRONG_PHASE: that game is over. */
export function seatsRemoved(room: LobbyRoom, { roomId, userIds }: CommandOf<'seatsRemoved'>): Outcome {
  const { kicked = [], ...rest } = room;
  if (room.phase.kind !== 'playing' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  const left = kicked.filter(userId => !userIds.includes(userId));
  return changed(left.length === 0 ? rest : { ...rest, kicked: left });
}

export function handOver(room: LobbyRoom, { userId, member }: CommandOf<'handOver'>): Outcome {
  const refusal = refusalToHost(room, userId);
  if (refusal !== undefined) return refused(refusal);
  const next = memberOf(room, member);
  if (next === undefined || next.role === 'bot') return refused('NO_SUCH_MEMBER');
  if (member === userId) return changed(room);
  return changed({ ...room, hostUserId: member }, { kind: 'hostChanged', userId: member });
}

export function changeSettings(room: LobbyRoom, { userId, change }: CommandOf<'changeSettings'>): Outcome {
  const refusal = refusalToHost(room, userId) ?? refusalOfChange(room, change);
  if (refusal !== undefined) return refused(refusal);
  const next: LobbyRoom = {
    ...room,
    name: change.name ?? room.name,
    maxMembers: change.maxMembers ?? room.maxMembers,
    maxMembersFrom: change.maxMembers === undefined ? room.maxMembersFrom : 'creator',
    options: change.options ?? room.options,
    metadata: change.metadata ?? room.metadata,
    locked: change.locked ?? room.locked,
    inviteCode: nextCode(room.inviteCode, change.inviteCode),
    password: change.password ?? room.password,
  };
  const isSame = Object.entries(next).every(([field, value]) => room[field as keyof LobbyRoom] === value);
  return isSame ? changed(room) : changed(next, { kind: 'settingsChanged', settings: settingsOf(next) });
}

/** While the room waits: the game room gets its seats at the start. */
export function addBot(room: LobbyRoom, { userId, name, options }: CommandOf<'addBot'>): Outcome {
  const refusal = refusalToHost(room, userId);
  if (refusal !== undefined) return refused(refusal);
  if (room.phase.kind !== 'waiting') return refused('WRONG_PHASE');
  if (seatsTaken(room) >= room.maxMembers) return refused('ROOM_FULL');
  const number = room.botsAdded + 1;
  const bot = { userId: `${BOT_PREFIX}${number}`, name: name === '' ? `Bot ${number}` : name };
  const member: Member = { ...bot, ready: true, role: 'bot', ...(options === '' ? {} : { options }) };
  const next = { ...room, members: [...room.members, member], botsAdded: number };
  return changed(next, { kind: 'memberJoined', member });
}

export function removeBot(room: LobbyRoom, { userId, member }: CommandOf<'removeBot'>): Outcome {
  const refusal = refusalToHost(room, userId);
  if (refusal !== undefined) return refused(refusal);
  if (memberOf(room, member)?.role !== 'bot') return refused('NO_SUCH_MEMBER');
  if (room.phase.kind !== 'waiting') return refused('WRONG_PHASE');
  return changed(withoutMember(room, member), { kind: 'memberLeft', userId: member });
}

function refusalToHost(room: LobbyRoom, userId: string): ErrorCode | undefined {
  if (memberOf(room, userId) === undefined) return 'NOT_IN_ROOM';
  return room.hostUserId === userId ? undefined : 'NOT_HOST';
}

function refusalOfChange(room: LobbyRoom, { maxMembers, options }: SettingsChange): ErrorCode | undefined {
  if (maxMembers !== undefined && (maxMembers < Math.max(seatsTaken(room), 1) || maxMembers > MAX_MEMBERS)) {
    return 'BAD_SETTINGS';
  }
  const isNew = options !== undefined && options !== room.options;
  return isNew && room.phase.kind !== 'waiting' ? 'WRONG_PHASE' : undefined;
}

function nextCode(current: string, wanted: string | undefined): string {
  if (wanted === undefined) return current;
  return wanted !== '' && current !== '' ? current : wanted;
}
