import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { ServerProcess } from '@gatehouse/scripts/server-process';
import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Gateways and lobby servers are replaced one after the other while people play and chat: nobody notices.

interface Drain {
  cluster: TestCluster;
  players: PulsePlayer[];
}

const drain = suite<Drain>('drain');
drain.before(
  reported(async context => {
    context.cluster = await TestCluster.start({
      gateways: 2,
      lobbyServers: 2,
      healthIntervalMs: 5000,
      gameServerEntry: 'tests/rooms/test-game-server.ts',
      env: { CHAT_LINES_PER_SECOND: '1000', DRAIN_SPREAD_MS: '1000', ROOM_LOG_MS: '60000' },
    });
    const [urls, tcpUrls] = await Promise.all([context.cluster.urls(), context.cluster.tcpUrls()]);
    const lists = [urls, tcpUrls, [...urls].reverse(), [...tcpUrls].reverse(), urls, tcpUrls];
    context.players = await Promise.all(lists.map((list, n) => PulsePlayer.connect(list, `p${n}`)));
  }),
);
drain.after(async ({ cluster, players }) => {
  for (const player of players) player.close();
  await cluster.stop();
});

drain(
  'a rolling restart of all gateways and lobby servers: nothing is lost, doubled or out of order',
  async context => {
    const { cluster, players } = context;
    await gather(players);
    await startRound(players);
    const stopChat = chatAll(players);
    const [gw1, gw2] = cluster.gateways;
    const [l1, l2] = cluster.lobbyServers;
    assert.ok(gw1 && gw2 && l1 && l2);
    await restart(context, { server: gw1, end: () => gw1.kill('SIGTERM') });
    await restart(context, { server: l1, end: () => l1.kill('SIGTERM') });
    await restart(context, {
      server: gw2,
      end: () => requestDrain(cluster.server('gh:Gateway:gw1'), 'gh:Gateway:gw2'),
    });
    await restart(context, { server: l2, end: () => requestDrain(cluster.server('gh:Gateway:gw1'), 'gh:Lobby:l2') });
    const said = await stopChat();
    await hearEachOther(players);
    assert.equal(
      players.flatMap(({ faults }) => faults),
      [],
    );
    assert.ok(players.every(({ resumed }) => resumed.includes('room') && resumed.includes('lobby')));
    await sameChat(players, said);
  },
);

drain('the last ones drain too: players wait until there are gateways and lobby servers again', async context => {
  const { cluster, players } = context;
  const servers = [...cluster.gateways, ...cluster.lobbyServers];
  for (const server of servers) server.kill('SIGTERM');
  await Promise.all(servers.map(server => server.exited));
  const chat = Promise.all(players.map(({ client }) => client.lobby.chat('is anybody there?')));
  await Promise.all(servers.map(server => replace(cluster, server)));
  await chat;
  await hearEachOther(players);
  assert.equal(
    players.flatMap(({ faults }) => faults),
    [],
  );
});

drain(
  'a gateway that drains: not ready, no upgrade, GOODBYE on TCP; operators see how far it is',
  async ({ cluster }) => {
    const server = cluster.startGateway('gw3');
    const { address, adminPort, tcpPort } = await server.ready;
    const lingers = connect({ port: Number(tcpPort), host: '127.0.0.1', allowHalfOpen: true }); // cut after 2 s, not sooner
    await once(lingers, 'connect');
    const id = 'gh:Gateway:gw3';
    const answer = { id, state: 'draining', deadlineMs: 60_000 };
    assert.equal(await requestDrain(server, id, { deadlineMs: 60_000 }), answer);
    const { why, connections, limitMs } = await server.waitForEvent('drain.started');
    assert.equal([why, connections, limitMs], ['drain requested', 1, 60_000]);
    assert.equal(await requestDrain(server, id), answer, 'said again: the first limit stands');

    assert.is((await fetch(`http://127.0.0.1:${adminPort}/readyz`)).status, 404);
    assert.equal(await upgrade(address), { status: 503, retryAfter: '1' });
    const goodbye = await goodbyeOf(Number(tcpPort));
    assert.equal([goodbye.code, goodbye.retryAfterMs], [4001, 1000]);
    const gateways = await gatewaysOf(cluster.first(cluster.gateways));
    assert.equal(
      gateways.filter(gateway => gateway.id === id).map(({ state, sessions }) => [state, sessions]),
      [['draining', 0]],
    );

    assert.is((await server.exited).code, 0);
    assert.is((await server.waitForEvent('drain.finished')).connections, 0);
    lingers.destroy();
    cluster.gateways.splice(cluster.gateways.indexOf(server), 1);
  },
);

drain('a game server drains until its deadline; a second signal does not wait for that', async context => {
  const { cluster } = context;
  const urls = await cluster.urls();
  const [player] = context.players;
  assert.ok(player);
  const [first] = cluster.gameServers;
  assert.ok(first);
  await requestDrain(cluster.first(cluster.gateways), 'gh:Game:g1', { deadlineMs: 300 });
  assert.is((await first.exited).code, 0);
  const forced = await first.waitForEvent('drain.forced');
  assert.equal([forced.why, forced.games], ['deadline', 1]);
  assert.is((await player.ended).why, 'serverStopped');

  const second = cluster.startGameServer('g2', { env: { DRAIN_DEADLINE_MS: '60000' } });
  await second.ready;
  await cluster.until('linked', servers => servers.some(({ id, linked }) => id === 'gh:Game:g2' && linked));
  const alone = await PulsePlayer.connect(urls, 'alone');
  context.players.push(alone);
  await gather([alone]);
  await startRound([alone]);
  second.kill('SIGTERM');
  await second.waitForEvent('drain.started');
  await alone.beats.more(15); // at 20 Hz: longer than two signals that are one
  second.kill('SIGTERM');
  assert.is((await second.exited).code, 143);
  assert.equal((await second.waitForEvent('drain.forced')).why, 'SIGTERM');
});

