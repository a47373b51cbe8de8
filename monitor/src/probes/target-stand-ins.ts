import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { WebSocketServer } from 'ws';
import { selfSignedCertificate } from './self-signed-certificate.ts';

// Targets for tests and benches: well ones, and ill ones of every kind.

const DRIP_MS = 20;

/** Servers of one test on ports of their own, stopped together. */
export class TargetStandIns {
  private readonly servers: (Server | TcpServer)[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly webSockets: WebSocketServer[] = [];

  /** Each returns its port. */
  http(listener: RequestListener): Promise<number> {
    return this.listen(createServer(listener));
  }

  tcp(serve: (socket: Socket) => void): Promise<number> {
    return this.listen(createTcpServer(serve));
  }

  badCertificate(): Promise<number> {
    return this.listen(createTlsServer(selfSignedCertificate(), (_request, response) => response.end('ok')));
  }

  async webSocket({ answersClose }: { answersClose: boolean }): Promise<number> {
    const server = createServer();
    const webSockets = new WebSocketServer({ server });
    this.webSockets.push(webSockets);
    webSockets.on('connection', (_socket, { socket }) => {
      if (!answersClose) socket.pause();
    });
    return this.listen(server);
  }

  /** Says nothing at all. */
  silent(): Promise<number> {
    return this.tcp(() => {});
  }

  /** One byte of a header after the other, for ever. */
  drippingHeader(): Promise<number> {
    return this.tcp(socket => drip(socket, 'HTTP/1.1 200 OK\r\nx-drip: '));
  }

  /** A good header, then one byte of the body after the other, for ever. */
  drippingBody(): Promise<number> {
    return this.tcp(socket => drip(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n'));
  }

  resetting(): Promise<number> {
    return this.tcp(socket => socket.once('data', () => socket.resetAndDestroy()));
  }

  /** To another protocol that nobody has asked for. */
  upgrading(): Promise<number> {
    const answer = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: odd\r\n\r\n';
    return this.tcp(socket => socket.once('data', () => socket.write(answer)));
  }

  redirecting(location: string): Promise<number> {
    return this.http((_request, response) => response.writeHead(302, { location }).end());
  }

  /** Where nobody listens. */
  async nobody(): Promise<number> {
    const port = await this.silent();
    this.servers.pop()?.close();
    return port;
  }

  async stop(): Promise<void> {
    for (const webSockets of this.webSockets) for (const client of webSockets.clients) client.terminate();
    for (const socket of this.sockets) socket.destroy();
    for (const server of this.servers) server.close();
    await Promise.all(this.servers.map(server => (server.listening ? once(server, 'close') : undefined)));
  }

  private async listen(server: Server | TcpServer): Promise<number> {
    this.servers.push(server);
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => {}); // whoever checks hangs up as it likes
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }
}

function drip(socket: Socket, beginning: string): void {
  socket.once('data', () => {
    socket.write(beginning);
    const timer = setInterval(() => socket.write('.'), DRIP_MS);
    socket.on('close', () => clearInterval(timer));
  });
}
