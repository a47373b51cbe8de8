import type { Socket } from 'node:net';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { type TurnFlusher, TurnOutput } from '@gatehouse/shared/transport/turn-output';
import { websocketHeaderBytes, writeWebSocketHeader } from '@gatehouse/shared/transport/websocket-frames';
import type { WebSocket } from 'ws';
import type { ClientConnection, ConnectionReceiver } from './client-connection.ts';

/** Bytes a client may leave unread before it is closed as a slow consumer. */
export const MAX_UNREAD_BYTES = 4 * MAX_SERVER_FRAME_BYTES;
/** How long a client has to answer a close before its socket is cut. */
const CLOSE_TIMEOUT_MS = 3_000;

/**
 * A client on WebSocket: one binary message is one frame. `ws` reads; what we send is framed here and written to the
 * raw socket, so that the frames of one turn leave in one write. `ws` itself only answers pings and closes.
 */
export class WebSocketConnection implements ClientConnection {
  readonly remoteAddress: string;
  private readonly webSocket: WebSocket;
  private readonly output: TurnOutput;
  private receiver: ConnectionReceiver | undefined;
  private closing = false;

  /** `socket` is the one below `webSocket`. */
  constructor(webSocket: WebSocket, socket: Socket, turns: TurnFlusher) {
    this.webSocket = webSocket;
    this.remoteAddress = socket.remoteAddress ?? 'unknown';
    this.output = new TurnOutput(socket, turns);
  }

  /** Starts to listen. Called once, in the turn of the upgrade. */
  open(receiver: ConnectionReceiver): void {
    this.receiver = receiver;
    this.webSocket.binaryType = 'nodebuffer';
    this.webSocket.on('message', (data: Buffer, isBinary: boolean) => {
      if (this.closing) return;
      if (isBinary) receiver.receive(data);
      else this.close(CLOSE_REASONS.badFrame);
    });
    this.webSocket.on('error', () => undefined); // `close` follows and says all there is to say
    this.webSocket.on('close', () => {
      this.closing = true;
      this.receiver?.closed();
      this.receiver = undefined;
    });
  }

  get bufferedBytes(): number {
    return this.output.bufferedBytes;
  }

  send(frame: Uint8Array): void {
    if (this.closing) return;
    this.write(frame);
    if (this.output.bufferedBytes > MAX_UNREAD_BYTES) this.cut();
  }

  close(reason: CloseReason, retryAfterMs = 0): void {
    if (this.closing) return;
    this.closing = true;
    const goodbye = { code: reason.code, text: reason.text, retryAfterMs };
    this.write(encodeMessageFrame(FRAME_TYPES.goodbye, 0, messages.Goodbye, goodbye));
    this.output.flushNow(); // before the close frame, which `ws` writes by itself
    this.webSocket.close(reason.code, reason.text);
    setTimeout(() => this.webSocket.terminate(), CLOSE_TIMEOUT_MS).unref();
  }

  private write(frame: Uint8Array): void {
    const at = this.output.reserve(websocketHeaderBytes(frame.length) + frame.length);
    const memory = this.output.reserved;
    memory.set(frame, writeWebSocketHeader(memory, at, frame.length));
  }

  /** The client does not read: nothing polite would reach it. */
  private cut(): void {
    this.closing = true;
    this.webSocket.terminate();
  }
}
