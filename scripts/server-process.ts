import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundledFile, compiledFile, root } from './checkout.ts';
import { type LogLine, parseLogLine } from './log-line.ts';
import { LogLines, type WaitOptions } from './log-lines.ts';

export type ServerRole = 'gateway' | 'lobby-server' | 'game-server' | 'monitor';

export interface ServerProcessOptions {
  role: ServerRole;
  /** SERVER_NAME: last part of the server's id. */
  name: string;
  /** Its whole environment but SERVER_NAME; nothing is inherited except PATH and HOME. */
  env: Readonly<Record<string, string | undefined>>;
  /** Source file to run, relative to the root of the checkout or absolute. Default: the role's own. */
  entry?: string;
  /** Hears every line of standard output and standard error as it comes; `line` when it is a log line. */
  onLine?: (text: string, line: LogLine | undefined) => void;
}

/** Fields of `process.started`. */
export interface StartedServer {
  readonly id: string;
  readonly address: string;
  readonly [field: string]: unknown;
}

export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  /** Resolves with the fields of `process.started`; rejects with the line it complained with when it ends instead. */
  readonly ready: Promise<StartedServer>;
  /** The log lines so far. */
  readonly lines: readonly LogLine[];
  readonly exited: Promise<ServerExit>;
  /** The first line of that event that fits, of those there are and those to come. Rejects when there is none in time. */
  waitForEvent(event: string, fits?: (line: LogLine) => boolean, options?: WaitOptions): Promise<LogLine>;
  /** To the process itself; does nothing when it is gone. */
  kill(signal: NodeJS.Signals): void;
}

const ENTRIES: Readonly<Record<ServerRole, string>> = {
  gateway: 'gateway/src/main.ts',
  'lobby-server': 'lobby-server/src/main.ts',
  'game-server': 'scripts/demo-game-server.ts',
  monitor: 'monitor/src/main.ts',
};

/**
 * Starts one server of the cluster as a process of its own. It is in a process group of its own, so that Ctrl-C at the
 * terminal reaches only its parent; and it ends when its parent is gone, by the channel between them.
 */
export function startServer(options: ServerProcessOptions): ServerProcess {
  const entry = options.entry ?? ENTRIES[options.role];
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, programArguments(entry), {
    cwd: root,
    env: { PATH, HOME, ...options.env, SERVER_NAME: options.name },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const lines = new LogLines(options.name);
  readLines(child, lines, options.onLine);
  const exited = new Promise<ServerExit>(resolve => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      lines.end();
      resolve({ code, signal });
    };
    child.once('close', end);
    child.once('error', () => end(1, null));
  });
  const ready = lines.waitFor('process.started').then(startedServer, error => {
    throw lines.lastText === undefined ? error : new Error(lines.lastText);
  });
  ready.catch(() => undefined); // whoever waits for it hears of it
  return {
    name: options.name,
    pid: child.pid ?? 0,
    ready,
    lines: lines.all,
    exited,
    waitForEvent: (event, fits, waitOptions) => lines.waitFor(event, fits, waitOptions),
    kill: signal => void child.kill(signal),
  };
}

/**
 * From `dist` a server starts with a third of the work that tsx makes of it, from one file with a third of that again. So
 * compiled code starts compiled servers; and the test runner says GATEHOUSE_COMPILED=1 when it has compiled everything, and
 * GATEHOUSE_BUNDLED=1 when it has bundled the servers.
 */
function programArguments(entry: string): string[] {
  const compiled = import.meta.url.endsWith('.js') || process.env.GATEHOUSE_COMPILED === '1';
  if (!compiled || isAbsolute(entry)) return ['--conditions=source', '--import', 'tsx', entry];
  const bundled = bundledFile(entry);
  if (process.env.GATEHOUSE_BUNDLED === '1' && existsSync(join(root, bundled))) return [bundled];
  return ['--enable-source-maps', compiledFile(entry)];
}

function readLines(child: ChildProcess, lines: LogLines, onLine: ServerProcessOptions['onLine']): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface(stream).on('line', text => {
      const line = parseLogLine(text);
      if (line === undefined) lines.addText(text);
      else lines.add(line);
      onLine?.(text, line);
    });
  }
}

function startedServer(line: LogLine): StartedServer {
  const { id, address } = line;
  if (typeof id !== 'string' || typeof address !== 'string') throw new Error('process.started without id and address');
  return { ...line, id, address };
}
