import { frameSeq, writeFrameSeq } from '@gatehouse/shared/protocol/frame';

/**
 * Frames a client sent on one stream, kept until the server has acknowledged them. Their numbers have no gaps.
 * Bounded in bytes: past the bound the oldest go, and the next attach says so by its `first`.
 */
export class RetainedFrames {
  private frames: Uint8Array[] = [];
  private readonly settled = new Set<number>();
  private keptBytes = 0;
  private givenUpCount = 0;
  private nextSeq = 1;
  private maxBytes: number;

  constructor(limits: { maxBytes: number }) {
    this.maxBytes = limits.maxBytes;
  }

  /** Seq the next frame will get. */
  get next(): number {
    return this.nextSeq;
  }

  /** Oldest frame kept, else the next seq. */
  get first(): number {
    return this.nextSeq - this.frames.length;
  }

  get count(): number {
    return this.frames.length;
  }

  get bytes(): number {
    return this.keptBytes;
  }

  /** How many went because of the bound. */
  get givenUp(): number {
    return this.givenUpCount;
  }

  setLimit(maxBytes: number): void {
    this.maxBytes = maxBytes;
  }

  /** Numbers the frame in place and keeps it; it must not be changed afterwards. Returns its seq. */
  add(frame: Uint8Array): number {
    const seq = this.nextSeq++;
    writeFrameSeq(frame, seq);
    this.frames.push(frame);
    this.keptBytes += frame.length;
    while (this.keptBytes > this.maxBytes && this.frames.length > 1) {
      this.drop(1);
      this.givenUpCount++;
    }
    return seq;
  }

  /** The server has taken all frames up to `seq`. */
  dropThrough(seq: number): void {
    const count = Math.min(seq - this.first + 1, this.frames.length);
    if (count > 0) this.drop(count);
  }

  /**
   * This one frame is answered. It goes as soon as all older ones are answered too, so that what is kept has no gaps
   * and can be sent again in order.
   */
  settle(seq: number): void {
    if (seq < this.first || seq >= this.nextSeq) return;
    this.settled.add(seq);
    while (this.settled.has(this.first)) this.drop(1);
  }

  /** The kept frame with this seq. */
  get(seq: number): Uint8Array | undefined {
    return this.frames[seq - this.first];
  }

  /** Kept frames numbered above `seq`, oldest first. */
  after(seq: number): readonly Uint8Array[] {
    return this.frames.slice(Math.max(0, seq + 1 - this.first));
  }

  /** The server counts further than this client (it knows frames of an earlier life): what comes next is numbered after. */
  skipThrough(seq: number): void {
    if (seq < this.nextSeq) return;
    this.drop(this.frames.length);
    this.nextSeq = seq + 1;
  }

  /** Nothing kept will ever be acknowledged; numbers start again. Returns how many frames were given up. */
  reset(): number {
    const count = this.frames.length;
    this.drop(count);
    this.givenUpCount = 0;
    this.nextSeq = 1;
    return count;
  }

  private drop(count: number): void {
    for (const frame of this.frames.splice(0, count)) {
      this.keptBytes -= frame.length;
      this.settled.delete(frameSeq(frame));
    }
  }
}
