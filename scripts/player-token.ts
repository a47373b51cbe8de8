import { createHmac } from 'node:crypto';

/** A token as a game's own login would give it: HS256, no expiry. */
export function playerToken(userId: string, jwtSecret: string): string {
  const text = [{ alg: 'HS256', typ: 'JWT' }, { sub: userId }].map(encode).join('.');
  return `${text}.${createHmac('sha256', jwtSecret).update(text).digest('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
