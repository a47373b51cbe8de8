import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, whether this runs from its sources or from `dist`. */
export const root = checkoutAround(fileURLToPath(import.meta.url));

/** The compiled file of a source file, both relative to the root: `gateway/src/main.ts` → `gateway/dist/main.js`. */
export function compiledFile(source: string): string {
  const compiled = source.includes('/src/') ? source.replace('/src/', '/dist/') : source.replace('/', '/dist/');
  return compiled.replace(/\.ts$/, '.js');
}

/** The file that the test runner makes of a server and of all that it imports, relative to the root. */
export function bundledFile(source: string): string {
  return compiledFile(source).replace(/\.js$/, '.bundle.mjs');
}

function checkoutAround(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    if (folder === dirname(folder)) throw new Error(`${file} is not in a checkout of Gatehouse`);
    folder = dirname(folder);
  }
  return folder;
}
