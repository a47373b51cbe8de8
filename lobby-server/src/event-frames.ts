import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { ChatLine } from './chat-line.ts';
import type { NumberedEvent } from './event-text.ts';
import { eventMessage } from './lobby-event.ts';
import type { StoredRoom } from './room-store.ts';
import { roomMessage } from './room-text.ts';

/** An event for the members of a lobby room, numbered with the room's version after it. */
export function eventFrame({ version, event }: NumberedEvent): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.lobbyEvent, version, messages.LobbyEvent, eventMessage(event));
}

/** The whole room, for a member who cannot be told event by event; numbered with its version. */
export function snapshotFrame({ room, version }: StoredRoom, chat: readonly ChatLine[]): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.lobbySnapshot, version, messages.LobbyRoom, roomMessage(room, chat));
}
