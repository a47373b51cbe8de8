import { connect } from 'node:net';

/** What `npm start` takes, counted from its first port. */
const PORT_OFFSETS = [0, 1, 2, 10, 11, 12, 80, 90];

/** A first port for `npm start` of which all are free; below those that systems give to outgoing connections, which come and go. */
export async function freeDemoPort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const free = await Promise.all(PORT_OFFSETS.map(offset => isRefused(port + offset)));
  return free.every(Boolean) ? port : freeDemoPort();
}

/** Whether nobody listens there. */
export function isRefused(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
