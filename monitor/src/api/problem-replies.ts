import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isBusy } from '../store/database.ts';
import type { ApiServer } from './api-server.ts';
import { KnownMethods } from './known-methods.ts';
import { PROBLEMS, Problem, type ProblemCode, problemBody } from './problems.ts';

/** Untrusted texts are part of it. */
const MAX_DETAIL_CHARACTERS = 500;
const COME_AGAIN_MS = 1000;

/** Whatever goes wrong is answered as problem+json. */
export function replyWithProblems(server: ApiServer, log: Log): void {
  server.setErrorHandler((error: FastifyError, request, reply) => sendProblem(reply, problemOf(error, request, log)));
  const methods = new KnownMethods();
  methods.watch(server);
  server.setNotFoundHandler((request, reply) => {
    const allowed = methods.of(pathOf(request.url));
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    return sendProblem(reply, nothingThere(request, allowed));
  });
}

function nothingThere({ method, url }: FastifyRequest, allowed: readonly string[]): Problem {
  if (allowed.length === 0) return new Problem('NOT_FOUND', `there is no ${pathOf(url)}`);
  return new Problem('WRONG_METHOD', `${pathOf(url)} knows ${allowed.join(', ')}, not ${method}`);
}

export function sendProblem(reply: FastifyReply, { code, message, retryAfterMs }: Problem): FastifyReply {
  if (retryAfterMs !== undefined) void reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1000)));
  if (code === 'NOT_LOGGED_IN') void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(PROBLEMS[code].status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemBody(code, message.slice(0, MAX_DETAIL_CHARACTERS)));
}

function problemOf(error: FastifyError, request: FastifyRequest, log: Log): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) {
    return new Problem('UNAVAILABLE', 'Redis does not answer');
  }
  if (isBusy(error)) return new Problem('BUSY', 'another process writes to the database', COME_AGAIN_MS);
  const code = codeOfStatus(error.statusCode ?? 500);
  if (code !== 'INTERNAL') return new Problem(code, error.message);
  log.error(LOG_EVENTS.internalError, { method: request.method, route: request.routeOptions.url, error });
  return new Problem('INTERNAL');
}

/** Of what fastify itself refuses. */
function codeOfStatus(status: number): ProblemCode {
  if (status === 413) return 'TOO_LARGE';
  if (status === 415) return 'NOT_JSON';
  if (status === 404) return 'NOT_FOUND';
  if (status === 503) return 'UNAVAILABLE';
  return status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
}

/** Queries may hold what nobody should see twice. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
