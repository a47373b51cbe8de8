/** Payload of every WebSocket message, so in all targets the same bytes cross the wire. */
export const MESSAGE_BYTES = 64;

/** Types of the room `echo` in examples/echo; the plain server knows them too. */
export const MESSAGE_TYPES = { echo: 0x1001, broadcast: 0x1002 } as const;

// Payload: u16 type | u32 seq (so far a Gatehouse frame's header) | u32 sentAtMicros | u32 sender | filling.
const SEQ_AT = 2;
const SENT_AT = 6;
const SENDER_AT = 10;

const MASK = [0x37, 0xfa, 0x21, 0x3d]; // any but 0, which `ws` does not unmask
const HEADER_BYTES = 6; // 2 + mask
const BINARY_MESSAGE = 0x82;
const MASKED = 0x80;

/** The message of one client as a masked WebSocket frame, changed in place: nothing is built or masked per message. */
export class ClientMessage {
  readonly bytes = Buffer.alloc(HEADER_BYTES + MESSAGE_BYTES);

  constructor(type: number, sender: number) {
    const { bytes } = this;
    bytes[0] = BINARY_MESSAGE;
    bytes[1] = MASKED | MESSAGE_BYTES;
    bytes.set(MASK, 2);
    for (let at = 0; at < MESSAGE_BYTES; at++) this.setByte(at, 0x20 + at);
    this.setByte(0, type >>> 8);
    this.setByte(1, type);
    this.setU32(SENDER_AT, sender);
  }

  set(seq: number, sentAtMicros: number): void {
    this.setU32(SEQ_AT, seq);
    this.setU32(SENT_AT, sentAtMicros);
  }

  private setU32(at: number, value: number): void {
    this.setByte(at, value >>> 24);
    this.setByte(at + 1, value >>> 16);
    this.setByte(at + 2, value >>> 8);
    this.setByte(at + 3, value);
  }

  private setByte(at: number, value: number): void {
    this.bytes[HEADER_BYTES + at] = value ^ (MASK[at & 3] as number);
  }
}

/** One WebSocket message of any payload, masked: for what is said before the measuring. */
export function maskedMessage(payload: Uint8Array): Buffer {
  const isShort = payload.length < 126;
  if (payload.length > 0xffff) throw new RangeError(`a payload of ${payload.length} bytes is not needed here`);
  const header = isShort
    ? [BINARY_MESSAGE, MASKED | payload.length, ...MASK]
    : [BINARY_MESSAGE, MASKED | 126, payload.length >>> 8, payload.length & 0xff, ...MASK];
  const masked = payload.map((byte, at) => byte ^ (MASK[at & 3] as number));
  return Buffer.concat([Uint8Array.from(header), masked]);
}

/** Type of the message at `start`; every message begins with it. */
export function messageType(bytes: Uint8Array, start: number): number {
  return ((bytes[start] as number) << 8) | (bytes[start + 1] as number);
}

export function messageSentAtMicros(bytes: Uint8Array, start: number): number {
  return readU32(bytes, start + SENT_AT);
}

export function messageSender(bytes: Uint8Array, start: number): number {
  return readU32(bytes, start + SENDER_AT);
}

function readU32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  return high * 0x10000 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
}
