import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How often a throttled pipe lets something through. */
const STEP_MS = 100;

/**
 * A line between one TCP player and its gateway that can stop, or trickle, on the way to the player: to the gateway that is a
 * client that does not read.
 */
export class SlowPipe {
  readonly url: string;
  private readonly server: Server;
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private gatewaySide: Socket | undefined; // of the newest connection
  private bytesPerSecond = Number.POSITIVE_INFINITY;
  private readonly timer: NodeJS.Timeout;

  private constructor(server: Server, target: string) {
    this.server = server;
    this.target = new URL(target);
    this.url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', socket => this.join(socket));
    this.timer = setInterval(() => this.trickle(), STEP_MS);
  }

  /** `target`: `tcp://host:port` of the gateway. */
  static async open(target: string): Promise<SlowPipe> {
    const server = createServer({ noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SlowPipe(server, target);
  }

  /** 0: nothing comes through. Infinity: everything does, at once. */
  throttle(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
    if (bytesPerSecond === Number.POSITIVE_INFINITY) this.gatewaySide?.resume();
    else this.gatewaySide?.pause();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(playerSide: Socket): void {
    const gatewaySide = connect({ host: this.target.hostname, port: Number(this.target.port), noDelay: true });
    this.gatewaySide = gatewaySide;
    gatewaySide.on('data', chunk => playerSide.write(chunk));
    playerSide.on('data', chunk => gatewaySide.write(chunk));
    for (const [socket, other] of [
      [playerSide, gatewaySide],
      [gatewaySide, playerSide],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => undefined); // `close` follows
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    this.throttle(this.bytesPerSecond);
  }

  /** Only while throttled: a paused socket keeps what it has read, and gives it out in pieces. */
  private trickle(): void {
    if (this.bytesPerSecond === Number.POSITIVE_INFINITY || this.gatewaySide?.destroyed !== false) return;
    const count = Math.floor((this.bytesPerSecond * STEP_MS) / 1000);
    const available = Math.min(count, this.gatewaySide.readableLength);
    if (available > 0)
      this.gatewaySide.read(available); // emits 'data'
    else if (count > 0) this.gatewaySide.read(0);
  }
}
