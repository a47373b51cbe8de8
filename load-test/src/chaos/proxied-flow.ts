import type { Socket } from 'node:net';
import { CLEAR, type Weather } from './weather.ts';

/** Bytes held here past which the sender is not read: it feels the bad weather as it would on a real line. */
const MAX_HELD_BYTES = 64 * 1024;
const DRIP_STEP_MS = 10;

interface Held {
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/** One direction of a proxied connection: what `from` sends reaches `to` as the weather allows, in order. */
export class ProxiedFlow {
  private readonly from: Socket;
  private readonly to: Socket;
  private weather: Weather = CLEAR;
  private held: Held[] = [];
  private heldBytes = 0;
  private source: 'open' | 'ended' | 'reset' = 'open';
  private waiting: 'nothing' | 'drain' | NodeJS.Timeout = 'nothing';

  /** Reads `from` from now on; both sockets are connected and allow half-open. */
  constructor(from: Socket, to: Socket) {
    this.from = from;
    this.to = to;
    from.on('data', (bytes: Uint8Array) => this.hold(bytes));
    from.on('end', () => this.finish('ended'));
    from.on('close', hadError => this.finish(hadError || this.source !== 'ended' ? 'reset' : 'ended'));
    to.on('drain', () => this.drained());
    to.on('close', () => this.stopWaiting());
  }

  /** Bytes that were sent before the flow was there. */
  begin(bytes: Uint8Array): void {
    if (bytes.length > 0) this.hold(bytes);
  }

  setWeather(weather: Weather): void {
    this.weather = weather;
    if (this.waiting !== 'drain') this.stopWaiting();
    this.pump();
  }

  private hold(bytes: Uint8Array): void {
    this.held.push({ bytes, atMs: performance.now() });
    this.heldBytes += bytes.length;
    this.pump();
  }

  private finish(how: 'ended' | 'reset'): void {
    this.source = how;
    this.pump();
  }

  private drained(): void {
    if (this.waiting === 'drain') this.waiting = 'nothing';
    this.pump();
  }

  private pump(): void {
    if (this.to.destroyed) return;
    while (this.waiting === 'nothing' && this.held.length > 0) {
      const pieceBytes = this.nextPieceBytes();
      if (pieceBytes === 0) break;
      if (!this.to.write(this.takePiece(pieceBytes))) this.waiting = 'drain';
      if (this.weather.kind === 'drip') this.pumpAfter(DRIP_STEP_MS);
    }
    this.readMoreOrLess();
    if (this.held.length === 0 && this.weather.kind !== 'blackHole') this.passOnTheEnd();
  }

  /** How much of the first that is held may pass now; 0: nothing, and if time cures that, a timer runs. */
  private nextPieceBytes(): number {
    const [first] = this.held;
    const { weather } = this;
    if (first === undefined) return 0;
    switch (weather.kind) {
      case 'clear':
      case 'cut':
        return first.bytes.length;
      case 'blackHole':
        return 0;
      case 'drip':
        return Math.max(1, Math.floor((weather.bytesPerSecond * DRIP_STEP_MS) / 1000));
      case 'delay': {
        const leftMs = first.atMs + weather.delayMs - performance.now();
        if (leftMs <= 0) return first.bytes.length;
        this.pumpAfter(leftMs);
        return 0;
      }
      default:
        return weather satisfies never;
    }
  }

  private takePiece(count: number): Uint8Array {
    const first = this.held.shift() as Held;
    const piece = first.bytes.subarray(0, count);
    if (count < first.bytes.length) this.held.unshift({ bytes: first.bytes.subarray(count), atMs: first.atMs });
    this.heldBytes -= piece.length;
    return piece;
  }

  private pumpAfter(delayMs: number): void {
    if (this.waiting === 'drain') return;
    this.waiting = setTimeout(() => {
      this.waiting = 'nothing';
      this.pump();
    }, delayMs);
  }

  private stopWaiting(): void {
    if (typeof this.waiting === 'object') clearTimeout(this.waiting);
    this.waiting = 'nothing';
  }

  private readMoreOrLess(): void {
    const isFull = this.heldBytes >= MAX_HELD_BYTES || this.weather.kind === 'blackHole';
    if (isFull) this.from.pause();
    else if (this.source === 'open') this.from.resume();
  }

  private passOnTheEnd(): void {
    if (this.source === 'ended') this.to.end();
    else if (this.source === 'reset') this.to.resetAndDestroy();
  }
}
