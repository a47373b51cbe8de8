import { randomBytes } from 'node:crypto';
import { type Problems, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems } from '@gatehouse/shared/runtime/exposure';
import { redisUrl, wholeNumber } from '@gatehouse/shared/runtime/settings';
import { z } from 'zod';
import type { ServerRole } from './server-process.ts';

export interface DemoServer {
  readonly role: ServerRole;
  readonly name: string;
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface DemoPlan {
  readonly servers: readonly DemoServer[];
  readonly monitor: DemoServer;
  readonly pagePort: number;
  readonly botCount: number;
  readonly logFormat: 'text' | 'json';
}

const GATEWAYS = 2;
const PORT_STEP = 10;
const TCP_PORT_OFFSET = 1;
const ADMIN_PORT_OFFSET = 2;
const PAGE_PORT_OFFSET = 80;
const MONITOR_PORT_OFFSET = 90;
const PASSWORD_BYTES = 12;
const HOSTS = ['GATEWAY_HOST', 'GATEWAY_ADMIN_HOST', 'LINK_HOST', 'METRICS_HOST', 'MONITOR_HOST'];
/** Random ones guard what only this machine reaches; for everything else somebody must have chosen them. */
const CHOSEN = ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN', 'HEARTBEAT_TOKEN', 'METRICS_TOKEN', 'MONITOR_SECRET'];

export const settings = {
  /** Of the first gateway; every other port follows from it. */
  GATEWAY_WS_PORT: wholeNumber({ min: 1, max: 65_400 }).default(7400),
  REDIS_URL: redisUrl().optional(),
  BOTS: wholeNumber({ min: 0, max: 200 }).default(6),
  LOG_FORMAT: z.enum(['text', 'json'], { error: 'must be text or json' }).default('text'),
};

/**
 * The processes of `npm start`: two of each kind, and a monitor. Other variables of `env` reach every process as they are; secrets that
 * are not set are random for this run.
 * @throws GatehouseError BAD_CONFIG
 */
export function planDemo(env: NodeJS.ProcessEnv): DemoPlan {
  const config = readConfig(settings, env, () => exposed(env));
  const common = {
    CLUSTER_SECRET: randomSecret(),
    JWT_SECRET: randomSecret(),
    ADMIN_TOKEN: randomSecret(),
    ALLOW_GUESTS: '1',
    DRAIN_DEADLINE_MS: '0', // Ctrl-C is the end: no game is waited for
    ...set(env),
    LINK_PORT: '0',
    METRICS_PORT: '0',
    ADVERTISED_ADDRESS: '', // of several processes each has its own
  };
  const gateways = Array.from({ length: GATEWAYS }, (_, index): DemoServer => {
    const port = config.GATEWAY_WS_PORT + index * PORT_STEP;
    const ports = {
      GATEWAY_WS_PORT: `${port}`,
      GATEWAY_TCP_PORT: `${port + TCP_PORT_OFFSET}`,
      GATEWAY_ADMIN_PORT: `${port + ADMIN_PORT_OFFSET}`,
    };
    return { role: 'gateway', name: `gateway-${index + 1}`, env: { ...common, ...ports } };
  });
  const servers: DemoServer[] = [
    ...gateways,
    { role: 'lobby-server', name: 'lobby-1', env: common },
    { role: 'lobby-server', name: 'lobby-2', env: common },
    { role: 'game-server', name: 'game-1', env: common },
    { role: 'game-server', name: 'game-2', env: common },
  ];
  const monitorPort = config.GATEWAY_WS_PORT + MONITOR_PORT_OFFSET;
  const monitor = { role: 'monitor', name: 'monitor', env: monitorEnvironment(env, monitorPort) } as const;
  const pagePort = config.GATEWAY_WS_PORT + PAGE_PORT_OFFSET;
  return { servers, monitor, pagePort, botCount: config.BOTS, logFormat: config.LOG_FORMAT };
}

/** What must be set before other machines may reach a cluster for trials. */
function exposed(env: NodeJS.ProcessEnv): Problems {
  const pick = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, env[name] || undefined]));
  const hosts = Object.entries(pick(HOSTS)).flatMap(([name, host]) => (host === undefined ? [] : [[name, host]]));
  return exposureProblems({ hosts: Object.fromEntries(hosts), secrets: pick(CHOSEN) });
}

/** Nothing is kept when this stops: DATABASE_URL may be that of something else. */
function monitorEnvironment(env: NodeJS.ProcessEnv, port: number): DemoServer['env'] {
  return {
    MONITOR_SECRET: randomSecret(),
    MONITOR_ADMIN_PASSWORD: randomBytes(PASSWORD_BYTES).toString('base64url'),
    PROBE_LOOPBACK: '1',
    ...set(env),
    DATABASE_URL: 'file::memory:',
    MONITOR_PORT: `${port}`,
  };
}

function randomSecret(): string {
  return randomBytes(32).toString('hex');
}

/** Without the variables that are empty: they count as not set. */
function set(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
