import type { ErrorCode } from '@gatehouse/shared/protocol/errors';

/** A room is tried on so many servers. */
export const MAX_PLACEMENT_TRIES = 3;

export type AfterRefusal =
  | 'try another server'
  /** Somebody else has placed the room meanwhile: look where. */
  | 'look again'
  /** No other server would answer differently. */
  | 'give up';

const GIVE_UP: ReadonlySet<ErrorCode> = new Set([
  'ROOM_FAILED', // its own code threw: it would do so anywhere
  'ROOM_ENDED',
  'ROOM_FULL',
  'ROOM_LOCKED',
  'SEAT_REFUSED',
  'BAD_OPTIONS',
]);

/** What follows when a server did not create the room. Time-outs and closed links are refusals: a late claim fails. */
export function afterRefusal(code: ErrorCode): AfterRefusal {
  if (code === 'STALE_RESERVATION') return 'look again';
  return GIVE_UP.has(code) ? 'give up' : 'try another server';
}
