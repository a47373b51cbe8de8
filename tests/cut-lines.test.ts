import { freePort } from '@gatehouse/shared/runtime/free-port';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LinkRelay } from './harness/link-relay.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { RegistryMonitor } from './harness/registry-monitor.ts';
import { reported } from './harness/reported.ts';
import { TcpRelay } from './harness/tcp-relay.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// One line of the cluster is cut for 8 health intervals, all processes live: no frame is lost, no game starts again, and
// afterwards everybody is who it was.

const INTERVALS = 8;
const INTERVAL_MS = testIntervalMs();
/** The rooms beat 20 times a second. */
const BEATS_OF_CUT = (INTERVALS * INTERVAL_MS) / 50;
const GAME_SERVER = 'gh:Game:g1';

interface CutLines {
  cluster: TestCluster;
  monitor: RegistryMonitor;
  gameToRedis: TcpRelay;
  gatewayToRedis: TcpRelay;
  links: LinkRelay;
  players: PulsePlayer[];
  roomId: string;
  /** Incarnations of all processes, and the epoch of the room. */
  identities: (string | null)[];
}

const cuts = suite<CutLines>('cut lines');
cuts.before(
  reported(async context => {
    const cluster = await TestCluster.start({ gateways: 1, gameServers: 0, env: { ROOM_LOG_MS: '120000' } });
    context.cluster = cluster;
    context.players = [];
    const linkPort = await freePort();
    context.gameToRedis = await TcpRelay.open(cluster.redis.port);
    context.gatewayToRedis = await TcpRelay.open(cluster.redis.port);
    context.links = await LinkRelay.open(linkPort);
    cluster.startGameServer('g1', {
      entry: 'tests/rooms/test-game-server.ts',
      env: {
        REDIS_URL: cluster.redisUrlAt(context.gameToRedis.port),
        LINK_PORT: String(linkPort),
        ADVERTISED_ADDRESS: context.links.address,
      },
    });
    cluster.startGateway('gw2', { env: { REDIS_URL: cluster.redisUrlAt(context.gatewayToRedis.port) } });
    await Promise.all(cluster.processes().map(server => server.ready));
    await linked(cluster);
    context.monitor = await RegistryMonitor.start(cluster.redis.url);
    for (const [n, url] of (await cluster.urls()).entries()) {
      context.players.push(await PulsePlayer.connect([url], `p${n}`));
    }
    await gather(context.players);
    context.roomId = await startRound(context.players);
    context.identities = await identities(context);
  }),
);
cuts.after(async ({ cluster, monitor, gameToRedis, gatewayToRedis, links, players }) => {
  for (const player of players) player.close();
  monitor?.stop();
  await cluster.stop();
  await Promise.all([gameToRedis, gatewayToRedis, links].map(relay => relay?.close()));
});

cuts('game server ↔ Redis: evicted, not lost, and up again', async context => {
  const { monitor, gameToRedis } = context;
  const from = monitor.events.count;
  gameToRedis.set('held');
  await playOn(context, BEATS_OF_CUT);
  await monitor.event('evict', GAME_SERVER, from);
  gameToRedis.set('open');
  await whole(context);
  assert.equal(monitor.kindsOf(GAME_SERVER, from), ['evict']);
});

cuts('gateway ↔ Redis: its players play on, and nobody is blamed', async context => {
  const { cluster, monitor, gatewayToRedis } = context;
  const from = monitor.events.count;
  gatewayToRedis.set('cut');
  await playOn(context, BEATS_OF_CUT);
  gatewayToRedis.set('open');
  await monitor.rounds([GAME_SERVER], 2);
  await whole(context);
  assert.equal(
    monitor.events.all.slice(from).filter(({ text }) => /^(evict|lost)/.test(text)),
    [],
  );
  const [, player] = context.players;
  assert.is(await cluster.inspect.hget(`gh:session:${player?.client.userId}`, 'gateway'), 'gh:Gateway:gw2');
});

cuts('gateway ↔ game server: its player goes on where it was when the line is mended', async context => {
  const { cluster, monitor, links, players } = context;
  const [stays, waits] = players;
  const from = monitor.events.count;
  const before = waits?.resumed.length ?? 0;
  links.cut(['gh:Gateway:gw2']);
  await stays?.beats.more(BEATS_OF_CUT);
  links.cut([]);
  await linked(cluster);
  await whole(context);
  assert.ok(waits?.resumed.slice(before).includes('room'));
  assert.equal(
    monitor.events.all.slice(from).filter(({ text }) => /^(evict|lost)/.test(text)),
    [],
  );
});

cuts.run();

function linked(cluster: TestCluster): Promise<void> {
  return cluster.until(
    'linked',
    servers => servers.filter(({ linked: is, state }) => is && state === 'up').length === 2,
  );
}

async function playOn({ players }: CutLines, beats: number): Promise<void> {
  await Promise.all(players.map(player => player.beats.more(beats)));
  await hearEachOther(players);
}

/** All up and linked, as the same as before; everybody has heard everything once. */
async function whole(context: CutLines): Promise<void> {
  await linked(context.cluster);
  await playOn(context, 10);
  assert.equal(await identities(context), context.identities);
  assert.equal(
    context.players.flatMap(({ faults }) => faults),
    [],
  );
}

async function identities({ cluster, roomId }: CutLines): Promise<(string | null)[]> {
  const started = await Promise.all(cluster.processes().map(server => server.ready));
  const incarnations = started.map(({ id }) => cluster.inspect.hget(id, 'incarnation'));
  return Promise.all([...incarnations, cluster.inspect.hget(`gh:room:${roomId}`, 'epoch')]);
}