const unknown: [id: string, body: unknown, status: number, code: string][] = [
  ['gh:Game:nobody', undefined, 404, 'NO_SUCH_SERVER'],
  ['other:Game:g1', undefined, 404, 'NO_SUCH_SERVER'],
  ['gh:Lobby:l1', { deadlineMs: -1 }, 400, 'BAD_DRAIN'],
  ['gh:Lobby:l1', [], 400, 'BAD_DRAIN'],
];
drain('what cannot be drained is said', async ({ cluster }) => {
  const gateway = cluster.first(cluster.gateways);
  for (const [id, body, status, code] of unknown) {
    const response = await post(gateway, id, body);
    const said = (await response.json()) as { code: string };
    assert.equal([response.status, said.code], [status, code]);
  }
});

drain.run();

/** Ends a server as told, waits until it is gone, starts it again in its place, and until all gateways know it. */
async function restart(
  { cluster }: Drain,
  { server, end }: { server: ServerProcess; end: () => unknown },
): Promise<void> {
  await end();
  assert.is((await server.exited).code, 0);
  assert.equal(cluster.lines([server], 'drain.forced'), []);
  await replace(cluster, server);
  const backends = cluster.lobbyServers.length + cluster.gameServers.length;
  await cluster.until(
    'linked',
    servers => servers.filter(({ linked, state }) => linked && state === 'up').length === backends,
  );
}

/** Starts a server that is gone again, under its name and, for players, its address. */
async function replace(cluster: TestCluster, server: ServerProcess): Promise<void> {
  const { id, address, tcpPort } = await server.ready;
  const isGateway = id.includes(':Gateway:');
  const list = isGateway ? cluster.gateways : cluster.lobbyServers;
  list.splice(list.indexOf(server), 1);
  const ports = { GATEWAY_WS_PORT: String(address.split(':')[1]), GATEWAY_TCP_PORT: String(tcpPort) };
  const next = isGateway ? cluster.startGateway(server.name, { env: ports }) : cluster.startLobbyServer(server.name);
  await next.ready;
}

/** Everybody says one line after the other, with two beats of the game between; the returned function ends that and resolves with all lines. */
function chatAll(players: readonly PulsePlayer[]): () => Promise<string[]> {
  const said: string[] = [];
  let going = true;
  const talks = players.map(async ({ name, client, beats }) => {
    for (let n = 1; going; n++) {
      await beats.more(2); // a lobby room keeps 256 events for those who are away
      await client.lobby.chat(`${name} ${n}`);
      said.push(`${name} ${n}`);
    }
  });
  for (const talk of talks) talk.catch(() => undefined); // told when they end
  return async () => {
    going = false;
    await Promise.all(talks); // rejects when a line got an error
    return said;
  };
}

/** Everybody has heard every line once, all in the same order. */
async function sameChat(players: readonly PulsePlayer[], said: readonly string[]): Promise<void> {
  const heard = await Promise.all(
    players.map(async ({ lobbyNews }) => {
      const lines = () => lobbyNews.all.flatMap(news => (news.name === 'chat' ? [news.payload.text] : []));
      await lobbyNews.first(() => lines().length >= said.length);
      return lines();
    }),
  );
  for (const lines of heard) assert.equal(lines, heard[0]);
  assert.equal([...(heard[0] ?? [])].sort(), [...said].sort());
}

async function post(gateway: ServerProcess, id: string, body?: unknown): Promise<Response> {
  const { adminPort } = await gateway.ready;
  const url = `http://127.0.0.1:${adminPort}/servers/${id}/drain`;
  return fetch(url, { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function requestDrain(gateway: ServerProcess, id: string, body?: unknown): Promise<unknown> {
  const response = await post(gateway, id, body);
  assert.is(response.status, 202);
  return response.json();
}

async function gatewaysOf(gateway: ServerProcess): Promise<{ id: string; state: string; sessions: number }[]> {
  const { adminPort } = await gateway.ready;
  const response = await fetch(`http://127.0.0.1:${adminPort}/servers`);
  return ((await response.json()) as { gateways: { id: string; state: string; sessions: number }[] }).gateways;
}

/** What an upgrade to WebSocket is answered when it is refused. */
async function upgrade(address: string): Promise<{ status: number | undefined; retryAfter: string | undefined }> {
  const socket = new WebSocket(`ws://${address}`);
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  response.destroy();
  return { status: response.statusCode, retryAfter: response.headers['retry-after'] };
}

/** The GOODBYE of a TCP connection that has said nothing. */
async function goodbyeOf(port: number): Promise<gatehouse.Goodbye> {
  const socket = connect({ port, host: '127.0.0.1' });
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const frame = Buffer.concat(chunks).subarray(4); // after its length
  assert.is(frameType(frame), FRAME_TYPES.goodbye);
  return decodeMessage(messages.Goodbye, framePayload(frame));
}
