import type { Duplex } from 'node:stream';
import { GatehouseError } from '../protocol/errors.ts';
import { MAX_SERVER_FRAME_BYTES } from '../protocol/frame.ts';
import { LengthDecoder } from '../protocol/length-decoder.ts';
import type { Clock } from '../runtime/clock.ts';
import { LINK_HEADER_BYTES, readU32, writeLinkHeader, writeU32 } from './link-codec.ts';
import { LINK_PREFIX_BYTES } from './link-protocol.ts';
import { Slab } from './slab.ts';
import { type TurnFlusher, TurnOutput } from './turn-output.ts';

/** How long a peer may take to read what was sent before a polite end. */
const END_GRACE_MS = 1000;

/** Who reads the frames of a stream: first the handshake, then the link. */
export interface FrameReader {
  /** The body is bytes[start, end); the memory is not written again. What this throws ends the stream. */
  frame(op: number, channel: number, bytes: Uint8Array, start: number, end: number): void;
  /** Once, and nothing after it; not after `end()` or `destroy()`. */
  ended(error: GatehouseError): void;
}

export interface LinkStreamOptions {
  /** A connected `net.Socket`; tests pass other streams. */
  socket: Duplex;
  turns: TurnFlusher;
  clock: Clock;
  reader: FrameReader;
  maxFrameBytes: number;
}

/** The frames of one socket, in both directions. Knows headers, not ops. */
export class LinkStream {
  private readonly socket: Duplex;
  private readonly output: TurnOutput;
  private readonly clock: Clock;
  private readonly decoder: LengthDecoder;
  private reader: FrameReader | undefined; // undefined: over
  private received = 0;

  constructor(options: LinkStreamOptions) {
    const { socket } = options;
    this.socket = socket;
    this.clock = options.clock;
    this.reader = options.reader;
    this.output = new TurnOutput(socket, options.turns, new Slab());
    this.decoder = new LengthDecoder({ maxBytes: options.maxFrameBytes });
    let cause: unknown;
    socket.on('data', chunk => this.receive(chunk));
    socket.on('error', error => {
      cause = error;
    });
    socket.on('end', () => this.fail(new GatehouseError('LINK_CLOSED', { by: 'peer' })));
    socket.on('close', () => this.fail(new GatehouseError('LINK_CLOSED', {}, { cause })));
  }

  get bufferedBytes(): number {
    return this.output.bufferedBytes;
  }

  /** Bytes ever read. */
  get receivedBytes(): number {
    return this.received;
  }

  /** Bytes ever given to the socket, and how many of them the kernel has taken. */
  progress(): { flushedBytes: number; takenBytes: number } {
    const { flushedBytes } = this.output;
    return { flushedBytes, takenBytes: flushedBytes - this.socket.writableLength };
  }

  /** From the next frame on. */
  handOver(reader: FrameReader, maxFrameBytes: number): void {
    this.reader = reader;
    this.decoder.setLimit(maxFrameBytes);
  }

  /**
   * Copies the body; leaves with everything else of this turn.
   * @throws GatehouseError FRAME_TOO_LARGE when the peer would refuse it; nothing is sent then.
   */
  send(op: number, channel: number, body: Uint8Array): void {
    if (body.length > MAX_SERVER_FRAME_BYTES) {
      throw new GatehouseError('FRAME_TOO_LARGE', { bytes: body.length, maxBytes: MAX_SERVER_FRAME_BYTES });
    }
    const at = this.output.reserve(LINK_HEADER_BYTES + body.length);
    const memory = this.output.reserved;
    memory.set(body, writeLinkHeader(memory, at, op, channel, body.length));
  }

  /** A frame whose body is one u32. */
  sendU32(op: number, channel: number, value: number): void {
    const at = this.output.reserve(LINK_HEADER_BYTES + 4);
    const memory = this.output.reserved;
    writeU32(memory, writeLinkHeader(memory, at, op, channel, 4), value);
  }

  /** Flushes at once. true: the kernel did not take all, and `drained` is called when it has. */
  flushOrWait(drained: () => void): boolean {
    this.output.flushNow();
    if (!this.socket.writableNeedDrain) return false;
    this.socket.once('drain', drained);
    return true;
  }

  /** Politely: what was sent is still delivered; nothing more is read. */
  end(): void {
    if (this.reader === undefined) return;
    this.reader = undefined;
    this.output.flushNow();
    this.socket.end();
    const cancel = this.clock.after(END_GRACE_MS, () => this.socket.destroy());
    this.socket.once('close', cancel);
  }

  /** Now; unsent output is dropped. */
  destroy(): void {
    this.reader = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Uint8Array): void {
    this.received += chunk.length;
    try {
      this.decoder.push(chunk, this.receiveFrame);
    } catch (error) {
      this.fail(asLinkError(error));
    }
  }

  private readonly receiveFrame = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (this.reader === undefined) return false;
    if (end - start < LINK_PREFIX_BYTES) throw new GatehouseError('BAD_FRAME', { frameBytes: end - start });
    this.reader.frame(bytes[start] as number, readU32(bytes, start + 1), bytes, start + LINK_PREFIX_BYTES, end);
    return this.reader !== undefined;
  };

  private fail(error: GatehouseError): void {
    const { reader } = this;
    if (reader === undefined) return;
    this.destroy();
    reader.ended(error);
  }
}

/** A length that nobody may send is garbage like any other. */
function asLinkError(error: unknown): GatehouseError {
  if (!(error instanceof GatehouseError)) return new GatehouseError('INTERNAL', {}, { cause: error });
  return error.code === 'FRAME_TOO_LARGE' ? new GatehouseError('BAD_FRAME', error.fields, { cause: error }) : error;
}
