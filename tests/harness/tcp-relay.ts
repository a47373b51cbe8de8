import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * `held`: connections stay and new ones are taken, but nothing passes, as on a line that swallows everything; what was sent
 * arrives when it is open again. `cut`: all are reset, new ones too.
 */
type Line = 'open' | 'held' | 'cut';

/** A word that is changed on the way, into one of the same length. */
interface Change {
  readonly from: string;
  readonly to: string;
}

/** The way from one process to one loopback port, for a test to disturb. */
export class TcpRelay {
  private readonly server: Server;
  private readonly targetPort: number;
  private readonly change: Change | undefined;
  private readonly sockets = new Set<Socket>();
  private line: Line = 'open';
  private changedWords = 0;
  private cutWord: string | undefined;

  private constructor(server: Server, targetPort: number, change: Change | undefined) {
    this.server = server;
    this.targetPort = targetPort;
    this.change = change;
    server.on('connection', socket => this.join(socket));
  }

  /** `change` is looked for in what comes back from the port; a word that comes in two pieces is not found. */
  static async open(targetPort: number, change?: Change): Promise<TcpRelay> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpRelay(server, targetPort, change);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Words changed so far. */
  get changed(): number {
    return this.changedWords;
  }

  set(line: Line): void {
    this.line = line;
    for (const socket of this.sockets) {
      if (line === 'cut') socket.resetAndDestroy();
      else if (line === 'held') socket.pause();
      else socket.resume();
    }
  }

  /** The connection on which this word comes back next is reset instead, once. */
  cutAt(word: string): void {
    this.cutWord = word;
  }

  async close(): Promise<void> {
    this.set('cut');
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    if (this.line === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: this.targetPort, host: '127.0.0.1', noDelay: true });
    near.on('data', bytes => far.write(bytes));
    far.on('data', (bytes: Buffer) => {
      if (this.isCutAt(bytes)) near.resetAndDestroy();
      else near.write(this.changeWords(bytes));
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      if (this.line === 'held') socket.pause();
      socket.on('error', () => undefined); // `close` follows
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }

  private isCutAt(bytes: Buffer): boolean {
    const isCut = this.cutWord !== undefined && bytes.includes(this.cutWord);
    if (isCut) this.cutWord = undefined;
    return isCut;
  }

  private changeWords(bytes: Buffer): Buffer {
    if (this.change === undefined) return bytes;
    const { from, to } = this.change;
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + from.length)) {
      bytes.write(to, at);
      this.changedWords++;
    }
    return bytes;
  }
}
