import { homedir } from 'node:os';
import { join } from 'node:path';
import { libraryPathOf, unpackDebianPackage } from './debian-package.ts';
import { findOnPath, isExecutable } from './redis-binary.ts';

export interface HaproxyBinary {
  readonly path: string;
  /** LD_LIBRARY_PATH it needs; undefined when the system's own libraries serve it. */
  readonly libraryPath: string | undefined;
}

/**
 * HAProxy from PATH, else Debian's package unpacked into the cache folder; nothing is installed in the system.
 * @throws Error with the reason when there is none.
 */
export async function findHaproxy(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<HaproxyBinary> {
  const found = await findOnPath('haproxy', env);
  if (found !== undefined) return { path: found, libraryPath: undefined };
  const folder = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), 'haproxy');
  const path = join(folder, 'usr/sbin/haproxy');
  if (!(await isExecutable(path))) await unpackDebianPackage({ name: 'haproxy', folder, env, say });
  return { path, libraryPath: await libraryPathOf(folder) };
}
