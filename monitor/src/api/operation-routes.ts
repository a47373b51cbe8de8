import { Type } from 'typebox';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { Problem } from './problems.ts';

const TAGS = ['operation'];
const Alive = Type.Object({ alive: Type.Literal(true) });
const Ready = Type.Object({ ready: Type.Literal(true) });
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** For proxies, process managers and Prometheus. */
export function addOperationRoutes(server: ApiServer, { actions }: ApiContext): void {
  server.get(
    '/livez',
    {
      config: { access: 'open' },
      schema: { tags: TAGS, summary: 'It runs, 503 when it should be started anew', response: { 200: Alive } },
    },
    async () => {
      const why = actions.notAlive();
      if (why !== undefined) throw new Problem('UNAVAILABLE', why);
      return { alive: true } as const;
    },
  );
  server.get(
    '/readyz',
    {
      config: { access: 'open' },
      schema: { tags: TAGS, summary: 'The database answers, 503 when not', response: { 200: Ready } },
    },
    async () => {
      const why = await actions.notReady();
      if (why !== undefined) throw new Problem('UNAVAILABLE', why);
      return { ready: true } as const;
    },
  );
  server.get(
    '/metrics',
    {
      config: { access: 'viewer' },
      schema: { tags: TAGS, summary: 'For Prometheus', produces: ['text/plain'] },
    },
    async (_, reply) => reply.type(METRICS_TYPE).send(await actions.metrics()),
  );
}
