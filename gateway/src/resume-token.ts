import { nanoid } from 'nanoid';

/** Longest token worth a look: a user id of 64 characters and the random part. */
const MAX_TOKEN_LENGTH = 200;
const RANDOM_LENGTH = 32; // 192 bits

/** A new random resume token. It names its user, so that a guest, who has no other proof, is found by it. */
export function createResumeToken(userId: string): string {
  return `${nanoid(RANDOM_LENGTH)}.${userId}`;
}

/** The user a resume token names; undefined when it is none of ours. Whether it is good, only the claim can tell. */
export function userOfResumeToken(token: string): string | undefined {
  if (token.length > MAX_TOKEN_LENGTH || token[RANDOM_LENGTH] !== '.') return undefined;
  return token.slice(RANDOM_LENGTH + 1);
}
