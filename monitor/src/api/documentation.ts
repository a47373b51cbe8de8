import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { ApiServer } from './api-server.ts';
import type { Access } from './identity.ts';
import { PROBLEMS } from './problems.ts';
import { DOCS_POLICY } from './security-headers.ts';

const SECURITY: Readonly<Record<Access, readonly object[]>> = {
  open: [],
  public: [{}, { cookie: [] }, { token: [] }],
  viewer: [{ cookie: [] }, { token: [] }],
  session: [{ cookie: [] }],
  admin: [{ cookie: [] }, { token: [] }],
};
const PROBLEM_RESPONSE = {
  description: 'What is wrong',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string', enum: Object.keys(PROBLEMS) },
          detail: { type: 'string' },
        },
      },
    },
  },
};

/** Call before any route is added. OpenAPI at /docs/json, swagger-ui at /docs; both hold nothing of this installation. */
export async function addDocumentation(server: ApiServer): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gatehouse monitor',
        description: 'Targets, incidents, channels and the cluster. Errors are problem+json; see docs/MONITOR.md.',
        version: '1',
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'gatehouse-monitor' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({ schema: documented(schema, route), url }),
  });
  await server.register((scope, _, done) => {
    scope.addHook('onRoute', open);
    void scope.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCS_POLICY });
    done();
  });
}

/** For routes of plugins, which do not say who may ask. */
export function open(route: RouteOptions): void {
  route.config = { ...route.config, access: 'open' };
}

function documented(schema: FastifySchema, route: RouteOptions): FastifySchema {
  if (schema?.hide === true) return schema;
  const access = route.config?.access ?? 'admin';
  const role = access === 'admin' ? 'For administrators.' : '';
  const security = SECURITY[access].map(each => ({ ...each })) as NonNullable<FastifySchema['security']>;
  const response = { ...(schema.response as object | undefined), default: PROBLEM_RESPONSE };
  const operationId = operationIdOf(route);
  return { ...schema, operationId, security, response, ...(role !== '' && { description: role }) };
}

/** For clients that are generated: `PATCH /api/targets/:id` is `patchTargetsId`. */
function operationIdOf({ method, url }: RouteOptions): string {
  const words = url.match(/[A-Za-z]+/g) ?? [];
  const capitals = words.filter(word => word !== 'api').map(word => word.charAt(0).toUpperCase() + word.slice(1));
  return `${String(method).toLowerCase()}${capitals.join('')}`;
}
