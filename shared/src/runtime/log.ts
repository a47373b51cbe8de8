import pino from 'pino';
import type { LogEvent } from './log-events.ts';

export type LogFields = Readonly<Record<string, unknown>>;

/** Named events with fields: ids and units in the fields, never a payload, never a secret. */
export interface Log {
  debug(event: LogEvent, fields?: LogFields): void;
  info(event: LogEvent, fields?: LogFields): void;
  /** Somebody should look. */
  warn(event: LogEvent, fields?: LogFields): void;
  /** Somebody must act. */
  error(event: LogEvent, fields?: LogFields): void;
  child(fields: LogFields): Log;
}

export interface LogOptions {
  level: string;
  /** Fields of every line: which process speaks. */
  base: LogFields;
}

/** JSON lines on standard output. Errors in field `error` are written with code, message and stack. */
export function createLog(options: LogOptions): Log {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: options.base,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err },
    messageKey: 'event',
  };
  // Synchronous: the last line before an exit is written, and a reader that is gone ends the log instead of hanging
  // process.exit() for ever, as pino's flush of an asynchronous log does on EPIPE.
  return new PinoLog(pino(settings, pino.destination({ dest: 1, sync: true })));
}

/** Says nothing. For tests and for tools that print their own output. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
};

class PinoLog implements Log {
  private readonly logger: pino.Logger;

  constructor(logger: pino.Logger) {
    this.logger = logger;
  }

  debug(event: LogEvent, fields: LogFields = {}): void {
    this.logger.debug(fields, event);
  }

  info(event: LogEvent, fields: LogFields = {}): void {
    this.logger.info(fields, event);
  }

  warn(event: LogEvent, fields: LogFields = {}): void {
    this.logger.warn(fields, event);
  }

  error(event: LogEvent, fields: LogFields = {}): void {
    this.logger.error(fields, event);
  }

  child(fields: LogFields): Log {
    return new PinoLog(this.logger.child(fields));
  }
}
