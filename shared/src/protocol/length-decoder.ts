import { GatehouseError } from './errors.ts';

const LENGTH_BYTES = 4;
const NOTHING = new Uint8Array(0);

export interface LengthDecoderLimits {
  /** Largest body, in bytes; a larger claim is refused before any of it is kept. */
  maxBytes: number;
}

/**
 * Takes the body bytes[start, end): no view is made for it. The memory is never written again, so it may be kept,
 * though a kept view keeps the whole chunk alive. Returns false to stop.
 */
export type ReceiveBody = (bytes: Uint8Array, start: number, end: number) => boolean | undefined;

/**
 * Cuts a byte stream into bodies that each follow their u32 big-endian length.
 * Keeps at most one unfinished body of maxBytes, however small the chunks are.
 */
export class LengthDecoder {
  private maxBytes: number;
  private headerFilled = 0; // bytes of the length that have arrived
  private length = 0; // of the current body, once headerFilled === LENGTH_BYTES
  private unfinished: Uint8Array = NOTHING; // allocated at the first byte of a body that spans chunks
  private filled = 0; // bytes of it that have arrived

  constructor(limits: LengthDecoderLimits) {
    this.maxBytes = limits.maxBytes;
  }

  /** From the next length on. The stream of one connection starts small (before its hello) and grows. */
  setLimit(maxBytes: number): void {
    this.maxBytes = maxBytes;
  }

  /**
   * Calls `receive` with each body completed by `chunk`, in order. Chunks must not be written again afterwards.
   * When `receive` returns false the rest of the chunk is dropped: the decoder must not be used afterwards.
   * @throws GatehouseError FRAME_TOO_LARGE; the decoder must not be used afterwards.
   */
  push(chunk: Uint8Array, receive: ReceiveBody): void {
    let at = 0;
    for (;;) {
      if (this.headerFilled < LENGTH_BYTES) at = this.readLength(chunk, at);
      if (this.headerFilled < LENGTH_BYTES) return;
      const available = chunk.length - at;
      if (this.filled === 0 && available >= this.length) {
        this.headerFilled = 0;
        const start = at;
        at += this.length;
        if (receive(chunk, start, at) === false) return;
      } else if (available > 0) {
        at += this.keep(chunk, at, available);
        if (this.filled < this.length) return;
        if (receive(this.takeFinished(), 0, this.length) === false) return;
      } else {
        return;
      }
    }
  }

  /** Adds to the unfinished body; returns how many bytes it took. */
  private keep(chunk: Uint8Array, at: number, available: number): number {
    if (this.filled === 0) this.unfinished = new Uint8Array(this.length);
    const count = Math.min(this.length - this.filled, available);
    this.unfinished.set(chunk.subarray(at, at + count), this.filled);
    this.filled += count;
    return count;
  }

  private takeFinished(): Uint8Array {
    const body = this.unfinished;
    this.unfinished = NOTHING;
    this.filled = 0;
    this.headerFilled = 0;
    return body;
  }

  private readLength(chunk: Uint8Array, from: number): number {
    let at = from;
    while (at < chunk.length && this.headerFilled < LENGTH_BYTES) {
      const byte = chunk[at++] as number;
      this.length = this.headerFilled === 0 ? byte : this.length * 0x100 + byte;
      this.headerFilled++;
    }
    if (this.headerFilled === LENGTH_BYTES && this.length > this.maxBytes) {
      throw new GatehouseError('FRAME_TOO_LARGE', { claimedBytes: this.length, maxBytes: this.maxBytes });
    }
    return at;
  }
}
