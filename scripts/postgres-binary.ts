import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { libraryPathOf, unpackDebianPackage } from './debian-package.ts';
import { isExecutable } from './redis-binary.ts';

export interface PostgresPrograms {
  /** Of `initdb` and `postgres`. */
  readonly folder: string;
  /** LD_LIBRARY_PATH they need; undefined when the system's own libraries serve them. */
  readonly libraryPath: string | undefined;
  /** Everything they are made of, when it was unpacked for us. */
  readonly unpackedFolder: string | undefined;
}

/** Where Debian puts them: they are not on PATH. */
const PROGRAMS = 'usr/lib/postgresql';

/**
 * PostgreSQL as installed, else Debian's package unpacked into the cache folder; nothing is installed in the system.
 * @throws Error with the reason when there is none.
 */
export async function findPostgres(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<PostgresPrograms> {
  const installed = await newestUnder('/');
  if (installed !== undefined) return { folder: installed, libraryPath: undefined, unpackedFolder: undefined };
  const cache = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), 'postgresql');
  if ((await newestUnder(cache)) === undefined) {
    await unpackDebianPackage({ name: 'postgresql', folder: cache, env, say });
  }
  const folder = await newestUnder(cache);
  if (folder === undefined) throw new Error(`${cache} holds no PostgreSQL; remove it and try again`);
  return { folder, libraryPath: await libraryPathOf(cache), unpackedFolder: cache };
}

async function newestUnder(root: string): Promise<string | undefined> {
  const versions = await readdir(join(root, PROGRAMS)).catch(() => []);
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  for (const version of newestFirst) {
    const folder = join(root, PROGRAMS, version, 'bin');
    if (await isExecutable(join(folder, 'postgres'))) return folder;
  }
  return undefined;
}
