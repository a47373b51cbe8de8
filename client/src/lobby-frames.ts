import type { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { failureError } from './failure-error.ts';

/** What a lobby server answers to one command. */
export type LobbyReply =
  | { readonly kind: 'joined'; readonly joined: gatehouse.Joined }
  | { readonly kind: 'listed'; readonly listed: gatehouse.Listed }
  | { readonly kind: 'done' }
  | { readonly kind: 'users'; readonly users: readonly gatehouse.IUserPresence[] }
  | { readonly kind: 'failed'; readonly error: GatehouseError };

/** `ref`: seq of the command. Undefined: this frame type is not a reply. @throws GatehouseError BAD_FRAME */
export function decodeLobbyReply(type: number, payload: Uint8Array): { ref: number; reply: LobbyReply } | undefined {
  switch (type) {
    case FRAME_TYPES.joined: {
      const joined = decodeMessage(messages.Joined, payload);
      return { ref: joined.ref, reply: { kind: 'joined', joined } };
    }
    case FRAME_TYPES.listed: {
      const listed = decodeMessage(messages.Listed, payload);
      return { ref: listed.ref, reply: { kind: 'listed', listed } };
    }
    case FRAME_TYPES.done:
      return { ref: decodeMessage(messages.Done, payload).ref, reply: { kind: 'done' } };
    case FRAME_TYPES.users: {
      const { ref, users } = decodeMessage(messages.Users, payload);
      return { ref, reply: { kind: 'users', users } };
    }
    case FRAME_TYPES.lobbyError: {
      const failure = decodeMessage(messages.Failure, payload);
      return { ref: failure.ref, reply: { kind: 'failed', error: failureError(failure) } };
    }
    default:
      return undefined;
  }
}
