import type { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { StreamName } from '@gatehouse/shared/protocol/message-types';

/** What happens to a client as a whole. The game's own messages are the room's, the lobby's are the lobby's. */
export interface ClientEvents {
  /** Logged in at a gateway: the first time, and after each `disconnected`. */
  connected: { readonly url: string; readonly userId: string; readonly sessionId: string; readonly resumed: boolean };
  /** A new connection is tried in a while; what is sent meanwhile is kept. */
  disconnected: { readonly code: number; readonly text: string; readonly retryInMs: number };
  /** A stream goes on where it was; nothing of the server's was missed. */
  resumed: StreamNews;
  /** A stream goes on with a new snapshot instead of what was missed: see `why`. */
  fresh: StreamNews & { readonly why: string };
  /** For good. */
  closed: { readonly code: number; readonly text: string; readonly error: GatehouseError };
}

export interface StreamNews {
  /** `session`: the login itself could not be resumed; lobby and room are attached anew under a new one. */
  readonly stream: StreamName | 'session';
  /** Lobby room or game room; empty: none. */
  readonly roomId: string;
  /** Frames of this client that were given up. */
  readonly lostFrames: number;
}
