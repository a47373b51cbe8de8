import type { Log, LogFields } from '@gatehouse/shared/runtime/log';

/** Keeps what is logged: `room.failed` with its fields. */
export class TestLog implements Log {
  readonly lines: { event: string; fields: LogFields }[];
  private readonly base: LogFields;

  constructor(lines: { event: string; fields: LogFields }[] = [], base: LogFields = {}) {
    this.lines = lines;
    this.base = base;
  }

  debug(event: string, fields?: LogFields): void {
    this.add(event, fields);
  }

  info(event: string, fields?: LogFields): void {
    this.add(event, fields);
  }

  warn(event: string, fields?: LogFields): void {
    this.add(event, fields);
  }

  error(event: string, fields?: LogFields): void {
    this.add(event, fields);
  }

  child(fields: LogFields): Log {
    return new TestLog(this.lines, { ...this.base, ...fields });
  }

  of(event: string): LogFields[] {
    return this.lines.filter(line => line.event === event).map(({ fields }) => fields);
  }

  private add(event: string, fields: LogFields = {}): void {
    this.lines.push({ event, fields: { ...this.base, ...fields } });
  }
}
