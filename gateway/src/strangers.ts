/**
 * Connections that have not said yet who they are. Who means to play says so at once, so of too many the oldest is the least
 * likely to: it gives way to the newest.
 */
export class Strangers<T> {
  private readonly limit: number;
  private readonly giveWay: (oldest: T) => void;
  private readonly waiting = new Set<T>(); // oldest first

  /** `giveWay` ends the connection. */
  constructor(limit: number, giveWay: (oldest: T) => void) {
    this.limit = limit;
    this.giveWay = giveWay;
  }

  add(stranger: T): void {
    this.waiting.add(stranger);
    const [oldest] = this.waiting;
    if (this.waiting.size <= this.limit || oldest === undefined) return;
    this.waiting.delete(oldest);
    this.giveWay(oldest);
  }

  /** It has said who it is, or is gone. A second call does nothing. */
  remove(stranger: T): void {
    this.waiting.delete(stranger);
  }
}
