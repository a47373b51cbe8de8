import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './checkout.ts';
import { libraryPathOf, unpackDebianPackage } from './debian-package.ts';

export interface RedisBinary {
  /** `javascript`: js-redis-server, run by this Node; for trials and tests only. */
  readonly kind: 'redis' | 'javascript';
  readonly path: string;
  /** LD_LIBRARY_PATH it needs; undefined when the system's own libraries serve it. */
  readonly libraryPath: string | undefined;
  /** Where it comes from, for the person at the terminal. */
  readonly origin: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const JAVASCRIPT: RedisBinary = {
  kind: 'javascript',
  path: join(root, 'scripts/js-redis-main.mjs'),
  libraryPath: undefined,
  origin: 'js-redis-server, a small Redis in JavaScript',
};

/**
 * A Redis server to start privately: REDIS_SERVER (set by the test runner for its children), else `redis-server` or
 * `valkey-server` on PATH, else Debian's package unpacked into the cache folder, else the one in JavaScript; nothing is
 * installed in the system. GATEHOUSE_REDIS=js takes the last of them at once.
 * @throws Error when a variable has a value that means nothing.
 */
export async function findRedisBinary(env: Environment, say: (line: string) => void = () => {}): Promise<RedisBinary> {
  if (isJavaScriptForced(env)) return JAVASCRIPT;
  if (env.REDIS_SERVER) return givenBinary(env.REDIS_SERVER, env);
  for (const name of ['redis-server', 'valkey-server']) {
    const path = await findOnPath(name, env);
    if (path !== undefined) return { kind: 'redis', path, libraryPath: undefined, origin: `${path} from PATH` };
  }
  try {
    return await debianBinary(env, say);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`no redis-server on PATH and none from Debian (${why}): taking ${JAVASCRIPT.origin}`);
    return JAVASCRIPT;
  }
}

/** @throws Error for a value other than `js`. */
export function isJavaScriptForced(env: Environment): boolean {
  if (!env.GATEHOUSE_REDIS || env.GATEHOUSE_REDIS === 'js') return env.GATEHOUSE_REDIS === 'js';
  throw new Error(`GATEHOUSE_REDIS is "${env.GATEHOUSE_REDIS}"; it may be js, or not set`);
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
  if (path === JAVASCRIPT.path) return JAVASCRIPT;
  if (!(await isExecutable(path))) throw new Error(`REDIS_SERVER is "${path}", which is no program`);
  const libraryPath = env.REDIS_SERVER_LIBRARY_PATH || undefined;
  return { kind: 'redis', path, libraryPath, origin: `${path} from REDIS_SERVER` };
}

async function debianBinary(env: Environment, say: (line: string) => void): Promise<RedisBinary> {
  const folder = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), 'redis');
  const path = binaryIn(folder);
  if (!(await isExecutable(path))) await unpackDebianPackage({ name: 'redis-server', folder, env, say });
  return { kind: 'redis', path, libraryPath: await libraryPathOf(folder), origin: `Debian's package in ${folder}` };
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
