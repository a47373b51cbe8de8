import type { ApiServer } from './api-server.ts';

/** The page's own files and its own API, nothing else: no inline script, no inline style, no frame. */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

export const PAGE_POLICY = policyText(POLICY);
/** swagger-ui draws its icons from data: URLs. */
export const DOCS_POLICY = policyText({ ...POLICY, 'img-src': "'self' data:" });

/** On every answer, errors too. A route that has set one of them keeps its own. */
export function addSecurityHeaders(server: ApiServer): void {
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
}

function policyText(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}
