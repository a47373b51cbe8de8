import { findRedisBinary } from '@gatehouse/scripts/redis-binary';
import { provideRedis } from '@gatehouse/scripts/redis-provider';
import type { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import { TestSentinels } from '@gatehouse/shared/cluster/test-sentinels';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { identities, missingKeys } from './harness/held-in-redis.ts';
import { Newcomers } from './harness/newcomers.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { disagreements } from './harness/running-rooms.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { PATIENCE_MS, testIntervalMs } from './harness/test-interval.ts';
import { nextLook, until } from './harness/until.ts';

// The master of a Redis with sentinels dies, or hangs with its sockets open and wakes when another one is master, while two
// games run, users log in and a game starts: nobody is blamed, no frame is lost, and at the new master all is whole again.

const INTERVAL_MS = testIntervalMs(1200);
/** The rooms beat 20 times a second. No sentinel acts sooner. */
const BEATS_OF_OUTAGE = 20;
/** Rounds that could still blame somebody. */
const BEATS_OF_BLAME = (3 * INTERVAL_MS) / 50;
const LOGINS = 20;
const GATEWAYS = 2;

interface Failover {
  sentinels: TestSentinels;
  cluster: TestCluster;
  players: PulsePlayer[];
  games: PulsePlayer[][];
  /** Their game starts while Redis fails over. */
  starters: PulsePlayer[];
  roomIds: string[];
  /** Incarnations and epochs, as they were before the first fault. */
  identities: (string | null)[];
}

const redis = await findRedisBinary(process.env);
const unlessPossible = redis.kind === 'redis' ? undefined : 'js-redis-server has no sentinels';
const failover = suite<Failover>('redis sentinel');
const it = testUnless(unlessPossible, failover);
failover.before(
  reported(async context => {
    if (unlessPossible !== undefined) return;
    context.sentinels = await TestSentinels.start({ binary: redis.path, libraryPath: redis.libraryPath });
    const options = { gateways: GATEWAYS, lobbyServers: 1, gameServers: 2, healthIntervalMs: INTERVAL_MS };
    const env = { HEARTBEAT_MS: '60000' }; // newcomers say nothing after HELLO
    const entry = { gameServerEntry: 'tests/rooms/test-game-server.ts' };
    const cluster = await TestCluster.start({ ...options, ...entry, env, sentinels: context.sentinels });
    context.cluster = cluster;
    const urls = await cluster.urls();
    const connect = (name: string, index: number) => PulsePlayer.connect([urls[index % GATEWAYS] ?? ''], name);
    context.players = await Promise.all(['ann', 'bo', 'cy', 'di'].map(connect));
    context.starters = await Promise.all(['ed', 'fi'].map(connect));
    context.games = [context.players.slice(0, 2), context.players.slice(2)];
    await Promise.all(context.games.map(gather));
    context.roomIds = await Promise.all(context.games.map(startRound));
    context.identities = await identities(cluster, cluster.processes(), context.roomIds);
  }),
);
failover.after(async ({ cluster, players = [], starters = [] }) => {
  for (const player of [...players, ...starters]) player.close();
  await cluster?.stop();
});

it('npm start with a master that no sentinel knows says so', async ({ sentinels }) => {
  const REDIS_URL = sentinels.url.replace('/mymaster', '/another');
  const failure = await provideRedis({ REDIS_URL }, () => {}).then(() => 'none', String);
  assert.match(failure, 'knows no master of this name');
});

it('the master is killed: 0 misses, 0 evictions, games go on, whole again at the next one', async context => {
  await context.sentinels.settled(2);
  await failOver(context, 'killed', 'SIGKILL');
});

it('the master hangs and wakes later: the same, and nobody listens to it any more', async context => {
  await context.sentinels.settled(1);
  const before = await failOver(context, 'frozen', 'SIGSTOP');
  before.signal('SIGCONT');
  await playOn(context, BEATS_OF_BLAME);
  nobodyBlamed(context);
  await until('nobody at the old master', async () => (await context.sentinels.strangersAt(before)).length === 0);
});

failover.run();

/** Resolves with the master that was when all is whole at the next one. */
async function failOver(context: Failover, names: string, signal: NodeJS.Signals): Promise<RedisProcess> {
  const { cluster, sentinels, starters } = context;
  for (const { lobbyRoom, client } of starters) if (lobbyRoom !== undefined) await client.lobby.leave();
  await gather(starters);
  const newcomers = await Newcomers.connect(cluster, names, LOGINS);
  const before = await sentinels.master();
  const started = starters[0]?.client.lobby.start().catch(whatever);
  const answered = newcomers.login();
  before.signal(signal);
  const played = playOn(context, BEATS_OF_OUTAGE);
  const promotedMs = await sentinels.promoted(before);
  const since = () => Math.round(performance.now() - promotedMs);
  const login = welcomed(cluster, `${names}-after`).then(since);
  const heard = heardByAll(cluster).then(since);
  const written = whole(context, newcomers).then(since);
  const created = Promise.all([login, started])
    .then(() => newGame(starters))
    .then(since);
  const times = await Promise.all([login, heard, written, created, answered, played]);
  const [loginMs, heardMs, writtenMs, createdMs] = times;
  console.log(`  after the promotion: login ${loginMs} ms, pub/sub ${heardMs} ms, all written ${writtenMs} ms,`);
  console.log(
    `  new game ${createdMs} ms; logins meanwhile: ${newcomers.welcomed.length} welcomed, ${newcomers.refused.length} refused`,
  );
  await playOn(context, BEATS_OF_BLAME);
  nobodyBlamed(context);
  await whole(context, newcomers);
  assert.equal(await identities(cluster, cluster.processes(), context.roomIds), context.identities);
  newcomers.close();
  return before;
}

function whatever(error: unknown): unknown {
  return error;
}

/** Tried again and again, as clients do: each time on a new connection. */
async function welcomed(cluster: TestCluster, names: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const newcomers = await Newcomers.connect(cluster, `${names}-${attempt}`, GATEWAYS);
    await newcomers.login();
    newcomers.close();
    if (newcomers.refused.length === 0) return;
    if (attempt > PATIENCE_MS / 100) throw new Error('nobody can log in');
    await nextLook();
  }
}

