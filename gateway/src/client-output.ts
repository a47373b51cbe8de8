import { type OutputSocket, type TurnFlusher, TurnOutput } from '@gatehouse/shared/transport/turn-output';
import { ClientBacklog } from './client-backlog.ts';
import type { Framing } from './framing.ts';

/** What a client may leave unread. */
export interface ClientBounds {
  /** Past it the client is slow: of volatile frames it keeps only the latest. At least 64 KiB, more than a socket's own mark. */
  readonly softBytes: number;
  /** Past it the client is given up. */
  readonly hardBytes: number;
}

/** What an output needs of a client's socket (a `net.Socket`). */
export interface ClientSocket extends OutputSocket {
  once(event: 'drain', listener: () => void): unknown;
}

export interface ClientOutputOptions {
  socket: ClientSocket;
  turns: TurnFlusher;
  framing: Framing;
  bounds: ClientBounds;
  owner: OutputOwner;
}

export interface OutputOwner {
  /** The hard bound is passed: the owner closes. Within `send`. */
  overflowed(): void;
}

/**
 * Frames on their way to one client. As long as it reads they go straight into the output of this turn. What a slow client
 * leaves unread waits here and not in the socket, so that it can be thinned out and, in the end, thrown away.
 */
export class ClientOutput {
  private readonly socket: ClientSocket;
  private readonly output: TurnOutput;
  private readonly framing: Framing;
  private readonly bounds: ClientBounds;
  private readonly owner: OutputOwner;
  private backlog: ClientBacklog | undefined; // of a slow client

  constructor({ socket, turns, framing, bounds, owner }: ClientOutputOptions) {
    this.socket = socket;
    this.output = new TurnOutput(socket, turns);
    this.framing = framing;
    this.bounds = bounds;
    this.owner = owner;
  }

  /** Not taken by the kernel yet. */
  get bufferedBytes(): number {
    return this.output.bufferedBytes + (this.backlog?.bytes ?? 0);
  }

  /** Copies `frame`. */
  send(frame: Uint8Array): void {
    if (this.backlog !== undefined) {
      this.hold(frame, this.backlog);
      return;
    }
    this.write(frame);
    if (this.output.bufferedBytes > this.bounds.softBytes) this.fill();
  }

  /** The last frame: what waited for a slow client is dropped, and the rest is with the socket when this returns. */
  finish(frame: Uint8Array): void {
    this.backlog = undefined;
    this.write(frame);
    this.output.flushNow();
  }

  private write(frame: Uint8Array): void {
    const { framing, output } = this;
    const at = output.reserve(framing.headerBytes(frame.length) + frame.length);
    const memory = output.reserved;
    memory.set(frame, framing.writeHeader(memory, at, frame.length));
  }

  private fill(): void {
    this.output.flushNow();
    if (this.socket.writableLength <= this.bounds.softBytes) return; // much in one turn, but the client reads
    this.backlog = new ClientBacklog(this.framing);
    this.awaitDrain();
  }

  private hold(frame: Uint8Array, backlog: ClientBacklog): void {
    backlog.hold(frame);
    if (this.bufferedBytes > this.bounds.hardBytes) this.owner.overflowed();
  }

  private awaitDrain(): void {
    this.socket.once('drain', () => this.drained());
  }

  private drained(): void {
    const { backlog, socket } = this;
    if (backlog === undefined) return;
    for (let bytes = backlog.shift(); bytes !== undefined; bytes = backlog.shift()) {
      if (socket.write(bytes)) continue;
      this.awaitDrain();
      return;
    }
    this.backlog = undefined;
    for (const frame of backlog.takeVolatile()) this.send(frame);
  }
}
