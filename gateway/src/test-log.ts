import type { Log, LogFields } from '@gatehouse/shared/runtime/log';
import type { LogEvent } from '@gatehouse/shared/runtime/log-events';

const PATIENCE_MS = 10_000;

export interface LogLine {
  readonly event: LogEvent;
  readonly fields: LogFields;
}

interface Waiter {
  holds(): boolean;
  resolve(): void;
}

/** Writes down every line, of several processes' parts perhaps, and tells who waits for one. */
export class TestLog implements Log {
  readonly lines: LogLine[] = [];
  private readonly waiters = new Set<Waiter>();

  debug(event: LogEvent, fields: LogFields = {}): void {
    this.add({ event, fields });
  }

  info(event: LogEvent, fields: LogFields = {}): void {
    this.add({ event, fields });
  }

  warn(event: LogEvent, fields: LogFields = {}): void {
    this.add({ event, fields });
  }

  error(event: LogEvent, fields: LogFields = {}): void {
    this.add({ event, fields });
  }

  /** The fields of a child are not written down. */
  child(): Log {
    return this;
  }

  of(event: LogEvent, fields: LogFields = {}): LogLine[] {
    const wanted = Object.entries(fields);
    return this.lines.filter(
      line => line.event === event && wanted.every(([name, value]) => line.fields[name] === value),
    );
  }

  /** Resolves when `count` such lines were written, now or later. @throws Error after 10 s */
  async until(event: LogEvent, fields: LogFields = {}, count = 1): Promise<void> {
    await this.untilHolds(
      `${count} × ${event} ${JSON.stringify(fields)}`,
      () => this.of(event, fields).length >= count,
    );
  }

  /** Resolves when `holds()` is true after a line; at once when it is so already. */
  untilHolds(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${what} in: ${this.summary()}`)), PATIENCE_MS);
      const waiter: Waiter = {
        holds,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.waiters.add(waiter);
    });
  }

  private add(line: LogLine): void {
    this.lines.push(line);
    for (const waiter of this.waiters) {
      if (!waiter.holds()) continue;
      this.waiters.delete(waiter);
      waiter.resolve();
    }
  }

  private summary(): string {
    return this.lines.map(({ event, fields }) => `${event} ${JSON.stringify(fields)}`).join('\n');
  }
}
