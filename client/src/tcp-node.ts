import { connect } from 'node:net';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { LengthDecoder } from '@gatehouse/shared/protocol/length-decoder';
import type { SocketEvents, SocketHandle } from './socket-handle.ts';

const LENGTH_BYTES = 4;
/** For a connection that ended without a word, as WebSocket counts it. Of the gateway's closes GOODBYE tells. */
const ABNORMAL_CLOSURE = 1006;
/** How long the gateway has to end its side. */
const CLOSE_TIMEOUT_MS = 2000;

/** @throws GatehouseError BAD_CONFIG */
export function checkTcpUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'tcp:' && parsed.hostname !== '' && parsed.port !== '') return;
  throw new GatehouseError('BAD_CONFIG', { url, why: 'a TCP gateway is written tcp://host:port' });
}

/** Each frame after its length, u32 big endian. */
export function openTcp(url: string, events: SocketEvents): SocketHandle {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port), noDelay: true });
  const decoder = new LengthDecoder({ maxBytes: MAX_SERVER_FRAME_BYTES });
  const receive = (bytes: Uint8Array, start: number, end: number): boolean => {
    events.onMessage(bytes.subarray(start, end));
    return !socket.destroyed;
  };
  let trouble = '';
  socket.on('connect', () => events.onOpen());
  socket.on('data', chunk => {
    try {
      decoder.push(chunk, receive);
    } catch (error) {
      socket.destroy(error as Error);
    }
  });
  socket.on('error', error => {
    trouble = error.message; // 'close' follows
  });
  socket.on('close', () => events.onClose(ABNORMAL_CLOSURE, trouble));
  return {
    send: frame => {
      if (socket.readyState === 'open') socket.write(lengthAndFrame(frame));
    },
    close: () => {
      socket.end();
      setTimeout(() => socket.destroy(), CLOSE_TIMEOUT_MS).unref();
    },
    cut: () => socket.destroy(),
  };
}

function lengthAndFrame(frame: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES + frame.length);
  bytes.writeUInt32BE(frame.length);
  bytes.set(frame, LENGTH_BYTES);
  return bytes;
}
