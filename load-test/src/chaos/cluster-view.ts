import { Redis } from 'ioredis';
import { CAST, type ChaosCluster } from './chaos-cluster.ts';
import type { RunningGames } from './running-games.ts';

interface ServerView {
  readonly id: string;
  readonly state: string;
  readonly linked: boolean;
}

const ASK_TIMEOUT_MS = 2000;
const BACKENDS = [...CAST.lobbyServers, ...CAST.gameServers];

/** Games of one server. */
export interface GameCounts {
  readonly server: string;
  /** `games` of its hash. */
  readonly reported: number;
  /** Rooms of its set. */
  readonly listed: number;
  /** Rooms whose record says that they run there. */
  readonly recorded: number;
  /** By its own log. */
  readonly running: number;
}

/** Looks at the cluster from outside: what gateways answer operators, and what Redis holds. */
export class ClusterView {
  private readonly cluster: ChaosCluster;
  private readonly games: RunningGames;
  private readonly redis: Redis;

  constructor(cluster: ChaosCluster, games: RunningGames) {
    this.cluster = cluster;
    this.games = games;
    this.redis = new Redis(cluster.redis.url, { maxRetriesPerRequest: 1, commandTimeout: ASK_TIMEOUT_MS });
    this.redis.on('error', () => undefined); // whoever asks hears
  }

  close(): void {
    this.redis.disconnect();
  }

  /** Processes that do not run, and links and states that are not as they should be. Empty: all well. */
  async clusterProblems(): Promise<string[]> {
    const down = [...this.cluster.processes.values()].filter(({ kind }) => kind !== 'up');
    if (down.length > 0) return down.map(({ name, kind }) => `${name} is ${kind}`);
    const problems = await Promise.all(CAST.gateways.map(gateway => this.gatewayProblems(gateway)));
    return problems.flat();
  }

  /** Where Redis and the game servers do not agree; users without a route. */
  async recordProblems(users: readonly string[]): Promise<string[]> {
    try {
      const problems: string[] = [];
      for (const { server, reported, listed, recorded, running } of await this.gameCounts()) {
        if (reported === running && listed === running && recorded === running) continue;
        problems.push(`${server} runs ${running} games, but reports ${reported}, lists ${listed}, records ${recorded}`);
      }
      const known = await Promise.all(users.map(userId => this.redis.exists(`gh:session:${userId}`)));
      const missing = users.filter((_, index) => known[index] === 0);
      if (missing.length > 0) problems.push(`${missing.length} sessions are not in Redis: ${missing.slice(0, 3)}`);
      return problems;
    } catch (error) {
      return [`Redis: ${error instanceof Error ? error.message : error}`];
    }
  }

  async gameCounts(): Promise<GameCounts[]> {
    return Promise.all(CAST.gameServers.map(server => this.countGames(server)));
  }

  /** Users that more than one gateway says it has, asked one after the other. */
  async doubledSessions(users: readonly string[]): Promise<string[]> {
    const doubled: string[] = [];
    for (const userId of users) {
      const here = await Promise.all(CAST.gateways.map(gateway => this.hasSession(gateway, userId)));
      if (here.filter(Boolean).length > 1) doubled.push(userId);
    }
    return doubled;
  }

  /** Every key of Redis with its value, as JSON. */
  async dump(): Promise<string> {
    const dump: Record<string, unknown> = {};
    for await (const keys of this.redis.scanStream({ count: 500 })) {
      for (const key of keys as string[]) dump[key] = await this.value(key);
    }
    return JSON.stringify(dump, undefined, 2);
  }

  private async countGames(server: string): Promise<GameCounts> {
    const id = `gh:Game:${server}`;
    const [reported, rooms] = await Promise.all([this.redis.hget(id, 'games'), this.redis.smembers(`gh:rooms:${id}`)]);
    const records = await Promise.all(rooms.map(room => this.redis.hmget(`gh:room:${room}`, 'state', 'server')));
    const recorded = records.filter(([state, at]) => state === 'running' && at === id).length;
    return {
      server,
      reported: Number(reported ?? 0),
      listed: rooms.length,
      recorded,
      running: this.games.on(server).length,
    };
  }

  private async gatewayProblems(gateway: string): Promise<string[]> {
    let servers: readonly ServerView[];
    try {
      servers = ((await this.ask(gateway, '/servers')) as { servers: ServerView[] }).servers;
    } catch (error) {
      return [`${gateway} does not answer: ${error instanceof Error ? error.message : error}`];
    }
    const byName = new Map(servers.map(server => [server.id.slice(server.id.lastIndexOf(':') + 1), server]));
    return BACKENDS.flatMap(name => {
      const server = byName.get(name);
      if (server === undefined) return [`${gateway} does not know ${name}`];
      const { state, linked } = server;
      return state === 'up' && linked ? [] : [`${gateway} sees ${name} ${state}${linked ? '' : ', not linked'}`];
    });
  }

  private async hasSession(gateway: string, userId: string): Promise<boolean> {
    const body = (await this.ask(gateway, `/sessions/${userId}`)) as { here?: unknown };
    return body.here !== undefined && body.here !== null;
  }

  private async ask(gateway: string, path: string): Promise<unknown> {
    const signal = AbortSignal.timeout(ASK_TIMEOUT_MS);
    return (await fetch(`${this.cluster.adminUrl(gateway)}${path}`, { signal })).json();
  }

  private async value(key: string): Promise<unknown> {
    const type = await this.redis.type(key);
    switch (type) {
      case 'string':
        return this.redis.get(key);
      case 'hash':
        return this.redis.hgetall(key);
      case 'set':
        return this.redis.smembers(key);
      case 'list':
        return this.redis.lrange(key, 0, -1);
      case 'zset':
        return this.redis.zrange(key, '0', '-1', 'WITHSCORES');
      default:
        return type;
    }
  }
}
