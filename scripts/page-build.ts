import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

/** A page that Vite builds, with paths relative to the root of the checkout. */
export interface PageSources {
  /** Folder with vite.config.ts. */
  readonly folder: string;
  /** Program to build it with. */
  readonly vite: string;
  /** Folder that the build makes. */
  readonly built: string;
  /** Files and folders that decide what is built, `folder` included. */
  readonly inputs: readonly string[];
}

export const ARENA_PAGE: PageSources = {
  folder: 'examples/arena/page',
  vite: 'examples/arena/node_modules/vite/bin/vite.js',
  built: 'examples/arena/dist/page',
  inputs: [
    'examples/arena/page',
    'examples/arena/src',
    'client/package.json',
    'client/src',
    'client/debug-panel',
    'shared/package.json',
    'shared/gen',
    'shared/src/protocol',
    'pnpm-lock.yaml',
  ],
};

/** The operators' page; the monitor itself serves what is built. */
export const MONITOR_PAGE: PageSources = {
  folder: 'monitor/page',
  vite: 'monitor/node_modules/vite/bin/vite.js',
  built: 'monitor/page/dist',
  inputs: [
    'monitor/page/src',
    'monitor/page/public',
    'monitor/page/index.html',
    'monitor/page/vite.config.ts',
    'monitor/page/compressed.ts',
    'monitor/page/favicons.ts',
    'pnpm-lock.yaml',
  ],
};

/**
 * The folder with the built page; built only when something in `inputs` is not as it was for the last build.
 * @throws Error with what Vite complained about
 */
export async function buildPage(root: string, page: PageSources, say: (line: string) => void): Promise<string> {
  const built = join(root, page.built);
  const stampFile = `${built}.inputs`;
  const stamp = stampOf(root, page.inputs);
  const lastStamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (stamp === lastStamp && existsSync(join(built, 'index.html'))) return built;
  say(`building ${page.folder} …`);
  const options = { cwd: join(root, page.folder), env: { ...process.env, NODE_ENV: 'production' } };
  await promisify(execFile)(process.execPath, [join(root, page.vite), 'build', '--logLevel', 'warn'], options).catch(
    (error: Error & { stderr?: string }) => {
      throw new Error(`${page.folder} cannot be built: ${error.stderr?.trim() || error.message}`, { cause: error });
    },
  );
  await writeFile(stampFile, stamp);
  return built;
}

/** Hash of all files in these places, names and contents. */
function stampOf(root: string, places: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of places.flatMap(place => filesIn(root, place))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(root: string, place: string): string[] {
  if (statSync(join(root, place)).isFile()) return [place];
  const entries = readdirSync(join(root, place), { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return files.map(file => relative(root, file)).sort();
}
