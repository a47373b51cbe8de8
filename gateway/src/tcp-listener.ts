import { createServer, type Server, type Socket } from 'node:net';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { TURNED_AWAY_RETRY_MS } from './client-connection.ts';
import type { ClientListenerOptions } from './client-listener.ts';
import { listen } from './listen.ts';
import { TcpConnection } from './tcp-connection.ts';

/** Accepts game clients on TCP. While draining, who comes hears GOODBYE; those who are in stay in. */
export class TcpListener implements Part {
  readonly name = 'tcp-listener';
  private readonly options: ClientListenerOptions;
  private readonly connections = new Set<TcpConnection>();
  private server: Server | undefined;
  private boundPort: number | undefined;
  private draining = false;

  constructor(options: ClientListenerOptions) {
    this.options = options;
  }

  /** The port listened on; undefined before start. */
  get port(): number | undefined {
    return this.boundPort;
  }

  async start(): Promise<void> {
    const { host, port, log } = this.options;
    // A client that vanished without a word is noticed by the kernel, also while it is not read.
    const server = createServer({ noDelay: true, keepAlive: true }, socket => this.accept(socket));
    this.server = server;
    this.boundPort = await listen(server, host, port);
    log.info(LOG_EVENTS.listening, { what: 'clients', transport: 'tcp', host, port: this.boundPort });
  }

  drain(): void {
    this.draining = true;
  }

  stop(): void {
    this.draining = true;
    this.server?.close();
    this.server = undefined;
    for (const connection of this.connections) connection.close(CLOSE_REASONS.serverDraining);
  }

  private accept(socket: Socket): void {
    const { turns, bounds, accept } = this.options;
    const { connections } = this;
    const connection = new TcpConnection({ socket, turns, bounds, connections });
    if (this.draining) {
      socket.on('error', () => undefined); // it may be gone already
      connection.close(CLOSE_REASONS.serverDraining, TURNED_AWAY_RETRY_MS);
      return;
    }
    connection.open(accept(connection));
  }
}
