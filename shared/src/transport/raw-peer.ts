import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { LengthDecoder } from '../protocol/length-decoder.ts';
import { LINK_HEADER_BYTES, writeLinkHeader } from './link-codec.ts';

/** The other end of a link as bytes, for tests that say what no link would say. */
export class RawPeer {
  readonly socket: Socket;
  private readonly decoder = new LengthDecoder({ maxBytes: 1 << 20 });
  private readonly unread: Uint8Array[] = [];
  private wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('error', () => {}); // the tests look at `closed`
    socket.on('data', chunk =>
      this.decoder.push(chunk, (bytes, start, end) => {
        this.unread.push(Uint8Array.from(bytes.subarray(start, end)));
        this.wake?.();
        return true;
      }),
    );
  }

  /** `address`: host:port. */
  static async connect(address: string): Promise<RawPeer> {
    const [host, port] = address.split(':');
    const socket = connect({ host: host ?? '', port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new RawPeer(socket);
  }

  send(op: number, body: Uint8Array): void {
    const bytes = Buffer.alloc(LINK_HEADER_BYTES + body.length);
    bytes.set(body, writeLinkHeader(bytes, 0, op, 0, body.length));
    this.socket.write(bytes);
  }

  /** The next frame's op and body. */
  async receive(): Promise<{ op: number; body: Uint8Array }> {
    while (this.unread.length === 0) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    const frame = this.unread.shift() ?? new Uint8Array(0);
    return { op: frame[0] ?? 0, body: frame.subarray(5) };
  }

  /** Resolves when the other side has closed the connection. */
  async closed(): Promise<void> {
    if (!this.socket.closed) await once(this.socket, 'close');
  }
}
