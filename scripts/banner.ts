import type { RunningServer } from './demo-cluster.ts';
import type { DemoServer } from './demo-plan.ts';
import type { ProvidedRedis } from './redis-provider.ts';

export interface BannerOptions {
  servers: readonly RunningServer[];
  /** Started after the others. */
  monitor: DemoServer;
  redis: ProvidedRedis;
  /** Undefined: there is none. */
  pageUrl: string | undefined;
  /** With what `node --env-file` needs to start a game server of this cluster. */
  clusterFile: string;
  readyAfterMs: number;
}

/** What a person wants to know when everything runs. */
export function banner({ servers, monitor, redis, pageUrl, clusterFile, readyAfterMs }: BannerOptions): string {
  const gateways = servers.filter(server => server.role === 'gateway');
  const players = gateways.map(({ started }) => `ws://${started.address}`);
  const tcpPlayers = gateways.map(({ started }) => `tcp://127.0.0.1:${started.tcpPort}`);
  const admin = gateways.map(({ started }) => `http://127.0.0.1:${started.adminPort}/servers`);
  const token = gateways[0]?.env.ADMIN_TOKEN ?? '';
  const lines = [
    ...(pageUrl === undefined ? [] : [['play', `${pageUrl}  (in a browser)`]]),
    ['players', `${players.join('  ')}  (guests are let in)`],
    ['on TCP', tcpPlayers.join('  ')],
    ['your server', `node --env-file=${clusterFile} dist/server.js  (docs/GUIDE.md)`],
    ['operators', `curl -H 'Authorization: Bearer ${token}' ${admin.join(' ')}`],
    ['monitor', monitorText(monitor)],
    ['Redis', redis.description],
    ['look inside', redis.commandLine],
    ['stop', 'Ctrl-C'],
  ];
  const title = `Gatehouse is ready after ${(readyAfterMs / 1000).toFixed(1)} s: ${servers.length} servers`;
  return ['', title, ...lines.map(([label, text]) => `  ${label?.padEnd(12)}${text}`), ''].join('\n');
}

function monitorText({ env }: DemoServer): string {
  const { MONITOR_HOST: host = '127.0.0.1', MONITOR_PORT: port, MONITOR_ADMIN_PASSWORD: password } = env;
  return `http://${host}:${port}  (user admin, password ${password}; there in a moment)`;
}
