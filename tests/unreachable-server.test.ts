import { freePort } from '@gatehouse/shared/runtime/free-port';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LinkRelay } from './harness/link-relay.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// A game server that one gateway cannot reach any more and another one can: players go there, and lose nothing.

const GATEWAYS = ['gh:Gateway:gw1', 'gh:Gateway:gw2'];

interface Unreachable {
  cluster: TestCluster;
  relay: LinkRelay;
  players: PulsePlayer[];
}

const unreachable = suite<Unreachable>('unreachable game server');
unreachable.before(
  reported(async context => {
    const [linkPort, publicPort] = [await freePort(), await freePort()];
    context.players = [];
    context.relay = await LinkRelay.open(linkPort);
    const cluster = await TestCluster.start({ gameServers: 0, healthIntervalMs: 2000 });
    context.cluster = cluster;
    const ports = { GATEWAY_WS_PORT: `${publicPort}`, GATEWAY_PUBLIC_URL: `ws://127.0.0.1:${publicPort}` };
    const env = { LINK_PORT: `${linkPort}`, ADVERTISED_ADDRESS: context.relay.address };
    const started = [
      cluster.startGateway('gw2', { env: ports }),
      cluster.startGameServer('g1', { env, entry: 'tests/rooms/test-game-server.ts' }),
    ];
    await Promise.all(started.map(server => server.ready));
    await cluster.until('linked', servers => servers.filter(({ linked }) => linked).length === 2);
    const [first = '', second = ''] = await cluster.urls();
    const lists = [[first], [first, second], [second]]; // the first one has to be told of the other gateway
    for (const [n, urls] of lists.entries()) {
      const player = await PulsePlayer.connect(urls, `p${n}`);
      context.players.push(player);
    }
  }),
);
unreachable.after(async ({ cluster, relay, players }) => {
  for (const player of players) player.close();
  await cluster.stop();
  await relay.close();
});

unreachable('players of the gateway that is cut off go on at the other one; nothing is lost', async context => {
  const { cluster, relay, players } = context;
  await gather(players);
  await startRound(players);
  await hearEachOther(players);
  const cutAtMs = performance.now();
  relay.cut(GATEWAYS.slice(0, 1));
  const users = players.map(({ client }) => client.userId);
  await cluster.redisSays('all at the other gateway', async redis => {
    const gateways = await Promise.all(users.map(userId => redis.hget(`gh:session:${userId}`, 'gateway')));
    return gateways.every(gateway => gateway === GATEWAYS[1]);
  });
  await hearEachOther(players);
  console.log(`  cut: all play on at the other gateway after ${Math.round(performance.now() - cutAtMs)} ms`);
  assert.equal(
    players.flatMap(({ faults }) => faults),
    [],
  );
  const sent = cluster.lines(cluster.gateways.slice(0, 1), 'session.closed').filter(({ code }) => code === 4007);
  assert.ok(sent.length >= 1);
});

unreachable('who is cut off everywhere stays where it is, and goes on when that is mended', async context => {
  const { cluster, relay, players } = context;
  const [player] = players;
  assert.ok(player);
  let disconnected = 0;
  for (const { client } of players) client.on('disconnected', () => disconnected++);
  const resumed = player.resumed.length;
  const [gateway] = cluster.gateways.slice(1);
  assert.ok(gateway);
  relay.cut(GATEWAYS);
  const again = cluster.inspect.duplicate();
  const asked = new Promise(resolve =>
    again.on('message', (_channel, text: string) => text.startsWith('heard? ') && resolve(text)),
  );
  await again.subscribe('gh:gateways');
  await asked;
  const beating = player.beats.next();
  relay.cut(GATEWAYS.slice(0, 1)); // were both mended, it might be sent to the one that is linked first
  await beating;
  await hearEachOther(players);
  again.disconnect();
  assert.is(disconnected, 0);
  assert.ok(player.resumed.length > resumed);
  assert.equal(
    players.flatMap(({ faults }) => faults),
    [],
  );
});

unreachable.run();
