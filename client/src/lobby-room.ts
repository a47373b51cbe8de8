import type { gatehouse } from '@gatehouse/shared/protocol/messages';

export interface LobbyMember {
  readonly userId: string;
  readonly name: string;
  readonly ready: boolean;
}

export type LobbyPhase = 'waiting' | 'starting' | 'playing';

/** A lobby room as its members see it. A value: every change makes a new one. */
export interface LobbyRoom {
  readonly id: string;
  readonly roomClass: string;
  /** What it was created with. */
  readonly options: unknown;
  /** Starts with its first member and takes late joiners. */
  readonly auto: boolean;
  readonly phase: LobbyPhase;
  readonly maxMembers: number;
  readonly hostUserId: string;
  /** The game room of this round, while starting or playing. */
  readonly roomId: string | undefined;
  readonly members: readonly LobbyMember[];
}

/** What happens in a lobby room, by name. */
export interface LobbyRoomEvents {
  memberJoined: LobbyMember;
  memberLeft: { readonly userId: string };
  readyChanged: LobbyMember;
  hostChanged: { readonly userId: string };
  chat: { readonly userId: string; readonly name: string; readonly text: string };
  starting: { readonly roomId: string };
  /** The game room runs and has a seat for every member: time to enter it. */
  started: { readonly roomId: string };
  startFailed: { readonly code: string; readonly message: string };
  roundEnded: { readonly roomId: string; readonly why: string; readonly result: Uint8Array };
  /** This user is not in the lobby room any more. */
  closed: { readonly why: string };
}

/** One event with its name. */
export type LobbyRoomEvent = {
  [N in keyof LobbyRoomEvents]: { readonly name: N; readonly payload: LobbyRoomEvents[N] };
}[keyof LobbyRoomEvents];

export function readLobbyPhase(phase: string | null | undefined): LobbyPhase {
  return phase === 'starting' || phase === 'playing' ? phase : 'waiting';
}

export function readLobbyRoom(room: gatehouse.LobbyRoom.$Properties): LobbyRoom {
  return {
    id: room.lobbyRoomId ?? '',
    roomClass: room.roomClass ?? '',
    options: parseOptions(room.options ?? ''),
    auto: room.auto ?? false,
    phase: readLobbyPhase(room.phase),
    maxMembers: room.maxMembers ?? 0,
    hostUserId: room.hostUserId ?? '',
    roomId: room.roomId || undefined,
    members: (room.members ?? []).map(readMember),
  };
}

/** Undefined: an event of a newer server. */
export function readLobbyEvent(event: gatehouse.LobbyEvent): LobbyRoomEvent | undefined {
  if (event.memberJoined) return { name: 'memberJoined', payload: readMember(event.memberJoined) };
  if (event.memberLeft) return { name: 'memberLeft', payload: { userId: event.memberLeft } };
  if (event.readyChanged) return { name: 'readyChanged', payload: readMember(event.readyChanged) };
  if (event.hostChanged) return { name: 'hostChanged', payload: { userId: event.hostChanged } };
  if (event.chat) {
    const { userId, name, text } = event.chat;
    return { name: 'chat', payload: { userId: userId ?? '', name: name ?? '', text: text ?? '' } };
  }
  if (event.starting) return { name: 'starting', payload: { roomId: event.starting } };
  if (event.started) return { name: 'started', payload: { roomId: event.started } };
  if (event.startFailed) {
    const { code, message } = event.startFailed;
    return { name: 'startFailed', payload: { code: code ?? '', message: message ?? '' } };
  }
  if (event.roundEnded) {
    const { roomId, why, result } = event.roundEnded;
    return { name: 'roundEnded', payload: { roomId: roomId ?? '', why: why ?? '', result: result ?? NOTHING } };
  }
  return event.closed ? { name: 'closed', payload: { why: event.closed } } : undefined;
}

/** The room after the event; undefined: `ownUserId` is not in it any more. */
export function applyLobbyEvent(room: LobbyRoom, event: LobbyRoomEvent, ownUserId: string): LobbyRoom | undefined {
  switch (event.name) {
    case 'memberJoined':
    case 'readyChanged':
      return { ...room, members: withMember(room.members, event.payload) };
    case 'memberLeft': {
      if (event.payload.userId === ownUserId) return undefined;
      return { ...room, members: room.members.filter(member => member.userId !== event.payload.userId) };
    }
    case 'hostChanged':
      return { ...room, hostUserId: event.payload.userId };
    case 'starting':
      return { ...room, phase: 'starting', roomId: event.payload.roomId };
    case 'started':
      return { ...room, phase: 'playing', roomId: event.payload.roomId };
    case 'startFailed':
    case 'roundEnded':
      return { ...room, phase: 'waiting', roomId: undefined };
    case 'chat':
      return room;
    case 'closed':
      return undefined;
    default:
      return event satisfies never;
  }
}

const NOTHING = new Uint8Array(0);

function readMember(member: gatehouse.LobbyMember.$Properties): LobbyMember {
  return { userId: member.userId ?? '', name: member.name ?? '', ready: member.ready ?? false };
}

/** In order of joining; a known member keeps its place. */
function withMember(members: readonly LobbyMember[], changed: LobbyMember): readonly LobbyMember[] {
  const isKnown = members.some(member => member.userId === changed.userId);
  if (!isKnown) return [...members, changed];
  return members.map(member => (member.userId === changed.userId ? changed : member));
}

function parseOptions(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined; // not made by this SDK; the server checks what it is given
  }
}
