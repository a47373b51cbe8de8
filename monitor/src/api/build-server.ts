import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { opensWith } from '@gatehouse/shared/runtime/bearer-token';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import fastify, { type FastifyRequest } from 'fastify';
import { type AccessRules, authorise } from './access.ts';
import { addAuditRoutes } from './accounts/audit-routes.ts';
import { addSessionRoutes } from './accounts/session-routes.ts';
import { addTokenRoutes } from './accounts/token-routes.ts';
import { addUserRoutes } from './accounts/user-routes.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { addChannelRoutes } from './channel-routes.ts';
import { addClusterRoutes } from './cluster-routes.ts';
import { addDocumentation } from './documentation.ts';
import type { Identity } from './identity.ts';
import { addIncidentRoutes } from './incident-routes.ts';
import { addOperationRoutes } from './operation-routes.ts';
import { addPageFiles } from './page-files.ts';
import { replyWithProblems, sendProblem } from './problem-replies.ts';
import { Problem } from './problems.ts';
import { addPublicRoutes } from './public-routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { addSettingsRoutes } from './settings-routes.ts';
import { addStreamRoute, type OpenStreams } from './stream/stream-route.ts';
import { addSummaryRoute } from './summary-routes.ts';
import { addHistoryRoutes } from './targets/history-routes.ts';
import { addTargetRoutes } from './targets/target-routes.ts';

export type ServerOptions = Omit<ApiContext, 'clock'> & {
  readonly clock: Clock;
  readonly streams: OpenStreams;
  readonly metricsToken?: string | undefined;
  readonly publicUrl: string | undefined;
  readonly pageFolder: string;
};

const PROMETHEUS: Identity = { kind: 'token', name: 'METRICS_TOKEN', role: 'viewer', userId: '', tokenId: '' };
const MAX_BODY_BYTES = 64 * 1024;
/** Ids of servers in the cluster are long, and escaped. */
const MAX_PATH_PART = 1000;

/** Every route there is; listens nowhere yet. */
export async function buildServer(options: ServerOptions): Promise<ApiServer> {
  const server = fastify({
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PATH_PART },
    forceCloseConnections: true, // streams have no end of their own
    trustProxy: 'loopback', // a TLS proxy on this machine says whom it speaks for
    frameworkErrors: (error, _, reply) => void sendProblem(reply, new Problem('BAD_REQUEST', error.message)),
  }).withTypeProvider<TypeBoxTypeProvider>();
  server.setValidatorCompiler(TypeBoxValidatorCompiler);
  server.removeContentTypeParser('text/plain');
  replyWithProblems(server, options.log);
  addSecurityHeaders(server);
  authorise(server, accessRules(options));
  await addDocumentation(server);
  addRoutes(server, options);
  await addPageFiles(server, options.pageFolder);
  return server;
}

function addRoutes(server: ApiServer, options: ServerOptions): void {
  addSessionRoutes(server, options);
  addTargetRoutes(server, options);
  addHistoryRoutes(server, options);
  addIncidentRoutes(server, options);
  addChannelRoutes(server, options);
  addSummaryRoute(server, options);
  addClusterRoutes(server, options);
  addStreamRoute(server, options, options.streams);
  addUserRoutes(server, options);
  addTokenRoutes(server, options);
  addAuditRoutes(server, options);
  addSettingsRoutes(server, options);
  addPublicRoutes(server, options);
  addOperationRoutes(server, options);
}

function accessRules({ credentials, metricsToken, publicPage, publicUrl }: ServerOptions): AccessRules {
  const isPrometheus = ({ headers, routeOptions }: FastifyRequest) =>
    routeOptions.url === '/metrics' && metricsToken !== undefined && opensWith(metricsToken, headers.authorization);
  return {
    identify: async request => (isPrometheus(request) ? PROMETHEUS : credentials.identify(request.headers)),
    publicPage,
    publicOrigin: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
  };
}
