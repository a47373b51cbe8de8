import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { identities, missingKeys } from './harness/held-in-redis.ts';
import { heldOutput } from './harness/held-output.ts';
import { Newcomers } from './harness/newcomers.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { RawClient } from './harness/raw-client.ts';
import { reported } from './harness/reported.ts';
import { disagreements } from './harness/running-rooms.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { PATIENCE_MS, testIntervalMs } from './harness/test-interval.ts';
import { nextLook } from './harness/until.ts';

// Redis that freezes, dies or forgets everything, while two games run, users log in, a game starts and a game server has
// just died: nobody else is blamed, no frame is lost, what nobody waited for has no effect, and what the processes hold is
// written again.

const INTERVAL_MS = testIntervalMs(1200);
/** The rooms beat 20 times a second. */
const BEATS_OF_FREEZE = (4 * INTERVAL_MS) / 50;
/** Rounds that could still blame somebody. */
const BEATS_OF_BLAME = (3 * INTERVAL_MS) / 50;
const LOGINS = 20;
/** A third game server, which is killed right before each fault. */
const DEAD = 'g3';
const SUPERSEDED = 4506;

interface Outage {
  cluster: TestCluster;
  games: PulsePlayer[][];
  players: PulsePlayer[];
  /** Two lobby rooms: one whose game is just being placed when Redis goes, and one that asks for it at that moment. */
  starters: PulsePlayer[][];
  roomIds: string[];
  /** Incarnations and epochs, as they were before the first fault. */
  identities: (string | null)[];
}

const outage = suite<Outage>('redis faults');
outage.before(
  reported(async context => {
    const options = { gateways: 2, lobbyServers: 1, gameServers: 2, healthIntervalMs: INTERVAL_MS };
    const env = { HEARTBEAT_MS: '60000' }; // newcomers say nothing after HELLO
    const cluster = await TestCluster.start({ ...options, env, gameServerEntry: 'tests/rooms/test-game-server.ts' });
    context.cluster = cluster;
    const urls = await cluster.urls();
    const connect = (name: string, index: number) => PulsePlayer.connect([urls[index % 2] ?? ''], name);
    context.players = await Promise.all(['ann', 'bo', 'cy', 'di'].map(connect));
    context.starters = [await Promise.all(['ed', 'fi'].map(connect)), await Promise.all(['gu', 'hy'].map(connect))];
    context.games = [context.players.slice(0, 2), context.players.slice(2)];
    await Promise.all(context.games.map(gather));
    context.roomIds = await Promise.all(context.games.map(startRound));
    context.identities = await identities(context.cluster, steady(context), context.roomIds);
  }),
);
outage.after(async ({ cluster, players, starters }) => {
  for (const player of [...players, ...starters.flat()]) player.close();
  await cluster.stop();
});

outage('frozen for 4 intervals: 0 misses, 0 false evictions, no login that was given up counts', async context => {
  const { cluster } = context;
  const { newcomers, started } = await inFlight(context, 'frozen', () => cluster.redis.signal('SIGSTOP'));
  try {
    await playOnWithout(context);
    await newcomers.answered;
  } finally {
    newcomers.all.noClaimsFromMs = Date.now();
    cluster.redis.signal('SIGCONT');
  }
  const outcome = await started;
  await healed(context, newcomers.all);
  assert.ok(newcomers.all.refused.length > 0, 'nobody waited in vain');
  const asked = context.starters[1]?.[0]?.lobbyRoom;
  if (outcome instanceof Error) {
    assert.is(asked?.phase, 'waiting');
    assert.is(await cluster.inspect.exists(`gh:room:${asked?.id}-1`), 0, 'a start that was given up has made a room');
  }
  await cluster.logged(cluster.gateways, 'server.lost', ({ server }) => server === `gh:Game:${DEAD}`);
  const dead = cluster.lines(cluster.gateways, 'server.evicted').filter(({ server }) => server === `gh:Game:${DEAD}`);
  assert.is(dead.length, 1, 'the dead one, once');
});

outage('killed and restarted empty: all are registered again, games go on', async context => {
  const { cluster } = context;
  const { newcomers, started } = await inFlight(context, 'killed', () => void cluster.redis.kill());
  try {
    await playOnWithout(context);
    await newcomers.answered;
  } finally {
    await cluster.redis.restart();
  }
  await started;
  await healed(context, newcomers.all);
});

outage(
  'FLUSHALL: all are registered again, games go on; sessions can be resumed, found and taken over',
  async context => {
    const { cluster } = context;
    const { newcomers, started } = await inFlight(context, 'flushed', () => void cluster.inspect.flushall());
    await playOn(context, 20);
    await newcomers.answered;
    await started;
    await healed(context, newcomers.all);
    const { welcomed } = newcomers.all;
    assert.is(welcomed.length, LOGINS);
    const [resumes, kicked] = welcomed;
    assert.ok(resumes !== undefined && kicked !== undefined);

    resumes.client.terminate();
    const there = await RawClient.open(await otherUrl(cluster, resumes.gatewayId));
    there.hello({ token: resumes.token, resumeToken: resumes.resumeToken });
    const welcome = decodeMessage(messages.Welcome, (await there.next(FRAME_TYPES.welcome)).payload);
    assert.equal([welcome.resumed, welcome.sessionId], [true, resumes.sessionId]);

    for (const gateway of cluster.gateways) {
      const found = (await cluster.ask(gateway, `/sessions/${kicked.userId}`)) as { gateway?: string };
      assert.is(found.gateway, kicked.gatewayId);
    }
    const second = await RawClient.open(await otherUrl(cluster, kicked.gatewayId));
    second.hello({ token: kicked.token });
    await second.next(FRAME_TYPES.welcome);
    assert.is(await kicked.client.closed(), SUPERSEDED);
    for (const client of [there, second]) client.terminate();
    newcomers.all.close();
  },
);

