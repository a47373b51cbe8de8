import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { register } from '@gatehouse/shared/cluster/registration-scripts';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { Lifecycle } from '@gatehouse/shared/runtime/lifecycle';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { type LobbyServerConfig, readLobbyServerConfig } from './config.ts';
import { LobbyServer } from './lobby-server.ts';
import { TestClient } from './test-client.ts';
import { RedisCut } from './test-cut.ts';
import { TestGateway } from './test-gateway.ts';

/** Nobody in these tests is worth waiting for longer. */
const DRAIN_LIMIT_MS = 10_000;

interface Running {
  readonly id: string;
  readonly life: Lifecycle;
}

/** Whole lobby servers on a private Redis, gateways of the test, and a game server that exists in the registry alone. */
export class TestLobbies {
  readonly cluster: TestCluster;
  readonly redis: ClusterRedis;
  private readonly servers: Running[] = [];
  private readonly gateways: TestGateway[] = [];
  private readonly killed: Promise<void>[] = [];

  private constructor(cluster: TestCluster, redis: ClusterRedis) {
    this.cluster = cluster;
    this.redis = redis;
  }

  static async start(): Promise<TestLobbies> {
    const cluster = await TestCluster.start();
    const lobbies = new TestLobbies(cluster, await cluster.connect());
    await lobbies.registerGameServer();
    return lobbies;
  }

  /** The id of the server that runs `arena` and `echo`. */
  get gameServer(): string {
    return this.cluster.keys.serverId('Game', 'g1');
  }

  async registerGameServer(): Promise<void> {
    const game = {
      id: this.gameServer,
      type: 'Game' as const,
      address: '127.0.0.1:1',
      incarnation: 'g1-incarnation',
      games: 0,
      users: 0,
      capacity: 100,
      rooms: ['arena', 'echo'],
      version: '0',
      startedAtMs: 0,
      state: 'up' as const,
    };
    await register(this.redis, this.cluster.keys, game, 'anyone');
  }

  /**
   * Resolves with the id of a lobby server that looks at its rooms every 20 ms; so `settings` may hold seats for less time than
   * anybody may configure.
   */
  async lobbyServer(name: string, settings: Partial<LobbyServerConfig> = {}, clock = systemClock): Promise<string> {
    const ofAll = { REDIS_URL: this.cluster.server.url, SERVER_NAME: name, CHAT_LINES_PER_SECOND: '1000' };
    const config = { ...readLobbyServerConfig(ofAll), ...settings };
    const onReplaced = (by: string): void => {
      throw new Error(`replaced by ${by}`);
    };
    const server = new LobbyServer({ config, log: silentLog, onReplaced, lookIntervalMs: 20, clock });
    const life = new Lifecycle(server.parts);
    await life.start();
    const { id } = server.started();
    this.servers.push({ id, life });
    return id;
  }

  /** One that can be killed at any of its commands to Redis. */
  async victim(name: string): Promise<{ id: string; cut: RedisCut }> {
    const cut = await RedisCut.start(this.cluster.server.url);
    return { id: await this.lobbyServer(name, { REDIS_URL: cut.url }), cut };
  }

  /** SIGKILL: nothing of it reaches anybody any more. */
  kill({ id, cut }: { id: string; cut: RedisCut }): void {
    cut.kill();
    for (const gateway of this.gateways) gateway.lose(id);
    const at = this.servers.findIndex(server => server.id === id);
    for (const { life } of this.servers.splice(at, 1)) this.killed.push(life.shutdown().catch(() => undefined));
  }

  /** SIGTERM. */
  async stopServer(id: string): Promise<void> {
    const life = this.servers.find(server => server.id === id)?.life;
    await life?.drain(DRAIN_LIMIT_MS);
    await life?.shutdown();
  }

  /** A gateway linked to these lobby servers. */
  async gateway(name: string, servers: readonly string[]): Promise<TestGateway> {
    const gateway = new TestGateway(this.redis, this.cluster.keys, name);
    this.gateways.push(gateway);
    for (const server of servers) await gateway.dial(server);
    return gateway;
  }

  /** A client that is logged in and attached. */
  async client(userId: string, gateway: TestGateway, server: string): Promise<TestClient> {
    const client = new TestClient(userId);
    await client.login(gateway);
    await client.attach(gateway, server);
    return client;
  }

  async stop(): Promise<void> {
    for (const gateway of this.gateways) gateway.close();
    for (const { life } of this.servers) await life.shutdown();
    await Promise.all(this.killed);
    await this.cluster.stop();
  }

  /** For states in Redis, which announce themselves to nobody. */
  readonly until = until;
}
