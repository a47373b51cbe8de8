/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string;
  /** Of the newest event that had one, this one included. */
  readonly id: string;
  readonly data: string;
}

/** More than any event of the monitor: whatever sends so much without a line break is none. */
const MAX_LINE_CHARACTERS = 65_536;

/** Text of an event stream, in pieces, to events (HTML standard, 9.2.6). Comments are dropped. */
export class EventParser {
  private rest = '';
  private event = '';
  private id = '';
  private data: string[] = [];

  /** Events that `text` completes, in order. @throws Error when a line does not end */
  push(text: string): StreamEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    if (this.rest.length > MAX_LINE_CHARACTERS) throw new Error('a line without an end');
    return lines.flatMap(line => this.take(line) ?? []);
  }

  private take(line: string): StreamEvent | undefined {
    if (line === '') return this.dispatch();
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') this.event = value;
    else if (field === 'id') this.id = value;
    else if (field === 'data') this.data.push(value);
    return undefined;
  }

  private dispatch(): StreamEvent | undefined {
    const { event, id, data } = this;
    this.event = '';
    this.data = [];
    return data.length === 0 ? undefined : { event: event || 'message', id, data: data.join('\n') };
  }
}
