import { GatehouseError } from './errors.ts';

const LENGTH_BYTES = 4;
const EMPTY = new Uint8Array(0);

export interface LengthDecoderLimits {
  /** Largest body, in bytes; a larger claim is refused before any of it is kept. */
  maxBytes: number;
}

/**
 * Cuts a byte stream into bodies that each follow their u32 big-endian length.
 * Keeps at most one unfinished body of maxBytes, however small the chunks are.
 */
export class LengthDecoder {
  private maxBytes: number;
  private pending: Uint8Array = EMPTY; // allocated once per unfinished body, filled as chunks arrive
  private filled = 0;
  private header = new Uint8Array(LENGTH_BYTES);
  private headerFilled = 0;

  constructor(limits: LengthDecoderLimits) {
    this.maxBytes = limits.maxBytes;
  }

  /** From now on. The stream of one connection starts small (before its hello) and grows. */
  setLimit(maxBytes: number): void {
    this.maxBytes = maxBytes;
  }

  /**
   * Calls `receive` with each body completed by `chunk`, in order. A body that lies whole in the chunk is a view of it.
   * Stops early when `receive` returns false.
   * @throws GatehouseError FRAME_TOO_LARGE; the decoder must not be used afterwards.
   */
  push(chunk: Uint8Array, receive: (body: Uint8Array) => boolean | undefined): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.headerFilled < LENGTH_BYTES) {
        at = this.readHeader(chunk, at);
        if (this.headerFilled < LENGTH_BYTES) return;
      }
      const length = this.bodyLength();
      const missing = length - this.filled;
      const available = chunk.length - at;
      if (this.filled === 0 && available >= missing) {
        this.headerFilled = 0;
        at += length;
        if (receive(chunk.subarray(at - length, at)) === false) return;
        continue;
      }
      if (this.filled === 0) this.pending = new Uint8Array(length);
      const take = Math.min(missing, available);
      this.pending.set(chunk.subarray(at, at + take), this.filled);
      this.filled += take;
      at += take;
      if (this.filled < length) return;
      if (receive(this.takePending()) === false) return;
    }
    if (this.headerFilled === LENGTH_BYTES && this.bodyLength() === 0) {
      this.headerFilled = 0;
      receive(EMPTY);
    }
  }

  private takePending(): Uint8Array {
    const body = this.pending;
    this.pending = EMPTY;
    this.filled = 0;
    this.headerFilled = 0;
    return body;
  }

  private readHeader(chunk: Uint8Array, from: number): number {
    let at = from;
    while (at < chunk.length && this.headerFilled < LENGTH_BYTES) {
      this.header[this.headerFilled++] = chunk[at++] as number;
    }
    if (this.headerFilled === LENGTH_BYTES && this.bodyLength() > this.maxBytes) {
      throw new GatehouseError('FRAME_TOO_LARGE', { claimedBytes: this.bodyLength(), maxBytes: this.maxBytes });
    }
    return at;
  }

  private bodyLength(): number {
    const [a, b, c, d] = this.header as unknown as [number, number, number, number];
    return a * 0x1000000 + ((b << 16) | (c << 8) | d);
  }
}
