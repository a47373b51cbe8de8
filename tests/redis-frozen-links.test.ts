import { freePort } from '@gatehouse/shared/runtime/free-port';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { heldOutput } from './harness/held-output.ts';
import { LinkRelay } from './harness/link-relay.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// Redis stands still, and meanwhile a link breaks: the game goes on without waiting for Redis. Only a game server that stood
// still itself waits for it, as it may have been replaced; then too nothing is lost.

const INTERVAL_MS = testIntervalMs(800);
const GATEWAY = 'gh:Gateway:gw1';
const GAME_SERVER = 'gh:Game:g1';
/** The rooms beat 20 times a second. */
const BEATS = 10;

interface FrozenLinks {
  cluster: TestCluster;
  links: LinkRelay;
  players: PulsePlayer[];
}

const frozen = suite<FrozenLinks>('links while Redis is frozen');
frozen.before(
  reported(async context => {
    const options = { gateways: 1, gameServers: 0, healthIntervalMs: INTERVAL_MS };
    const cluster = await TestCluster.start(options);
    context.cluster = cluster;
    context.players = [];
    const linkPort = await freePort();
    context.links = await LinkRelay.open(linkPort);
    cluster.startGameServer('g1', {
      entry: 'tests/rooms/test-game-server.ts',
      env: { LINK_PORT: String(linkPort), ADVERTISED_ADDRESS: context.links.address },
    });
    await cluster.until('linked', servers => servers.filter(({ linked }) => linked).length === 2);
    const urls = await cluster.urls();
    context.players = await Promise.all(['ann', 'bo'].map(name => PulsePlayer.connect(urls, name)));
    await gather(context.players);
    await startRound(context.players);
  }),
);
frozen.after(async ({ cluster, links, players }) => {
  for (const player of players) player.close();
  await cluster.stop();
  await links?.close();
});

frozen('gateway ↔ game server is cut: the game goes on as soon as the line is mended', async context => {
  const before = context.players.map(({ resumed }) => resumed.length);
  await whileFrozen(context, async held => {
    context.links.cut([GATEWAY]);
    context.links.cut([]);
    await Promise.race([beatsGoOn(context), held]);
  });
  await playOn(context);
  assert.ok(context.players.every(({ resumed }, n) => resumed.slice(before[n]).includes('room')));
});

frozen('the gateway stands still until its link is closed: the game goes on when it wakes', async context => {
  const { cluster } = context;
  const before = context.players.map(({ resumed }) => resumed.length);
  const gameServer = cluster.server(GAME_SERVER);
  const closes = { from: gameServer.lines.length };
  await whileFrozen(context, async held => {
    cluster.server(GATEWAY).kill('SIGSTOP');
    await gameServer.waitForEvent('link.closed', ({ peer }) => peer === GATEWAY, closes);
    cluster.server(GATEWAY).kill('SIGCONT');
    await Promise.race([beatsGoOn(context), held]);
  });
  await playOn(context);
  assert.ok(context.players.every(({ resumed }, n) => resumed.slice(before[n]).includes('room')));
});

frozen('the game server stands still: it is heard again when Redis has confirmed it', async context => {
  const gameServer = context.cluster.server(GAME_SERVER);
  const from = gameServer.lines.length;
  const held = heldOutput([gameServer], INTERVAL_MS);
  await whileFrozen(context, async () => {
    context.players[0]?.stall(1.5 * INTERVAL_MS);
    await gameServer.waitForEvent('output.held', undefined, { from });
  });
  await gameServer.waitForEvent('output.released', undefined, { from });
  await held; // the excuse of the tests above
  await playOn(context);
});

frozen.run();

/** `held`: the game server has to wait for Redis, as it got no processor time. */
async function whileFrozen({ cluster }: FrozenLinks, act: (held: Promise<void>) => Promise<void>): Promise<void> {
  const held = heldOutput(cluster.gameServers, INTERVAL_MS);
  cluster.redis.signal('SIGSTOP');
  try {
    await act(held);
  } finally {
    cluster.redis.signal('SIGCONT');
  }
}

async function beatsGoOn({ players }: FrozenLinks): Promise<void> {
  await Promise.all(players.map(player => player.beats.more(BEATS)));
}

/** Nobody has missed anything. */
async function playOn(context: FrozenLinks): Promise<void> {
  await beatsGoOn(context);
  await hearEachOther(context.players);
  assert.equal(
    context.players.flatMap(({ faults }) => faults),
    [],
  );
}
