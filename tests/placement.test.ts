import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ForeignBackend } from './harness/foreign-backend.ts';
import { gather, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { type ServerView, TestCluster } from './harness/test-cluster.ts';

// New rooms go to the game server with the fewest games, however many ask at once; what cannot take one is not asked.

const ROOMS = 60;
const GAME_SERVERS = 5;

interface Placement {
  cluster: TestCluster;
  players: PulsePlayer[];
}

async function prepare(context: Placement, gameServers: number, gateways: number): Promise<void> {
  const options = { gateways, lobbyServers: 1, gameServers, healthIntervalMs: 5_000 };
  context.cluster = await TestCluster.start({ ...options, gameServerEntry: 'tests/rooms/test-game-server.ts' });
  context.players = [];
}

async function cleanUp({ cluster, players }: Placement): Promise<void> {
  for (const player of players) player.close();
  await cluster.stop();
}

const even = suite<Placement>('placement: evenly');
even.before(reported(context => prepare(context, GAME_SERVERS, 3)));
even.after(cleanUp);

even(`${ROOMS} rooms at once by 3 gateways over ${GAME_SERVERS} game servers: 12 each`, async context => {
  const { cluster } = context;
  const urls = await cluster.urls();
  const connecting = Array.from({ length: ROOMS }, (_, n) => PulsePlayer.connect([urls[n % 3] ?? ''], `player ${n}`));
  context.players = await Promise.all(connecting);
  await Promise.all(context.players.map(player => gather([player])));
  await Promise.all(context.players.map(player => startRound([player])));

  const names = cluster.gameServers.map(({ name }) => name);
  assert.equal(
    await roomsOf(context, names),
    names.map(() => ROOMS / GAME_SERVERS),
  );
  const placed = cluster.lines(cluster.gateways, 'room.placed');
  assert.is(placed.length, ROOMS);
  const gateways = cluster.gateways.map(gateway => cluster.lines([gateway], 'room.placed').length);
  assert.ok(
    gateways.every(count => count > 0),
    'every gateway has placed some',
  );
  console.log(`  placed by the gateways: ${gateways.join(', ')}`);
  assert.equal(cluster.lines(cluster.gateways, 'room.refused'), []);
});

const choosy = suite<Placement & { stranger: ForeignBackend }>('placement: choosy');
choosy.before(
  reported(async context => {
    await prepare(context, 2, 2);
    const { cluster } = context;
    await cluster.startGameServer('full', { env: { CAPACITY: '1' } }).ready;
    // Registered and healthy, runs the class and has no games: only that no gateway can link it.
    const stranger = { redisUrl: cluster.redis.url, id: 'gh:Game:stranger', rooms: 'pulse', acknowledgeAfterMs: 0 };
    context.stranger = new ForeignBackend(stranger);
    await context.stranger.start();
    await cluster.until('all known, all but one linked', servers => servers.length === 5 && linkedOf(servers) === 4);
  }),
);
choosy.after(async context => {
  context.stranger.stop();
  await cleanUp(context);
});

choosy('a full, a draining and an unlinked game server are never chosen', async context => {
  const { cluster } = context;
  await playAlone(context, 3); // one for each that can be linked: `full` is full
  assert.is(await cluster.inspect.scard('gh:rooms:gh:Game:full'), 1);
  const draining = cluster.server('gh:Game:g1');
  draining.kill('SIGTERM');
  await cluster.until('draining', servers =>
    servers.some(({ id, state }) => id === 'gh:Game:g1' && state === 'draining'),
  );
  await playAlone(context, 8);
  assert.equal(await roomsOf(context, ['full', 'g1', 'g2', 'stranger']), [1, 1, 9, 0]);
  assert.equal(cluster.lines(cluster.gateways, 'room.refused'), []);
});

choosy('a room whose create comes too late runs once, elsewhere', async context => {
  const { cluster } = context;
  const late = cluster.startGameServer('late');
  await late.ready;
  await cluster.until('linked', servers => linkedOf(servers.filter(({ id }) => id === 'gh:Game:late')) === 1);
  late.kill('SIGSTOP'); // it has the fewest games, so it is asked; 3 s later another one is
  const [roomId = ''] = await playAlone(context, 1);
  const refused = await cluster.logged(cluster.gateways, 'room.refused', line => line.roomId === roomId);
  assert.is(refused.server, 'gh:Game:late');
  const record = await cluster.inspect.hgetall(`gh:room:${roomId}`);
  assert.is(record.server, 'gh:Game:g2');

  late.kill('SIGCONT');
  const [nextId = ''] = await playAlone(context, 1); // its request comes after the late one
  assert.equal(await cluster.inspect.smembers('gh:rooms:gh:Game:late'), [nextId]);
  assert.equal(
    cluster.lines([late], 'room.created').map(line => line.roomId),
    [nextId],
  );
  assert.equal(await cluster.inspect.hgetall(`gh:room:${roomId}`), record);
  assert.is(await cluster.inspect.zcard('gh:reservations:gh:Game:late'), 0);
});

even.run();
choosy.run();

/** So many new players, one after the other, each in a room of its own. Ids of the rooms. */
async function playAlone(context: Placement, count: number): Promise<string[]> {
  const urls = await context.cluster.urls();
  const roomIds: string[] = [];
  for (let n = 0; n < count; n++) {
    const player = await PulsePlayer.connect(urls, `alone ${context.players.length}`);
    context.players.push(player);
    await gather([player]);
    roomIds.push(await startRound([player]));
  }
  return roomIds;
}

/** How many rooms run on each, by the list of its rooms and by its own count, which must agree. */
async function roomsOf({ cluster }: Placement, names: readonly string[]): Promise<number[]> {
  const { inspect } = cluster;
  const listed = await Promise.all(names.map(name => inspect.scard(`gh:rooms:gh:Game:${name}`)));
  const reported = await Promise.all(names.map(name => inspect.hget(`gh:Game:${name}`, 'games')));
  assert.equal(reported.map(Number), listed);
  return listed;
}

function linkedOf(servers: readonly ServerView[]): number {
  return servers.filter(server => server.linked).length;
}
