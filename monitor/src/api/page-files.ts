import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { ApiServer } from './api-server.ts';
import { open } from './documentation.ts';
import { Problem } from './problems.ts';

/** Names in there hold a hash of the content. */
const HASHED_FOLDER = '/assets/';

/** The built page at `/`: what is in the folder when the process starts, nothing else. */
export async function addPageFiles(server: ApiServer, folder: string): Promise<void> {
  const isBuilt = await access(join(folder, 'index.html')).then(
    () => true,
    () => false,
  );
  await server.register((scope, _, done) => {
    scope.addHook('onRoute', open);
    const files = { root: folder, wildcard: false, preCompressed: true, cacheControl: false, setHeaders } as const;
    if (isBuilt) void scope.register(fastifyStatic, files);
    else scope.get('/', { schema: { hide: true } }, refuseUnbuilt);
    done();
  });

  function setHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
    const isHashed = path.slice(folder.length).startsWith(HASHED_FOLDER);
    reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  }
}

function refuseUnbuilt(): never {
  throw new Problem('NOT_FOUND', 'the page is not built: run vite build in monitor/page');
}
