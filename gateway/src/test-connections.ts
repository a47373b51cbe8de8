import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { LengthDecoder } from '@gatehouse/shared/protocol/length-decoder';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { WebSocket } from 'ws';
import type { ClientConnection } from './client-connection.ts';
import { ClientListener, type ClientListenerOptions } from './client-listener.ts';
import type { ClientBounds } from './client-output.ts';
import { TcpListener } from './tcp-listener.ts';

/** What both ends of one connection saw, for tests. */
export interface ConnectionPair {
  readonly connection: ClientConnection;
  /** Frames the gateway's side received, copied. */
  readonly received: Uint8Array[];
  /** Frames the client received. */
  readonly heard: Uint8Array[];
  /** What `closed` said, each time. */
  readonly closes: (CloseReason | undefined)[];
  /** The client's socket. */
  readonly socket: Socket;
  /** A frame of the client. */
  send(frame: Uint8Array): void;
  /** The same as bytes, for `socket.write`. */
  encode(frame: Uint8Array): Uint8Array;
  /** Resolves when `fits` holds; looked at whenever something has happened at either end. */
  until(fits: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export type OpenPair = (bounds?: Partial<ClientBounds>) => Promise<ConnectionPair>;

const BOUNDS: ClientBounds = { softBytes: 64 * 1024, hardBytes: 64 * MAX_SERVER_FRAME_BYTES };

type Listener = new (options: ClientListenerOptions) => ClientListener | TcpListener;

/** One accepted connection on a loopback socket. */
async function openPair(Listener: Listener, greet: (port: number) => Promise<Greeted>, bounds: Partial<ClientBounds>) {
  const received: Uint8Array[] = [];
  const heard: Uint8Array[] = [];
  const closes: (CloseReason | undefined)[] = [];
  const looks = new Set<() => void>();
  const look = () => {
    for (const wake of [...looks]) wake();
  };
  const until = (fits: () => boolean): Promise<void> =>
    new Promise(resolve => {
      const wake = () => {
        if (!fits()) return;
        looks.delete(wake);
        resolve();
      };
      looks.add(wake);
      wake();
    });
  let connection: ClientConnection | undefined;
  const listener = new Listener({
    host: '127.0.0.1',
    port: 0,
    bounds: { ...BOUNDS, ...bounds },
    turns: new TurnFlusher(),
    log: silentLog,
    accept: accepted => {
      connection = accepted;
      look();
      return {
        receive: frame => {
          received.push(Uint8Array.from(frame));
          look();
        },
        closed: reason => {
          closes.push(reason);
          look();
        },
      };
    },
  });
  await listener.start();
  const client = await greet(listener.port ?? 0);
  client.onFrame(frame => {
    heard.push(Uint8Array.from(frame));
    look();
  });
  client.socket.on('close', look);
  client.socket.on('error', look);
  await until(() => connection !== undefined);
  if (connection === undefined) throw new Error('not accepted');
  const stop = async () => {
    client.socket.destroy();
    await until(() => closes.length > 0);
    await listener.stop();
  };
  return { connection, received, heard, closes, until, stop, ...client };
}

interface Greeted {
  readonly socket: Socket;
  send(frame: Uint8Array): void;
  encode(frame: Uint8Array): Uint8Array;
  onFrame(listener: (frame: Uint8Array) => void): void;
}

export const openTcpPair: OpenPair = (bounds = {}) =>
  openPair(
    TcpListener,
    async port => {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true });
      await once(socket, 'connect');
      const decoder = new LengthDecoder({ maxBytes: MAX_SERVER_FRAME_BYTES });
      const encode = (frame: Uint8Array) => {
        const bytes = Buffer.alloc(4 + frame.length);
        bytes.writeUInt32BE(frame.length);
        bytes.set(frame, 4);
        return bytes;
      };
      return {
        socket,
        encode,
        send: frame => socket.write(encode(frame)),
        onFrame: listener =>
          socket.on('data', chunk =>
            decoder.push(chunk, (bytes, start, end) => {
              listener(bytes.subarray(start, end));
              return true;
            }),
          ),
      };
    },
    bounds,
  );

export const openWebSocketPair: OpenPair = (bounds = {}) =>
  openPair(
    ClientListener,
    async port => {
      const webSocket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
      const socket = await new Promise<Socket>(resolve => {
        webSocket.on('upgrade', response => resolve(response.socket));
      });
      if (webSocket.readyState !== WebSocket.OPEN) await once(webSocket, 'open');
      webSocket.on('error', () => undefined);
      return {
        socket,
        encode: encodeWebSocketMessage,
        send: frame => webSocket.send(frame),
        onFrame: listener => webSocket.on('message', (data: Buffer) => listener(data)),
      };
    },
    bounds,
  );

/** One masked binary message, masked with zeros. */
export function encodeWebSocketMessage(payload: Uint8Array): Uint8Array {
  const header = payload.length < 126 ? 6 : 8;
  const bytes = Buffer.alloc(header + payload.length);
  bytes[0] = 0x82;
  if (payload.length < 126) bytes[1] = 0x80 | payload.length;
  else {
    bytes[1] = 0x80 | 126;
    bytes.writeUInt16BE(payload.length, 2);
  }
  bytes.set(payload, header);
  return bytes;
}
