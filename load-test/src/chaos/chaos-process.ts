import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@gatehouse/scripts/checkout';
import type { LogLine } from '@gatehouse/scripts/log-line';
import { type ServerProcess, type ServerRole, startServer } from '@gatehouse/scripts/server-process';
import { rssBytes } from '../compare/process-usage.ts';
import type { ExitCause, ProcessEnd } from './server-faults.ts';
import type { TcpProxy } from './tcp-proxy.ts';

const COLLECTOR = pathToFileURL(join(root, 'load-test/src/compare/collect-garbage.mjs')).href;
/** A process that could not start is tried again: what hit it may last. */
const START_PAUSE_MS = 500;
const START_TRIES = 40;

export interface ChaosProcessOptions {
  readonly role: ServerRole;
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** File it runs; default: the role's own. */
  readonly entry?: string;
  /** Stand before its listening ports: they refuse while it does not listen. */
  readonly doors: readonly Door[];
  readonly onLine: (name: string, text: string, line: LogLine | undefined) => void;
  /** It is gone, whoever ended it. */
  readonly onExit: (end: ProcessEnd) => void;
}

export interface Door {
  /** Fields of the `listening` line that tells that this port is open. */
  readonly listening: Readonly<Record<string, string>>;
  readonly proxy: TcpProxy;
}

type State =
  | { readonly kind: 'down' }
  | { readonly kind: 'starting' | 'up' | 'frozen' | 'ending'; readonly server: ServerProcess };

/** One server of the cluster under the same name through all its lives. */
export class ChaosProcess {
  readonly name: string;
  readonly role: ServerRole;
  private readonly options: ChaosProcessOptions;
  private state: State = { kind: 'down' };
  private startedAt = 0;
  private isOver = false;
  private guard: ChildProcess | undefined; // while it is frozen

  constructor(options: ChaosProcessOptions) {
    this.options = options;
    this.name = options.name;
    this.role = options.role;
  }

  get kind(): State['kind'] {
    return this.state.kind;
  }

  /** Epoch milliseconds of its last start. */
  get startedAtMs(): number {
    return this.startedAt;
  }

  get pid(): number | undefined {
    return this.state.kind === 'down' ? undefined : this.state.server.pid;
  }

  /** Resolves when it is ready. Tries again when it ends instead; rejects when it never starts. */
  async start(): Promise<void> {
    for (let tries = 1; !this.isOver; tries++) {
      const server = this.launch();
      try {
        await server.ready;
        if (this.state.kind === 'starting') this.state = { kind: 'up', server };
        return;
      } catch (error) {
        if (this.isOver) return;
        if (tries === START_TRIES) throw error;
        await new Promise(resolve => setTimeout(resolve, START_PAUSE_MS));
      }
    }
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.state.kind === 'down') return;
    const { server } = this.state;
    this.state = { kind: 'ending', server };
    server.kill('SIGKILL');
    await server.exited;
    this.dismissGuard();
  }

  freeze(): void {
    if (this.state.kind !== 'up') return;
    this.state = { kind: 'frozen', server: this.state.server };
    this.guard = startGuard(this.state.server.pid);
    this.state.server.kill('SIGSTOP');
  }

  thaw(): void {
    if (this.state.kind !== 'frozen') return;
    this.state = { kind: 'up', server: this.state.server };
    this.state.server.kill('SIGCONT');
    this.dismissGuard();
  }

  /** For good. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.kill();
    for (const { proxy } of this.options.doors) proxy.close();
  }

  collectGarbage(): void {
    if (this.state.kind === 'up') this.state.server.kill('SIGUSR2');
  }

  /** Undefined while it is down. */
  rssBytes(): number | undefined {
    return this.pid === undefined || this.state.kind === 'ending' ? undefined : rssBytes(this.pid);
  }

  private dismissGuard(): void {
    this.guard?.stdin?.end('done\n');
    this.guard = undefined;
  }

  private launch(): ServerProcess {
    const { role, name, env, entry, onLine } = this.options;
    const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --import ${COLLECTOR}`.trim();
    const server = startServer({
      role,
      name,
      env: { ...env, NODE_OPTIONS: nodeOptions },
      ...(entry === undefined ? {} : { entry }),
      onLine: (text, line) => {
        if (line?.event === 'listening') void this.openDoors(line);
        onLine(name, text, line);
      },
    });
    this.startedAt = Date.now();
    this.state = { kind: 'starting', server };
    void server.exited.then(({ code, signal }) => this.exited(server, signal ?? `exit code ${code}`));
    return server;
  }

  private async openDoors(line: LogLine): Promise<void> {
    const doors = this.options.doors.filter(({ listening }) => {
      return Object.entries(listening).every(([field, value]) => line[field] === value);
    });
    await Promise.all(doors.map(({ proxy }) => proxy.open()));
  }

  private exited(server: ServerProcess, how: string): void {
    if (this.state.kind === 'down' || this.state.server !== server) return;
    const { kind } = this.state;
    this.state = { kind: 'down' };
    for (const { proxy } of this.options.doors) proxy.refuse();
    const { name } = this;
    const ended = (cause: ExitCause): void => this.options.onExit({ name, how, cause });
    if (kind === 'starting') server.ready.catch(error => ended({ kind: 'notStarted', complaint: error.message }));
    else ended({ kind: kind === 'ending' ? 'killed' : 'byItself' });
  }
}

/** A frozen process does not see that its parent is gone: this kills it then, unless it was told `done`. */
function startGuard(pid: number): ChildProcess {
  const script = 'read word || kill -9 "$1"';
  return spawn('sh', ['-c', script, 'sh', `${pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
}
