import { SESSION_LIFE_MS } from '../../store/sessions.ts';

const NAME = 'gatehouse-monitor';

/** The value for Set-Cookie. `secure`: only over TLS. */
export function sessionCookie(secret: string, options: { readonly secure: boolean }): string {
  return written(secret, Math.floor(SESSION_LIFE_MS / 1000), options.secure);
}

export function endedCookie(options: { readonly secure: boolean }): string {
  return written('', 0, options.secure);
}

/** Of the header Cookie. Undefined: none. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return undefined;
}

function written(value: string, maxAgeSeconds: number, isSecure: boolean): string {
  return `${NAME}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