/** An announcement goes from one gateway to all by pub/sub. */
async function heardByAll(cluster: TestCluster): Promise<void> {
  const { adminPort } = await cluster.first(cluster.gateways).ready;
  await until('an announcement that all gateways hear', async () => {
    const body = JSON.stringify({ text: 'hello' });
    const response = await fetch(`http://127.0.0.1:${adminPort}/announcements`, { method: 'POST', body });
    return response.ok && ((await response.json()) as { gateways: number }).gateways === GATEWAYS;
  });
}

/** In a new lobby room, tried again from the beginning, as players do: what was written last at the old master may be lost. */
async function newGame(players: readonly PulsePlayer[]): Promise<void> {
  const [host] = players;
  let why: unknown;
  const start = async () => {
    for (const { lobbyRoom, client } of players) if (lobbyRoom !== undefined) await client.lobby.leave();
    await gather(players);
    await host?.client.lobby.start();
  };
  const starts = () =>
    start().then(
      () => true,
      error => {
        why = error; // UNAVAILABLE, NO_GAME_SERVER: they are not all there yet
        return false;
      },
    );
  await until('a new game', starts).catch(error => {
    throw new Error(`${error.message}: ${why}`);
  });
  await Promise.all(players.map(player => player.play()));
  await hearEachOther(players);
}

/** Everybody hears so many more beats, and what everybody said meanwhile. */
async function playOn({ players, games }: Failover, beats: number): Promise<void> {
  await Promise.all(players.map(player => player.beats.more(beats)));
  await Promise.all(games.map(hearEachOther));
}

/** What the processes hold is in Redis, and nothing of logins that were refused. */
async function whole({ cluster, players }: Failover, newcomers: Newcomers): Promise<void> {
  let missing: string[] = [];
  const look = async () => {
    const keys = await missingKeys(cluster, cluster.processes(), players);
    return [...keys, ...(await newcomers.misplaced()), ...(await disagreements(cluster, cluster.gameServers))];
  };
  await until('whole', async () => {
    missing = await look().catch(error => [String(error)]); // the connection that looks fails over too
    return missing.length === 0;
  }).catch(error => {
    throw new Error(`${error.message}: ${missing.join(', ')}`);
  });
}

function nobodyBlamed({ cluster, players }: Failover): void {
  assert.equal(cluster.lines(cluster.gateways, 'health.miss'), []);
  assert.equal(cluster.lines(cluster.gateways, 'server.evicted'), []);
  assert.equal(
    players.flatMap(player => player.faults),
    [],
  );
}
