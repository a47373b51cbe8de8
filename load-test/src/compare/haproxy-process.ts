import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { HaproxyBinary } from '@gatehouse/scripts/haproxy-binary';
import { freePort } from '@gatehouse/shared/runtime/free-port';

const START_LIMIT_MS = 5000;
const POLL_MS = 20;

export interface HaproxyProcess {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A proxy on loopback before one server, as its manual sets it up for WebSocket. */
export function haproxyConfiguration(port: number, serverPort: number): string {
  return [
    'global',
    '  maxconn 8000',
    '  nbthread 1', // the cheapest for what one core can carry
    'defaults',
    '  mode http',
    '  timeout connect 5s',
    '  timeout client 30s',
    '  timeout server 30s',
    '  timeout tunnel 1h',
    'listen websocket',
    `  bind 127.0.0.1:${port}`,
    `  server ws 127.0.0.1:${serverPort}`,
    '',
  ].join('\n');
}

/** Ends with this process, however that ends: a shell holds it as long as we hold the shell's input. */
export async function startHaproxy({ path, libraryPath }: HaproxyBinary, serverPort: number): Promise<HaproxyProcess> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-haproxy-'));
  const file = join(folder, 'haproxy.cfg');
  await writeFile(file, haproxyConfiguration(port, serverPort));
  const script = '"$1" -db -f "$2" & echo $!; read word; kill -9 $!; rm -rf "$3"';
  const shell = spawn('sh', ['-c', script, 'sh', path, file, folder], {
    env: { ...process.env, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const complaints: string[] = [];
  createInterface(shell.stderr).on('line', line => complaints.push(line));
  const [line] = await once(createInterface(shell.stdout), 'line');
  const stop = async (): Promise<void> => {
    shell.stdin.end();
    if (shell.exitCode === null) await once(shell, 'exit');
  };
  if (!(await accepts(port))) {
    await stop();
    throw new Error(`HAProxy does not start: ${complaints.join('; ')}`);
  }
  return { port, pid: Number(line), stop };
}

async function accepts(port: number): Promise<boolean> {
  const giveUpAtMs = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUpAtMs) {
    const socket = connect({ host: '127.0.0.1', port });
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return true;
    await pause(POLL_MS);
  }
  return false;
}
