import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { WebSocket } from 'ws';
import type { SocketEvents, SocketHandle } from './socket-handle.ts';

/** Node 20 has no WebSocket of its own. */
export function openWebSocket(url: string, events: SocketEvents): SocketHandle {
  const socket = new WebSocket(url, {
    maxPayload: MAX_SERVER_FRAME_BYTES,
    perMessageDeflate: false,
  });
  let error: Error | undefined;
  socket.on('open', () => events.onOpen());
  socket.on('message', data => events.onMessage(data as Buffer)); // binaryType 'nodebuffer' is the default
  socket.on('error', reason => {
    error = reason; // 'close' follows
  });
  socket.on('close', (code, reason) => events.onClose(code, reason.toString() || (error?.message ?? '')));
  return {
    send: bytes => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    close: (code, text) => socket.close(code, text),
    cut: () => socket.terminate(),
  };
}
