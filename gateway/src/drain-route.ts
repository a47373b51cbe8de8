import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { type DrainLimit, requestDrain } from '@gatehouse/shared/cluster/drain-request';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { AdminAnswer, AdminRoute } from './admin-listener.ts';
import type { Servers } from './servers.ts';

/** As DRAIN_DEADLINE_MS. */
const MAX_LIMIT_MS = 86_400_000;

export interface DrainRouteOptions {
  redis: Pick<ClusterRedis, 'run'>;
  keys: Keys;
  servers: Pick<Servers, 'refresh'>;
}

/** `POST /servers/:id/drain {"deadlineMs": 60000}`: any gateway tells any server of the cluster, itself too. May be repeated. */
export function drainRoute(options: DrainRouteOptions): AdminRoute {
  return { method: 'POST', path: '/servers/:id/drain', answer: (id, body) => drain(options, id, body) };
}

async function drain({ redis, keys, servers }: DrainRouteOptions, id: string, body: unknown): Promise<AdminAnswer> {
  const limit = readLimit(body);
  if (limit === undefined) {
    const message = `send nothing, or {"deadlineMs": …} with a whole number from 0 to ${MAX_LIMIT_MS}`;
    return { status: 400, body: { code: 'BAD_DRAIN', message } };
  }
  const unknown: AdminAnswer = { status: 404, body: { code: 'NO_SUCH_SERVER', id } };
  if (keys.serverType(id) === undefined) return unknown;
  try {
    const stands = await requestDrain(redis, id, limit);
    if (stands === undefined) return unknown;
    await servers.refresh(id);
    return { status: 202, body: { id, state: 'draining', deadlineMs: stands === 'default' ? null : stands } };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { status: 503, body: { code: 'UNAVAILABLE' } };
  }
}

function readLimit(body: unknown): DrainLimit | undefined {
  if (body === undefined) return 'default';
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const limit: unknown = 'deadlineMs' in body ? body.deadlineMs : undefined;
  if (limit === undefined) return 'default';
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit >= 0 && limit <= MAX_LIMIT_MS;
  return isLimit ? limit : undefined;
}
