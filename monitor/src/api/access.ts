import type { FastifyRequest } from 'fastify';
import { isCsrfToken } from './accounts/csrf.ts';
import { isForeignOrigin, isSameOrigin } from './accounts/origin.ts';
import type { ApiServer } from './api-server.ts';
import type { Identity } from './identity.ts';
import { Problem } from './problems.ts';

export interface AccessRules {
  /** Undefined: the request brings nothing that is good. */
  identify(request: FastifyRequest): Promise<Identity | undefined>;
  readonly publicPage: boolean;
  /** Where people reach the monitor, besides the host they ask for: behind a proxy. */
  readonly publicOrigin: string | undefined;
}

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** The one place that decides who may do what, for every route there is. */
export function authorise(server: ApiServer, rules: AccessRules): void {
  server.decorateRequest('identity', undefined);
  server.addHook('onRequest', async request => {
    if (request.is404) return;
    const access = request.routeOptions.config.access ?? 'admin';
    const isOpen = access === 'open' || (access === 'public' && rules.publicPage);
    const isWrite = !SAFE_METHODS.includes(request.method);
    if (isOpen) {
      if (isWrite && isForeignOrigin(request.headers, rules.publicOrigin)) throw new Problem('FOREIGN_ORIGIN');
      return;
    }
    const identity = await rules.identify(request);
    if (identity === undefined) throw new Problem('NOT_LOGGED_IN');
    if (identity.kind === 'session') refuseForeign(request, identity.csrfToken, rules.publicOrigin);
    if (access === 'session' && identity.kind !== 'session') throw new Problem('SESSION_NEEDED');
    if (access === 'admin' && identity.role !== 'admin') throw new Problem('NOT_ALLOWED');
    request.identity = identity;
  });
}

/** Who asks, of a route that is not open. */
export function identityOf(request: FastifyRequest): Identity {
  if (request.identity === undefined) throw new Problem('NOT_LOGGED_IN');
  return request.identity;
}

/** As the audit log calls it. */
export function whoIs(identity: Identity): string {
  return identity.kind === 'session' ? identity.name : `token ${identity.name}`;
}

/** A browser adds the cookie by itself, whoever has made it ask. */
function refuseForeign(request: FastifyRequest, csrfToken: string, publicOrigin: string | undefined): void {
  if (SAFE_METHODS.includes(request.method)) {
    if (isForeignOrigin(request.headers, publicOrigin)) throw new Problem('FOREIGN_ORIGIN');
    return;
  }
  if (!isSameOrigin(request.headers, publicOrigin)) throw new Problem('FOREIGN_ORIGIN');
  if (!isCsrfToken(request.headers['x-csrf-token'], csrfToken)) throw new Problem('BAD_CSRF_TOKEN');
}
