import { dirname, join, relative } from 'node:path';
import { redisClient } from '@gatehouse/shared/cluster/redis-client';
import { isSentinelRound, sentinelFailure } from '@gatehouse/shared/cluster/redis-error';
import { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import { shownRedisUrl, withoutPassword } from '@gatehouse/shared/cluster/redis-url';
import { parseRedisUrl } from '@gatehouse/shared/runtime/redis-source';
import { root } from './checkout.ts';
import { findRedisBinary, isJavaScriptForced, type RedisBinary } from './redis-binary.ts';

export interface ProvidedRedis {
  readonly url: string;
  /** Which Redis it is and what becomes of its data, for the person at the terminal. */
  readonly description: string;
  /** Command line that talks to it. */
  readonly commandLine: string;
  /** Ends it when it was started here; a given one is left alone. */
  stop(): Promise<void>;
}

const ANSWER_TIMEOUT_MS = 5000;

/**
 * The Redis of a trial run: the one REDIS_URL names, else a private one on a free loopback port. GATEHOUSE_REDIS=js wins
 * over REDIS_URL.
 * @throws Error when REDIS_URL does not answer (there is no fall back), or when no server can be had.
 */
export async function provideRedis(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<ProvidedRedis> {
  if (env.REDIS_URL && !isJavaScriptForced(env)) return givenRedis(env.REDIS_URL);
  const binary = await findRedisBinary(env, say);
  const redis = await RedisProcess.start({ binary: binary.path, libraryPath: binary.libraryPath });
  return {
    url: redis.url,
    description: describe(binary, redis.port),
    commandLine: commandLine(binary, redis.url),
    stop: () => redis.stop(),
  };
}

async function givenRedis(url: string): Promise<ProvidedRedis> {
  const shown = shownRedisUrl(url);
  await requireAnswer(url).catch(error => {
    throw new Error(`REDIS_URL ${shown} does not answer: ${withoutPassword(error.message, url)}`);
  });
  const description = `${shown} from REDIS_URL; it is left running, with this run's keys in it`;
  return { url, description, commandLine: givenCommandLine(url), stop: async () => {} };
}

/** redis-cli asks sentinels where the master is, and no more. */
function givenCommandLine(url: string): string {
  const source = parseRedisUrl(url);
  const [first] = source.kind === 'sentinels' ? source.sentinels : [];
  if (source.kind !== 'sentinels' || first === undefined) return 'redis-cli -u "$REDIS_URL"';
  return `redis-cli -h ${first.host} -p ${first.port} SENTINEL GET-MASTER-ADDR-BY-NAME ${source.master}`;
}

async function requireAnswer(url: string): Promise<void> {
  const redis = redisClient(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_TIMEOUT_MS,
    commandTimeout: ANSWER_TIMEOUT_MS,
    retryStrategy: () => null,
    sentinelRetryStrategy: () => null,
    sentinelCommandTimeout: ANSWER_TIMEOUT_MS,
  });
  let fromSentinel: unknown;
  redis.on('sentinelError', error => {
    fromSentinel = sentinelFailure(fromSentinel, error);
  });
  const failed = new Promise<never>((_, reject) => {
    redis.once('error', error => reject(isSentinelRound(error) ? (fromSentinel ?? error) : error)); // says more than connect()
  });
  try {
    await Promise.race([failed, redis.connect().then(() => redis.ping())]);
  } finally {
    redis.on('error', () => {});
    redis.disconnect();
  }
}

function describe({ kind, origin }: RedisBinary, port: number): string {
  const about = kind === 'redis' ? origin : `${origin}: slow, for trials only, never for production`;
  return `a private Redis on port ${port} (${about}); nothing is kept when this stops`;
}

/** The client that came with the server: next to it, with the same libraries. Ours, when none came. */
function commandLine({ kind, path, libraryPath }: RedisBinary, url: string): string {
  if (kind === 'javascript') return `node ${relative('', join(root, 'scripts/redis-command.mjs'))} ${url}`;
  const program = join(dirname(path), path.endsWith('valkey-server') ? 'valkey-cli' : 'redis-cli');
  const line = `${program} -u ${url} --no-auth-warning`;
  return libraryPath === undefined ? line : `LD_LIBRARY_PATH=${libraryPath} ${line}`;
}
