import type { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { StreamName } from '@gatehouse/shared/protocol/message-types';
import type { RoomEnd } from './room-inbox.ts';

/**
 * What happens to a client as a whole. The game's own messages are the room's, the lobby's are the lobby's.
 * The connection: `connected` and `disconnected` in turn, at last `closed`.
 * Each stream: after `away` or `stalled` comes `resumed`, `fresh` or, of the game room, `ended`; unless the client closes.
 */
export interface ClientEvents {
  /** Logged in at a gateway: the first time, and after each `disconnected`. */
  connected: { readonly url: string; readonly userId: string; readonly sessionId: string; readonly resumed: boolean };
  /** A new connection is tried in a while; what is sent meanwhile is kept. `away` of each stream follows. */
  disconnected: { readonly code: number; readonly text: string; readonly retryInMs: number };
  /** The server of a stream is out of reach; it is looked for, and what is sent meanwhile is kept. */
  away: StreamPlace & {
    /** `disconnected`: this client is; else what the gateway says: `linkLost`, `serverLost`, `closed`. */
    readonly why: string;
  };
  /** What was sent waits: longer than STALLED_AFTER_MS, or (told at once) more of it than is kept. */
  stalled: StalledStream;
  /** A stream goes on where it was; nothing of the server's was missed. */
  resumed: StreamNews;
  /** A stream goes on with a new snapshot instead of what was missed: see `why`. */
  fresh: StreamNews & { readonly why: string };
  /** The game room is over for this player, whatever ended it. */
  ended: StreamPlace & RoomEnd;
  /** For good. */
  closed: { readonly code: number; readonly text: string; readonly error: GatehouseError };
}

export interface StreamPlace {
  readonly stream: StreamName;
  /** Lobby room or game room; empty: none. */
  readonly roomId: string;
}

export interface StreamNews {
  /** `session`: the login itself could not be resumed; lobby and room are attached anew under a new one. */
  readonly stream: StreamName | 'session';
  /** Lobby room or game room; empty: none. */
  readonly roomId: string;
  /** Frames of this client that were given up. */
  readonly lostFrames: number;
}

export interface StalledStream extends StreamPlace {
  /** Frames of this client that the server has not acknowledged. All of them are sent again if need be. */
  readonly keptFrames: number;
  readonly keptBytes: number;
  /** For how long at least the oldest of them has been waiting. */
  readonly keptForMs: number;
  /** Older frames that are kept no more, because they were more than 1 MiB together. `lostFrames` will say which the server had. */
  readonly givenUpFrames: number;
}
