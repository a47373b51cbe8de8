import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../runtime/free-port.ts';

export interface RedisProcessOptions {
  /** Path of redis-server or valkey-server, or of a `.mjs` that behaves like them: this Node runs it. */
  binary: string;
  /** LD_LIBRARY_PATH it needs, when it was unpacked rather than installed. */
  libraryPath?: string | undefined;
  /** Default: a random one. */
  password?: string;
  /** Further lines of its configuration. */
  configuration?: readonly string[];
}

interface Running {
  readonly server: ChildProcess;
  readonly guard: ChildProcess;
  readonly exited: Promise<unknown>;
}

const START_ATTEMPTS = 5;
/** Last words of Redis, Valkey and Node. */
const PORT_TAKEN = /Failed listening on port|Address already in use|EADDRINUSE/;

/**
 * A Redis of this process alone: loopback, a port of its own, a random password, nothing written to disk. For trials
 * and tests. It ends with this process, even when that is killed.
 */
export class RedisProcess {
  readonly port: number;
  readonly password: string;
  private readonly options: RedisProcessOptions;
  private readonly folder: string;
  private running: Running | undefined;

  private constructor(options: RedisProcessOptions, port: number, password: string, folder: string) {
    this.options = options;
    this.port = port;
    this.password = password;
    this.folder = folder;
  }

  /** Resolves when it takes connections. */
  static async start(options: RedisProcessOptions): Promise<RedisProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-redis-'));
    const password = options.password ?? randomBytes(16).toString('hex');
    try {
      return await onFreePort(async port => {
        const redis = new RedisProcess(options, port, password, folder);
        await redis.launch();
        return redis;
      });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return `redis://default:${this.password}@127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.running?.server.pid;
  }

  /** SIGSTOP freezes it, SIGCONT wakes it. */
  signal(signal: NodeJS.Signals): void {
    this.running?.server.kill(signal);
  }

  /** Killed and started again: same port and password, empty. */
  async restart(): Promise<void> {
    await this.kill();
    await this.launch();
  }

  /** Killed, until `restart`. */
  async kill(): Promise<void> {
    const running = this.running;
    if (running === undefined) return;
    this.running = undefined;
    running.server.kill('SIGKILL'); // nothing is kept, and a frozen server hears nothing else
    await running.exited;
    running.guard.stdin?.end('done\n');
    if (running.guard.exitCode === null) await once(running.guard, 'exit');
  }

  /** Killed for good, its folder removed. A second call does nothing. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async launch(): Promise<void> {
    const { binary, libraryPath } = this.options;
    const env = libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath };
    // In a group of its own, so that Ctrl-C at a terminal leaves it to us when to end it.
    const [program, ...args] = binary.endsWith('.mjs') ? [process.execPath, binary, '-'] : [binary, '-'];
    const server = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    const exited = once(server, 'exit');
    exited.catch(() => undefined); // 'error' instead: a program that cannot be started, reported below
    server.stdin.on('error', () => undefined); // it ended before it read: `ready` says why
    server.stdin.end(this.configuration());
    await ready(server, 'Ready to accept connections');
    this.running = { server, exited, guard: startGuard(server.pid ?? 0, this.folder) };
  }

  /** Read from standard input: arguments, and so the password, are visible to every user of the machine. */
  private configuration(): string {
    const lines = ['bind 127.0.0.1', `port ${this.port}`, `requirepass ${this.password}`, `dir "${this.folder}"`];
    return [
      ...lines,
      'save ""',
      'appendonly no',
      'daemonize no',
      'logfile ""',
      ...(this.options.configuration ?? []),
      '',
    ].join('\n');
  }
}

/** Starts a program on a free port; on another one when somebody has taken that before the program did. */
export async function onFreePort<T>(start: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (attempt === START_ATTEMPTS || !PORT_TAKEN.test(String(error))) throw error;
    }
  }
}

/** Ends the server and removes its folder when this process is gone without having said `done`. */
export function startGuard(pid: number, folder: string): ChildProcess {
  const script = 'read word && exit 0; kill -9 "$1"; rm -rf "$2"';
  const args = ['-c', script, 'sh', String(pid), folder];
  return spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
}

/** Resolves when it has said `sign`. @throws Error with the server's last line when it ends instead. */
export async function ready(server: ChildProcess, sign: string): Promise<void> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('no output to read');
  await new Promise<void>((resolve, reject) => {
    let last = '';
    const read = (line: string) => {
      if (line.trim() !== '') last = line;
      if (line.includes(sign)) resolve();
    };
    createInterface(stdout).on('line', read);
    createInterface(stderr).on('line', read);
    server.once('error', reject);
    server.once('close', code => reject(new Error(`redis-server ended with ${code}: ${last}`)));
  });
}
