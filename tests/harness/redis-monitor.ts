import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

const ARGUMENT = /"((?:[^"\\]|\\.)*)"/g;

/**
 * `MONITOR` on a connection of its own: every command, those of scripts too, with the time at which Redis executed it.
 * Escapes in arguments stay as Redis shows them. (ioredis fails when the first command comes together with the `OK`.)
 */
export class RedisMonitor {
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
  }

  /** Resolves when commands are shown. */
  static async start(
    redisUrl: string,
    observe: (atMs: number, command: string, args: readonly string[]) => void,
  ): Promise<RedisMonitor> {
    const { hostname, port, username, password } = new URL(redisUrl);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined); // a Redis that is gone has nothing to show
    await once(socket, 'connect');
    const lines = createInterface(socket);
    const replies: string[] = [];
    const started = new Promise<void>((resolve, reject) => {
      lines.on('line', line => {
        const [, seconds] = /^\+(\d+\.\d+) \[/.exec(line) ?? [];
        if (seconds !== undefined) {
          const [command = '', ...args] = Array.from(line.matchAll(ARGUMENT), ([, argument = '']) => argument);
          observe(Number(seconds) * 1000, command.toUpperCase(), args);
        } else if (replies.push(line) === 2) {
          if (replies.every(reply => reply === '+OK')) resolve();
          else reject(new Error(`MONITOR: ${replies.join(' ')}`));
        }
      });
    });
    socket.write(`AUTH ${username || 'default'} ${password}\r\nMONITOR\r\n`);
    await started;
    return new RedisMonitor(socket);
  }

  stop(): void {
    this.socket.destroy();
  }
}
