import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type {
  ChatLine,
  LobbyMember,
  LobbyPhase,
  LobbyRole,
  LobbyRoom,
  LobbyRoomEvent,
  LobbySettings,
} from './lobby-room.ts';

const NOTHING = new Uint8Array(0);

/** A room in a list. */
export interface LobbyListing {
  readonly id: string;
  readonly roomClass: string;
  readonly name: string;
  readonly phase: LobbyPhase;
  /** Players and bots. */
  readonly memberCount: number;
  readonly maxMembers: number;
  readonly spectatorCount: number;
  /** Starts with its first member and takes late joiners. */
  readonly auto: boolean;
  readonly locked: boolean;
  readonly hasPassword: boolean;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export function readListing(listing: gatehouse.ILobbyListing): LobbyListing {
  return {
    id: listing.lobbyRoomId ?? '',
    roomClass: listing.roomClass ?? '',
    name: listing.name ?? '',
    phase: readPhase(listing.phase),
    memberCount: listing.members ?? 0,
    maxMembers: listing.maxMembers ?? 0,
    spectatorCount: listing.spectators ?? 0,
    auto: listing.auto ?? false,
    locked: listing.locked ?? false,
    hasPassword: listing.hasPassword ?? false,
    metadata: readMetadata(listing.metadata),
  };
}

export function readLobbyRoom(room: gatehouse.ILobbyRoom): LobbyRoom {
  return {
    ...readSettings(room),
    id: room.lobbyRoomId ?? '',
    roomClass: room.roomClass ?? '',
    auto: room.auto ?? false,
    phase: readPhase(room.phase),
    hostUserId: room.hostUserId ?? '',
    roomId: room.roomId || undefined,
    rounds: room.rounds ?? 0,
    members: (room.members ?? []).map(readMember),
    chat: (room.chat ?? []).map(readChatLine),
    rematchVotes: room.rematchVotes ?? [],
  };
}

/** Undefined: an event of a newer server. */
export function readLobbyEvent(event: gatehouse.LobbyEvent): LobbyRoomEvent | undefined {
  if (event.memberJoined) return { name: 'memberJoined', payload: readMember(event.memberJoined) };
  if (event.memberLeft) return { name: 'memberLeft', payload: { userId: event.memberLeft } };
  if (event.memberKicked) {
    const { userId, reason, ban } = event.memberKicked;
    const lasting = ban === 'round' || ban === 'forever' ? ban : undefined;
    return { name: 'memberKicked', payload: { userId: userId ?? '', reason: reason ?? '', ban: lasting } };
  }
  if (event.readyChanged) return { name: 'readyChanged', payload: readMember(event.readyChanged) };
  if (event.hostChanged) return { name: 'hostChanged', payload: { userId: event.hostChanged } };
  if (event.settingsChanged) return { name: 'settingsChanged', payload: readSettings(event.settingsChanged) };
  if (event.chat) return { name: 'chat', payload: readChatLine(event.chat) };
  if (event.rematchVoted) {
    const { userId, yes } = event.rematchVoted;
    return { name: 'rematchVoted', payload: { userId: userId ?? '', yes: yes ?? false } };
  }
  return readRoundEvent(event);
}

function readRoundEvent(event: gatehouse.LobbyEvent): LobbyRoomEvent | undefined {
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

function readSettings(settings: gatehouse.IRoomSettings): LobbySettings {
  return {
    name: settings.name ?? '',
    maxMembers: settings.maxMembers ?? 0,
    options: parseJson(settings.options),
    metadata: readMetadata(settings.metadata),
    locked: settings.locked ?? false,
    unlisted: settings.unlisted ?? false,
    hasPassword: settings.hasPassword ?? false,
    inviteCode: settings.inviteCode || undefined,
  };
}

function readMember(member: gatehouse.ILobbyMember): LobbyMember {
  const { userId, name, ready, role } = member;
  return { userId: userId ?? '', name: name ?? '', ready: ready ?? false, role: readRole(role) };
}

function readRole(role: string | null | undefined): LobbyRole {
  return role === 'spectator' || role === 'bot' ? role : 'player';
}

function readPhase(phase: string | null | undefined): LobbyPhase {
  return phase === 'starting' || phase === 'playing' ? phase : 'waiting';
}

function readChatLine({ userId, name, text, atMs }: gatehouse.IChatLine): ChatLine {
  return { userId: userId ?? '', name: name ?? '', text: text ?? '', atMs: atMs ?? 0 };
}

function readMetadata(text: string | null | undefined): Readonly<Record<string, unknown>> {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parseJson(text: string | null | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined; // not made by this SDK; the server checks what it is given
  }
}
