import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Access, Identity } from './identity.ts';

/** Routes say with typebox what they take and give. */
export type ApiServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask; a route that does not say is for administrators. */
    access?: Access;
  }
  interface FastifyRequest {
    /** Who asks; undefined: nobody known, which only open routes allow. */
    identity: Identity | undefined;
  }
}
