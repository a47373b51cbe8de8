import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request with this `Authorization` header may have what `token` guards. Undefined guards nothing. */
export function opensWith(token: string | undefined, authorization: string | undefined): boolean {
  if (token === undefined) return true;
  const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(sha256(given), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
