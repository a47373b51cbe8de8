import type { LogLine } from './log-line.ts';

export interface WaitOptions {
  /** Only lines from this one on count: `lines.length` before the act whose effect is awaited. */
  from?: number;
  timeoutMs?: number;
}

interface Waiter {
  readonly fits: (line: LogLine) => boolean;
  readonly resolve: (line: LogLine) => void;
  readonly reject: (error: Error) => void;
  readonly wanted: string;
}

const WAIT_TIMEOUT_MS = 30_000;
const TAIL_LENGTH = 5;
/** Far more than any test reads; a cluster that runs for days must not grow by its log. */
const MAX_LINES = 50_000;

/** What one process has logged, and who waits for what. Of very many lines the oldest are dropped. */
export class LogLines {
  readonly all: LogLine[] = [];
  private readonly name: string;
  private readonly waiters = new Set<Waiter>();
  /** The newest line that is no log line: why a process could not start. */
  lastText: string | undefined;
  /** Last lines of any kind, for errors. */
  private tail: string[] = [];
  private ended = false;

  constructor(name: string) {
    this.name = name;
  }

  add(line: LogLine): void {
    this.all.push(line);
    if (this.all.length > MAX_LINES) this.all.splice(0, MAX_LINES / 2);
    this.remember(JSON.stringify(line));
    for (const waiter of [...this.waiters]) {
      if (!waiter.fits(line)) continue;
      this.waiters.delete(waiter);
      waiter.resolve(line);
    }
  }

  addText(text: string): void {
    if (text.trim() === '') return;
    this.lastText = text;
    this.remember(text);
  }

  /** No more lines will come. */
  end(): void {
    this.ended = true;
    for (const waiter of this.waiters) waiter.reject(this.failure(`ended without ${waiter.wanted}`));
    this.waiters.clear();
  }

  async waitFor(
    event: string,
    fits: (line: LogLine) => boolean = () => true,
    options: WaitOptions = {},
  ): Promise<LogLine> {
    const matches = (line: LogLine) => line.event === event && fits(line);
    const found = this.all.slice(options.from ?? 0).find(matches);
    if (found !== undefined) return found;
    if (this.ended) throw this.failure(`ended without ${event}`);
    return this.future(event, matches, options.timeoutMs ?? WAIT_TIMEOUT_MS);
  }

  private future(wanted: string, fits: (line: LogLine) => boolean, timeoutMs: number): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiters.delete(waiter);
        reject(this.failure(`no ${wanted} within ${timeoutMs} ms`));
      }, timeoutMs);
      const settle = <T>(act: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          act(value);
        };
      };
      const waiter: Waiter = { fits, wanted, resolve: settle(resolve), reject: settle(reject) };
      this.waiters.add(waiter);
    });
  }

  private remember(text: string): void {
    this.tail = [...this.tail, text].slice(-TAIL_LENGTH);
  }

  private failure(what: string): Error {
    return new Error(`${this.name}: ${what}; its last lines:\n${this.tail.join('\n')}`);
  }
}
