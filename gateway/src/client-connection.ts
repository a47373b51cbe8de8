import type { CloseReason } from '@gatehouse/shared/protocol/close-codes';

/** One client socket, whatever its transport: whole frames in, whole frames out. */
export interface ClientConnection {
  /** For logs only. */
  /** Known while it is connected. */
  readonly remoteAddress: string;
  /** Bytes that were sent but not yet taken by the kernel. */
  readonly bufferedBytes: number;
  /** Queues one frame; what one event-loop turn queues leaves in one write. After close: nothing happens. */
  send(frame: Uint8Array): void;
  /**
   * Takes no more from the socket, so that the client has to wait; what has been read already still arrives.
   * A second call, or one after close, does nothing.
   */
  pauseReading(): void;
  resumeReading(): void;
  /**
   * Writes what is queued, GOODBYE last, then closes politely; cuts the socket when the peer does not answer. `url`: of the
   * gateway to connect to next; any other when it is not given.
   */
  close(reason: CloseReason, retryAfterMs?: number, url?: string): void;
}

/** Who listens to a connection. `closed` comes exactly once and last. */
export interface ConnectionReceiver {
  receive(frame: Uint8Array): void;
  /** `reason`: why this side has closed it; undefined: the peer went. */
  closed(reason: CloseReason | undefined): void;
}

/** Called once per accepted connection, in the same turn. */
export type AcceptConnection = (connection: ClientConnection) => ConnectionReceiver;

/** What a draining gateway tells those who come: it is not the one to ask, and hardly will be sooner. */
export const TURNED_AWAY_RETRY_MS = 1_000;

/** How long a client has to answer a close before its socket is cut. */
export const CLOSE_TIMEOUT_MS = 2_000;
