import type { LogLine } from '@gatehouse/scripts/log-line';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gather, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { RawMember } from './harness/raw-member.ts';
import { incarnationIn, RegistryMonitor } from './harness/registry-monitor.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// Game servers that die, hang and come back while people play. Each test plays the next round of one lobby room, with
// what servers the tests before have left.

const INTERVAL_MS = testIntervalMs(800);

interface Faults {
  cluster: TestCluster;
  monitor: RegistryMonitor;
  players: PulsePlayer[];
}

const faults = suite<Faults>('game server faults');
faults.before(
  reported(async context => {
    const options = { gateways: 3, lobbyServers: 1, gameServers: 3, healthIntervalMs: INTERVAL_MS };
    context.cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/test-game-server.ts' });
    context.monitor = await RegistryMonitor.start(context.cluster.redis.url);
    const urls = await context.cluster.urls(); // one player at each gateway
    context.players = await Promise.all(urls.map((url, index) => PulsePlayer.connect([url], `player ${index + 1}`)));
    await gather(context.players);
  }),
);
faults.after(async ({ cluster, monitor, players }) => {
  for (const player of players) player.close();
  monitor.stop();
  await cluster.stop();
});

faults('SIGKILL: proven dead, evicted and lost once, players back in their lobby room', async context => {
  const { cluster, monitor, players } = context;
  const { roomId, serverId } = await play(context);
  const killedAtMs = Date.now();
  cluster.server(serverId).kill('SIGKILL');
  const evicted = await monitor.event('evict', serverId);
  const lost = await monitor.event('lost', serverId);
  console.log(`  SIGKILL: evicted and lost after ${Math.round(lost.atMs - killedAtMs)} ms`);
  assert.match(evicted.text, / dead$/);
  await backInLobby(players, roomId);
  const next = await play(context);
  assert.is.not(next.serverId, serverId);
  assert.equal(monitor.kindsOf(serverId), ['evict', 'lost']);
  assert.equal(faultsOf(players), []);
  cluster.server(next.serverId).kill('SIGKILL');
  await backInLobby(players, next.roomId);
});

faults(
  'SIGSTOP: two misses, evicted and lost once; SIGCONT: a new incarnation, and nobody hears the old one',
  async context => {
    const { cluster, monitor, players } = context;
    const spectator = await joinAsSpectator(context);
    const { roomId, serverId } = await play(context);
    await spectator.watch(roomId);
    const server = cluster.server(serverId);
    const answered = await monitor.acknowledgements.next(({ id }) => id === serverId);
    server.kill('SIGSTOP');
    const evicted = await monitor.event('evict', serverId);
    const lost = await monitor.event('lost', serverId);
    const evictedAfterMs = evicted.atMs - answered.atMs;
    const lostAfterMs = lost.atMs - answered.atMs;
    console.log(
      `  SIGSTOP: evicted ${intervals(evictedAfterMs)}, lost ${intervals(lostAfterMs)} after the last answer`,
    );
    assert.match(evicted.text, / misses$/);
    assert.ok(evictedAfterMs > 2 * INTERVAL_MS, 'two intervals at least');
    assert.equal(await missesOf(cluster, serverId), [1, 2]);
    await backInLobby(players, roomId);
    assert.equal(await spectator.refused(roomId), { why: 'linkLost', code: 'ROOM_ENDED' }); // no pong: first its link was given up
    const { gameFrames } = spectator;
    const record = await cluster.inspect.hgetall(`gh:room:${roomId}`);
    assert.is(record.state, 'ended');

    server.kill('SIGCONT');
    const opened = await monitor.event('open', serverId);
    assert.is.not(incarnationIn(opened), incarnationIn(evicted));
    const ended = await server.waitForEvent('room.ended', line => line.roomId === roomId);
    assert.is(ended.why, 'serverLost');
    await linked(cluster, serverId, incarnationIn(opened));
    await play(context); // on the same server, whose old room would be heard as well as the new one
    assert.is(spectator.gameFrames, gameFrames);
    assert.equal(await cluster.inspect.hgetall(`gh:room:${roomId}`), record);
    assert.is(await cluster.inspect.sismember(`gh:rooms:${serverId}`, roomId), 0);
    assert.equal(monitor.kindsOf(serverId), ['evict', 'lost', 'open']);
    assert.equal(faultsOf(players), []);
    spectator.close();
  },
);

