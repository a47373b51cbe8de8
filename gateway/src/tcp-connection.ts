import type { Socket } from 'node:net';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { MAX_CLIENT_FRAME_BYTES, MAX_HELLO_BYTES } from '@gatehouse/shared/protocol/frame';
import { LengthDecoder } from '@gatehouse/shared/protocol/length-decoder';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { CLOSE_TIMEOUT_MS, type ClientConnection, type ConnectionReceiver } from './client-connection.ts';
import { type ClientBounds, ClientOutput, type OutputOwner } from './client-output.ts';
import { TCP_FRAMING } from './framing.ts';
import { goodbyeFrame } from './session-frames.ts';

export interface TcpConnectionOptions {
  socket: Socket;
  turns: TurnFlusher;
  bounds: ClientBounds;
  /** Those that are open: it is one of them from `open` until it has closed. */
  connections: Set<TcpConnection>;
}

/** A client on TCP: each frame follows its length, u32 big endian. GOODBYE is the close. */
export class TcpConnection implements ClientConnection, OutputOwner {
  private readonly socket: Socket;
  private readonly output: ClientOutput;
  private readonly connections: Set<TcpConnection>;
  /** Nobody may make us keep more than a HELLO before HELLO. */
  private readonly decoder = new LengthDecoder({ maxBytes: MAX_HELLO_BYTES });
  private receiver: ConnectionReceiver | undefined;
  private closeReason: CloseReason | undefined;
  private greeted = false;
  private closing = false;

  constructor({ socket, turns, bounds, connections }: TcpConnectionOptions) {
    this.socket = socket;
    this.connections = connections;
    this.output = new ClientOutput({ socket, turns, framing: TCP_FRAMING, bounds, owner: this });
  }

  /** Starts to listen. Called once, in the turn in which the socket was accepted. */
  open(receiver: ConnectionReceiver): void {
    this.receiver = receiver;
    this.connections.add(this);
    this.socket.on('data', chunk => this.read(chunk));
    this.socket.on('error', ignore); // `close` follows and says all there is to say
    this.socket.on('close', () => {
      this.closing = true;
      this.connections.delete(this);
      this.receiver?.closed(this.closeReason);
      this.receiver = undefined;
    });
  }

  get remoteAddress(): string {
    return this.socket.remoteAddress ?? 'unknown';
  }

  get bufferedBytes(): number {
    return this.output.bufferedBytes;
  }

  send(frame: Uint8Array): void {
    if (!this.closing) this.output.send(frame);
  }

  overflowed(): void {
    this.close(CLOSE_REASONS.slowConsumer);
  }

  pauseReading(): void {
    if (!this.closing) this.socket.pause();
  }

  resumeReading(): void {
    if (!this.closing) this.socket.resume();
  }

  close(reason: CloseReason, retryAfterMs = 0, url?: string): void {
    if (this.closing) return;
    this.closing = true;
    this.closeReason = reason;
    this.output.finish(goodbyeFrame(reason, retryAfterMs, url));
    // What still arrives is read and dropped: unread bytes would make the kernel reset the connection, GOODBYE included.
    this.socket.resume();
    this.socket.end();
    setTimeout(() => this.socket.destroy(), CLOSE_TIMEOUT_MS).unref();
  }

  private read(chunk: Uint8Array): void {
    if (this.closing) return;
    try {
      this.decoder.push(chunk, this.receiveFrame);
    } catch {
      this.close(CLOSE_REASONS.frameTooLarge); // before any of it was kept
    }
  }

  private readonly receiveFrame = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (!this.greeted) {
      this.greeted = true;
      this.decoder.setLimit(MAX_CLIENT_FRAME_BYTES);
    }
    this.receiver?.receive(bytes.subarray(start, end));
    return !this.closing;
  };
}

/** Not a closure of each connection: there are many. */
function ignore(): void {}
