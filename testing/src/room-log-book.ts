import type { Log, LogFields } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS, type LogEvent } from '@gatehouse/shared/runtime/log-events';
import { RoomFailure } from './room-failure.ts';

/** One line that the room's code wrote with `this.log`. */
export interface LoggedLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
  readonly fields: LogFields;
}

/** Keeps what the room says to the log, and what it failed with. */
export class RoomLogBook implements Log {
  readonly lines: LoggedLine[] = [];
  /** The first one. */
  failure: RoomFailure | undefined;

  debug(event: LogEvent, fields?: LogFields): void {
    this.write('debug', event, fields);
  }

  info(event: LogEvent, fields?: LogFields): void {
    this.write('info', event, fields);
  }

  warn(event: LogEvent, fields?: LogFields): void {
    this.write('warn', event, fields);
  }

  error(event: LogEvent, fields?: LogFields): void {
    this.write('error', event, fields);
  }

  /** All of one room. */
  child(): Log {
    return this;
  }

  private write(level: LoggedLine['level'], event: LogEvent, fields: LogFields = {}): void {
    if (event === LOG_EVENTS.roomFailed) this.failure ??= new RoomFailure(String(fields.where), fields.error);
    if (event !== LOG_EVENTS.roomSays) return;
    const { text, ...rest } = fields;
    this.lines.push({ level, text: String(text), fields: rest });
  }
}
