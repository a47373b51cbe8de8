import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const NOT_SEARCHED = new Set(['node_modules', 'dist', 'gen', 'coverage']);

/**
 * Test files under `paths` (files or folders relative to `root`; none: the whole checkout). Those of `tests/` come
 * first: they start several processes and mostly wait, so that the short ones fill the gaps behind them.
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
  const files = [...found].map(file => relative(root, file).split(sep).join('/'));
  return files.sort((a, b) => Number(startsServers(b)) - Number(startsServers(a)) || a.localeCompare(b));
}

/** Tests of several processes. Models join the parts of several servers in one. */
export function startsServers(path: string): boolean {
  return path.startsWith('tests/') && !path.startsWith('tests/model/');
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
