import { frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FIRST_GAME_TYPE, FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import type { Framing } from './framing.ts';

/** Memory taken at once for small frames. */
const BLOCK_BYTES = 16 * 1024;

interface Block {
  readonly memory: Uint8Array;
  filled: number;
}

/**
 * What waits for a client that does not read: every frame in order, but of volatile ones (of the game, not numbered) only
 * the latest of each type. Small frames share memory, so that thousands of them cost little more than their bytes.
 */
export class ClientBacklog {
  private readonly framing: Framing;
  private readonly blocks: Block[] = []; // oldest first
  private readonly volatile = new Map<number, Uint8Array>(); // by type, in the order of their latest
  private taken = 0;

  constructor(framing: Framing) {
    this.framing = framing;
  }

  /** Memory it holds. */
  get bytes(): number {
    return this.taken;
  }

  /** Copies `frame`. */
  hold(frame: Uint8Array): void {
    const type = frameType(frame);
    if (type >= FIRST_GAME_TYPE && frameSeq(frame) === 0) this.holdLatest(type, frame);
    else {
      // What was volatile before an attach means nothing to the room that is attached now.
      if (type === FRAME_TYPES.opened) this.dropVolatile();
      this.append(frame);
    }
  }

  /** The oldest bytes, of whole frames with their headers; they are the caller's now. Undefined: none are left. */
  shift(): Uint8Array | undefined {
    const block = this.blocks.shift();
    if (block === undefined) return undefined;
    this.taken -= block.memory.length;
    return block.memory.subarray(0, block.filled);
  }

  /** The volatile frames; they are the caller's now. */
  takeVolatile(): Uint8Array[] {
    const frames = [...this.volatile.values()];
    this.dropVolatile();
    return frames;
  }

  private append(frame: Uint8Array): void {
    const { framing } = this;
    const count = framing.headerBytes(frame.length) + frame.length;
    const block = this.blockFor(count);
    block.memory.set(frame, framing.writeHeader(block.memory, block.filled, frame.length));
    block.filled += count;
  }

  /** A frame is never cut in two: after any block a GOODBYE may follow. */
  private blockFor(count: number): Block {
    const newest = this.blocks.at(-1);
    if (newest !== undefined && newest.filled + count <= newest.memory.length) return newest;
    const block = { memory: Buffer.allocUnsafeSlow(Math.max(count, BLOCK_BYTES)), filled: 0 };
    this.blocks.push(block);
    this.taken += block.memory.length;
    return block;
  }

  private holdLatest(type: number, frame: Uint8Array): void {
    this.taken += frame.length - (this.volatile.get(type)?.length ?? 0);
    this.volatile.delete(type);
    this.volatile.set(type, Uint8Array.from(frame));
  }

  private dropVolatile(): void {
    for (const frame of this.volatile.values()) this.taken -= frame.length;
    this.volatile.clear();
  }
}
