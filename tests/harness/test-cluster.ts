import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogLine } from '@gatehouse/scripts/log-line';
import { playerToken } from '@gatehouse/scripts/player-token';
import { findRedisBinary } from '@gatehouse/scripts/redis-binary';
import { type ServerProcess, type ServerRole, startServer } from '@gatehouse/scripts/server-process';
import { redisClient } from '@gatehouse/shared/cluster/redis-client';
import { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import type { TestSentinels } from '@gatehouse/shared/cluster/test-sentinels';
import type { Redis } from 'ioredis';
import { PATIENCE_MS, testIntervalMs } from './test-interval.ts';
import { nextLook, until } from './until.ts';

export interface TestClusterOptions {
  gateways?: number;
  lobbyServers?: number;
  gameServers?: number;
  /** Shrunk in most tests, so that two misses take a second and not ten. */
  healthIntervalMs?: number;
  /** More variables for every process. */
  env?: Readonly<Record<string, string>>;
  /** File the game servers run, relative to the root. Default: the demo's. */
  gameServerEntry?: string;
  /** Their Redis, wherever it is just now, instead of one for this cluster alone; they end with it. */
  sentinels?: TestSentinels;
}

/** What one process has of its own. */
export interface OwnOptions {
  /** Over the variables of the cluster. */
  env?: Readonly<Record<string, string>>;
  /** File it runs, relative to the root. */
  entry?: string | undefined;
}

/** What `GET /servers` says of one backend. */
export interface ServerView {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly misses: number;
  readonly linked: boolean;
  /** Streams of this gateway's clients that are attached there. */
  readonly channels: number;
  /** Rooms there with clients of this gateway. */
  readonly groups: number;
  readonly games: number;
  readonly users: number;
  readonly incarnation: string;
}

/** A whole cluster as real processes on free ports, with a Redis of its own. */
export class TestCluster {
  /** With sentinels: the first master. */
  readonly redis: RedisProcess;
  /** A connection of the test itself, to look at keys. */
  readonly inspect: Redis;
  readonly gateways: ServerProcess[] = [];
  readonly lobbyServers: ServerProcess[] = [];
  readonly gameServers: ServerProcess[] = [];
  private readonly options: TestClusterOptions;
  private readonly env: Readonly<Record<string, string>>;
  private readonly jwtSecret = randomBytes(32).toString('hex');
  private stopped = false;
  private readonly texts = new Map<ServerProcess, string[]>();

  private constructor(redis: RedisProcess, options: TestClusterOptions) {
    this.redis = redis;
    this.options = options;
    const redisUrl = options.sentinels?.url ?? redis.url;
    this.inspect = redisClient(redisUrl, {
      maxRetriesPerRequest: null,
      failoverDetector: true,
      disconnectTimeout: 200,
    });
    this.inspect.on('error', () => undefined); // tests kill Redis; commands wait for its return
    this.inspect.on('end', () => this.inspectAgain());
    this.env = {
      REDIS_URL: redisUrl,
      CLUSTER_SECRET: randomBytes(32).toString('hex'),
      JWT_SECRET: this.jwtSecret,
      ALLOW_GUESTS: '1',
      HEALTH_INTERVAL_MS: String(options.healthIntervalMs ?? testIntervalMs()),
      GATEWAY_WS_PORT: '0',
      GATEWAY_TCP_PORT: '0',
      GATEWAY_ADMIN_PORT: '0',
      LOG_LEVEL: 'info',
      ...options.env,
    };
  }

  /** Resolves when every gateway is linked to every backend. */
  static async start(options: TestClusterOptions = {}): Promise<TestCluster> {
    const redis = options.sentinels === undefined ? await startRedis() : await options.sentinels.master();
    const cluster = new TestCluster(redis, options);
    try {
      for (let n = 1; n <= (options.lobbyServers ?? 1); n++) cluster.startLobbyServer(`l${n}`);
      for (let n = 1; n <= (options.gameServers ?? 1); n++) cluster.startGameServer(`g${n}`);
      for (let n = 1; n <= (options.gateways ?? 1); n++) cluster.startGateway(`gw${n}`);
      await Promise.all(cluster.processes().map(server => server.ready));
      await cluster.allLinked();
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  startGateway(name: string, own: OwnOptions = {}): ServerProcess {
    return this.launch(this.gateways, 'gateway', name, own);
  }

  startLobbyServer(name: string, own: OwnOptions = {}): ServerProcess {
    return this.launch(this.lobbyServers, 'lobby-server', name, own);
  }

  startGameServer(name: string, own: OwnOptions = {}): ServerProcess {
    return this.launch(this.gameServers, 'game-server', name, { entry: this.options.gameServerEntry, ...own });
  }

  /** The process of this id, the newest one when there were several. */
  server(id: string): ServerProcess {
    const found = this.processes().findLast(server => id.endsWith(`:${server.name}`));
    if (found === undefined) throw new Error(`${id} was not started`);
    return found;
  }

  /** WebSocket URLs of the gateways, in order. */
  async urls(): Promise<string[]> {
    const started = await Promise.all(this.gateways.map(gateway => gateway.ready));
    return started.map(({ address }) => `ws://${address}`);
  }

  /** The same gateways on TCP. */
  async tcpUrls(): Promise<string[]> {
    const started = await Promise.all(this.gateways.map(gateway => gateway.ready));
    return started.map(({ tcpPort }) => `tcp://127.0.0.1:${tcpPort}`);
  }

  /** A login for HELLO. */
  token(userId: string): string {
    return playerToken(userId, this.jwtSecret);
  }

  /** The cluster's Redis by another port: that of a relay. */
  redisUrlAt(port: number): string {
    const url = new URL(this.redis.url);
    url.port = String(port);
    return url.href;
  }

  /** What a gateway says of its backends. */
  async servers(gateway: ServerProcess = this.first(this.gateways)): Promise<ServerView[]> {
    const { servers } = (await this.ask(gateway, '/servers')) as { servers: ServerView[] };
    return servers;
  }

  /** The body of what the admin port of a gateway answers. */
  async ask(gateway: ServerProcess, path: string): Promise<unknown> {
    const { adminPort } = await gateway.ready;
    const response = await fetch(`http://127.0.0.1:${adminPort}${path}`);
    return response.json();
  }

  /** Resolves when `fits` holds for the view of every gateway. */
  async until(what: string, fits: (servers: ServerView[]) => boolean, timeoutMs = PATIENCE_MS): Promise<void> {
    const giveUpAt = performance.now() + timeoutMs;
    let views: ServerView[][] = [];
    do {
      views = await Promise.all(this.gateways.map(gateway => this.servers(gateway)));
      if (views.every(fits)) return;
      await nextLook(); // an admin port cannot be waited for, only asked
    } while (performance.now() < giveUpAt);
    throw new Error(`${what}: not within ${timeoutMs} ms; last seen ${JSON.stringify(views)}`);
  }

  /** Resolves when `fits` holds: for what is written a little after the frame or event that tells of it. */
  redisSays(what: string, fits: (redis: Redis) => Promise<boolean>): Promise<void> {
    return until(what, () => fits(this.inspect));
  }

  /** Every process is killed; a second call does nothing. */
  async stop(): Promise<void> {
    for (const server of this.processes()) server.kill('SIGKILL');
    await Promise.all(this.processes().map(server => server.exited));
    this.stopped = true;
    this.inspect.disconnect();
    await this.redis.stop();
    await this.options.sentinels?.stop();
    const { TEST_LOG_FOLDER } = process.env;
    if (TEST_LOG_FOLDER !== undefined) await this.keepLogs(TEST_LOG_FOLDER);
  }

  /** What every process has said, each in a file of its own. */
  private async keepLogs(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const server of this.processes()) {
      const lines = [...server.lines.map(line => JSON.stringify(line)), ...this.complaints(server)];
      await writeFile(join(folder, `${server.name}-${server.pid}.log`), `${lines.join('\n')}\n`);
    }
  }

  /** The first line of this event that fits, of any of these processes, of those there are and those to come. */
  logged(
    servers: readonly ServerProcess[],
    event: string,
    fits: (line: LogLine) => boolean = () => true,
  ): Promise<LogLine> {
    return Promise.any(servers.map(server => server.waitForEvent(event, fits)));
  }

  /** What a process has printed beside its log. */
  complaints(server: ServerProcess): readonly string[] {
    return this.texts.get(server) ?? [];
  }

  /** All log lines of one event, of all processes of these. */
  lines(servers: readonly ServerProcess[], event: string) {
    return servers.flatMap(server => server.lines.filter(line => line.event === event));
  }

  first<T>(list: readonly T[]): T {
    const [first] = list;
    if (first === undefined) throw new Error('none was started');
    return first;
  }

  processes(): ServerProcess[] {
    return [...this.gateways, ...this.lobbyServers, ...this.gameServers];
  }

  /** ioredis ends for good when it hears of a failover at the moment that it asks a sentinel. */
  private inspectAgain(): void {
    if (!this.stopped) this.inspect.connect().catch(() => undefined);
  }

  private allLinked(): Promise<void> {
    const backends = this.lobbyServers.length + this.gameServers.length;
    return this.until('all linked', servers => servers.filter(server => server.linked).length === backends);
  }

  private launch(list: ServerProcess[], role: ServerRole, name: string, { env, entry }: OwnOptions): ServerProcess {
    const texts: string[] = [];
    const server = startServer({
      role,
      name,
      env: { ...this.env, ...env },
      ...(entry === undefined ? {} : { entry }),
      onLine: (text, line) => void (line ?? texts.push(text)),
    });
    this.texts.set(server, texts);
    list.push(server);
    return server;
  }
}

async function startRedis(): Promise<RedisProcess> {
  const { path, libraryPath } = await findRedisBinary(process.env);
  return RedisProcess.start({ binary: path, libraryPath });
}
