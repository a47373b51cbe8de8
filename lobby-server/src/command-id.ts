import { createHash } from 'node:crypto';

export const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'; // no i, l, o, u: ids and codes are read aloud and typed

/**
 * What a command of a session makes, named the same whichever server runs it and however often. `what` tells apart things
 * that one command makes. Whoever does not know the session's id cannot guess it.
 */
export function commandId(what: string, command: { sessionId: string; seq: number }, length: number): string {
  const hash = createHash('sha256').update(`${what} ${command.sessionId} ${command.seq}`).digest();
  return Array.from(hash.subarray(0, length), byte => ID_LETTERS[byte % ID_LETTERS.length]).join('');
}
