const BINARY_MESSAGE = 0x82; // final frame, opcode 2

/** Bytes of the header of an unmasked message (server → client) with this payload. RFC 6455 §5.2. */
export function websocketHeaderBytes(payloadBytes: number): number {
  if (payloadBytes < 126) return 2;
  return payloadBytes < 0x10000 ? 4 : 10;
}

/**
 * Writes the header of an unmasked binary message of one frame; the payload (below 4 GiB) follows it.
 * Returns the offset of the payload.
 */
export function writeWebSocketHeader(target: Uint8Array, at: number, payloadBytes: number): number {
  target[at] = BINARY_MESSAGE;
  if (payloadBytes < 126) {
    target[at + 1] = payloadBytes;
    return at + 2;
  }
  if (payloadBytes < 0x10000) {
    target[at + 1] = 126;
    target[at + 2] = payloadBytes >>> 8;
    target[at + 3] = payloadBytes;
    return at + 4;
  }
  target[at + 1] = 127;
  target.fill(0, at + 2, at + 6); // upper half of the u64
  target[at + 6] = payloadBytes >>> 24;
  target[at + 7] = payloadBytes >>> 16;
  target[at + 8] = payloadBytes >>> 8;
  target[at + 9] = payloadBytes;
  return at + 10;
}

/** A whole unmasked binary message in memory of its own. */
export function encodeWebSocketMessage(payload: Uint8Array): Uint8Array {
  const message = new Uint8Array(websocketHeaderBytes(payload.length) + payload.length);
  message.set(payload, writeWebSocketHeader(message, 0, payload.length));
  return message;
}
