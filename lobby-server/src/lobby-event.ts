import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { isListed, isLocked, type LobbyRoom, type Member, type Phase, shownMetadata } from './lobby-room.ts';

/** What members see of the host's settings. */
export interface RoomSettings {
  readonly name: string;
  readonly maxMembers: number;
  readonly options: string;
  readonly metadata: string;
  readonly locked: boolean;
  readonly unlisted: boolean;
  readonly hasPassword: boolean;
  readonly inviteCode: string;
}

/** What happened in a lobby room. Each one raises the room's version by one; stored and published as JSON. */
export type LobbyEvent =
  | { readonly kind: 'memberJoined'; readonly member: Member }
  | { readonly kind: 'memberLeft'; readonly userId: string }
  | { readonly kind: 'memberKicked'; readonly userId: string; readonly reason: string; readonly ban: string }
  | { readonly kind: 'readyChanged'; readonly member: Member }
  | { readonly kind: 'hostChanged'; readonly userId: string }
  | { readonly kind: 'settingsChanged'; readonly settings: RoomSettings }
  | {
      readonly kind: 'chat';
      readonly userId: string;
      readonly name: string;
      readonly text: string;
      readonly atMs: number;
    }
  | { readonly kind: 'rematchVoted'; readonly userId: string; readonly yes: boolean }
  | { readonly kind: 'starting'; readonly roomId: string }
  | { readonly kind: 'started'; readonly roomId: string }
  | { readonly kind: 'startFailed'; readonly code: string; readonly message: string }
  | { readonly kind: 'roundEnded'; readonly roomId: string; readonly why: string; readonly resultBase64: string }
  | { readonly kind: 'closed'; readonly why: string };

export type ChatEvent = LobbyEvent & { readonly kind: 'chat' };

export function settingsOf(room: LobbyRoom): RoomSettings {
  const { name, maxMembers, options, inviteCode, password } = room;
  return {
    name,
    maxMembers,
    options,
    metadata: shownMetadata(room),
    locked: isLocked(room),
    unlisted: !isListed(room),
    hasPassword: password !== '',
    inviteCode,
  };
}

/** Whether this event puts `userId` out of the room. */
export function isOutBy(event: LobbyEvent, userId: string): boolean {
  if (event.kind === 'memberLeft' || event.kind === 'memberKicked') return event.userId === userId;
  return event.kind === 'closed';
}

/** Undefined: it stays as it was. */
export function phaseAfter({ kind }: LobbyEvent): Phase['kind'] | undefined {
  if (kind === 'starting') return 'starting';
  if (kind === 'started') return 'playing';
  return kind === 'startFailed' || kind === 'roundEnded' ? 'waiting' : undefined;
}

/** As other members read it: without what is for the game room alone. */
export function memberMessage({ userId, name, ready, role }: Member): gatehouse.LobbyMember.$Properties {
  return { userId, name, ready, role };
}

export function chatMessage({ userId, name, text, atMs }: Omit<ChatEvent, 'kind'>): gatehouse.ChatLine.$Properties {
  return { userId, name, text, atMs };
}

/** As clients read it. */
export function eventMessage(event: LobbyEvent): gatehouse.LobbyEvent.$Properties {
  switch (event.kind) {
    case 'memberJoined':
      return { memberJoined: memberMessage(event.member) };
    case 'memberLeft':
      return { memberLeft: event.userId };
    case 'memberKicked':
      return { memberKicked: { userId: event.userId, reason: event.reason, ban: event.ban } };
    case 'readyChanged':
      return { readyChanged: memberMessage(event.member) };
    case 'hostChanged':
      return { hostChanged: event.userId };
    case 'settingsChanged':
      return { settingsChanged: event.settings };
    case 'chat':
      return { chat: chatMessage(event) };
    case 'rematchVoted':
      return { rematchVoted: { userId: event.userId, yes: event.yes } };
    case 'starting':
      return { starting: event.roomId };
    case 'started':
      return { started: event.roomId };
    case 'startFailed':
      return { startFailed: { code: event.code, message: event.message } };
    case 'roundEnded':
      return {
        roundEnded: { roomId: event.roomId, why: event.why, result: Buffer.from(event.resultBase64, 'base64') },
      };
    case 'closed':
      return { closed: event.why };
    default:
      return event satisfies never;
  }
}
