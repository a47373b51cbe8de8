import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';

/** Length, op and channel. */
const HEADER_BYTES = 9;

/** The way from all gateways to one backend, which can be cut for some of them: the hello of a link says whose it is. */
export class LinkRelay {
  /** To be advertised by the backend. */
  readonly address: string;
  private readonly server: Server;
  private readonly targetPort: number;
  private readonly cutGateways = new Set<string>();
  private readonly pairs = new Map<Socket, { gateway: string | undefined; backendSide: Socket }>();

  private constructor(server: Server, targetPort: number) {
    this.server = server;
    this.targetPort = targetPort;
    this.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', socket => this.join(socket));
  }

  /** `targetPort`: where the backend listens, or will. */
  static async open(targetPort: number): Promise<LinkRelay> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LinkRelay(server, targetPort);
  }

  /** Ids of the gateways that cannot come through from now on. */
  cut(gateways: readonly string[]): void {
    this.cutGateways.clear();
    for (const gateway of gateways) this.cutGateways.add(gateway);
    for (const [socket, { gateway }] of this.pairs) {
      if (gateway !== undefined && this.cutGateways.has(gateway)) socket.destroy();
    }
  }

  async close(): Promise<void> {
    for (const socket of this.pairs.keys()) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(gatewaySide: Socket): void {
    const backendSide = connect({ port: this.targetPort, host: '127.0.0.1', noDelay: true });
    const pair: { gateway: string | undefined; backendSide: Socket } = { gateway: undefined, backendSide };
    this.pairs.set(gatewaySide, pair);
    let begun = Buffer.alloc(0); // what came before it was known whose it is
    gatewaySide.on('data', chunk => {
      if (pair.gateway !== undefined) {
        backendSide.write(chunk);
        return;
      }
      begun = Buffer.concat([begun, chunk]);
      pair.gateway = gatewayOf(begun);
      if (pair.gateway === undefined) return;
      if (this.cutGateways.has(pair.gateway)) gatewaySide.destroy();
      else backendSide.write(begun);
    });
    backendSide.on('data', chunk => gatewaySide.write(chunk));
    for (const socket of [gatewaySide, backendSide]) {
      socket.on('error', () => undefined); // `close` follows
      socket.on('close', () => {
        this.pairs.delete(gatewaySide);
        gatewaySide.destroy();
        backendSide.destroy();
      });
    }
  }
}

/** Who says the hello that these bytes begin with; undefined: it is not whole yet. */
function gatewayOf(bytes: Buffer): string | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const end = 4 + bytes.readUInt32BE(0);
  return bytes.length < end ? undefined : decodeMessage(messages.LinkHello, bytes.subarray(HEADER_BYTES, end)).id;
}
