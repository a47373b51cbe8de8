/**
 * The pings of one link. Unanswered pings are counted, not milliseconds: a process that itself stood still accuses nobody.
 */
export class PingRecord {
  private readonly limit: number;
  private readonly sentAtMs: number[] = []; // of the unanswered ones, oldest first
  private newest = 0; // number of the newest ping; they count from 1
  private provenMs: number;

  /** `helloMs`: when the handshake proved the peer alive. `limit`: unanswered pings that mean silence. */
  constructor(helloMs: number, limit: number) {
    this.provenMs = helloMs;
    this.limit = limit;
  }

  /** The peer was alive after this: when the newest answered ping was sent. A late reading of a pong cannot make it younger. */
  get aliveMs(): number {
    return this.provenMs;
  }

  get silent(): boolean {
    return this.sentAtMs.length >= this.limit;
  }

  /** Number of the ping to send now. */
  next(nowMs: number): number {
    this.sentAtMs.push(nowMs);
    this.newest++;
    return this.newest;
  }

  /** Answers this ping and all before it; a number that is not waited for changes nothing. */
  pong(number: number): void {
    const oldest = this.newest - this.sentAtMs.length + 1;
    if (number < oldest || number > this.newest) return;
    const answered = this.sentAtMs.splice(0, number - oldest + 1);
    this.provenMs = answered.at(-1) ?? this.provenMs;
  }
}
