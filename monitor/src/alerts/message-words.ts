import type { MessageKind, Post, PostItem } from './message.ts';

const SECOND_MS = 1000;
const UNITS: readonly [name: string, ms: number][] = [
  ['d', 86_400 * SECOND_MS],
  ['h', 3600 * SECOND_MS],
  ['min', 60 * SECOND_MS],
  ['s', SECOND_MS],
];

const TITLES: Readonly<Record<MessageKind, [one: string, several: string]>> = {
  outage: ['DOWN', 'targets are DOWN'],
  recovery: ['UP again', 'targets are UP again'],
  flapping: ['FLAPPING', 'targets are FLAPPING'],
  blind: ['The monitor cannot see anything', 'times the monitor cannot see anything'],
  'still-down': ['STILL DOWN', 'targets are STILL DOWN'],
  test: ['Test message', 'test messages'],
};

/** `DOWN: lobby-1`, `5 targets are DOWN`. */
export function titleOf({ kind, items }: Post): string {
  const [first] = items;
  const [one, several] = TITLES[kind];
  if (items.length !== 1 || first === undefined) return `${items.length} ${several}`;
  if (kind === 'blind') return one;
  return `${kind === 'recovery' && first.merged ? 'Was DOWN' : one}: ${first.hostName}`;
}

/** `lobby-1 (LIVE): HTTP 503`, `lobby-1 (LIVE) was down for 3 min 5 s: HTTP 503`. */
export function lineOf(kind: MessageKind, item: PostItem): string {
  const name = item.environment === '' ? item.hostName : `${item.hostName} (${item.environment})`;
  switch (kind) {
    case 'recovery': {
      const when = item.merged ? ` ${utcText(item.openedAtMs)} to ${utcText(item.closedAtMs ?? item.openedAtMs)},` : '';
      return `${name} was down${when} for ${durationText(downtimeMs(item))}: ${item.lastError}`;
    }
    case 'still-down':
      return `${name} is down since ${utcText(item.openedAtMs)}: ${item.lastError}`;
    case 'flapping':
      return `${name} goes up and down; silence until it is steady. Last error: ${item.lastError}`;
    default:
      return `${name}: ${item.reason}`;
  }
}

/** Until its end, as far as it has one. */
export function downtimeMs({ openedAtMs, closedAtMs }: PostItem): number {
  return Math.max(0, (closedAtMs ?? openedAtMs) - openedAtMs);
}

/** The two largest units: `3 min 5 s`, `2 d 4 h`. */
export function durationText(ms: number): string {
  const largest = UNITS.findIndex(([, unitMs]) => ms >= unitMs);
  if (largest === -1) return 'less than 1 s';
  let rest = ms;
  const parts: string[] = [];
  for (const [name, unitMs] of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(rest / unitMs);
    rest -= count * unitMs;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.join(' ');
}

export function utcText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
