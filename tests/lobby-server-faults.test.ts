import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gather, hearEachOther, type LobbyNews, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// A lobby server holds nothing that another one does not have: its users go on there, and nobody else notices.

/** So long that a hung lobby server is left long before it is evicted: after 0.4 × this + 2 s. */
const INTERVAL_MS = 2_000;

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
  await chat(players, 'before');
  const serverId = await serverOfMost(context);
  const said = chat(players, 'while it dies');
  cluster.server(serverId).kill('SIGKILL');
  await said;
  await chat(players, 'after');
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
    await chat(players, 'while it hangs');
    console.log(`  SIGSTOP: all chat lines answered after ${Math.round(performance.now() - stoppedMs)} ms`);
    assert.equal(
      cluster.lines(cluster.gateways, 'server.evicted').filter(line => line.server === serverId),
      [],
    );
    await hearEachOther(players);
    server.kill('SIGCONT');
    await cluster.until('up again', servers =>
      servers.some(({ id, linked, state }) => id === serverId && linked && state === 'up'),
    );
    await chat(players, 'and back');
    await sameForAll(players, ['before', 'while it dies', 'after', 'while it hangs', 'and back']);
    assert.equal(faultsOf(players), []);
  },
);

lobby.run();

/** Three lines of everybody at once; resolves when all of them are answered. */
async function chat(players: readonly PulsePlayer[], topic: string): Promise<void> {
  const lines = players.flatMap(({ client }) => [1, 2, 3].map(n => client.lobby.chat(`${topic} ${n}`)));
  await Promise.all(lines);
}

/** Everybody has seen the same events in the same order since all were there, each line of each topic once. */
async function sameForAll(players: readonly PulsePlayer[], topics: readonly string[]): Promise<void> {
  const lines = players.length * topics.length * 3;
  const seen = await Promise.all(
    players.map(async ({ lobbyNews }) => {
      await lobbyNews.first(() => lobbyNews.all.filter(isChat).length >= lines);
      return lobbyNews.all.slice(lobbyNews.all.findIndex(isChat)).map(news => JSON.stringify(news));
    }),
  );
  const [first = []] = seen;
  for (const other of seen) assert.equal(other, first);
  const chats = first.filter(text => text.includes('"chat"'));
  assert.is(chats.length, lines);
  assert.is(new Set(chats).size, lines, 'one line was repeated');
}

function isChat(news: LobbyNews): boolean {
  return news.name === 'chat';
}

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

async function usersOf({ cluster, players }: Lobby, serverId: string): Promise<string[]> {
  const sessions = players.map(({ client }) => cluster.inspect.hget(`gh:session:${client.userId}`, 'lobbyServer'));
  return (await Promise.all(sessions)).filter(id => id === serverId).map(String);
}

function faultsOf(players: readonly PulsePlayer[]): string[] {
  return players.flatMap(player => player.faults);
}
