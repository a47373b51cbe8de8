/** One WebSocket, whatever the host calls it. Messages are whole frames. */
export interface WebSocketHandle {
  /** Takes the bytes over. Does nothing unless the socket is open. */
  send(bytes: Uint8Array): void;
  /** `onClose` follows, soon or when the peer answers. */
  close(code: number, text: string): void;
  /** Now, without waiting for the peer where the host allows it. */
  cut(): void;
}

export interface WebSocketEvents {
  onOpen(): void;
  /** The bytes stay as they are. */
  onMessage(bytes: Uint8Array): void;
  /** Exactly once and last, also when it never opened. */
  onClose(code: number, text: string): void;
}

/** @throws SyntaxError when `url` is no WebSocket URL */
export type OpenWebSocket = (url: string, events: WebSocketEvents) => WebSocketHandle;
