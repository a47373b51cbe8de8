import type { ClientEvents, PastEvent } from '@gatehouse/client';

/** Whether an event is good news, bad news, or neither. */
export function moodOf(name: keyof ClientEvents): 'good' | 'bad' | 'plain' {
  switch (name) {
    case 'connected':
    case 'resumed':
      return 'good';
    case 'disconnected':
    case 'away':
    case 'stalled':
    case 'closed':
      return 'bad';
    default:
      return 'plain';
  }
}

/** Shown without their names. */
const PLAIN_FIELDS: readonly string[] = ['stream', 'roomId', 'why', 'text', 'url'];
/** Shown elsewhere. */
const LEFT_OUT: readonly string[] = ['userId', 'sessionId'];

/** What an event says beside its name, in one line. */
export function eventText({ payload }: PastEvent): string {
  return Object.entries(payload)
    .map(([name, value]) => fieldText(name, value))
    .filter(text => text !== '')
    .join(' · ');
}

function fieldText(name: string, value: unknown): string {
  if (LEFT_OUT.includes(name) || value === '' || value === undefined || value === false || value === 0) return '';
  if (value instanceof Uint8Array) return value.length === 0 ? '' : `${name} ${value.length} B`;
  if (value instanceof Error) return value.message;
  if (PLAIN_FIELDS.includes(name)) return String(value);
  return value === true ? name : `${name} ${typeof value === 'number' ? Math.round(value) : value}`;
}

/** `just now`, `12 s ago`. */
export function agoText(agoMs: number): string {
  const seconds = Math.floor(agoMs / 1000);
  if (seconds < 1) return 'now';
  return seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}

/** `312 B`, `14.2 KB`, `3.1 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
