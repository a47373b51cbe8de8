import type { LobbyEvent } from './lobby-event.ts';
import { type LobbyRoom, memberOf } from './lobby-room.ts';
import { type CommandOf, changed, type Outcome, refused } from './room-command.ts';

/** The host begins a round; in an `auto` room nobody needs to be ready. */
export function startRound(room: LobbyRoom, { userId, nowMs }: CommandOf<'start'>): Outcome {
  if (memberOf(room, userId) === undefined) return refused('NOT_IN_ROOM');
  if (room.phase.kind !== 'waiting') return refused('WRONG_PHASE');
  if (room.hostUserId !== userId) return refused('NOT_HOST');
  const waitsFor = room.members.find(member => !member.ready && member.userId !== userId);
  if (!room.auto && waitsFor !== undefined) return refused('NOT_READY');
  const started = nextRound(room, nowMs);
  return changed(started.room, started.event);
}

/** The next round in phase `starting`. Its game room's id is also the id of this start: whoever repeats it names the same. */
export function nextRound(room: LobbyRoom, nowMs: number): { room: LobbyRoom; event: LobbyEvent } {
  const round = room.round + 1;
  const roomId = `${room.id}-${round}`;
  return {
    room: { ...room, round, phase: { kind: 'starting', roomId, sinceMs: nowMs } },
    event: { kind: 'starting', roomId },
  };
}

/** WRONG_PHASE: another server that drove the same start was faster. Nobody joins while it lasts, so everybody has a seat. */
export function placed(room: LobbyRoom, { roomId, maxPlayers }: CommandOf<'placed'>): Outcome {
  if (room.phase.kind !== 'starting' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  const known = room.maxMembersFrom === 'class' && maxPlayers > 0;
  const maxMembers = known ? Math.max(maxPlayers, room.members.length) : room.maxMembers;
  return changed({ ...room, maxMembers, phase: { kind: 'playing', roomId } }, { kind: 'started', roomId });
}

export function startFailed(room: LobbyRoom, { roomId, code, message }: CommandOf<'startFailed'>): Outcome {
  if (room.phase.kind !== 'starting' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  return changed({ ...room, phase: { kind: 'waiting' } }, { kind: 'startFailed', code, message });
}

/** Members stay as ready as they were: the host may start the next round at once. */
export function roundEnded(room: LobbyRoom, { roomId, why, resultBase64 }: CommandOf<'roundEnded'>): Outcome {
  if (room.phase.kind !== 'playing' || room.phase.roomId !== roomId) return refused('WRONG_PHASE');
  return changed({ ...room, phase: { kind: 'waiting' } }, { kind: 'roundEnded', roomId, why, resultBase64 });
}
