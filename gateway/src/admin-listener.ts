import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { opensWith } from '@gatehouse/shared/runtime/bearer-token';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { MAX_ADMIN_BODY_BYTES, readAdminBody } from './admin-body.ts';
import { listen } from './listen.ts';

/** What an admin route answers: a status and a body. */
export interface AdminAnswer {
  status: number;
  body: unknown;
  /** Not JSON: `body` is a text of this type. */
  contentType?: string;
}

/** Routes by `METHOD /path`. A path may have a segment `:id`, given to `answer` decoded, as is the JSON of a POST. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may come. `heartbeats`: operators, and foreign servers and their clients. `metrics`: operators, and Prometheus. Default: operators. */
  readonly for?: 'anybody' | 'heartbeats' | 'metrics';
  answer(id: string, body: unknown): Promise<AdminAnswer> | AdminAnswer;
}

export interface AdminListenerOptions {
  host: string;
  port: number;
  /** Of operators; undefined: every route that is for them is open (loopback only, see config). */
  token: string | undefined;
  /** Of foreign servers, good for their routes only; undefined: those are open (loopback only, see config). */
  heartbeatToken?: string | undefined;
  /** Of Prometheus; undefined: that of operators. */
  metricsToken?: string | undefined;
  routes: readonly AdminRoute[];
  log: Log;
}

const TOKENS = {
  operators: 'ADMIN_TOKEN',
  heartbeats: 'HEARTBEAT_TOKEN',
  metrics: 'METRICS_TOKEN',
  anybody: 'nothing',
} as const;

/** The operators' port of one gateway: small JSON bodies and answers. */
export class AdminListener implements Part {
  readonly name = 'admin-listener';
  private readonly options: AdminListenerOptions;
  private http: HttpServer | undefined;
  private boundPort: number | undefined;

  constructor(options: AdminListenerOptions) {
    this.options = options;
  }

  /** The port listened on; undefined before start. */
  get port(): number | undefined {
    return this.boundPort;
  }

  async start(): Promise<void> {
    const { host, port, log } = this.options;
    const http = createServer({ requestTimeout: 10_000 }, (request, response) => void this.serve(request, response));
    this.http = http;
    this.boundPort = await listen(http, host, port);
    log.info(LOG_EVENTS.listening, { what: 'admin', host, port: this.boundPort });
  }

  async stop(): Promise<void> {
    this.http?.close();
    this.http?.closeAllConnections();
    this.http = undefined;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.answer(request).catch((error: unknown): AdminAnswer => {
      this.options.log.error(LOG_EVENTS.internalError, { where: 'admin', error });
      return { status: 500, body: { code: 'INTERNAL' } };
    });
    request.resume(); // whatever of it was not wanted
    const { status, body, contentType } = answer;
    response.writeHead(status, { 'content-type': contentType ?? 'application/json', 'cache-control': 'no-store' });
    response.end(contentType === undefined ? `${JSON.stringify(body)}\n` : body);
  }

  private async answer(request: IncomingMessage): Promise<AdminAnswer> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const found = matchRoute(this.options.routes, request.method ?? 'GET', path);
    if (found === undefined) return { status: 404, body: { code: 'NOT_FOUND' } };
    if (!this.isAllowed(found.route, request)) {
      const token = TOKENS[found.route.for ?? 'operators'];
      return { status: 401, body: { code: 'UNAUTHORIZED', message: `send \`Authorization: Bearer <${token}>\`` } };
    }
    if (found.route.method === 'GET') return found.route.answer(found.id, undefined);
    // A browser says where a page comes from. Without a token any page could act here for the operator who looks at it.
    if (request.headers.origin !== undefined) return { status: 403, body: { code: 'FOREIGN_ORIGIN' } };
    const read = await readAdminBody(request);
    if (read.kind === 'read') return found.route.answer(found.id, read.body);
    if (read.kind === 'not JSON') return { status: 400, body: { code: 'NOT_JSON' } };
    return { status: 413, body: { code: 'BODY_TOO_LARGE', maxBytes: MAX_ADMIN_BODY_BYTES } };
  }

  private isAllowed(route: AdminRoute, { headers }: IncomingMessage): boolean {
    const { token, heartbeatToken, metricsToken } = this.options;
    const opensWithAny = (...tokens: (string | undefined)[]) =>
      tokens.some(one => one !== undefined && opensWith(one, headers.authorization));
    switch (route.for) {
      case 'anybody':
        return true;
      case 'heartbeats':
        return heartbeatToken === undefined || opensWithAny(heartbeatToken, token);
      case 'metrics':
        return (metricsToken ?? token) === undefined || opensWithAny(metricsToken, token);
      default:
        return opensWith(token, headers.authorization);
    }
  }
}

/** The route of a request, with the path segment that the route asks for. */
export function matchRoute(
  routes: readonly AdminRoute[],
  method: string,
  path: string,
): { route: AdminRoute; id: string } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    if (route.path === path) return { route, id: '' };
    const [before = '', after] = route.path.split(':id');
    if (after === undefined || path.length < route.path.length - ':id'.length) continue;
    if (!path.startsWith(before) || !path.endsWith(after)) continue;
    const id = decodeSegment(path.slice(before.length, path.length - after.length));
    if (id !== undefined) return { route, id };
  }
  return undefined;
}

function decodeSegment(segment: string): string | undefined {
  if (segment === '' || segment.includes('/')) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
