import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problems.ts';

/** The ETag of what a GET shows and a write has made. */
export function sendVersion(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/**
 * Only who has read the newest version may change it. `*`: whatever it is.
 * @throws Problem VERSION_NEEDED, STALE
 */
export function requireVersion(request: FastifyRequest, version: number): void {
  const given = request.headers['if-match'];
  if (given === undefined) throw new Problem('VERSION_NEEDED');
  const tags = given.split(',').map(tag => tag.trim());
  if (!tags.includes('*') && !tags.includes(`"${version}"`)) {
    throw new Problem('STALE', `it is version ${version} by now`);
  }
}
