import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';

/** What the lobby says without being asked, and not about the lobby room; nothing of it is numbered or repeated. */
export type LobbyNews =
  | { readonly kind: 'rooms'; readonly changed: gatehouse.RoomsChanged }
  | { readonly kind: 'direct'; readonly message: gatehouse.DirectMessage }
  | { readonly kind: 'announcement'; readonly announcement: gatehouse.Announcement }
  | { readonly kind: 'users'; readonly users: readonly gatehouse.IUserPresence[] };

/** Undefined: this frame type is something else. @throws GatehouseError BAD_FRAME */
export function decodeLobbyNews(type: number, payload: Uint8Array): LobbyNews | undefined {
  switch (type) {
    case FRAME_TYPES.roomsChanged:
      return { kind: 'rooms', changed: decodeMessage(messages.RoomsChanged, payload) };
    case FRAME_TYPES.directMessage:
      return { kind: 'direct', message: decodeMessage(messages.DirectMessage, payload) };
    case FRAME_TYPES.announcement:
      return { kind: 'announcement', announcement: decodeMessage(messages.Announcement, payload) };
    case FRAME_TYPES.usersChanged:
      return { kind: 'users', users: decodeMessage(messages.UsersChanged, payload).users };
    default:
      return undefined;
  }
}
