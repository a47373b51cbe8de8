import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { MAX_CLIENT_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { type WebSocket, WebSocketServer } from 'ws';
import { type AcceptConnection, TURNED_AWAY_RETRY_MS } from './client-connection.ts';
import type { ClientBounds } from './client-output.ts';
import { listen } from './listen.ts';
import { Strangers } from './strangers.ts';
import { WebSocketConnection } from './web-socket-connection.ts';

/** A request that is not an upgrade, or sends its headers too slowly, gets no more than this. */
const HEADERS_TIMEOUT_MS = 10_000;

/** Parts of one message. Who sends whole messages, as every browser does, has one. */
const MAX_FRAGMENTS = 256;

/** Connections that have not asked for an upgrade. */
const MAX_STRANGERS = 4096;

export interface ClientListenerOptions {
  host: string;
  /** 0: any free one; `port` says which after start. */
  port: number;
  accept: AcceptConnection;
  bounds: ClientBounds;
  turns: TurnFlusher;
  log: Log;
}

/** Accepts game clients on WebSocket. While draining, upgrades are answered 503; those who are in stay in. */
export class ClientListener implements Part {
  readonly name = 'client-listener';
  private readonly options: ClientListenerOptions;
  private readonly webSockets: WebSocketServer;
  private readonly connections = new Set<WebSocketConnection>();
  private readonly strangers = new Strangers<Socket>(MAX_STRANGERS, oldest => oldest.destroy());
  /** One for all sockets, so that it can be taken off those who play: there are many of them. */
  private readonly strangerLeft: (this: Socket) => void;
  private http: HttpServer | undefined;
  private boundPort: number | undefined;
  private draining = false;

  constructor(options: ClientListenerOptions) {
    this.options = options;
    const { strangers } = this;
    this.strangerLeft = function () {
      strangers.remove(this);
    };
    this.webSockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // Twice the limit: what is only a little too large still gets our own close code; past it `ws` closes with 1009.
      maxPayload: 2 * MAX_CLIENT_FRAME_BYTES,
      maxFragments: MAX_FRAGMENTS, // each costs many times its bytes; past it `ws` closes with 1008
    });
  }

  /** The port listened on; undefined before start. */
  get port(): number | undefined {
    return this.boundPort;
  }

  async start(): Promise<void> {
    const { host, port, log } = this.options;
    const http = createServer({ headersTimeout: HEADERS_TIMEOUT_MS }, (_request, response) => {
      response.writeHead(426, { 'content-type': 'text/plain' }).end('Gatehouse speaks WebSocket here.\n');
    });
    http.on('connection', socket => {
      this.strangers.add(socket);
      socket.once('close', this.strangerLeft);
    });
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.http = http;
    this.boundPort = await listen(http, host, port);
    log.info(LOG_EVENTS.listening, { what: 'clients', transport: 'websocket', host, port: this.boundPort });
  }

  drain(): void {
    this.draining = true;
  }

  async stop(): Promise<void> {
    this.draining = true;
    this.http?.close();
    for (const connection of this.connections) connection.close(CLOSE_REASONS.serverDraining);
    this.http?.closeAllConnections();
    this.http = undefined;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.draining) {
      socket.on('error', ignore); // it may be gone already
      const retryAfter = `Retry-After: ${TURNED_AWAY_RETRY_MS / 1000}`;
      socket.end(`HTTP/1.1 503 Service Unavailable\r\n${retryAfter}\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.strangers.remove(request.socket);
    socket.off('close', this.strangerLeft);
    this.webSockets.handleUpgrade(request, socket, head, webSocket => this.accept(webSocket, request.socket));
  }

  private accept(webSocket: WebSocket, socket: Socket): void {
    socket.setNoDelay(true);
    const { turns, bounds } = this.options;
    const { connections } = this;
    const connection = new WebSocketConnection({ webSocket, socket, turns, bounds, connections });
    connection.open(this.options.accept(connection));
  }
}

/** Not a closure: it would keep the whole request alive for as long as the socket. */
function ignore(): void {}
