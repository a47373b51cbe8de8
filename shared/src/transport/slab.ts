/** Memory of one slab, and so the largest part it can give out. */
export const SLAB_BYTES = 64 * 1024;

const NOTHING = new Uint8Array(0);

/**
 * Output memory, filled front to back so that a flush allocates nothing. Bytes handed to a socket must not change before the
 * kernel has them: the slab begins again at its front only when all users have left and none left unsent bytes behind;
 * otherwise it is filled to its end and then replaced (the old one lives as long as a socket holds a part of it).
 */
export class Slab {
  private current: Uint8Array = NOTHING;
  private filled = 0;
  private users = 0;
  private holdsUnsent = false;

  /** The memory that the newest `take` speaks about. */
  get bytes(): Uint8Array {
    return this.current;
  }

  /** Offset of `count` free bytes (at most SLAB_BYTES) in `bytes`, which this call may replace. */
  take(count: number): number {
    if (this.filled + count > this.current.length) {
      this.current = Buffer.allocUnsafeSlow(SLAB_BYTES);
      this.filled = 0;
      this.holdsUnsent = false;
    }
    const at = this.filled;
    this.filled += count;
    return at;
  }

  /** Whoever takes parts is a user from before its first `take` until it has given all of them to the kernel. */
  enter(): void {
    this.users++;
  }

  /** The kernel has all bytes of this user. */
  leave(): void {
    this.users--;
    if (this.users === 0 && !this.holdsUnsent) this.filled = 0;
  }

  /** A socket still holds parts of this user: they stay as they are. */
  leaveUnsent(): void {
    this.users--;
    this.holdsUnsent = true;
  }
}
