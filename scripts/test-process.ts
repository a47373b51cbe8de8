import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFile, compiledFile } from './checkout.ts';
import {
  isFinished,
  readFailures,
  readSkipReasons,
  readTotals,
  type Stuck,
  type TestEnd,
  type TestTotals,
} from './test-totals.ts';

export interface TestProcessOptions {
  root: string;
  /** Relative to the root. */
  file: string;
  /** Types are checked and everything is compiled: then the bundled or compiled test starts, in a third of the time. */
  isCompiled?: boolean;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  /** How long a process may take to end after its last test. */
  leakTimeoutMs: number;
}

export interface TestResult extends TestTotals {
  readonly file: string;
  readonly output: string;
  /** Each test that failed, in one line. */
  readonly failures: readonly string[];
  /** Each skipped test that says why. */
  readonly skipReasons: readonly string[];
  readonly durationMs: number;
}

export interface TestProcess {
  readonly result: Promise<TestResult>;
  /** Ends it and every process of its group at once. */
  kill(): void;
}

/** How long output is awaited when the process is gone: one that left the group may hold the pipe for ever. */
const LAST_OUTPUT_MS = 1000;

const LAST_WORDS_MS = 300;

/** Runs one test file in a process group of its own, so that nothing it started survives it. */
export function startTestProcess(options: TestProcessOptions): TestProcess {
  const startedAtMs = performance.now();
  const guard = new URL('test-guard.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', guard, ...programOf(options)], {
    cwd: options.root,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const kill = () => killGroup(child);
  const result = endOf(child, options).then(({ output, end }) => {
    const durationMs = performance.now() - startedAtMs;
    return {
      ...readTotals(output, end),
      failures: readFailures(output),
      skipReasons: readSkipReasons(output),
      file: options.file,
      output,
      durationMs,
    };
  });
  return { result, kill };
}

/** Scripts run from their sources, here as everywhere; so do tests that no project compiles. */
function programOf({ root, file, isCompiled }: TestProcessOptions): string[] {
  const built = isCompiled && !file.startsWith('scripts/') ? [bundledFile(file), compiledFile(file)] : [];
  const found = built.find(each => existsSync(join(root, each)));
  return found === undefined ? ['--conditions=source', '--import', 'tsx', file] : ['--enable-source-maps', found];
}

function endOf(child: ChildProcess, limits: TestProcessOptions): Promise<{ output: string; end: TestEnd }> {
  let output = '';
  let stuck: Stuck | undefined;
  const giveUp = (why: Stuck) => {
    stuck = why;
    killGroup(child);
  };
  const timer = setTimeout(() => giveUp({ kind: 'timedOut', afterMs: limits.timeoutMs }), limits.timeoutMs);
  let leakTimer: NodeJS.Timeout | undefined;
  const receive = (chunk: string) => {
    output += chunk;
    if (leakTimer === undefined && isFinished(output)) {
      leakTimer = setTimeout(() => {
        child.send('what is left open?', () => undefined); // no answer when it ends just now
        leakTimer = setTimeout(() => giveUp({ kind: 'leaked' }), LAST_WORDS_MS);
      }, limits.leakTimeoutMs);
    }
  };
  child.stdout?.setEncoding('utf8').on('data', receive);
  child.stderr?.setEncoding('utf8').on('data', receive);
  return new Promise(resolve => {
    const finish = (end: TestEnd) => {
      clearTimeout(timer);
      clearTimeout(leakTimer);
      resolve({ output, end: stuck ?? end });
    };
    child.once('error', error => {
      output += error.message;
      finish({ kind: 'exited', code: 1 });
    });
    child.once('exit', (code, signal) => {
      killGroup(child); // whatever the file has left behind in its group
      const end: TestEnd = signal === null ? { kind: 'exited', code: code ?? 1 } : { kind: 'died', signal };
      child.once('close', () => finish(end));
      setTimeout(finish, LAST_OUTPUT_MS, end).unref();
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // the group is gone already
  }
}
