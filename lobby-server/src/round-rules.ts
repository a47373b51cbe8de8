import { type LobbyEvent, settingsOf } from './lobby-event.ts';
import { type LobbyRoom, memberOf, seatsTaken } from './lobby-room.ts';
import { type CommandOf, changed, type Outcome, refused } from './room-command.ts';

/** The host begins a round; in an `auto` room nobody needs to be ready. */
export function startRound(room: LobbyRoom, { userId, nowMs }: CommandOf<'start'>): Outcome {
  if (memberOf(room, userId) === undefined) return refused('NOT_IN_ROOM');
  if (room.phase.kind !== 'waiting') return refused('WRONG_PHASE');
  if (room.hostUserId !== userId) return refused('NOT_HOST');
  const waitsFor = room.members.some(({ ready, role, userId: id }) => role === 'player' && !ready && id !== userId);
  if ((!room.auto && waitsFor) || seatsTaken(room) === 0) return refused('NOT_READY');
  const started = nextRound(room, nowMs);
  return changed(started.room, started.event);
}

/** The next round in phase `starting`. Its game room's id is also the id of this start: whoever repeats it names the same. */
export function nextRound(room: LobbyRoom, nowMs: number): { room: LobbyRoom; event: LobbyEvent } {
  const round = room.round + 1;
  const roomId = `${room.id}-${round}`;
  return {
    room: { ...room, round, rematchVotes: [], phase: { kind: 'starting', roomId, sinceMs: nowMs } },
    event: { kind: 'starting', roomId },
  };
}

/** WRONG_PHASE: another server that drove the same start was faster. Nobody joins while it lasts, so everybody has a seat. */
export function placed(room: LobbyRoom, { roomId, maxPlayers }: CommandOf<'placed'>): Outcome {
  if (room.phase.kind !== 'starting' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  const known = room.maxMembersFrom === 'class' && maxPlayers > 0;
  const maxMembers = known ? Math.max(maxPlayers, seatsTaken(room)) : room.maxMembers;
  return changed({ ...room, maxMembers, phase: { kind: 'playing', roomId } }, { kind: 'started', roomId });
}

export function startFailed(room: LobbyRoom, { roomId, code, message }: CommandOf<'startFailed'>): Outcome {
  if (room.phase.kind !== 'starting' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  return waitAgain(room, { kind: 'startFailed', code, message });
}

/** Members stay as ready as they were: the host may start the next round at once. Bans for the round end with it. */
export function roundEnded(room: LobbyRoom, { roomId, why, resultBase64 }: CommandOf<'roundEnded'>): Outcome {
  if (room.phase.kind !== 'playing' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  const bans = room.bans.filter(({ until }) => until === 'forever');
  return waitAgain({ ...room, bans }, { kind: 'roundEnded', roomId, why, resultBase64 });
}

/** After a round every player may want the next one; the last vote starts it. */
export function voteRematch(room: LobbyRoom, { userId, yes, nowMs }: CommandOf<'voteRematch'>): Outcome {
  const member = memberOf(room, userId);
  if (member === undefined) return refused('NOT_IN_ROOM');
  if (member.role !== 'player') return refused('SPECTATOR');
  if (room.phase.kind !== 'waiting' || room.round === 0) return refused('WRONG_PHASE');
  if (room.rematchVotes.includes(userId) === yes) return changed(room);
  const others = room.rematchVotes.filter(voter => voter !== userId);
  const voted: LobbyRoom = { ...room, rematchVotes: yes ? [...others, userId] : others };
  const event: LobbyEvent = { kind: 'rematchVoted', userId, yes };
  if (!allWantRematch(voted)) return changed(voted, event);
  const started = nextRound(voted, nowMs);
  return changed(started.room, event, started.event);
}

/** Refused when nothing changes: every lobby server with members of the room has heard the same. */
export function gameMetadata(room: LobbyRoom, { roomId, metadata }: CommandOf<'gameMetadata'>): Outcome {
  if (!isRoundIn(room, roomId) || room.gameMetadata === metadata) return refused('WRONG_PHASE');
  return settingsChanged({ ...room, gameMetadata: metadata });
}

/** As gameMetadata. */
export function gameLocked(room: LobbyRoom, { roomId, locked }: CommandOf<'gameLocked'>): Outcome {
  if (!isRoundIn(room, roomId) || room.gameLocked === locked) return refused('WRONG_PHASE');
  return settingsChanged({ ...room, gameLocked: locked });
}

/** When those who did not want the next round are gone, it starts. `room` is as it is without them. */
export function rematchOfRest(room: LobbyRoom, nowMs: number): { room: LobbyRoom; events: readonly LobbyEvent[] } {
  if (room.phase.kind !== 'waiting' || !allWantRematch(room)) return { room, events: [] };
  const started = nextRound(room, nowMs);
  return { room: started.room, events: [started.event] };
}

function allWantRematch({ members, rematchVotes }: LobbyRoom): boolean {
  if (rematchVotes.length === 0) return false;
  return members.every(({ role, userId }) => role !== 'player' || rematchVotes.includes(userId));
}

function isRoundIn({ phase }: LobbyRoom, roomId: string): boolean {
  return phase.kind !== 'waiting' && phase.roomId === roomId;
}

/** The lock of a game goes with the game, what it said of itself does, and its seats do. */
function waitAgain({ kicked: _, gameMetadata: told, ...room }: LobbyRoom, event: LobbyEvent): Outcome {
  const waiting: LobbyRoom = { ...room, phase: { kind: 'waiting' }, gameLocked: false };
  if (!room.gameLocked && told === undefined) return changed(waiting, event);
  return changed(waiting, event, { kind: 'settingsChanged', settings: settingsOf(waiting) });
}

function settingsChanged(room: LobbyRoom): Outcome {
  return changed(room, { kind: 'settingsChanged', settings: settingsOf(room) });
}