outage('afterwards new games can be played', async ({ players, games }) => {
  for (const player of players) if (player.lobbyRoom !== undefined) await player.client.lobby.leave();
  for (const game of games) await gather(game);
  const roomIds = await Promise.all(games.map(startRound));
  assert.is(new Set(roomIds).size, 2);
  for (const game of games) await hearEachOther(game);
});

outage.run();

interface InFlight {
  readonly newcomers: { readonly all: Newcomers; readonly answered: Promise<void> };
  /** When both starts have been answered: the error of the one that was asked for last, if it failed. */
  readonly started: Promise<unknown>;
}

function whatever(error: unknown): unknown {
  return error;
}

/** The fault happens while users log in, a game starts and a game server has just died. */
async function inFlight({ cluster, starters }: Outage, names: string, fail: () => void): Promise<InFlight> {
  await cluster.startGameServer(DEAD).ready;
  await cluster.until(`${DEAD} linked`, servers => servers.filter(({ linked }) => linked).length === 4);
  for (const { lobbyRoom, client } of starters.flat()) if (lobbyRoom !== undefined) await client.lobby.leave();
  await Promise.all(starters.map(gather));
  const [placing, asking] = starters.map(([host]) => host);
  assert.ok(placing !== undefined && asking !== undefined);
  const all = await Newcomers.connect(cluster, names, LOGINS);
  const died = cluster.server(`gh:Game:${DEAD}`).exited;
  cluster.server(`gh:Game:${DEAD}`).kill('SIGKILL');
  await died;
  const isPlaced = placing.lobbyNews.next(({ name }) => name === 'starting');
  const starts = [placing.client.lobby.start().catch(whatever)];
  await isPlaced;
  starts.push(asking.client.lobby.start().catch(whatever));
  const answered = all.login();
  fail();
  return { newcomers: { all, answered }, started: Promise.all(starts).then(([, outcome]) => outcome) };
}

/** Everybody hears so many more beats, and what everybody said meanwhile. */
async function playOn({ players, games }: Outage, beats: number): Promise<void> {
  await Promise.all(players.map(player => player.beats.more(beats)));
  await Promise.all(games.map(hearEachOther));
}

/** The same without Redis, unless a game server gets no processor time for so long that it has to wait for Redis. */
async function playOnWithout(context: Outage): Promise<void> {
  await Promise.race([playOn(context, BEATS_OF_FREEZE), heldOutput(context.cluster.gameServers, INTERVAL_MS)]);
}

/** Whole again; nobody but the dead was blamed, and no game has noticed anything. */
async function healed(context: Outage, newcomers: Newcomers): Promise<void> {
  const { cluster, players } = context;
  const fromMs = performance.now();
  let missing = ['not asked yet'];
  while (missing.length > 0) {
    missing = [
      ...(await missingKeys(cluster, steady(context), context.players)),
      ...(await newcomers.misplaced()),
      ...(await roomsAstray(context)),
    ];
    const elapsedMs = performance.now() - fromMs;
    if (elapsedMs > PATIENCE_MS) throw new Error(`not whole after ${elapsedMs} ms: ${missing.join(', ')}`);
    await nextLook();
  }
  const { welcomed, refused } = newcomers;
  console.log(
    `  whole again after ${Math.round(performance.now() - fromMs)} ms; logins: ${welcomed.length} welcomed, ${refused.length} refused`,
  );
  await playOn(context, BEATS_OF_BLAME);
  assert.equal(blamed(cluster, 'health.miss'), []);
  assert.equal(blamed(cluster, 'server.evicted'), []);
  assert.equal(await identities(context.cluster, steady(context), context.roomIds), context.identities);
  assert.equal(await newcomers.misplaced(), [], 'later too');
  assert.equal(
    players.flatMap(player => player.faults),
    [],
  );
}

/** Servers that live. */
function blamed(cluster: TestCluster, event: string): unknown[] {
  const servers = cluster.lines(cluster.gateways, event).map(({ server }) => server);
  return servers.filter(server => server !== `gh:Game:${DEAD}`);
}

/** Processes that live all the time. */
function steady({ cluster }: Outage) {
  return cluster.processes().filter(({ name }) => name !== DEAD);
}

function roomsAstray(context: Outage): Promise<string[]> {
  const { cluster } = context;
  return disagreements(
    cluster,
    cluster.gameServers.filter(({ name }) => name !== DEAD),
  );
}

async function otherUrl(cluster: TestCluster, gatewayId: string): Promise<string> {
  const gateways = await Promise.all(cluster.gateways.map(gateway => gateway.ready));
  return `ws://${gateways.find(({ id }) => id !== gatewayId)?.address}`;
}
