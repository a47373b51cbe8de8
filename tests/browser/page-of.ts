import { fileURLToPath } from 'node:url';
import type { PageFile } from '@gatehouse/scripts/page-files';
import { build, defaultClientConditions } from 'vite';

const HTML = '<!doctype html><link rel="icon" href="/icon.svg"><script type="module" src="/main.js"></script>';

/** A page that does nothing but run this file, which may import packages of the workspace: bundled as a user would. */
export async function pageOf(entry: URL): Promise<ReadonlyMap<string, PageFile>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('.', entry)),
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: { write: false, minify: false, lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: 'main' } },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : [];
  const code = outputs.map(output => (output.type === 'chunk' ? output.code : '')).join('');
  return new Map([
    ['/', file('text/html', HTML)],
    ['/icon.svg', file('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['/main.js', file('text/javascript', code)],
  ]);
}

function file(contentType: string, text: string): PageFile {
  return { bytes: Buffer.from(text), contentType, cacheControl: 'no-store' };
}
