import { GatehouseError } from '@gatehouse/client';

const TEXTS: Partial<Record<string, string>> = {
  ROOM_FULL: 'This arena is full.',
  ROOM_LOCKED: 'Nobody may join this arena any more.',
  NO_SUCH_ROOM: 'This arena is gone.',
  WRONG_CODE: 'No arena has this invite code.',
  WRONG_PHASE: 'The game has begun. You can watch it.',
  SEAT_REFUSED: 'This game does not let you in.',
  BANNED: 'The host has removed you from this arena.',
  ROOM_ENDED: 'This game is over.',
  NOT_READY: 'Not everybody is ready yet.',
  NOT_HOST: 'Only the host may do that.',
  CHAT_TOO_LONG: 'That is too long to be said at once.',
  NO_GAME_SERVER: 'No server has room for a new game just now. Try again in a moment.',
  TIMEOUT: 'No answer. Try again in a moment.',
  UNAUTHORIZED: 'The server did not accept this name.',
};

/** What a person needs to know of an error. */
export function problemText(error: unknown): string {
  if (!(error instanceof GatehouseError)) return error instanceof Error ? error.message : String(error);
  return TEXTS[error.code] ?? `That did not work (${error.code}).`;
}
