import { once } from 'node:events';
import { type WebSocket, WebSocketServer } from 'ws';

const MAX_LINE_BYTES = 1024;

/** A chat of one room: what anybody says, everybody on this server hears. */
export class ChatServer {
  private readonly server: WebSocketServer;

  private constructor(server: WebSocketServer) {
    this.server = server;
    server.on('connection', socket => this.welcome(socket));
  }

  /** Resolves when it listens, on loopback. Port 0: any free one. */
  static async start(port: number): Promise<ChatServer> {
    const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: MAX_LINE_BYTES });
    await once(server, 'listening');
    return new ChatServer(server);
  }

  get address(): string {
    const bound = this.server.address();
    if (bound === null || typeof bound === 'string') throw new Error('not listening');
    return `ws://${bound.address}:${bound.port}`;
  }

  get connectionCount(): number {
    return this.server.clients.size;
  }

  /** Cuts every client. */
  stop(): void {
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  private welcome(socket: WebSocket): void {
    socket.on('error', () => undefined); // too long a line, or it is gone: ws closes it
    socket.on('message', data => {
      for (const other of this.server.clients) other.send(String(data));
    });
  }
}
