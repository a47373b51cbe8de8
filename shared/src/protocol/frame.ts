/** Bytes before the payload: u16 type, u32 seq, big endian. */
export const FRAME_HEADER_BYTES = 6;
/** Largest frame a client may send, header included. */
export const MAX_CLIENT_FRAME_BYTES = 64 * 1024;
/** Largest frame a server may send (snapshots), header included. */
export const MAX_SERVER_FRAME_BYTES = 1024 * 1024;
/** Largest first frame (HELLO). */
export const MAX_HELLO_BYTES = 4 * 1024;
/** Highest seq or number of a stream. */
export const MAX_SEQ = 0xffffffff;

/** One frame: header and payload in a buffer of its own. `payload` is copied. */
export function encodeFrame(type: number, seq: number, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEADER_BYTES + payload.length);
  frame[0] = type >>> 8;
  frame[1] = type;
  writeFrameSeq(frame, seq);
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
}

/** Type of a whole frame of at least FRAME_HEADER_BYTES bytes. */
export function frameType(frame: Uint8Array): number {
  return ((frame[0] as number) << 8) | (frame[1] as number);
}

/** Seq (client → server) or number (server → client) of a whole frame. */
export function frameSeq(frame: Uint8Array): number {
  const high = ((frame[2] as number) << 8) | (frame[3] as number);
  return high * 0x10000 + (((frame[4] as number) << 8) | (frame[5] as number));
}

/** Numbers a frame in place. */
export function writeFrameSeq(frame: Uint8Array, seq: number): void {
  frame[2] = seq >>> 24;
  frame[3] = seq >>> 16;
  frame[4] = seq >>> 8;
  frame[5] = seq;
}

/** View of the payload; shares memory with `frame`. */
export function framePayload(frame: Uint8Array): Uint8Array {
  return frame.subarray(FRAME_HEADER_BYTES);
}