faults('SIGKILL and another process under the same id within 300 ms', async context => {
  const { cluster, monitor, players } = context;
  const { roomId, serverId } = await playing(context);
  const old = cluster.server(serverId);
  const { address } = await old.ready;
  const env = { LINK_PORT: address.split(':')[1] ?? '' };
  const replacement = cluster.startGameServer(old.name, { entry: 'tests/rooms/late-game-server.ts', env });
  await replacement.waitForEvent('test.loaded');
  const from = monitor.events.count;
  const killedAtMs = Date.now();
  old.kill('SIGKILL');
  replacement.kill('SIGUSR2');
  const opened = await monitor.event('open', serverId, from);
  console.log(`  SIGKILL and restart: registered after ${Math.round(opened.atMs - killedAtMs)} ms`);
  await backInLobby(players, roomId);
  await linked(cluster, serverId, incarnationIn(opened));
  assert.equal(monitor.kindsOf(serverId, from), ['evict', 'lost', 'open']);
  assert.equal(faultsOf(players), []);
});

faults(
  'SIGSTOP, another process under the same id, SIGCONT: the old one exits, the new one is untouched',
  async context => {
    const { cluster, monitor, players } = context;
    const { roomId, serverId } = await play(context);
    const old = cluster.server(serverId);
    const from = monitor.events.count;
    old.kill('SIGSTOP');
    cluster.startGameServer(old.name);
    const opened = await monitor.event('open', serverId, from);
    await backInLobby(players, roomId);
    await linked(cluster, serverId, incarnationIn(opened));
    const next = await play(context);

    old.kill('SIGCONT');
    assert.equal(await old.exited, { code: 1, signal: null });
    const [complaint, ...others] = cluster.complaints(old);
    assert.match(complaint ?? '', `another process holds the id of ${old.name}`);
    assert.equal(others, []);
    await monitor.rounds([serverId], 2);
    await linked(cluster, serverId, incarnationIn(opened));
    assert.is(await serverOf(cluster, next.roomId), serverId);
    for (const player of players) await player.beats.more(2);
    assert.equal(monitor.kindsOf(serverId, from), ['evict', 'lost', 'open']);
    assert.equal(faultsOf(players), []);
  },
);

faults.run();

/** The next round, running, and where. */
async function play({ cluster, players }: Faults): Promise<{ roomId: string; serverId: string }> {
  const roomId = await startRound(players);
  return { roomId, serverId: await serverOf(cluster, roomId) };
}

/** The round that runs already, and where. */
async function playing({ cluster, players }: Faults): Promise<{ roomId: string; serverId: string }> {
  const roomId = players[0]?.lobbyRoom?.roomId ?? '';
  return { roomId, serverId: await serverOf(cluster, roomId) };
}

async function serverOf(cluster: TestCluster, roomId: string): Promise<string> {
  return (await cluster.inspect.hget(`gh:room:${roomId}`, 'server')) ?? '';
}

async function joinAsSpectator({ cluster, players }: Faults): Promise<RawMember> {
  const [url = ''] = await cluster.urls();
  return RawMember.join(url, players[0]?.lobbyRoom?.id ?? '');
}

/** Every player has heard that the round is over because the server is lost, and waits in the lobby room. */
async function backInLobby(players: readonly PulsePlayer[], roomId: string): Promise<void> {
  for (const player of players) {
    assert.is((await player.ended).why, 'serverLost');
    assert.is((await player.roundEnded(roomId)).why, 'serverLost');
    assert.is(player.lobbyRoom?.phase, 'waiting');
  }
}

/** Every gateway is linked to this incarnation, and it is up. */
function linked(cluster: TestCluster, id: string, incarnation: string): Promise<void> {
  return cluster.until(`${id} ${incarnation} up and linked`, servers =>
    servers.some(
      server => server.id === id && server.incarnation === incarnation && server.linked && server.state === 'up',
    ),
  );
}

/** Once the second one is logged: lines come a little after events. */
async function missesOf(cluster: TestCluster, serverId: string): Promise<unknown[]> {
  const isAbout = (line: LogLine) => line.server === serverId;
  await cluster.logged(cluster.gateways, 'health.miss', line => isAbout(line) && line.misses === 2);
  const misses = cluster.lines(cluster.gateways, 'health.miss').filter(isAbout);
  return misses.map(line => line.misses).sort();
}

function faultsOf(players: readonly PulsePlayer[]): string[] {
  return players.flatMap(player => player.faults);
}

function intervals(ms: number): string {
  return `${(ms / INTERVAL_MS).toFixed(2)} intervals`;
}
