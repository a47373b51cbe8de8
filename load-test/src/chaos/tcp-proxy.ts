import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ProxiedFlow } from './proxied-flow.ts';
import { CLEAR, type Weather } from './weather.ts';

export interface TcpProxyOptions {
  /** Loopback port of the process behind it. */
  readonly targetPort: number;
  /** Its own loopback port; default: any free one. */
  readonly port?: number;
  /**
   * Which line a connection belongs to, by its first bytes; undefined: more are needed. Without it there is one line, ''.
   * The connection to the process behind is made when it is known.
   */
  readonly lineOf?: (firstBytes: Uint8Array) => string | undefined;
}

interface ProxiedConnection {
  readonly line: string;
  readonly sockets: readonly Socket[];
  readonly flows: readonly ProxiedFlow[];
}

const MAX_FIRST_BYTES = 4096;

/** Stands before one loopback port and decides what passes, on each of its lines. */
export class TcpProxy {
  private readonly options: TcpProxyOptions;
  private readonly connections = new Set<ProxiedConnection>();
  private readonly strangers = new Set<Socket>(); // whose line is not known yet
  private readonly weathers = new Map<string, Weather>();
  private readonly waitingForWeather = new Map<string, (() => void)[]>();
  private server: Server | undefined;
  private ownPort: number;

  constructor(options: TcpProxyOptions) {
    this.options = options;
    this.ownPort = options.port ?? 0;
  }

  /** 0 before the first `open`, unless it was given. */
  get port(): number {
    return this.ownPort;
  }

  /** Connections through it, of all lines. */
  get count(): number {
    return this.connections.size;
  }

  /** Takes connections, on the same port every time. */
  async open(): Promise<void> {
    if (this.server !== undefined) return;
    const server = createServer({ noDelay: true, allowHalfOpen: true });
    server.on('connection', socket => this.welcome(socket));
    server.listen(this.ownPort, '127.0.0.1');
    this.server = server;
    await once(server, 'listening');
    this.ownPort = (server.address() as AddressInfo).port;
  }

  /** Refuses connections from now on, as a machine does whose process is gone. Those there are stay. */
  refuse(): void {
    this.server?.close();
    this.server = undefined;
  }

  /** What there is on this line and what comes; `cut` resets at once. */
  setWeather(weather: Weather, line = ''): void {
    this.weathers.set(line, weather);
    for (const connection of [...this.connections]) {
      if (connection.line !== line) continue;
      if (weather.kind === 'cut') reset(connection.sockets);
      else for (const flow of connection.flows) flow.setWeather(weather);
    }
    if (weather.kind === 'blackHole') return;
    const waiting = this.waitingForWeather.get(line) ?? [];
    this.waitingForWeather.delete(line);
    for (const goOn of waiting) goOn();
  }

  /** Resets so many connections, the oldest first. */
  cutOldest(count: number): void {
    for (const { sockets } of [...this.connections].slice(0, count)) reset(sockets);
  }

  close(): void {
    this.refuse();
    for (const { sockets } of this.connections) reset(sockets);
    for (const socket of this.strangers) socket.destroy();
  }

  private welcome(near: Socket): void {
    const { lineOf } = this.options;
    near.on('error', () => undefined); // `close` follows
    if (lineOf === undefined) {
      this.join(near, '', new Uint8Array(0));
      return;
    }
    let firstBytes = Buffer.alloc(0);
    this.strangers.add(near);
    near.once('close', () => this.strangers.delete(near));
    const look = (bytes: Buffer): void => {
      firstBytes = Buffer.concat([firstBytes, bytes]);
      const line = lineOf(firstBytes);
      if (line === undefined && firstBytes.length < MAX_FIRST_BYTES) return;
      near.off('data', look);
      near.pause();
      this.strangers.delete(near);
      this.join(near, line ?? '', firstBytes);
    };
    near.on('data', look);
  }

  private join(near: Socket, line: string, firstBytes: Uint8Array): void {
    const { kind } = this.weathers.get(line) ?? CLEAR;
    if (kind === 'cut') near.resetAndDestroy();
    else if (kind === 'blackHole') {
      this.strangers.add(near);
      const waiting = this.waitingForWeather.get(line) ?? [];
      this.waitingForWeather.set(line, waiting);
      waiting.push(() => {
        this.strangers.delete(near);
        if (!near.destroyed) this.join(near, line, firstBytes);
      });
    } else this.dial(near, line, firstBytes);
  }

  private dial(near: Socket, line: string, firstBytes: Uint8Array): void {
    const far = connect({ host: '127.0.0.1', port: this.options.targetPort, noDelay: true, allowHalfOpen: true });
    const flows = [new ProxiedFlow(near, far), new ProxiedFlow(far, near)];
    const connection: ProxiedConnection = { line, sockets: [near, far], flows };
    this.connections.add(connection);
    far.on('error', () => undefined);
    const forget = (): void => {
      if (near.destroyed && far.destroyed) this.connections.delete(connection);
    };
    near.once('close', forget);
    far.once('close', forget);
    for (const flow of flows) flow.setWeather(this.weathers.get(line) ?? CLEAR);
    flows[0]?.begin(firstBytes);
  }
}

function reset(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.resetAndDestroy();
}
