import { Redis, type RedisOptions } from 'ioredis';
import { GatehouseError } from '../protocol/errors.ts';
import { parseRedisUrl, type SentinelSource } from '../runtime/redis-source.ts';

/** Replies have the shapes that every version of Redis gives. */
type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

const SENTINEL_COMMAND_TIMEOUT_MS = 1_000; // a sentinel that hangs is passed over for the next one

/** A connection to the Redis of a REDIS_URL, or to the master that its sentinels name. @throws GatehouseError BAD_CONFIG */
export function redisClient(url: string, options: ClientOptions): Redis {
  const source = parseRedisUrl(url);
  switch (source.kind) {
    case 'one':
      return new Redis(source.url, options);
    case 'sentinels':
      return new Redis({ sentinelCommandTimeout: SENTINEL_COMMAND_TIMEOUT_MS, ...options, ...masterOptions(source) });
    case 'wrong':
      throw new GatehouseError('BAD_CONFIG', { REDIS_URL: source.must });
    default:
      return source satisfies never;
  }
}

function masterOptions(source: SentinelSource): ClientOptions {
  const { username, password } = source.sentinelLogin;
  return {
    ...source.login,
    db: source.database,
    sentinels: [...source.sentinels],
    name: source.master,
    sentinelUsername: username,
    sentinelPassword: password,
    updateSentinels: false, // those of the URL: what sentinels call each other may lead nowhere from here
  };
}
