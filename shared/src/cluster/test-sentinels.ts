import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { RedisProcess } from './redis-process.ts';
import { SentinelProcess } from './sentinel-process.ts';

export interface TestSentinelsOptions {
  binary: string;
  libraryPath?: string | undefined;
  downAfterMs?: number;
}

const MASTER = 'mymaster';
const REPLICAS = 2;
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 1_000;
const FAILOVER_TIMEOUT_MS = 2_000; // the next failover comes no sooner than twice that after the last one
/** A replica that was not told its new master at once is told some ten seconds later. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** A master, two replicas and three sentinels, all of them processes on loopback with one password. For tests. */
export class TestSentinels {
  readonly url: string;
  readonly servers: readonly RedisProcess[];
  readonly sentinels: readonly SentinelProcess[];
  /** A connection to each sentinel, to ask it. */
  private readonly asked: readonly Redis[];

  private constructor(servers: readonly RedisProcess[], sentinels: readonly SentinelProcess[], password: string) {
    this.servers = servers;
    this.sentinels = sentinels;
    const hosts = sentinels.map(({ port }) => `127.0.0.1:${port}`);
    this.url = `redis+sentinel://:${password}@${hosts}/${MASTER}?sentinel_password=${password}`;
    this.asked = sentinels.map(({ port }) => new Redis({ host: '127.0.0.1', port, password, enableReadyCheck: false }));
    for (const sentinel of this.asked) sentinel.on('error', () => undefined);
  }

  /** Resolves when a failover can happen. */
  static async start({ downAfterMs = DOWN_AFTER_MS, ...program }: TestSentinelsOptions): Promise<TestSentinels> {
    const password = randomBytes(16).toString('hex');
    const settings = [`masterauth ${password}`, 'repl-diskless-sync-delay 0', 'repl-diskless-load swapdb'];
    const master = await RedisProcess.start({ ...program, password, configuration: settings });
    const servers = [master];
    const sentinels: SentinelProcess[] = [];
    const group = { master: MASTER, masterPort: master.port, quorum: QUORUM, password };
    const times = { downAfterMs, failoverTimeoutMs: FAILOVER_TIMEOUT_MS };
    try {
      const configuration = [...settings, `replicaof 127.0.0.1 ${master.port}`];
      for (let n = 0; n < REPLICAS; n++)
        servers.push(await RedisProcess.start({ ...program, password, configuration }));
      await Promise.all(servers.slice(1).map(isReplicating));
      for (let n = 0; n < SENTINELS; n++)
        sentinels.push(await SentinelProcess.start({ ...program, ...group, ...times }));
      const all = new TestSentinels(servers, sentinels, password);
      await all.settled(REPLICAS);
      return all;
    } catch (error) {
      await Promise.all([...servers, ...sentinels].map(process => process.stop()));
      throw error;
    }
  }

  /** The one that the sentinels name. */
  async master(): Promise<RedisProcess> {
    const port = await this.masterPort();
    const found = this.servers.find(server => server.port === port);
    if (found === undefined) throw new Error(`the sentinels name a master on port ${port}, which was not started here`);
    return found;
  }

  /** Resolves, with the time, when the first sentinel names another master than `before`. */
  async promoted(before: RedisProcess): Promise<number> {
    const isAnother = async (sentinel: Redis) => (await masterPortBy(sentinel)) !== before.port;
    await Promise.any(this.asked.map(sentinel => until('another master', () => isAnother(sentinel))));
    return performance.now();
  }

  /** Resolves when all sentinels know each other and so many good replicas of one master. */
  async settled(replicas: number): Promise<void> {
    await until('sentinels settled', async () => {
      const ports = await Promise.all(this.asked.map(sentinel => masterPortBy(sentinel)));
      const quorums = await Promise.all(this.asked.map(sentinel => sentinel.call('SENTINEL', 'CKQUORUM', MASTER)));
      const found = await Promise.all(this.asked.map(sentinel => sentinel.call('SENTINEL', 'REPLICAS', MASTER)));
      const others = await Promise.all(this.asked.map(sentinel => sentinel.call('SENTINEL', 'SENTINELS', MASTER)));
      const isWhole = quorums.every(answer => String(answer).startsWith('OK'));
      const areTogether = others.every(list => recordsOf(list).length === SENTINELS - 1) && new Set(ports).size === 1;
      return isWhole && areTogether && found.every(list => recordsOf(list).filter(isGood).length >= replicas);
    });
  }

  /** Who is connected to a server, beside sentinels, replicas and who asks. */
  async strangersAt(server: RedisProcess): Promise<string[]> {
    const list = await asking(server, async redis => String(await redis.client('LIST')));
    return list.split('\n').filter(line => line !== '' && !/ name=sentinel-| flags=\w*[SM]| cmd=client/.test(line));
  }

  async stop(): Promise<void> {
    for (const sentinel of this.asked) sentinel.disconnect();
    await Promise.all([...this.servers, ...this.sentinels].map(process => process.stop()));
  }

  private async masterPort(): Promise<number> {
    const [first] = this.asked;
    if (first === undefined) throw new Error('there is no sentinel');
    return masterPortBy(first);
  }
}

async function masterPortBy(sentinel: Redis): Promise<number> {
  const [, port] = (await sentinel.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', MASTER)) as string[];
  return Number(port);
}

type Fields = Readonly<Record<string, string>>;

/** Lists of names and values in turn. */
function recordsOf(reply: unknown): Fields[] {
  return (reply as string[][]).map(list =>
    Object.fromEntries(list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? '']] : []))),
  );
}

function isGood(replica: Fields): boolean {
  return replica.flags === 'slave' && replica['master-link-status'] === 'ok';
}

async function isReplicating(server: RedisProcess): Promise<void> {
  await asking(server, redis =>
    until('replicating', async () => (await redis.info('replication')).includes('master_link_status:up')),
  );
}

async function asking<T>(server: RedisProcess, ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server.url);
  redis.on('error', () => undefined);
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > giveUpAtMs) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
