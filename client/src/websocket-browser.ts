import type { SocketEvents, SocketHandle } from './socket-handle.ts';

/** What is used of the browser's WebSocket; its own types would bring the whole DOM into Node code. */
interface BrowserSocket {
  binaryType: string;
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(bytes: Uint8Array): void;
  close(code: number, text: string): void;
}

const OPEN = 1;

export function openWebSocket(url: string, events: SocketEvents): SocketHandle {
  const { WebSocket } = globalThis as unknown as { WebSocket: new (url: string) => BrowserSocket };
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => events.onOpen();
  socket.onmessage = event => {
    if (event.data instanceof ArrayBuffer) events.onMessage(new Uint8Array(event.data));
  };
  socket.onclose = event => events.onClose(event.code, event.reason);
  return {
    send: bytes => {
      if (socket.readyState === OPEN) socket.send(bytes);
    },
    close: (code, text) => socket.close(code, text),
    cut: () => socket.close(1000, ''), // a browser offers nothing harder
  };
}
