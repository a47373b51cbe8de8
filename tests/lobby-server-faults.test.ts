import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sameForAll, talk } from './harness/lobby-talk.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// A lobby server holds nothing that another one does not have: its users go on there, and nobody else notices.

/** So long that a hung lobby server is left long before it is evicted: after 0.4 × this + 2 s. */
const INTERVAL_MS = testIntervalMs(2_000);
/** Replies that a lobby room keeps of each session, see docs/OPERATIONS.md. */
const REPLY_SLOTS = 64;

interface Lobby {
  cluster: TestCluster;
  players: PulsePlayer[];
}

const lobby = suite<Lobby>('lobby server faults');
lobby.before(
  reported(async context => {
    const options = { gateways: 2, lobbyServers: 2, gameServers: 1, healthIntervalMs: INTERVAL_MS };
    context.cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/test-game-server.ts' });
    const urls = await context.cluster.urls();
    context.players = [];
    for (const [index, name] of ['ann', 'bo', 'cy', 'di'].entries()) {
      context.players.push(await PulsePlayer.connect([urls[index % 2] ?? ''], name));
    }
    await gather(context.players);
  }),
);
lobby.after(async ({ cluster, players }) => {
  for (const player of players) player.close();
  await cluster.stop();
});

lobby('SIGKILL with commands under way: its users go on on the other, each command counts once', async context => {
  const { cluster, players } = context;
  await talk(players, 'before');
  const serverId = await serverOfMost(context);
  const said = talk(players, 'while it dies');
  cluster.server(serverId).kill('SIGKILL');
  await said;
  await talk(players, 'after');
  assert.is((await usersOf(context, serverId)).length, 0);
  await sameForAll(players, ['before', 'while it dies', 'after']);

  await Promise.all(players.slice(1).map(player => player.client.lobby.ready(true)));
  await startRound(players);
  await hearEachOther(players);
  assert.equal(faultsOf(players), []);
});

lobby(
  'SIGSTOP while a game runs: its users go on on the other before it is evicted; SIGCONT repeats nothing',
  async context => {
    const { cluster, players } = context;
    await cluster.startLobbyServer('l3').ready;
    await cluster.until('linked', servers => servers.some(server => server.id === 'gh:Lobby:l3' && server.linked));
    const serverId = await serverOfMost(context);
    const server = cluster.server(serverId);
    server.kill('SIGSTOP');
    const stoppedMs = performance.now();
    const away = setAway(players, true);
    await talk(players, 'while it hangs');
    await away;
    console.log(`  SIGSTOP: all chat lines answered after ${Math.round(performance.now() - stoppedMs)} ms`);
    assert.equal(
      cluster.lines(cluster.gateways, 'server.evicted').filter(line => line.server === serverId),
      [],
    );
    await hearEachOther(players);
    await outrunReplies(players);
    await setAway(players, false);
    server.kill('SIGCONT');
    await cluster.until('up again', servers =>
      servers.some(({ id, linked, state }) => id === serverId && linked && state === 'up'),
    );
    await talk(players, 'and back');
    assert.equal(await awayOf(context), ['0', '0', '0', '0']);
    await sameForAll(players, ['before', 'while it dies', 'after', 'while it hangs', 'and back']);
    assert.equal(faultsOf(players), []);
  },
);

lobby.run();

/** The lobby server that most of the players are attached to. */
async function serverOfMost(context: Lobby): Promise<string> {
  const { cluster } = context;
  const counts = await Promise.all(
    cluster.lobbyServers.map(async ({ name }) => {
      const id = `gh:Lobby:${name}`;
      return { id, users: (await usersOf(context, id)).length };
    }),
  );
  const [most] = counts.sort((a, b) => b.users - a.users);
  assert.ok(most !== undefined && most.users > 0);
  return most.id;
}

/** So many commands of everybody that no reply to what was said before is kept. */
async function outrunReplies(players: readonly PulsePlayer[]): Promise<void> {
  for (let commands = 0; commands <= REPLY_SLOTS; commands++) {
    await Promise.all(players.map(({ client }) => client.lobby.ready(commands % 2 === 0)));
  }
}

async function setAway(players: readonly PulsePlayer[], away: boolean): Promise<void> {
  await Promise.all(players.map(({ client }) => client.lobby.setAway(away)));
}

/** What others see of each player. */
async function awayOf({ cluster, players }: Lobby): Promise<(string | null)[]> {
  return Promise.all(players.map(({ client }) => cluster.inspect.hget(`gh:presence:${client.userId}`, 'away')));
}

async function usersOf({ cluster, players }: Lobby, serverId: string): Promise<string[]> {
  const sessions = players.map(({ client }) => cluster.inspect.hget(`gh:session:${client.userId}`, 'lobbyServer'));
  return (await Promise.all(sessions)).filter(id => id === serverId).map(String);
}

function faultsOf(players: readonly PulsePlayer[]): string[] {
  return players.flatMap(player => player.faults);
}
