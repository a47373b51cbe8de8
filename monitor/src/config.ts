import { isIP } from 'node:net';
import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems, isLoopback, MIN_SECRET_BYTES } from '@gatehouse/shared/runtime/exposure';
import {
  flag,
  host,
  logLevel,
  milliseconds,
  name,
  portOrAny,
  redisUrl,
  secret,
} from '@gatehouse/shared/runtime/settings';
import { z } from 'zod';

const MIN_PASSWORD_LENGTH = 12;

export const settings = {
  MONITOR_HOST: host().default('127.0.0.1'),
  MONITOR_PORT: portOrAny().default(7490),
  /** Where everything is kept: a file, or PostgreSQL. */
  DATABASE_URL: databaseUrl().default('file:gatehouse-monitor.db'),
  /** The cluster to watch. Not set: none, only what it probes itself. */
  REDIS_URL: redisUrl().optional(),
  NAMESPACE: name().default('gh'),
  LOG_LEVEL: logLevel().default('info'),
  /** That of the gateways: how often the registry may be expected to change. */
  HEALTH_INTERVAL_MS: milliseconds({ min: 100, max: 600_000 }).default(5000),
  /** Encrypts the hooks and tokens of channels. */
  MONITOR_SECRET: secret().refine(text => Buffer.byteLength(text) >= MIN_SECRET_BYTES, {
    error: `must have at least ${MIN_SECRET_BYTES} bytes`,
  }),
  /** Of the user `admin`, who is made when there is no user yet. */
  MONITOR_ADMIN_PASSWORD: z
    .string()
    .min(MIN_PASSWORD_LENGTH, { error: `must have at least ${MIN_PASSWORD_LENGTH} characters` })
    .optional(),
  /** Names and standings for everybody who can reach the port. */
  MONITOR_PUBLIC_PAGE: flag().default(false),
  /** How browsers reach the page; for links in messages. */
  MONITOR_PUBLIC_URL: webUrl().optional(),
  /** JSON list of servers that become targets. */
  SERVER_LIST_URL: webUrl().optional(),
  /** Networks whose addresses may be probed. */
  PROBE_ALLOW: networks().default(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']),
  /** Whether this machine may probe itself. */
  PROBE_LOOPBACK: flag().default(false),
  /** Origins that hooks may lead to, besides Slack's. */
  HOOK_ORIGINS: origins().optional(),
  /** Opens /metrics; an API token does too. */
  METRICS_TOKEN: secret().optional(),
  /** Asked every minute while this monitor's checks run in time, so that somebody else notices when they do not. */
  DEAD_MAN_URL: webUrl().optional(),
};

export type MonitorConfig = Config<typeof settings>;

/** @throws GatehouseError BAD_CONFIG naming every variable that is wrong. */
export function readMonitorConfig(env: NodeJS.ProcessEnv): MonitorConfig {
  return readConfig(settings, env, ({ MONITOR_HOST, MONITOR_SECRET, METRICS_TOKEN }) =>
    exposureProblems({
      hosts: { MONITOR_HOST },
      secrets: { MONITOR_SECRET, ...(METRICS_TOKEN !== undefined && { METRICS_TOKEN }) },
    }),
  );
}

/** Cookies of such a monitor travel through networks: only by TLS. */
export function isExposed(config: Pick<MonitorConfig, 'MONITOR_HOST'>): boolean {
  return !isLoopback(config.MONITOR_HOST);
}

function databaseUrl() {
  const message = 'must be file:<path> or a URL like postgres://user:password@host/database';
  return z.string().regex(/^(file:.+|postgres(ql)?:\/\/\S+)$/, { error: message });
}

function webUrl() {
  return z.string().regex(/^https?:\/\/[^\s/]\S*$/, { error: 'must be a URL like https://monitor.example' });
}

function networks() {
  const message = 'must be networks like 10.0.0.0/8,fd00::/8';
  return list().refine(entries => entries.every(isNetwork), { error: message });
}

function origins() {
  const message = 'must be origins like https://hooks.example,http://127.0.0.1:9999';
  return list().refine(entries => entries.every(isOrigin), { error: message });
}

function list() {
  return z.string().transform(text => text.split(',').map(entry => entry.trim()));
}

function isNetwork(text: string): boolean {
  const [address = '', length = ''] = text.split('/', 2);
  const version = isIP(address);
  return version !== 0 && /^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
