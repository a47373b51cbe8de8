import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { libraryPathOf, unpackDebianPackage } from './debian-package.ts';

export interface RedisBinary {
  readonly path: string;
  /** LD_LIBRARY_PATH it needs; undefined when the system's own libraries serve it. */
  readonly libraryPath: string | undefined;
  /** Where it comes from, for the person at the terminal. */
  readonly origin: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A Redis server to start privately: REDIS_SERVER (set by the test runner for its children), else `redis-server` or
 * `valkey-server` on PATH, else Debian's package unpacked into the cache folder; nothing is installed in the system.
 * @throws Error saying what to do when there is none.
 */
export async function findRedisBinary(env: Environment, say: (line: string) => void = () => {}): Promise<RedisBinary> {
  if (env.REDIS_SERVER) return givenBinary(env.REDIS_SERVER, env);
  for (const name of ['redis-server', 'valkey-server']) {
    const path = await findOnPath(name, env);
    if (path !== undefined) return { path, libraryPath: undefined, origin: `${path} from PATH` };
  }
  const folder = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), 'redis');
  try {
    if (!(await isExecutable(binaryIn(folder)))) await unpackDebianPackage({ name: 'redis-server', folder, env, say });
    return {
      path: binaryIn(folder),
      libraryPath: await libraryPathOf(folder),
      origin: `Debian's package in ${folder}`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`no Redis: set REDIS_URL, or put redis-server (6.2 or newer) on PATH (${why})`, { cause: error });
  }
}

/** What a child process needs to find the same binary at once. */
export function redisBinaryEnvironment(binary: RedisBinary): Record<string, string> {
  return { REDIS_SERVER: binary.path, REDIS_SERVER_LIBRARY_PATH: binary.libraryPath ?? '' };
}

export async function findOnPath(name: string, env: Environment): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && (await isExecutable(join(folder, name)))) return join(folder, name);
  }
  return undefined;
}

async function givenBinary(path: string, env: Environment): Promise<RedisBinary> {
  if (!(await isExecutable(path))) throw new Error(`REDIS_SERVER is "${path}", which is no program`);
  return { path, libraryPath: env.REDIS_SERVER_LIBRARY_PATH || undefined, origin: `${path} from REDIS_SERVER` };
}

function binaryIn(folder: string): string {
  return join(folder, 'usr/bin/redis-server');
}

export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
