const BINARY_MESSAGE = 0x82; // final frame
const PING = 0x89;
const PONG = 0x8a;
const NOTHING = Buffer.alloc(0);

/** One whole message: bytes[start, end), valid until the call returns. */
export type ReceiveMessage = (bytes: Buffer, start: number, end: number) => void;

/** Cuts what a server sends on one socket into messages. Reads only what servers of this comparison send. */
export class ServerFrames {
  private readonly receive: ReceiveMessage;
  private rest = NOTHING; // an unfinished frame, copied

  constructor(receive: ReceiveMessage) {
    this.receive = receive;
  }

  /**
   * `chunk` may be written again afterwards.
   * @throws Error at a close, a fragment, text or a message above 64 KiB.
   */
  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    for (;;) {
      const start = payloadStart(bytes, at);
      const end = start + payloadBytes(bytes, at);
      if (start > bytes.length || end > bytes.length) break;
      const kind = bytes[at];
      if (kind === BINARY_MESSAGE) this.receive(bytes, start, end);
      else if (kind !== PING && kind !== PONG) throw unexpected(bytes, at, start, end);
      at = end;
    }
    this.rest = at === bytes.length ? NOTHING : Buffer.from(bytes.subarray(at));
  }
}

/** Behind the end when the header is not there yet. */
function payloadStart(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) return bytes.length + 1;
  const length = bytes[at + 1] as number;
  if (length === 127) throw new Error('the server sent a message above 64 KiB');
  return at + (length < 126 ? 2 : 4);
}

function payloadBytes(bytes: Buffer, at: number): number {
  const length = bytes[at + 1] ?? 0;
  if (length < 126) return length;
  return ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function unexpected(bytes: Buffer, at: number, start: number, end: number): Error {
  if (bytes[at] !== 0x88) return new Error(`the server sent a frame that begins with 0x${bytes[at]?.toString(16)}`);
  if (end - start < 2) return new Error('the server closed a connection');
  const text = bytes.toString('utf8', start + 2, end);
  return new Error(`the server closed a connection: ${bytes.readUInt16BE(start)} ${text}`);
}
