import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// Redis that freezes, dies or forgets everything, while two games run: nobody is blamed, no frame is lost, and what the
// processes hold is written again.

const INTERVAL_MS = testIntervalMs(800);
const HEALED_WITHIN_MS = 5_000;
/** The rooms beat 20 times a second. */
const BEATS_OF_FREEZE = (4 * INTERVAL_MS) / 50;

interface Outage {
  cluster: TestCluster;
  games: PulsePlayer[][];
  players: PulsePlayer[];
  roomIds: string[];
  /** Incarnations and epochs, as they were before the first fault. */
  identities: (string | null)[];
}

const outage = suite<Outage>('redis faults');
outage.before(
  reported(async context => {
    const options = { gateways: 2, lobbyServers: 1, gameServers: 2, healthIntervalMs: INTERVAL_MS };
    const cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/test-game-server.ts' });
    context.cluster = cluster;
    const urls = await cluster.urls();
    const connect = (name: string, index: number) => PulsePlayer.connect([urls[index % 2] ?? ''], name);
    context.players = await Promise.all(['ann', 'bo', 'cy', 'di'].map(connect));
    context.games = [context.players.slice(0, 2), context.players.slice(2)];
    await Promise.all(context.games.map(gather));
    context.roomIds = await Promise.all(context.games.map(startRound));
    context.identities = await identities(context);
  }),
);
outage.after(async ({ cluster, players }) => {
  for (const player of players) player.close();
  await cluster.stop();
});

outage('frozen for 4 intervals: 0 misses, 0 evictions, games go on', async context => {
  const { cluster } = context;
  cluster.redis.signal('SIGSTOP');
  await playOn(context, BEATS_OF_FREEZE);
  cluster.redis.signal('SIGCONT');
  await healed(context);
});

outage('killed and restarted empty: all are registered again, games go on', async context => {
  const { cluster } = context;
  await cluster.redis.kill();
  await playOn(context, BEATS_OF_FREEZE);
  await cluster.redis.restart();
  await healed(context);
});

outage('FLUSHALL: all are registered again, games go on', async context => {
  const { cluster } = context;
  await playOn(context, 20);
  await cluster.inspect.flushall();
  await healed(context);
});

outage('afterwards new games can be played', async ({ players, games }) => {
  for (const player of players) if (player.lobbyRoom !== undefined) await player.client.lobby.leave();
  for (const game of games) await gather(game);
  const roomIds = await Promise.all(games.map(startRound));
  assert.is(new Set(roomIds).size, 2);
  for (const game of games) await hearEachOther(game);
});

outage.run();

/** Everybody hears so many more beats, and what everybody said meanwhile. */
async function playOn({ players, games }: Outage, beats: number): Promise<void> {
  await Promise.all(players.map(player => player.beats.more(beats)));
  await Promise.all(games.map(hearEachOther));
}

/** Whole again in time; nobody was blamed, and no game has noticed anything. */
async function healed(context: Outage): Promise<void> {
  const { cluster, players } = context;
  const fromMs = performance.now();
  let missing = ['not asked yet'];
  while (missing.length > 0) {
    missing = await missingKeys(context);
    const elapsedMs = performance.now() - fromMs;
    if (elapsedMs > HEALED_WITHIN_MS) throw new Error(`not whole after ${elapsedMs} ms: ${missing.join(', ')}`);
  }
  console.log(`  whole again after ${Math.round(performance.now() - fromMs)} ms`);
  await playOn(context, BEATS_OF_FREEZE); // rounds that could still blame somebody
  assert.equal(cluster.lines(cluster.gateways, 'health.miss'), []);
  assert.equal(cluster.lines(cluster.gateways, 'server.evicted'), []);
  assert.equal(await identities(context), context.identities);
  assert.equal(
    players.flatMap(player => player.faults),
    [],
  );
}

async function identities({ cluster, roomIds }: Outage): Promise<(string | null)[]> {
  const { inspect } = cluster;
  const started = await Promise.all(cluster.processes().map(server => server.ready));
  const incarnations = started.map(({ id }) => inspect.hget(id, 'incarnation'));
  const epochs = roomIds.map(roomId => inspect.hget(`gh:room:${roomId}`, 'epoch'));
  return Promise.all([...incarnations, ...epochs]);
}

/** What the processes hold and Redis does not say. */
async function missingKeys({ cluster, players, roomIds }: Outage): Promise<string[]> {
  const { inspect } = cluster;
  const registered = new Set(await inspect.smembers('gh:servers'));
  const missing: string[] = [];
  for (const { id } of await Promise.all(cluster.processes().map(server => server.ready))) {
    if (!registered.has(id) || (await inspect.hexists(id, 'address')) === 0) missing.push(id);
  }
  for (const roomId of roomIds) {
    const { state, server } = await inspect.hgetall(`gh:room:${roomId}`);
    const listed = await inspect.sismember(`gh:rooms:${server}`, roomId);
    if (state !== 'running' || listed === 0) missing.push(`room ${roomId}`);
  }
  for (const { client } of players) {
    if ((await inspect.hget(`gh:session:${client.userId}`, 'session')) !== client.sessionId) {
      missing.push(`session ${client.userId}`);
    }
  }
  return missing;
}
