import type { Log, LogFields } from '@gatehouse/shared/runtime/log';
import type { LogEvent } from '@gatehouse/shared/runtime/log-events';
import { formatLogLine } from './log-format.ts';
import type { LogLine } from './log-line.ts';

export interface TerminalOptions {
  format: 'text' | 'json';
  coloured: boolean;
  write: (text: string) => void;
}

/** The output of `npm start`: what its processes say, each line with the name of the one that speaks. */
export class Terminal {
  private readonly options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.options = options;
  }

  /** A line of a process; `line` when it is a log line. */
  show(name: string, text: string, line: LogLine | undefined): void {
    const { format, coloured, write } = this.options;
    const shown = line ?? { level: 'warn', event: text, time: new Date().toISOString() };
    write(format === 'json' ? `${text}\n` : `${formatLogLine(shown, { name, coloured })}\n`);
  }

  /** For people only. */
  say(text: string): void {
    if (this.options.format === 'text') this.options.write(`${text}\n`);
  }

  /** A log of the starting process itself. */
  logOf(name: string): Log {
    const write = (level: string) => {
      return (event: LogEvent, fields: LogFields = {}) => {
        const line = { level, time: new Date().toISOString(), name, ...fields, event };
        this.show(name, JSON.stringify(line), line);
      };
    };
    const log: Log = {
      debug: () => {},
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      child: () => log,
    };
    return log;
  }
}
