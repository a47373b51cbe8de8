import { homedir } from 'node:os';
import { join } from 'node:path';
import { unpackDebianPackage } from './debian-package.ts';
import { findOnPath, isExecutable } from './redis-binary.ts';

/**
 * Prometheus' `promtool` from PATH, else of Debian's package unpacked into the cache folder; nothing is installed in the system.
 * @throws Error with the reason when there is none.
 */
export async function findPromtool(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<string> {
  const found = await findOnPath('promtool', env);
  if (found !== undefined) return found;
  const folder = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), 'prometheus');
  const path = join(folder, 'usr/bin/promtool');
  if (!(await isExecutable(path))) await unpackDebianPackage({ name: 'prometheus', folder, env, say });
  return path;
}
