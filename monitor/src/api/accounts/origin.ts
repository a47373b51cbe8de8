import type { IncomingHttpHeaders } from 'node:http';

/** Browsers say with each write, and with reads from other sites, which site's page asks. */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return origin === publicOrigin || (host !== undefined && hostOf(origin) === host.toLowerCase());
}

/** Says that it comes from another site; who says nothing is no page. */
export function isForeignOrigin(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  return headers.origin !== undefined && !isSameOrigin(headers, publicOrigin);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
