const HIDDEN = '***';

/** A Redis address as it may be shown: without user, password and query. */
export function shownRedisUrl(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'an unreadable URL'; // whatever it holds, it may be a password
  }
}

/** Removes the password of `url` from a text: old servers repeat a refused AUTH in their error. */
export function withoutPassword(text: string, url: string): string {
  let shown = text;
  for (const secret of secretsOf(url)) shown = shown.replaceAll(secret, HIDDEN);
  return shown;
}

function secretsOf(url: string): string[] {
  try {
    const { password, searchParams } = new URL(url);
    const written = [password, decodeURIComponent(password), searchParams.get('password') ?? ''];
    return written.filter(secret => secret !== '');
  } catch {
    return [url];
  }
}
