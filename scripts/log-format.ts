import type { LogLine } from './log-line.ts';

export interface LogFormat {
  /** Which process speaks. */
  name: string;
  coloured: boolean;
}

/** Shown in another way, or the same in every line of a process. */
const NOT_SHOWN = new Set(['level', 'time', 'event', 'error', 'process', 'name']);
const NAME_WIDTH = 9;
const EVENT_WIDTH = 18;
const MAX_TEXT = 120;
const NAME_COLOURS = [36, 35, 34, 32, 96, 95, 94, 92];
const DIM = 2;
const RED = 31;
const YELLOW = 33;
const LEVEL_COLOURS: Readonly<Record<string, number>> = { warn: YELLOW, error: RED, fatal: RED };

/** One short line for a person: time, process, event, fields; the stack of an error is left out. */
export function formatLogLine(line: LogLine, { name, coloured }: LogFormat): string {
  const paint = (code: number, text: string) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);
  const fields = Object.entries(line).filter(([field]) => !NOT_SHOWN.has(field));
  const words = fields.map(([field, value]) => `${paint(DIM, `${field}=`)}${shown(value)}`);
  const failure = messageOf(line.error);
  if (failure !== undefined) words.push(paint(RED, failure));
  const time = typeof line.time === 'string' ? line.time.slice(11, 23) : '';
  const levelColour = LEVEL_COLOURS[line.level];
  const paddedEvent = line.event.padEnd(EVENT_WIDTH);
  const event = levelColour === undefined ? paddedEvent : paint(levelColour, paddedEvent);
  return [paint(DIM, time), paint(colourOf(name), name.padEnd(NAME_WIDTH)), event, ...words].join(' ').trimEnd();
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

function messageOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (typeof error !== 'object' || error === null || !('message' in error)) return shown(error);
  return String(error.message);
}

/** The same process has the same colour in every run. */
function colourOf(name: string): number {
  let sum = 0;
  for (const character of name) sum += character.charCodeAt(0);
  return NAME_COLOURS[sum % NAME_COLOURS.length] ?? DIM;
}
