import { connect, type Socket } from 'node:net';
import { type ReceiveMessage, ServerFrames } from './server-frames.ts';
import { UpgradeResponse, upgradeRequest } from './upgrade.ts';

const CONNECT_TIMEOUT_MS = 20_000;
/** All sockets read into it: each chunk is used up before the next is read. */
const READ_BUFFER = Buffer.alloc(64 * 1024);

/** Whom a connection tells what comes. */
export interface ConnectionListener {
  readonly message: ReceiveMessage;
  /** Once, unless this side closed it. */
  readonly lost: (error: Error) => void;
}

type ConnectionState =
  | {
      readonly kind: 'upgrading';
      readonly response: UpgradeResponse;
      readonly upgraded: () => void;
      readonly failed: (error: Error) => void;
    }
  | { readonly kind: 'open' }
  | { readonly kind: 'over' };

/**
 * A WebSocket client of few words: it sends frames that are masked already and reads without allocating, so that the
 * load generator costs less than what it measures.
 */
export class RawConnection {
  /** May be replaced at any time. */
  listener: ConnectionListener;
  private readonly socket: Socket;
  private readonly frames: ServerFrames;
  private state: ConnectionState;

  private constructor(port: number, path: string, listener: ConnectionListener, upgrading: ConnectionState) {
    this.listener = listener;
    this.state = upgrading;
    this.frames = new ServerFrames((bytes, start, end) => this.listener.message(bytes, start, end));
    this.socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: READ_BUFFER, callback: this.read },
    });
    this.socket.setTimeout(CONNECT_TIMEOUT_MS, () => this.fail(new Error('a server did not answer')));
    this.socket.once('connect', () => this.socket.write(upgradeRequest(port, path)));
    this.socket.once('error', error => this.fail(error));
    this.socket.once('close', () => this.fail(new Error('a server cut a connection')));
  }

  /** To a server on this machine. Resolves when the upgrade is done. */
  static open(port: number, path: string, listener: ConnectionListener): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const upgraded = (): void => resolve(connection);
      const response = new UpgradeResponse();
      const connection = new RawConnection(port, path, listener, {
        kind: 'upgrading',
        response,
        upgraded,
        failed: reject,
      });
    });
  }

  /** A whole masked frame; its bytes may be changed as soon as this returns. Nothing is sent once the connection is over. */
  write(frame: Buffer): void {
    if (this.state.kind !== 'open') return;
    // The kernel takes so little at once, or the server has long stopped reading; what waits here must not change.
    if (this.socket.writableLength > 0) this.fail(new Error('a server does not read'));
    else this.socket.write(frame);
  }

  close(): void {
    this.state = { kind: 'over' };
    this.socket.destroy();
  }

  private readonly read = (byteCount: number, memory: Uint8Array): boolean => {
    try {
      this.receive(Buffer.from(memory.buffer, memory.byteOffset, byteCount));
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  };

  private receive(chunk: Buffer): void {
    const { state } = this;
    if (state.kind === 'open') this.frames.push(chunk);
    if (state.kind !== 'upgrading') return;
    const behind = state.response.push(chunk);
    if (behind === undefined) return;
    this.state = { kind: 'open' };
    this.socket.setTimeout(0);
    state.upgraded();
    this.frames.push(behind);
  }

  private fail(error: Error): void {
    const { state } = this;
    this.close();
    if (state.kind === 'upgrading') state.failed(error);
    else if (state.kind === 'open') this.listener.lost(error);
  }
}
