import { randomBytes } from 'node:crypto';
import type { LogLine } from '@gatehouse/scripts/log-line';
import { findRedisBinary } from '@gatehouse/scripts/redis-binary';
import type { ServerRole } from '@gatehouse/scripts/server-process';
import { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import { freePort } from '@gatehouse/shared/runtime/free-port';
import { ChaosProcess, type Door } from './chaos-process.ts';
import type { Cast } from './fault.ts';
import { gatewayOfLink } from './link-line.ts';
import type { ProcessEnd } from './server-faults.ts';
import { TcpProxy } from './tcp-proxy.ts';
import type { Weather } from './weather.ts';

/** Who plays: so many that every kind has somebody to take over. */
export const CAST: Cast = {
  gateways: ['gateway-1', 'gateway-2', 'gateway-3'],
  lobbyServers: ['lobby-1', 'lobby-2'],
  gameServers: ['game-1', 'game-2', 'game-3'],
};

const GAME_SERVER_ENTRY = 'load-test/src/chaos/chaos-game-server.ts';
/** A client that hears nothing for three of these looks for another gateway. */
const HEARTBEAT_MS = '2000';

export interface ChaosClusterOptions {
  readonly healthIntervalMs: number;
  readonly onLine: (name: string, text: string, line: LogLine | undefined) => void;
  readonly onExit: (end: ProcessEnd) => void;
}

export type Transport = 'ws' | 'tcp';

/** Real processes and a real Redis, with a proxy of ours on every line between them. */
export class ChaosCluster {
  readonly redis: RedisProcess;
  readonly jwtSecret = randomBytes(32).toString('hex');
  readonly processes = new Map<string, ChaosProcess>();
  private readonly options: ChaosClusterOptions;
  private readonly clusterSecret = randomBytes(32).toString('hex');
  private readonly clientProxies = new Map<string, TcpProxy>(); // by `gateway-1/ws`
  private readonly linkProxies = new Map<string, TcpProxy>(); // by backend
  private readonly redisProxies = new Map<string, TcpProxy>(); // by process
  private readonly adminPorts = new Map<string, number>();

  private constructor(redis: RedisProcess, options: ChaosClusterOptions) {
    this.redis = redis;
    this.options = options;
  }

  /** Resolves when every process is ready; whether they are linked is not looked at. */
  static async start(options: ChaosClusterOptions): Promise<ChaosCluster> {
    const { path, libraryPath } = await findRedisBinary(process.env);
    const cluster = new ChaosCluster(await RedisProcess.start({ binary: path, libraryPath }), options);
    try {
      for (const name of CAST.lobbyServers) await cluster.addBackend('lobby-server', name);
      for (const name of CAST.gameServers) await cluster.addBackend('game-server', name);
      for (const name of CAST.gateways) await cluster.addGateway(name);
      await Promise.all([...cluster.processes.values()].map(server => server.start()));
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** What players dial. */
  urls(transport: Transport): string[] {
    return CAST.gateways.map(
      name => `${transport}://127.0.0.1:${this.clientProxies.get(`${name}/${transport}`)?.port}`,
    );
  }

  /** Straight, without a proxy. */
  adminUrl(gateway: string): string {
    return `http://127.0.0.1:${this.adminPorts.get(gateway)}`;
  }

  /** @throws Error when it was not started */
  process(name: string): ChaosProcess {
    const found = this.processes.get(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  }

  /** Of a line as Fault names it: `gateway-1/ws`, `gateway-1/lobby-2`, `game-3/redis`. @throws Error for any other */
  setWeather(line: string, weather: Weather): void {
    const [near = '', far = ''] = line.split('/');
    if (far === 'redis') this.proxy(this.redisProxies, near).setWeather(weather);
    else if (far === 'ws' || far === 'tcp') this.proxy(this.clientProxies, line).setWeather(weather);
    else this.proxy(this.linkProxies, far).setWeather(weather, near);
  }

  /**
   * Who lost its gateway stays on another one for good, so that in the end there would be nobody left to be hit: when a
   * gateway has far less than its share, some players of the others lose their connections too, and look for another.
   * Returns how many.
   */
  spreadPlayers(): number {
    const counts = new Map(
      CAST.gateways.map(name => [name, this.clientsOf(name).reduce((sum, { count }) => sum + count, 0)]),
    );
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const share = all / CAST.gateways.length;
    if (Math.min(...counts.values()) >= share / 2) return 0;
    let moved = 0;
    for (const [name, count] of counts) {
      for (const proxy of this.clientsOf(name)) {
        const excess = Math.floor(proxy.count * Math.max(0, 1 - share / count));
        proxy.cutOldest(excess);
        moved += excess;
      }
    }
    return moved;
  }

  /** Everything is killed; a second call does nothing. */
  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map(server => server.stop()));
    for (const proxy of this.redisProxies.values()) proxy.close();
    await this.redis.stop();
  }

  private async addGateway(name: string): Promise<void> {
    const [ws, tcp, admin] = [await freePort(), await freePort(), await freePort()];
    const doors: Door[] = [
      { listening: { what: 'clients', transport: 'websocket' }, proxy: await this.newProxy(ws) },
      { listening: { what: 'clients', transport: 'tcp' }, proxy: await this.newProxy(tcp) },
    ];
    for (const [index, transport] of (['ws', 'tcp'] as const).entries()) {
      const proxy = doors[index]?.proxy;
      if (proxy !== undefined) this.clientProxies.set(`${name}/${transport}`, proxy);
    }
    this.adminPorts.set(name, admin);
    const env = {
      GATEWAY_WS_PORT: `${ws}`,
      GATEWAY_TCP_PORT: `${tcp}`,
      GATEWAY_ADMIN_PORT: `${admin}`,
      JWT_SECRET: this.jwtSecret,
      HEARTBEAT_MS,
    };
    await this.add('gateway', name, env, doors);
  }

  private async addBackend(role: 'lobby-server' | 'game-server', name: string): Promise<void> {
    const port = await freePort();
    const proxy = new TcpProxy({ port: await freePort(), targetPort: port, lineOf: gatewayOfLink });
    this.linkProxies.set(name, proxy);
    const env = { LINK_PORT: `${port}`, ADVERTISED_ADDRESS: `127.0.0.1:${proxy.port}`, DRAIN_DEADLINE_MS: '0' };
    await this.add(role, name, env, [{ listening: { what: 'link' }, proxy }]);
  }

  private async add(
    role: ServerRole,
    name: string,
    ownEnv: Readonly<Record<string, string>>,
    doors: readonly Door[],
  ): Promise<void> {
    const proxy = new TcpProxy({ port: await freePort(), targetPort: this.redis.port });
    await proxy.open();
    this.redisProxies.set(name, proxy);
    const redisUrl = new URL(this.redis.url);
    redisUrl.port = `${proxy.port}`;
    const env = {
      REDIS_URL: redisUrl.href,
      CLUSTER_SECRET: this.clusterSecret,
      HEALTH_INTERVAL_MS: `${this.options.healthIntervalMs}`,
      LOG_LEVEL: 'debug',
      ...ownEnv,
    };
    const { onLine, onExit } = this.options;
    const entry = role === 'game-server' ? { entry: GAME_SERVER_ENTRY } : {};
    this.processes.set(name, new ChaosProcess({ role, name, env, doors, onLine, onExit, ...entry }));
  }

  private clientsOf(gateway: string): TcpProxy[] {
    return (['ws', 'tcp'] as const).map(transport => this.proxy(this.clientProxies, `${gateway}/${transport}`));
  }

  private async newProxy(targetPort: number): Promise<TcpProxy> {
    return new TcpProxy({ port: await freePort(), targetPort });
  }

  private proxy(proxies: ReadonlyMap<string, TcpProxy>, name: string): TcpProxy {
    const found = proxies.get(name);
    if (found === undefined) throw new Error(`there is no line of ${name}`);
    return found;
  }
}
