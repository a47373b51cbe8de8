import { parseRedisUrl } from '../runtime/redis-source.ts';

const HIDDEN = '***';

/** A Redis address as it may be shown: without user, password and query. */
export function shownRedisUrl(url: string): string {
  const source = parseRedisUrl(url);
  if (source.kind === 'sentinels') {
    const hosts = source.sentinels.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`);
    return `redis+sentinel://${hosts.join()}/${source.master}${source.database === 0 ? '' : `/${source.database}`}`;
  }
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'an unreadable URL'; // whatever it holds, it may be a password
  }
}

/** Removes the passwords of `url` from a text: old servers repeat a refused AUTH in their error. */
export function withoutPassword(text: string, url: string): string {
  let shown = text;
  for (const secret of secretsOf(url)) shown = shown.replaceAll(secret, HIDDEN);
  return shown;
}

function secretsOf(url: string): string[] {
  const source = parseRedisUrl(url);
  if (source.kind === 'sentinels') {
    const passwords = [source.login.password, source.sentinelLogin.password].filter(password => password !== undefined);
    return passwords.flatMap(password => [password, encodeURIComponent(password)]);
  }
  try {
    const { password, searchParams } = new URL(url);
    const written = [password, decodeURIComponent(password), searchParams.get('password') ?? ''];
    return written.filter(secret => secret !== '');
  } catch {
    return [url];
  }
}
