import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { processesWith } from './marked-processes.ts';

export interface CommandOptions {
  cwd: string;
  /** Over the environment of the test. */
  env: Readonly<Record<string, string | undefined>>;
}

/** A program as a person starts it: waited for by what it prints, ended as by Ctrl-C. */
export class Command {
  readonly lines: string[] = [];
  readonly exited: Promise<number | null>;
  private readonly mark = `command-${process.pid}-${Math.random()}`;
  private readonly child: ChildProcess;
  private readonly waiting = new Set<() => void>();

  constructor(program: string, args: readonly string[], { cwd, env }: CommandOptions) {
    const environment = { ...process.env, ...env, COMMAND_TEST_MARK: this.mark };
    this.child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', line => {
        this.lines.push(line);
        for (const look of this.waiting) look();
        this.waiting.clear();
      });
    }
    this.exited = new Promise(resolve => this.child.once('close', code => resolve(code)));
  }

  /** The first line that holds all of these. Rejects when it ends without. */
  async line(...texts: readonly string[]): Promise<string> {
    const ended = this.exited.then(() =>
      Promise.reject(new Error(`ended without "${texts.join(' … ')}":\n${this.lines.join('\n')}`)),
    );
    ended.catch(() => undefined);
    for (;;) {
      const found = this.lines.find(line => texts.every(text => line.includes(text)));
      if (found !== undefined) return found;
      await Promise.race([ended, new Promise<void>(resolve => this.waiting.add(resolve))]);
    }
  }

  interrupt(): void {
    this.child.kill('SIGINT');
  }

  /** Ends it and all that it has started, at once. */
  kill(): void {
    for (const pid of this.survivors()) sendKill(Number(pid));
  }

  /** Processes that were started by it, directly or not, and are still there. */
  survivors(): string[] {
    return processesWith(this.mark);
  }
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {} // gone meanwhile
}
