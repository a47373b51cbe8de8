import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const NOT_SEARCHED = new Set(['node_modules', 'dist', 'gen', 'coverage']);

/**
 * Test files under `paths` (files or folders relative to `root`; none: the whole checkout), in alphabetical order.
 * @throws Error when a path does not exist.
 */
export async function findTestFiles(root: string, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = join(root, path);
    const info = await stat(full).catch(() => undefined);
    if (info === undefined) throw new Error(`${path} does not exist`);
    if (info.isDirectory()) await collect(full, found);
    else found.add(full);
  }
  return [...found].map(file => relative(root, file).split(sep).join('/')).sort();
}

/** Those that keep two processors busy for seconds: browsers, load, whole start-ups of everything there is. */
const BUSY = ['browser-sdk', 'chaos', 'compare', 'guide', 'login-storm', 'monitor-page', 'start', 'two-browsers'];

/** What a test asks of the machine: `cluster` starts several processes and mostly waits for them. */
export type TestWeight = 'light' | 'cluster' | 'busy';

export function testWeight(path: string): TestWeight {
  const [, name] = /^tests\/([^/]+)\.test\.ts$/.exec(path) ?? []; // folders below hold models and documents
  if (name === undefined) return 'light';
  return BUSY.includes(name) ? 'busy' : 'cluster';
}

async function collect(folder: string, found: Set<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!NOT_SEARCHED.has(entry.name) && !entry.name.startsWith('.')) await collect(join(folder, entry.name), found);
    } else if (entry.name.endsWith('.test.ts')) {
      found.add(join(folder, entry.name));
    }
  }
}
