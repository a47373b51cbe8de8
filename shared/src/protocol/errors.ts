/**
 * Every error a client or a caller can meet. `retryable`: the same request may succeed later as it is.
 * Append only; docs/ERRORS.md explains each one and a test keeps it equal to this table.
 */
export const ERRORS = {
  BAD_FRAME: { retryable: false, text: 'the frame cannot be read' },
  FRAME_TOO_LARGE: { retryable: false, text: 'the frame is larger than allowed' },
  UNKNOWN_TYPE: { retryable: false, text: 'no reader for this frame type' },
  SEQUENCE_ERROR: { retryable: false, text: 'frame numbers must follow each other without gaps' },
  NOT_ATTACHED: { retryable: true, text: 'the stream is not attached' },
  NO_SEAT: { retryable: false, text: 'this user has no seat in the room' },
  NO_SUCH_ROOM: { retryable: false, text: 'the room does not exist' },
  ROOM_ENDED: { retryable: false, text: 'the room has ended' },
  ROOM_FAILED: { retryable: false, text: 'the room ended because its code threw an error' },
  ROOM_FULL: { retryable: true, text: 'the room is full' },
  ROOM_LOCKED: { retryable: true, text: 'the room takes nobody new' },
  NO_ROUTE: { retryable: true, text: 'no server that could take this stream was found within 5 seconds' },
  NO_GAME_SERVER: { retryable: true, text: 'no game server can take a new room' },
  NO_LOBBY_SERVER: { retryable: true, text: 'no lobby server is linked' },
  NO_GATEWAY: { retryable: true, text: 'no gateway is linked' },
  UNKNOWN_ROOM_CLASS: { retryable: false, text: 'no game server runs this room class' },
  BAD_OPTIONS: {
    retryable: false,
    text: 'options must be JSON of at most 4096 bytes, those of a player or bot of at most 1024',
  },
  ALREADY_IN_ROOM: { retryable: false, text: 'leave the lobby room first' },
  NOT_IN_ROOM: { retryable: false, text: 'this user is in no lobby room' },
  NOT_HOST: { retryable: false, text: 'only the host may do this' },
  NOT_READY: { retryable: true, text: 'every member but the host must be ready' },
  WRONG_PHASE: { retryable: true, text: 'the lobby room is not in the phase for this' },
  CHAT_TOO_LONG: { retryable: false, text: 'a chat line has 1 to 500 characters' },
  TOO_MANY_REQUESTS: { retryable: true, text: 'too many unanswered requests' },
  TIMEOUT: { retryable: true, text: 'no answer in time' },
  LATE: { retryable: true, text: 'the deadline had passed; nothing was changed' },
  UNAVAILABLE: { retryable: true, text: 'Redis cannot be reached now' },
  CONFLICT: { retryable: true, text: 'somebody else changed it meanwhile' },
  STALE_RESERVATION: { retryable: false, text: 'the reservation was replaced or has expired' },
  LINK_REFUSED: { retryable: false, text: 'the peer of the link is not who it should be' },
  LINK_CLOSED: { retryable: true, text: 'the link to the other server is closed' },
  SLOW_PEER: { retryable: true, text: 'the peer reads too slowly' },
  UNAUTHORIZED: { retryable: false, text: 'the token or guest name was refused' },
  SUPERSEDED: { retryable: false, text: 'a newer owner has taken over' },
  BAD_CONFIG: { retryable: false, text: 'the configuration is not usable' },
  CLOSED: { retryable: false, text: 'already closed' },
  BAD_MESSAGES: { retryable: false, text: 'each game message needs a type of its own, from 0x1000 to 0xffff' },
  INTERNAL: { retryable: true, text: 'unexpected error' },
  BANNED: { retryable: false, text: 'this user was kicked out and may not come back yet' },
  WRONG_PASSWORD: { retryable: false, text: 'the room needs a password, and this is not it' },
  WRONG_CODE: { retryable: false, text: 'no lobby room has this invite code' },
  TOO_MANY_ATTEMPTS: { retryable: true, text: 'too many wrong passwords or codes; wait a minute' },
  NO_SUCH_MEMBER: { retryable: false, text: 'that user is not such a member of the lobby room' },
  BAD_SETTINGS: { retryable: false, text: 'a setting of the lobby room is not allowed' },
  BAD_METADATA: { retryable: false, text: 'metadata must be a JSON object of at most 1024 bytes' },
  BAD_FILTER: { retryable: false, text: 'the metadata of a filter is an object of strings, numbers and booleans' },
  CHAT_TOO_FAST: { retryable: true, text: 'too many chat lines' },
  USER_OFFLINE: { retryable: true, text: 'that user is not connected now' },
  TOO_MANY_WATCHED: { retryable: false, text: 'at most 100 users can be watched' },
  SPECTATOR: { retryable: false, text: 'a spectator only looks on' },
  SEAT_REFUSED: { retryable: false, text: 'the game does not let this user in' },
  REQUEST_REFUSED: { retryable: false, text: 'the game refused the request' },
  REPLY_LOST: { retryable: true, text: 'the game may have taken the request, but its answer is lost' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** The one error class of Gatehouse. Callers branch on `code`; `fields` are the values that broke the rule. */
export class GatehouseError extends Error {
  override readonly name = 'GatehouseError';
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, fields: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(`${code}: ${ERRORS[code].text}${describe(fields)}`, options);
    this.code = code;
    this.fields = fields;
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** The error itself when it is ours, else INTERNAL with the original as cause. */
export function toGatehouseError(error: unknown): GatehouseError {
  return error instanceof GatehouseError ? error : new GatehouseError('INTERNAL', {}, { cause: error });
}

/** What a game says to its user with SEAT_REFUSED; the only field that travels with an error. */
export function spokenReason(fields: GatehouseError['fields']): string | undefined {
  return typeof fields.reason === 'string' ? fields.reason : undefined;
}

function describe(fields: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name} ${String(value).slice(0, 200)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
