import { SLAB_BYTES, Slab } from './slab.ts';

/** What an output needs of its socket (a `net.Socket`). */
export interface OutputSocket {
  /** False once ended or destroyed: what is then flushed is dropped. */
  readonly writable: boolean;
  /** Bytes the kernel has not taken yet. */
  readonly writableLength: number;
  write(bytes: Uint8Array): boolean;
  cork(): void;
  uncork(): void;
}

const NOTHING = new Uint8Array(0);

/** Flushes every output that was written to in this turn of the event loop. One per process, given to all its outputs. */
export class TurnFlusher {
  /** Shared by outputs that are too many for a slab each: those of clients. */
  readonly slab = new Slab();
  /** Written to all outputs so far. */
  writtenFrames = 0;
  /** Handed to all sockets so far. */
  flushedBytes = 0;
  private written: TurnOutput[] = [];
  private spare: TurnOutput[] = [];

  /** @internal Called by an output at its first byte of a turn. */
  add(output: TurnOutput): void {
    if (this.written.push(output) === 1) setImmediate(this.flushAll);
  }

  private readonly flushAll = (): void => {
    const batch = this.written;
    this.written = this.spare;
    this.spare = batch;
    for (const output of batch) output.flushOfTurn();
    batch.length = 0;
  };
}

/**
 * Output of one socket: all that one turn of the event loop writes leaves in order, in one write to the socket.
 * It has no bound of its own: its owner compares `bufferedBytes` with a limit after writing, and closes the socket.
 * Nothing is thrown; bytes for a socket that has ended are dropped.
 */
export class TurnOutput {
  private readonly socket: OutputSocket;
  private readonly turns: TurnFlusher;
  private readonly slab: Slab;
  private readonly parts: Uint8Array[] = []; // finished parts of this turn, in order
  private memory: Uint8Array = NOTHING; // holds the part that still grows: partStart to partEnd
  private partStart = 0;
  private partEnd = 0;
  private unflushed = 0;
  private flushed = 0;
  private awaitsTurn = false;
  private usesSlab = false;

  /** `slab`: one of its own for an output that always has much to say (a link), the shared one otherwise. */
  constructor(socket: OutputSocket, turns: TurnFlusher, slab: Slab = turns.slab) {
    this.socket = socket;
    this.turns = turns;
    this.slab = slab;
  }

  /** Bytes written here that the kernel has not taken yet. */
  get bufferedBytes(): number {
    return this.unflushed + this.socket.writableLength;
  }

  /** Bytes ever handed to the socket. */
  get flushedBytes(): number {
    return this.flushed;
  }

  /** Memory of the newest `reserve`. */
  get reserved(): Uint8Array {
    return this.memory;
  }

  /** Appends `count` bytes, which the caller fills at once: offset of the first in `reserved`. For headers and frames built in place. */
  reserve(count: number): number {
    this.willWrite(count);
    if (count > SLAB_BYTES) return this.reserveAlone(count);
    this.enterSlab();
    const at = this.slab.take(count);
    if (this.slab.bytes !== this.memory || at !== this.partEnd) {
      this.finishPart();
      this.memory = this.slab.bytes;
      this.partStart = at;
    }
    this.partEnd = at + count;
    return at;
  }

  /** Appends a copy of `bytes`. */
  write(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.memory.set(bytes, at);
  }

  /** Hands everything to the socket without waiting for the end of the turn: before the socket is closed. */
  flushNow(): void {
    if (this.unflushed > 0 && this.socket.writable) this.send();
    this.flushed += this.unflushed;
    this.turns.flushedBytes += this.unflushed;
    this.unflushed = 0;
    this.parts.length = 0;
    this.memory = NOTHING; // an idle output must not keep a slab alive
    this.partStart = 0;
    this.partEnd = 0;
    this.leaveSlab();
  }

  /** @internal Called by the flusher. */
  flushOfTurn(): void {
    this.awaitsTurn = false;
    this.flushNow();
  }

  private send(): void {
    if (this.parts.length === 0 && this.socket.writableLength === 0) {
      this.socket.write(this.memory.subarray(this.partStart, this.partEnd)); // nearly always
      return;
    }
    this.finishPart();
    const [first] = this.parts;
    if (this.socket.writableLength > 0) {
      // A slow reader gets memory of its own: queued parts of shared slabs would keep 64 KiB alive for each few bytes.
      this.socket.write(this.gather(Buffer.allocUnsafe(this.unflushed), 0));
    } else if (this.parts.length === 1 && first !== undefined) {
      this.socket.write(first);
    } else if (this.unflushed <= SLAB_BYTES) {
      this.enterSlab();
      const at = this.slab.take(this.unflushed);
      this.socket.write(this.gather(this.slab.bytes, at));
    } else {
      this.socket.cork(); // one gathering write
      for (const part of this.parts) this.socket.write(part);
      this.socket.uncork();
    }
  }

  private gather(memory: Uint8Array, from: number): Uint8Array {
    let at = from;
    for (const part of this.parts) {
      memory.set(part, at);
      at += part.length;
    }
    return memory.subarray(from, at);
  }

  private willWrite(count: number): void {
    this.unflushed += count;
    this.turns.writtenFrames++;
    if (this.awaitsTurn) return;
    this.awaitsTurn = true;
    this.turns.add(this);
  }

  private reserveAlone(count: number): number {
    this.finishPart();
    this.memory = Buffer.allocUnsafeSlow(count);
    this.partStart = 0;
    this.partEnd = count;
    return 0;
  }

  private finishPart(): void {
    if (this.partEnd > this.partStart) this.parts.push(this.memory.subarray(this.partStart, this.partEnd));
    this.partStart = this.partEnd;
  }

  private enterSlab(): void {
    if (this.usesSlab) return;
    this.usesSlab = true;
    this.slab.enter();
  }

  private leaveSlab(): void {
    if (!this.usesSlab) return;
    this.usesSlab = false;
    // The kernel usually takes a write at once; the length is then back at 0 before `write` returns.
    if (this.socket.writableLength === 0) this.slab.leave();
    else this.slab.leaveUnsent();
  }
}
