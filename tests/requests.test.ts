import { type Client, connect, type GameRoom, RequestRefused } from '@gatehouse/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { counterMessages } from './rooms/counter.ts';

// Requests of a player to its room while gateways die: each is taken once, each answer arrives once.

interface Context {
  cluster: TestCluster;
  client: Client;
  room: GameRoom<typeof counterMessages>;
}

const requests = suite<Context>('requests');
requests.before(
  reported(async context => {
    const options = { gateways: 3, lobbyServers: 1, gameServers: 1, healthIntervalMs: 5000 };
    context.cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/counter-game-server.ts' });
    context.client = await connect({ urls: await context.cluster.urls(), guestName: 'Ann' });
    context.room = await context.client.joinOrCreate('counter', { messages: counterMessages });
  }),
);
requests.after(async ({ cluster, client }) => {
  client.close();
  await cluster.stop();
});

requests('an answer, and a refusal with its reason', async ({ room }) => {
  assert.equal(await room.request('count', { thinkMs: 0 }), { count: 1 });
  const error = await room.request('count', { thinkMs: -1 }).catch((reason: unknown) => reason);
  assert.instance(error, RequestRefused);
  assert.is((error as RequestRefused).code, 'BACKWARDS');
});

requests('gateways die under them: each is counted once and answered once', async ({ cluster, client, room }) => {
  const counted: number[] = [];
  const asked: Promise<{ count: number }>[] = [];
  const news: string[] = [];
  room.on('counted', count => counted.push(count));
  client.on('resumed', ({ stream }) => news.push(`${stream} resumed`));
  client.on('fresh', ({ stream, why }) => news.push(`${stream} fresh ${why}`));
  for (let round = 1; round <= 2; round++) {
    // Some are answered, some on their way, some thought about when the gateway dies; more are asked meanwhile.
    for (let index = 0; index < 30; index++) asked.push(room.request('count', { thinkMs: (index % 3) * 100 }));
    await asked[asked.length - 30];
    await killGatewayOf(client, cluster);
    for (let index = 0; index < 10; index++) asked.push(room.request('count', { thinkMs: 0 }));
    const answers = await Promise.all(asked);
    assert.equal(
      answers.map(({ count }) => count),
      numbers(40 * round).map(number => number + 1),
    );
  }
  assert.equal(
    news.filter(text => text.startsWith('room')),
    ['room resumed', 'room resumed'],
  );
  assert.equal(counted, numbers(81), 'what it said to all came once and in order, too');
});

/** From 1. */
function numbers(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** Only the gateway that has the session dies. */
async function killGatewayOf({ userId }: Client, cluster: TestCluster): Promise<void> {
  const gatewayId = await cluster.inspect.hget(`gh:session:${userId}`, 'gateway');
  cluster.server(gatewayId ?? '').kill('SIGKILL');
}

requests.run();
