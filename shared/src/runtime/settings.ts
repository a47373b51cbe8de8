import { hostname } from 'node:os';
import { z } from 'zod';
import { parseRedisUrl } from './redis-source.ts';

// Builders for the fields of a configuration. Every message completes the sentence "<variable> is … but <message>".
// A builder without a default makes a variable that must be set; `.optional()` makes one that need not be.

interface Range {
  min: number;
  max: number;
  /** Why these bounds, where that is not plain. */
  why?: string;
}

/** A whole number in decimal digits. */
export function wholeNumber({ min, max, why }: Range) {
  const message = `must be a whole number from ${min} to ${max}${why === undefined ? '' : `: ${why}`}`;
  return z
    .string({ error: message })
    .regex(/^\d{1,15}$/, { error: message, abort: true })
    .transform(Number)
    .refine(value => value >= min && value <= max, { error: message });
}

export const port = () => wholeNumber({ min: 1, max: 65_535 });

/** Port 0: any that is free, chosen by the operating system. */
export const portOrAny = () => wholeNumber({ min: 0, max: 65_535 });

export const milliseconds = (range: Range) => wholeNumber(range);

/** Text of one form. */
function text(form: RegExp, message: string) {
  return z.string({ error: message }).regex(form, { error: message });
}

/** A name or address to listen on, without port: `127.0.0.1`, `::1`, `0.0.0.0`, `play.example`. */
export const host = () => text(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address');

/** `host:port` as others dial it; IPv6 in brackets. */
export const address = () => text(/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):\d{1,5}$/, 'must be host:port');

/** `1` or `0`, nothing else. */
export const flag = () => z.enum(['0', '1'], { error: 'must be 1 or 0' }).transform(value => value === '1');

/** Part of Redis keys and server ids, so without colon, brace or space. */
export const name = () => text(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'must be 1 to 64 letters, digits, "_", "." or "-"');

/** How long it must be depends on where the process listens: see exposure.ts. */
export const secret = () => z.string({ error: 'must be set' });

/** Where clients reach a gateway. */
export const gatewayUrl = () =>
  text(/^(wss?|tcp):\/\/[^\s/]\S*$/, 'must be a URL like wss://play.example or tcp://host:7401');

/** One Redis or its sentinels: see redis-source.ts. */
export const redisUrl = () =>
  z.string().superRefine((url, context) => {
    const source = parseRedisUrl(url);
    if (source.kind === 'wrong') context.addIssue({ code: 'custom', message: source.must });
  });

export const logLevel = () =>
  z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    error: 'must be trace, debug, info, warn, error, fatal or silent',
  });

/**
 * A member counts as absent from the look of a lobby server that has not got it to the next look of the one that has: for 2 s, or
 * 4.5 s when nobody could look for a while. And the end of a game room must be there for at least one look.
 */
export const MIN_SEAT_HOLD_MS = 5_000;

/** Variables of every process. */
export const commonSettings = {
  REDIS_URL: redisUrl().default('redis://127.0.0.1:6379'),
  NAMESPACE: name().default('gh'),
  SERVER_NAME: name().default(nameOfThisProcess),
  LOG_LEVEL: logLevel().default('info'),
  CLUSTER_SECRET: secret().optional(),
  HEALTH_INTERVAL_MS: milliseconds({ min: 100, max: 600_000 }).default(5000),
  HEALTH_MAX_MISSES: wholeNumber({ min: 1, max: 100 }).default(2),
  SEAT_HOLD_MS: milliseconds({
    min: MIN_SEAT_HOLD_MS,
    max: 86_400_000,
    why: 'lobby servers look who is absent every 2 s, and in less time they could put out members who are there',
  }).default(60_000),
  /** A process that is told to stop finishes what runs for at most so long. */
  DRAIN_DEADLINE_MS: milliseconds({ min: 0, max: 86_400_000 }).default(20_000),
};

/** What Prometheus reads. */
export const metricsSettings = {
  METRICS_HOST: host().default('127.0.0.1'),
  METRICS_PORT: portOrAny().default(0),
  METRICS_TOKEN: secret().optional(),
};

/** Variables of servers that send their clients to others when they stop. */
export const farewellSettings = {
  /** … spread over this time, so that those who take them are not overrun. */
  DRAIN_SPREAD_MS: milliseconds({ min: 0, max: 3_600_000 }).default(5_000),
};

/** Variables of every server that gateways dial. */
export const backendSettings = {
  LINK_HOST: host().default('127.0.0.1'),
  LINK_PORT: portOrAny().default(0),
  /** A UNIX socket too, for gateways on the same host; never with an ADVERTISED_ADDRESS: what that leads through is meant. */
  LINK_UNIX_SOCKET: flag().default(true),
  /** Default: the host and port listened on. */
  ADVERTISED_ADDRESS: address().optional(),
  CAPACITY: wholeNumber({ min: 1, max: 1_000_000 }).default(1000),
};

/** Unique on one machine; a machine that restarts a server under the same id names it itself. */
function nameOfThisProcess(): string {
  const machine = hostname().replace(/[^A-Za-z0-9-]/g, '-');
  return `${machine.slice(0, 40)}-${process.pid}`.replace(/^-+/, '');
}
