/** One line of a server's log: a named event with its fields. */
export interface LogLine {
  readonly event: string;
  readonly level: string;
  readonly [field: string]: unknown;
}

/** undefined when the line is no log line: then it is text that something has printed. */
export function parseLogLine(text: string): LogLine | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const line: unknown = JSON.parse(text);
    return isLogLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLogLine(line: unknown): line is LogLine {
  if (typeof line !== 'object' || line === null) return false;
  return 'event' in line && typeof line.event === 'string' && 'level' in line && typeof line.level === 'string';
}
