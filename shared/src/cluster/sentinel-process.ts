import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onFreePort, ready, startGuard } from './redis-process.ts';

export interface SentinelProcessOptions {
  /** Path of redis-server or valkey-server. */
  binary: string;
  libraryPath?: string | undefined;
  /** Of the master, its replicas and the sentinels alike. */
  password: string;
  /** What it is called. */
  master: string;
  masterPort: number;
  /** So many sentinels must agree that the master is down. */
  quorum: number;
  downAfterMs: number;
  failoverTimeoutMs: number;
}

/** A sentinel on loopback, for tests. It ends with this process, even when that is killed. */
export class SentinelProcess {
  readonly port: number;
  private readonly server: ChildProcess;
  private readonly folder: string;
  private readonly guard: ChildProcess;

  private constructor(port: number, server: ChildProcess, folder: string) {
    this.port = port;
    this.server = server;
    this.folder = folder;
    this.guard = startGuard(server.pid ?? 0, folder);
  }

  /** Resolves when it takes connections; it may not have found its like and the replicas yet. */
  static start(options: SentinelProcessOptions): Promise<SentinelProcess> {
    return onFreePort(port => SentinelProcess.startOn(port, options));
  }

  private static async startOn(port: number, options: SentinelProcessOptions): Promise<SentinelProcess> {
    const { binary, libraryPath } = options;
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-sentinel-'));
    const file = join(folder, 'sentinel.conf'); // it writes into it what it learns
    await writeFile(file, configuration(options, port, folder), { mode: 0o600 });
    const env = libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath };
    const server = spawn(binary, [file, '--sentinel'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const sentinel = new SentinelProcess(port, server, folder);
    try {
      await ready(server, '+monitor master');
      return sentinel;
    } catch (error) {
      await sentinel.stop();
      throw error;
    }
  }

  /** Killed for good, its folder removed. A second call does nothing. */
  async stop(): Promise<void> {
    const { server, guard } = this;
    const isRunning = server.pid !== undefined && server.exitCode === null && server.signalCode === null;
    if (isRunning) {
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    }
    guard.stdin?.end('done\n');
    if (guard.exitCode === null) await once(guard, 'exit');
    await rm(this.folder, { recursive: true, force: true });
  }
}

function configuration(options: SentinelProcessOptions, port: number, folder: string): string {
  const { password, master, masterPort, quorum, downAfterMs, failoverTimeoutMs } = options;
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${folder}"`,
    'logfile ""',
    `requirepass ${password}`,
    `sentinel sentinel-pass ${password}`,
    `sentinel monitor ${master} 127.0.0.1 ${masterPort} ${quorum}`,
    `sentinel auth-pass ${master} ${password}`,
    `sentinel down-after-milliseconds ${master} ${downAfterMs}`,
    `sentinel failover-timeout ${master} ${failoverTimeoutMs}`,
  ];
  return `${lines.join('\n')}\n`;
}
