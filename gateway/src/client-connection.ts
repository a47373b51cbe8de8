import type { CloseReason } from '@gatehouse/shared/protocol/close-codes';

/** One client socket, whatever its transport: whole frames in, whole frames out. */
export interface ClientConnection {
  /** For logs only. */
  readonly remoteAddress: string;
  /** Bytes that were sent but not yet taken by the kernel. */
  readonly bufferedBytes: number;
  /** Queues one frame; what one event-loop turn queues leaves in one write. After close: nothing happens. */
  send(frame: Uint8Array): void;
  /** Writes what is queued, GOODBYE last, then closes politely; cuts the socket when the peer does not answer. */
  close(reason: CloseReason, retryAfterMs?: number): void;
}

/** Who listens to a connection. `closed` comes exactly once and last. */
export interface ConnectionReceiver {
  receive(frame: Uint8Array): void;
  closed(): void;
}

/** Called once per accepted connection, in the same turn. */
export type AcceptConnection = (connection: ClientConnection) => ConnectionReceiver;
