import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Where a connection ends: when it has carried so many bytes in this direction, not one more. */
export interface Cut {
  readonly towards: 'player' | 'gateway';
  readonly afterBytes: number;
  /** The gateway does not notice: to it, the player is only silent. */
  readonly isHalfOpen?: boolean;
}

interface Line {
  readonly player: Socket;
  readonly gateway: Socket;
  readonly carried: Record<Cut['towards'], number>;
}

interface Plan {
  readonly cut: Cut;
  readonly of: 'next' | Line;
  readonly done: () => void;
}

/** Between one player and the gateways, which it takes in turn: ends a connection at an exact byte. */
export class CuttingRelay {
  readonly url: string;
  private readonly server: Server;
  private readonly targets: readonly URL[];
  private readonly sockets = new Set<Socket>();
  private readonly halfOpen = new Set<Line>();
  private newest: Line | undefined;
  private accepted = 0;
  private planned: Plan | undefined;

  private constructor(server: Server, targets: readonly URL[]) {
    this.server = server;
    this.targets = targets;
    this.url = `${targets[0]?.protocol}//127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', player => this.join(player));
  }

  /** `targets`: URLs of gateways, all of one transport. */
  static async open(targets: readonly string[]): Promise<CuttingRelay> {
    const server = createServer({ noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new CuttingRelay(
      server,
      targets.map(target => new URL(target)),
    );
  }

  /** Ends the connection there is; the next one is cut. Resolves then. */
  cutNext(cut: Cut): Promise<void> {
    this.newest?.player.destroy();
    return new Promise(done => {
      this.planned = { cut, of: 'next', done };
    });
  }

  cutNothing(): void {
    this.planned = undefined;
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(player: Socket): void {
    const target = this.targets[this.accepted++ % this.targets.length];
    if (target === undefined) throw new Error('no gateway to go to');
    const gateway = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const line: Line = { player, gateway, carried: { player: 0, gateway: 0 } };
    this.newest = line;
    if (this.planned?.of === 'next') this.planned = { ...this.planned, of: line };
    gateway.on('data', chunk => this.carry(line, 'player', chunk));
    player.on('data', chunk => this.carry(line, 'gateway', chunk));
    for (const socket of [player, gateway]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined); // `close` follows
      socket.on('close', () => {
        this.sockets.delete(socket);
        if (!this.halfOpen.has(line)) (socket === player ? gateway : player).destroy();
      });
    }
  }

  private carry(line: Line, towards: Cut['towards'], chunk: Buffer): void {
    const { planned } = this;
    const isPlanned = planned?.of === line && planned.cut.towards === towards;
    const left = isPlanned ? planned.cut.afterBytes - line.carried[towards] : Number.POSITIVE_INFINITY;
    line.carried[towards] += chunk.length;
    if (line[towards].writable) line[towards].write(chunk.subarray(0, Math.min(left, chunk.length)));
    if (isPlanned && chunk.length >= left) this.cut(line, planned);
  }

  private cut(line: Line, { cut, done }: Plan): void {
    const { isHalfOpen = false } = cut;
    this.planned = undefined;
    if (isHalfOpen) this.halfOpen.add(line);
    for (const socket of [line.player, line.gateway]) socket.removeAllListeners('data').resume();
    line.player.end(); // after what was written
    if (!isHalfOpen) line.gateway.end();
    done();
  }
}
