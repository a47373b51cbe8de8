import type { Socket } from 'node:net';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { MAX_HELLO_BYTES } from '@gatehouse/shared/protocol/frame';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import type { WebSocket } from 'ws';
import { CLOSE_TIMEOUT_MS, type ClientConnection, type ConnectionReceiver } from './client-connection.ts';
import { type ClientBounds, ClientOutput, type OutputOwner } from './client-output.ts';
import { WEB_SOCKET_FRAMING } from './framing.ts';
import { goodbyeFrame } from './session-frames.ts';

/** Headers of HELLO's fragments, pings: what a client may send beside HELLO itself before it is complete. */
const GREETING_SLACK_BYTES = 1024;

export interface WebSocketConnectionOptions {
  webSocket: WebSocket;
  /** The one below `webSocket`. */
  socket: Socket;
  turns: TurnFlusher;
  bounds: ClientBounds;
  /** Those that are open: it is one of them from `open` until it has closed. */
  connections: Set<WebSocketConnection>;
}

/**
 * A client on WebSocket: one binary message is one frame. `ws` reads; what we send is framed here and written to the
 * raw socket, so that the frames of one turn leave in one write. `ws` itself only answers pings and closes.
 */
export class WebSocketConnection implements ClientConnection, OutputOwner {
  private readonly webSocket: WebSocket;
  private readonly socket: Socket;
  private readonly output: ClientOutput;
  private readonly connections: Set<WebSocketConnection>;
  private receiver: ConnectionReceiver | undefined;
  private closeReason: CloseReason | undefined;
  private closing = false;

  constructor({ webSocket, socket, turns, bounds, connections }: WebSocketConnectionOptions) {
    this.webSocket = webSocket;
    this.socket = socket;
    this.connections = connections;
    this.output = new ClientOutput({ socket, turns, framing: WEB_SOCKET_FRAMING, bounds, owner: this });
  }

  /** Starts to listen. Called once, in the turn of the upgrade. */
  open(receiver: ConnectionReceiver): void {
    this.receiver = receiver;
    this.connections.add(this);
    this.webSocket.binaryType = 'nodebuffer';
    this.webSocket.on('message', (data: Buffer, isBinary: boolean) => {
      if (this.closing) return;
      if (isBinary) receiver.receive(data);
      else this.close(CLOSE_REASONS.badFrame);
    });
    this.webSocket.on('error', ignore); // `close` follows and says all there is to say
    this.webSocket.on('close', () => {
      this.closing = true;
      this.connections.delete(this);
      this.receiver?.closed(this.closeReason);
      this.receiver = undefined;
    });
    this.boundGreeting();
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
    if (!this.closing) this.webSocket.pause();
  }

  resumeReading(): void {
    if (!this.closing) this.webSocket.resume();
  }

  close(reason: CloseReason, retryAfterMs = 0, url?: string): void {
    if (this.closing) return;
    this.webSocket.resume(); // or the answer to the close would not be read
    this.closing = true;
    this.closeReason = reason;
    this.output.finish(goodbyeFrame(reason, retryAfterMs, url)); // before the close frame, which `ws` writes by itself
    this.webSocket.close(reason.code, reason.text);
    setTimeout(() => this.webSocket.terminate(), CLOSE_TIMEOUT_MS).unref();
  }

  /** `ws` would collect a message of any allowed size, in any number of parts, from somebody who has not said HELLO. */
  private boundGreeting(): void {
    let allowed = MAX_HELLO_BYTES + GREETING_SLACK_BYTES;
    const count = (chunk: Buffer) => {
      allowed -= chunk.length;
      if (allowed < 0) this.close(CLOSE_REASONS.frameTooLarge);
    };
    this.socket.on('data', count); // `ws` listens first: a chunk that completes HELLO is not counted any more
    this.webSocket.once('message', () => {
      allowed = Number.POSITIVE_INFINITY;
      this.socket.off('data', count);
    });
  }
}

/** Not a closure of each connection: there are many. */
function ignore(): void {}
