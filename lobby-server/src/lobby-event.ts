import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Member } from './lobby-room.ts';

/** What happened in a lobby room. Each one raises the room's version by one; stored and published as JSON. */
export type LobbyEvent =
  | { readonly kind: 'memberJoined'; readonly member: Member }
  | { readonly kind: 'memberLeft'; readonly userId: string }
  | { readonly kind: 'readyChanged'; readonly member: Member }
  | { readonly kind: 'hostChanged'; readonly userId: string }
  | { readonly kind: 'chat'; readonly userId: string; readonly name: string; readonly text: string }
  | { readonly kind: 'starting'; readonly roomId: string }
  | { readonly kind: 'started'; readonly roomId: string }
  | { readonly kind: 'startFailed'; readonly code: string; readonly message: string }
  | { readonly kind: 'roundEnded'; readonly roomId: string; readonly why: string; readonly resultBase64: string }
  | { readonly kind: 'closed'; readonly why: string };

/** As clients read it. */
export function eventMessage(event: LobbyEvent): gatehouse.LobbyEvent.$Properties {
  switch (event.kind) {
    case 'memberJoined':
      return { memberJoined: event.member };
    case 'memberLeft':
      return { memberLeft: event.userId };
    case 'readyChanged':
      return { readyChanged: event.member };
    case 'hostChanged':
      return { hostChanged: event.userId };
    case 'chat':
      return { chat: { userId: event.userId, name: event.name, text: event.text } };
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
