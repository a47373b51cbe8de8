import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '@gatehouse/scripts/checkout';
import { Observations } from './observations.ts';

/** The examples say `3.9 or newer`. */
const CHECK = 'import sys; sys.exit(0 if sys.version_info >= (3, 9) else 1)';

/** Why the Python examples cannot be run here; undefined: they can. */
export const pythonMissing =
  spawnSync('python3', ['-c', CHECK]).status === 0 ? undefined : 'python3 (3.9 or newer) was not found';

/** One of the Python examples as a process. */
export class PythonProgram {
  /** What it prints, line by line; complaints too. */
  readonly lines: Observations<string>;
  private readonly child: ChildProcess;

  /** `script`: relative to `examples`. */
  constructor(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.lines = new Observations(`lines of ${script}`);
    const path = join(root, 'examples', script);
    const { PATH, HOME } = process.env;
    this.child = spawn('python3', ['-B', '-u', path, ...args], { env: { PATH, HOME, ...env } });
    this.child.stdin?.on('error', () => undefined); // it has ended; the test sees what it printed
    for (const output of [this.child.stdout, this.child.stderr]) {
      if (output) createInterface({ input: output }).on('line', line => this.lines.add(line));
    }
  }

  /** The first line that begins so, of those printed and those to come. */
  async printed(beginning: string, from = 0): Promise<string> {
    return this.lines.first(line => line.startsWith(beginning), { from });
  }

  type(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Its exit code, once it has ended. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }
}
