import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { RegistryMonitor } from './harness/registry-monitor.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// One tick that takes far too long. The server is alive and holds its room, so nothing may be lost of it.

const INTERVAL_MS = 1_000;
const BUSY_MS = 2.4 * INTERVAL_MS;

interface Busy {
  cluster: TestCluster;
  monitor: RegistryMonitor;
  players: PulsePlayer[];
}

const busy = suite<Busy>('busy tick');
busy.before(
  reported(async context => {
    const options = { gateways: 2, lobbyServers: 1, gameServers: 2, healthIntervalMs: INTERVAL_MS };
    context.cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/test-game-server.ts' });
    context.monitor = await RegistryMonitor.start(context.cluster.redis.url);
    const urls = await context.cluster.urls();
    context.players = await Promise.all(urls.map((url, index) => PulsePlayer.connect([url], `player ${index + 1}`)));
    await gather(context.players);
  }),
);
busy.after(async ({ cluster, monitor, players }) => {
  for (const player of players) player.close();
  monitor.stop();
  await cluster.stop();
});

busy('2.4 intervals, begun right after an acknowledgement: one miss, no eviction, no frame lost', async context => {
  const { cluster, monitor, players } = context;
  const roomId = await startRound(players);
  const serverId = (await cluster.inspect.hget(`gh:room:${roomId}`, 'server')) ?? '';
  const epoch = await cluster.inspect.hget(`gh:room:${roomId}`, 'epoch');
  const incarnation = await cluster.inspect.hget(serverId, 'incarnation');
  const idle = cluster.gameServers.map(({ name }) => `gh:Game:${name}`).filter(id => id !== serverId);
  await stallUntilMissed(context, serverId);
  const missed = await cluster.logged(cluster.gateways, 'health.miss', line => line.server === serverId);
  for (const player of players) for (let line = 0; line < 20; line++) player.say(); // while nobody reads
  await monitor.acknowledgements.next(({ id }) => id === serverId);
  await monitor.rounds([serverId, ...idle], 3);
  await hearEachOther(players);

  assert.is(missed.misses, 1);
  assert.is(cluster.lines(cluster.gateways, 'health.miss').length, 1, 'of the busy one, and none of an idle one');
  assert.equal(monitor.kindsOf(serverId), []);
  assert.is(await cluster.inspect.hget(`gh:room:${roomId}`, 'epoch'), epoch);
  assert.is(await cluster.inspect.hget(serverId, 'incarnation'), incarnation);
  assert.equal(
    players.flatMap(player => player.faults),
    [],
  );
  for (const player of players) assert.ok(player.resumed.includes('room'), 'its link was given up meanwhile');
  assert.equal(await missesIn(cluster, [serverId, ...idle]), ['0', '0']);
});

busy.run();

/** A round that no gateway could judge, because the machine was too busy, is no verdict: then once more. */
async function stallUntilMissed({ monitor, players }: Busy, serverId: string): Promise<void> {
  const isOwn = ({ id }: { id: string }) => id === serverId;
  for (let attempt = 1; attempt <= 5; attempt++) {
    await monitor.acknowledgements.next(isOwn);
    players[0]?.stall(BUSY_MS);
    await monitor.pings.next(isOwn); // judges the round before
    const judged = await monitor.pings.next(isOwn);
    if (judged.misses === 1) return;
    await monitor.rounds([serverId], 2); // its stall is over before the next one begins
  }
  throw new Error('no gateway could judge five rounds');
}

async function missesIn(cluster: TestCluster, ids: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map(id => cluster.inspect.hget(id, 'misses')));
}
