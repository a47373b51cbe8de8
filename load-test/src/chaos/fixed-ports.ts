import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports below those that systems give to outgoing connections: a process that is killed gets its own back, whoever has
 * connected to somebody meanwhile.
 */
const FIRST_PORT = 12_000;
const LAST_PORT = 31_999;

/** Loopback ports that are free now, each given out once. */
export class FixedPorts {
  private next = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));

  async take(): Promise<number> {
    for (let tries = 0; tries < LAST_PORT - FIRST_PORT; tries++) {
      const port = this.next;
      this.next = port === LAST_PORT ? FIRST_PORT : port + 1;
      if (await isFree(port)) return port;
    }
    throw new Error(`no free port from ${FIRST_PORT} to ${LAST_PORT}`);
  }
}

async function isFree(port: number): Promise<boolean> {
  const listener = createServer().listen(port, '127.0.0.1');
  try {
    await once(listener, 'listening');
  } catch {
    return false;
  }
  listener.close();
  await once(listener, 'close');
  return true;
}
