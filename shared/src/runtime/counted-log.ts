import type { Log, LogFields } from './log.ts';
import type { LogEvent } from './log-events.ts';

/** Counts every event, also those that are below the level of the log. */
export class CountedLog implements Log {
  private readonly log: Log;
  private readonly counts: Map<string, number>;

  constructor(log: Log, counts: Map<string, number>) {
    this.log = log;
    this.counts = counts;
  }

  debug(event: LogEvent, fields?: LogFields): void {
    this.count(event);
    this.log.debug(event, fields);
  }

  info(event: LogEvent, fields?: LogFields): void {
    this.count(event);
    this.log.info(event, fields);
  }

  warn(event: LogEvent, fields?: LogFields): void {
    this.count(event);
    this.log.warn(event, fields);
  }

  error(event: LogEvent, fields?: LogFields): void {
    this.count(event);
    this.log.error(event, fields);
  }

  child(fields: LogFields): Log {
    return new CountedLog(this.log.child(fields), this.counts);
  }

  private count(event: LogEvent): void {
    this.counts.set(event, (this.counts.get(event) ?? 0) + 1);
  }
}
