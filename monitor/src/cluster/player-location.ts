import type { GatewayRecord } from '@gatehouse/shared/cluster/gateway-record';
import type { RoomRecord } from '@gatehouse/shared/cluster/room-records';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import type { SessionRecord } from '@gatehouse/shared/cluster/sessions';
import type { LobbyRoomState } from './lobby-room-state.ts';

/** What Redis says about one player and about what is around him. Undefined: it says nothing of it. */
export interface PlayerFacts {
  readonly session: SessionRecord;
  /** Whether his gateway has a connection of him; he may come back. */
  readonly isConnected: boolean;
  readonly nowMs: number;
  readonly gateway: GatewayRecord | undefined;
  readonly lobbyServer: ServerRecord | undefined;
  readonly lobbyRoom: LobbyRoomState | undefined;
  readonly gameRoom: RoomRecord | undefined;
  /** That runs the game room. */
  readonly gameServer: ServerRecord | undefined;
}

/** One thing on the way from a player to his game. `id` empty: there is none. */
export interface PlayerStep {
  readonly what: 'session' | 'gateway' | 'lobby server' | 'lobby room' | 'game room' | 'server';
  readonly id: string;
  readonly state: string;
  /** A sentence: why he is there, or why not. */
  readonly why: string;
}

export interface PlayerLocation {
  readonly userId: string;
  readonly why: string;
  readonly steps: readonly PlayerStep[];
}

/** Pure. */
export function locatePlayer(facts: PlayerFacts): PlayerLocation {
  const steps = [
    sessionStep(facts),
    gatewayStep(facts),
    lobbyServerStep(facts),
    lobbyRoomStep(facts),
    gameRoomStep(facts),
    gameServerStep(facts),
  ];
  return { userId: facts.session.userId, why: wholeWhy(facts, steps), steps };
}

/** The first thing that is wrong says most; else where he is. */
function wholeWhy({ session, isConnected }: PlayerFacts, steps: readonly PlayerStep[]): string {
  const wrong = steps.find(({ state }) => WRONG_STATES.has(state));
  if (wrong !== undefined) return wrong.why;
  if (!isConnected) return 'He is not connected; what he had is kept for a while in case he comes back.';
  if (session.roomId !== '') return `He plays in ${session.roomId}.`;
  if (session.lobbyRoomId !== '') return `He waits in the lobby room ${session.lobbyRoomId}.`;
  return 'He is connected, and in no room.';
}

const WRONG_STATES: ReadonlySet<string> = new Set(['lost', 'down', 'restarted', 'unknown', 'ended', 'not a member']);

function sessionStep({ session, isConnected }: PlayerFacts): PlayerStep {
  const { sessionId: id, epoch } = session;
  return isConnected
    ? {
        what: 'session',
        id,
        state: 'connected',
        why: `The newest connection of this user; epoch ${epoch} outranks all others.`,
      }
    : {
        what: 'session',
        id,
        state: 'away',
        why: 'His connection has ended; this session goes on when he comes back in time.',
      };
}

function gatewayStep({ session, gateway, nowMs }: PlayerFacts): PlayerStep {
  const step = { what: 'gateway', id: session.gateway } as const;
  if (gateway === undefined)
    return { ...step, state: 'unknown', why: 'His gateway is not in the registry any more: he has to connect again.' };
  if (gateway.incarnation !== session.incarnation) {
    return { ...step, state: 'restarted', why: 'His gateway has been started anew since: he has to connect again.' };
  }
  if (gateway.leaseUntilMs <= nowMs) {
    return { ...step, state: 'lost', why: 'His gateway has not renewed its lease: it owns no session any more.' };
  }
  if (gateway.state === 'draining') {
    return { ...step, state: 'draining', why: 'His gateway is ending: it sends him to another one.' };
  }
  return { ...step, state: 'up', why: `He has connected to it at ${gateway.address}.` };
}

function lobbyServerStep({ session, lobbyServer }: PlayerFacts): PlayerStep {
  const step = { what: 'lobby server', id: session.lobbyServer } as const;
  if (session.lobbyServer === '') return { ...step, state: 'none', why: 'He has not asked for the lobby.' };
  if (lobbyServer === undefined)
    return { ...step, state: 'unknown', why: 'It is not in the registry any more: his gateway takes another one.' };
  return {
    ...step,
    state: lobbyServer.state,
    why: 'It had the fewest users when his gateway chose it for his lobby stream.',
  };
}

function lobbyRoomStep({ session, lobbyRoom }: PlayerFacts): PlayerStep {
  const step = { what: 'lobby room', id: session.lobbyRoomId } as const;
  if (session.lobbyRoomId === '') return { ...step, state: 'none', why: 'He is in no lobby room.' };
  if (lobbyRoom === undefined)
    return { ...step, state: 'ended', why: 'The lobby room is closed; he learns it with his next command.' };
  const member = lobbyRoom.members.find(({ userId }) => userId === session.userId);
  if (member === undefined) {
    return { ...step, state: 'not a member', why: 'The room does not count him in: he left, or was removed.' };
  }
  const place = lobbyRoom.hostUserId === session.userId ? 'its host' : `a ${member.role} of it`;
  return {
    ...step,
    state: lobbyRoom.phase,
    why: `He is ${place}, one of ${lobbyRoom.members.length}; round ${lobbyRoom.round}.`,
  };
}

function gameRoomStep({ session, gameRoom }: PlayerFacts): PlayerStep {
  const step = { what: 'game room', id: session.roomId } as const;
  if (session.roomId === '') return { ...step, state: 'none', why: 'He is in no game.' };
  if (gameRoom === undefined)
    return {
      ...step,
      state: 'unknown',
      why: 'Redis knows no such room: it ended long ago, or its server writes no records.',
    };
  switch (gameRoom.state) {
    case 'placed':
      return { ...step, state: 'placed', why: `${gameRoom.server} was chosen for it and is about to run it.` };
    case 'running':
      return { ...step, state: 'running', why: runningWhy(gameRoom, session.userId) };
    case 'ended':
      return { ...step, state: 'ended', why: `It has ended: ${gameRoom.why}.` };
    default:
      return gameRoom satisfies never;
  }
}

function runningWhy({ users, roomClass, lobbyRoomId }: RoomRecord, userId: string): string {
  const seat = users.includes(userId) ? 'He has one of its seats' : 'He looks on, without a seat of the start';
  const from = lobbyRoomId === '' ? '' : `; it was started by the lobby room ${lobbyRoomId}`;
  return `${seat} in a game of ${roomClass}${from}.`;
}

function gameServerStep({ gameRoom, gameServer }: PlayerFacts): PlayerStep {
  const step = { what: 'server', id: gameRoom?.server ?? '' } as const;
  if (gameRoom === undefined) return { ...step, state: 'none', why: 'There is no game to run.' };
  if (gameServer === undefined)
    return { ...step, state: 'unknown', why: 'The server of his game is not in the registry any more.' };
  if (gameServer.incarnation !== gameRoom.incarnation) {
    return { ...step, state: 'restarted', why: 'The server has been started anew since: the room was lost with it.' };
  }
  return { ...step, state: gameServer.state, why: SERVER_WHY[gameServer.state] };
}

const SERVER_WHY: Readonly<Record<ServerRecord['state'], string>> = {
  up: 'It had the fewest games when the room was placed.',
  suspect: 'It has missed a health check; another one, and it gets nothing new.',
  down: 'It was evicted and gets nothing new, but some gateway still hears it: the game goes on.',
  lost: 'It is dead or heard by nobody: its rooms are ended.',
  draining: 'It is ending: it finishes its games and takes nothing new.',
};
