import type { RedisOptions } from 'ioredis';

const CONNECT_TIMEOUT_MS = 3_000;
const SOCKET_TIMEOUT_MS = 5_000;
const DISCONNECT_TIMEOUT_MS = 200; // a hung server never answers the end of a connection
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
const RETRY_JITTER_MS = 200;

const COMMON = {
  lazyConnect: true, // constructors do no IO
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: DISCONNECT_TIMEOUT_MS,
  enableOfflineQueue: false, // what waited through an outage would come as a burst of stale commands
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false, // subscriptions.ts does it, and knows when it is done
  retryStrategy,
} satisfies RedisOptions;

/** Fails fast, resends nothing; leaves a server that turned into a replica. */
export function commandOptions(commandTimeoutMs: number) {
  return {
    ...COMMON,
    commandTimeout: commandTimeoutMs,
    socketTimeout: SOCKET_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  } satisfies RedisOptions;
}

/** No timeouts: silence is normal here. subscriptions.ts watches it instead. */
export function subscriberOptions() {
  return { ...COMMON, maxRetriesPerRequest: 0 } satisfies RedisOptions;
}

/**
 * Where sentinels are asked: over those above. A server that hangs is left sooner, for there may be another master already, and
 * a new one is found soon: backends that come back more than a health interval after the gateways would miss a round.
 */
export const FAILOVER_OPTIONS = {
  connectTimeout: 1_000,
  socketTimeout: 2_000, // only while an answer is due; also the subscriber's, which would wait for ever in its handshake
  retryStrategy: (attempt: number) => retryDelayMs(attempt, 250),
} satisfies RedisOptions;

function retryStrategy(attempt: number): number {
  return retryDelayMs(attempt, LONGEST_RETRY_MS);
}

function retryDelayMs(attempt: number, longestMs: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), longestMs) + Math.random() * RETRY_JITTER_MS;
}
