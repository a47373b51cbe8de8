/** One connection to a gateway, whatever carries it. Messages are whole frames. */
export interface SocketHandle {
  /** Takes the bytes over. Does nothing unless the socket is open. */
  send(bytes: Uint8Array): void;
  /** `onClose` follows, soon or when the peer answers. Where there is no close frame (TCP), code and text reach nobody. */
  close(code: number, text: string): void;
  /** Now, without waiting for the peer where the host allows it. */
  cut(): void;
}

export interface SocketEvents {
  onOpen(): void;
  /** The bytes stay as they are. */
  onMessage(bytes: Uint8Array): void;
  /** Exactly once and last, also when it never opened. */
  onClose(code: number, text: string): void;
}

/** @throws Error when `url` cannot be used here */
export type OpenSocket = (url: string, events: SocketEvents) => SocketHandle;
