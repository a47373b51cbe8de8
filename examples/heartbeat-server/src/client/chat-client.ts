import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Gateways } from '../gateways.ts';

export interface ChatClientOptions {
  readonly gateways: readonly string[];
  readonly token: string | undefined;
  /** Where it is now: at the first connection and after each server that died. */
  readonly onConnected: (address: string) => void;
  readonly onLine: (line: string) => void;
  /** Pause between two tries. */
  readonly retryMs?: number;
}

const CONNECT_TIMEOUT_MS = 2_000;
const RETRY_MS = 500;

/** Asks for the optimal server, connects, and asks again when that one has died. What was said meanwhile is lost. */
export class ChatClient {
  private readonly options: ChatClientOptions;
  private readonly gateways: Gateways;
  private socket: WebSocket | undefined;
  private running = false;

  constructor(options: ChatClientOptions) {
    this.options = options;
    this.gateways = new Gateways(options.gateways, options.token);
  }

  /** Goes on until `stop`. */
  async run(): Promise<void> {
    this.running = true;
    while (this.running) {
      await this.visit().catch(() => undefined);
      // A server that has just died is named for up to 10 s: asked often enough, another one is named before.
      if (this.running) await new Promise(resolve => setTimeout(resolve, this.options.retryMs ?? RETRY_MS));
    }
  }

  stop(): void {
    this.running = false;
    this.socket?.terminate();
  }

  /** False: not connected now. */
  say(line: string): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(line);
    return true;
  }

  /** Resolves when the connection has ended. @throws Error when there was none */
  private async visit(): Promise<void> {
    const { status, body } = await this.gateways.ask('/servers/optimal');
    if (status !== 200 || body.address === undefined) throw new Error(`no server: ${status}`);
    const socket = new WebSocket(body.address, { handshakeTimeout: CONNECT_TIMEOUT_MS });
    this.socket = socket;
    socket.on('message', data => this.options.onLine(String(data)));
    await once(socket, 'open');
    socket.on('error', () => undefined); // its close follows
    this.options.onConnected(body.address);
    await once(socket, 'close');
  }
}
