import type { Heartbeat } from '@gatehouse/shared/cluster/heartbeats';

const MAX_ADDRESS_CHARACTERS = 255;
const MAX_TIME_CHARACTERS = 64;
const MAX_CONNECTIONS = 1_000_000_000;
/** `host:port`, or the URL that clients are to open. */
const ADDRESS = /^(wss?:\/\/)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?(\/[\w./~%?&=+-]*)?$/;
const INCARNATION = /^[A-Za-z0-9_.-]{1,64}$/;
const CONTROL_CHARACTER = /\p{Cc}|\p{Surrogate}/u;

/** A text says what is wrong with it. Fields that nobody knows are left alone: senders are of many kinds. */
export function parseHeartbeat(body: unknown): Heartbeat | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'send {"address", "connectionCount", "heartBeatTime"}';
  const { address, connectionCount, heartBeatTime, incarnation } = body as Partial<Record<string, unknown>>;
  if (typeof address !== 'string' || address.length > MAX_ADDRESS_CHARACTERS || !ADDRESS.test(address)) {
    return `address must be host:port or a ws URL of at most ${MAX_ADDRESS_CHARACTERS} characters`;
  }
  if (!isCount(connectionCount)) return `connectionCount must be a whole number from 0 to ${MAX_CONNECTIONS}`;
  const shownTime = parseTime(heartBeatTime);
  if (shownTime === undefined)
    return `heartBeatTime must be a text of at most ${MAX_TIME_CHARACTERS} characters or a number`;
  if (incarnation === undefined || incarnation === null) return { address, connectionCount, heartBeatTime: shownTime };
  if (typeof incarnation !== 'string' || !INCARNATION.test(incarnation)) {
    return 'incarnation must be 1 to 64 letters, digits, "_", "." or "-"';
  }
  return { address, connectionCount, heartBeatTime: shownTime, incarnation };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_CONNECTIONS;
}

/** With zone, without, seconds since 1970: all the same to us. */
function parseTime(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  const isShown = typeof value === 'string' && value.length <= MAX_TIME_CHARACTERS && !CONTROL_CHARACTER.test(value);
  return isShown ? value : undefined;
}
