import type { ServerProcess } from '@gatehouse/scripts/server-process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sameForAll, talk } from './harness/lobby-talk.ts';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { RegistryMonitor } from './harness/registry-monitor.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Gateways that die or stand still while people play and talk, on WebSocket and TCP: their players go on elsewhere, or here
// when it wakes, and nobody has missed anything; nobody is blamed for the silence of a gateway.

interface GatewayFaults {
  cluster: TestCluster;
  monitor: RegistryMonitor;
  players: PulsePlayer[];
  /** One of them, who knows but one gateway: the one that stands still. */
  stays: PulsePlayer;
}

const faults = suite<GatewayFaults>('gateway faults');
faults.before(
  reported(async context => {
    const cluster = await TestCluster.start({
      gateways: 3,
      lobbyServers: 2,
      gameServers: 2,
      gameServerEntry: 'tests/rooms/test-game-server.ts',
      // A gateway may stand still for longer than a room remembers by itself.
      env: { HEARTBEAT_MS: '500', ROOM_LOG_MS: '120000', ROOM_LOG_BYTES: '16777216' },
    });
    context.cluster = cluster;
    context.monitor = await RegistryMonitor.start(cluster.redis.url);
    const lists = [await cluster.urls(), await cluster.tcpUrls()];
    const names = ['ann', 'bo', 'cy', 'di', 'ed', 'fi'];
    const connect = (name: string, index: number) => PulsePlayer.connect(lists[index % 2] ?? [], name);
    const [frozen = ''] = lists[1]?.slice(1) ?? [];
    context.stays = await PulsePlayer.connect([frozen], 'stays');
    context.players = [...(await Promise.all(names.map(connect))), context.stays];
    await gather(context.players);
    await startRound(context.players);
    await talk(context.players, 'before');
  }),
);
faults.after(async ({ cluster, monitor, players }) => {
  for (const player of players) player.close();
  monitor.stop();
  await cluster.stop();
});

faults(
  'SIGKILL: its players resume on another, the same sessions, with nothing lost in room and lobby',
  async context => {
    const { cluster, players } = context;
    const { gateway, gatewayId, users } = await mostUsed(context);
    const sessions = users.map(({ client }) => client.sessionId);
    const said = talk(players, 'while it dies');
    const killedAtMs = performance.now();
    gateway.kill('SIGKILL');
    await movedFrom(context, gatewayId, users);
    await playedOn(players);
    console.log(`  SIGKILL: ${users.length} players play on elsewhere after ${since(killedAtMs)} ms`);
    await said;
    await talk(players, 'after');
    await sameForAll(players, ['before', 'while it dies', 'after']);
    assert.equal(faultsOf(players), []);
    assert.equal(
      users.map(({ client }) => client.sessionId),
      sessions,
    );
    for (const { client, resumed } of users) {
      assert.equal([...new Set(resumed)].sort(), ['lobby', 'room']);
      const others = cluster.gateways.filter(other => other !== gateway);
      const { sessionId } = await cluster.logged(others, 'session.resumed', ({ userId }) => userId === client.userId);
      assert.is(sessionId, client.sessionId);
    }
  },
);

faults('SIGSTOP of one of three: it blames nobody when it wakes, and has nobody who is elsewhere', async context => {
  const { cluster, monitor, players, stays } = context;
  cluster.startGateway('gw4');
  await cluster.gateways.at(-1)?.ready;
  const { gateway, gatewayId, users } = await gatewayOf(context, stays);
  const leave = users.filter(user => user !== stays);
  const backends = await Promise.all([...cluster.lobbyServers, ...cluster.gameServers].map(server => server.ready));
  const ids = backends.map(({ id }) => id);
  const before = await incarnations(context, ids);
  const closed = cluster.logged(cluster.gameServers, 'link.closed', ({ peer }) => peer === gatewayId);

  gateway.kill('SIGSTOP');
  await Promise.all([closed, monitor.rounds(ids, 4), movedFrom(context, gatewayId, leave)]);
  await playedOn(players.filter(player => player !== stays));
  gateway.kill('SIGCONT');
  await playedOn(players);
  await monitor.rounds(ids, 4);

  assert.equal(cluster.lines(cluster.gateways, 'server.evicted'), []);
  assert.equal(await incarnations(context, ids), before);
  await noneHere(context, gateway, leave);
  await talk(players, 'and awake');
  await sameForAll(players, ['before', 'while it dies', 'after', 'and awake']);
  assert.equal(faultsOf(players), []);
});

faults.run();

interface Place {
  readonly gateway: ServerProcess;
  readonly gatewayId: string;
  readonly users: readonly PulsePlayer[];
}

/** Every gateway that players are connected to, and who they are. */
async function places({ cluster, players }: GatewayFaults): Promise<Place[]> {
  const byGateway = new Map<string, PulsePlayer[]>();
  for (const player of players) {
    const id = (await cluster.inspect.hget(`gh:session:${player.client.userId}`, 'gateway')) ?? '';
    byGateway.set(id, [...(byGateway.get(id) ?? []), player]);
  }
  return Array.from(byGateway, ([gatewayId, users]) => ({ gateway: cluster.server(gatewayId), gatewayId, users }));
}

/** Of those that nobody depends on, the one with most players. */
async function mostUsed(context: GatewayFaults): Promise<Place> {
  const others = (await places(context)).filter(({ users }) => !users.includes(context.stays));
  const [most] = others.sort((a, b) => b.users.length - a.users.length);
  if (most === undefined) throw new Error('all are on one gateway');
  return most;
}

async function gatewayOf(context: GatewayFaults, player: PulsePlayer): Promise<Place> {
  const place = (await places(context)).find(({ users }) => users.includes(player));
  if (place === undefined) throw new Error(`${player.name} is nowhere`);
  return place;
}

/** The table says that all of them are at other gateways. */
function movedFrom({ cluster }: GatewayFaults, gatewayId: string, users: readonly PulsePlayer[]): Promise<void> {
  return cluster.redisSays(`all left ${gatewayId}`, async redis => {
    const owners = await Promise.all(users.map(({ client }) => redis.hget(`gh:session:${client.userId}`, 'gateway')));
    return !owners.includes(gatewayId);
  });
}

/** Everybody has heard more beats, and everything that was said until now. */
async function playedOn(players: readonly PulsePlayer[]): Promise<void> {
  await Promise.all(players.map(({ beats }) => beats.more(5)));
  await hearEachOther(players);
}

/** The gateway itself has no session of them. */
async function noneHere({ cluster }: GatewayFaults, gateway: ServerProcess, users: readonly PulsePlayer[]) {
  for (const { client } of users) {
    const { here } = (await cluster.ask(gateway, `/sessions/${client.userId}`)) as { here: unknown };
    assert.is(here, null);
  }
}

function incarnations({ cluster }: GatewayFaults, ids: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map(id => cluster.inspect.hget(id, 'incarnation')));
}

function faultsOf(players: readonly PulsePlayer[]): string[] {
  return players.flatMap(({ faults: own }) => own);
}

function since(startMs: number): number {
  return Math.round(performance.now() - startMs);
}
