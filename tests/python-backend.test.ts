import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Observations } from './harness/observations.ts';
import { PythonProgram, pythonMissing } from './harness/python-program.ts';
import { RegistryMonitor } from './harness/registry-monitor.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { until } from './harness/until.ts';

// The game server in Python, which does the least a backend must: no feature bits, plain HSETs. Players on the SDK.

const ID = 'gh:Game:python';
const SECRET = 'a secret of at least thirty-two bytes';
const INTERVAL_MS = 600;

interface Player {
  readonly client: Client;
  readonly room: GameRoom<typeof messages>;
  readonly heard: Observations<string>;
  /** Why the room stream began with a snapshot, each time. */
  readonly fresh: Observations<string>;
}

interface Context {
  cluster: TestCluster;
  monitor: RegistryMonitor;
  backend: PythonProgram;
  players: Player[];
}

const python = suite<Context>('python backend');
const onPython = testUnless(pythonMissing, python);
if (pythonMissing === undefined) {
  python.before(
    reported(async context => {
      const env = { CLUSTER_SECRET: SECRET };
      context.players = [];
      context.cluster = await TestCluster.start({ gateways: 3, gameServers: 0, healthIntervalMs: INTERVAL_MS, env });
      context.monitor = await RegistryMonitor.start(context.cluster.redis.url);
    }),
  );
  python.after(async ({ cluster, monitor, backend, players }) => {
    for (const { client } of players) client.close();
    await backend?.kill();
    monitor.stop();
    await cluster.stop();
  });
}

onPython('it registers, every gateway links it, and it acknowledges', async context => {
  const { cluster, monitor } = context;
  const env = {
    REDIS_URL: cluster.redis.url,
    CLUSTER_SECRET: SECRET,
    SERVER_NAME: 'python',
    HEALTH_INTERVAL_MS: `${INTERVAL_MS}`,
  };
  context.backend = new PythonProgram('python-backend/backend.py', [], env);
  await context.backend.printed(`${ID} listens on`);
  await cluster.until('linked', servers => servers.some(({ id, linked }) => id === ID && linked));
  const pings = await monitor.rounds([ID], 3);
  assert.equal(new Set(pings.map(({ misses }) => misses)), new Set([0]));
});

onPython('players on the SDK play in its room, at two gateways', async context => {
  const { cluster, players } = context;
  const [first = '', second = '', third = ''] = await cluster.urls();
  players.push(await enter([first], 'Ann'), await enter([second, third], 'Bo'));
  const [ann, bo] = pairOf(players);
  assert.is(ann.room.roomId, bo.room.roomId);
  say(ann, 'hello');
  say(bo, 'hello too');
  for (const { heard } of players) assert.equal((await firstLines(heard, 2)).sort(), ['hello', 'hello too']);
  ann.room.on('echo', bytes => ann.heard.add(`echo ${new TextDecoder().decode(bytes)}`));
  ann.room.send('echo', new TextEncoder().encode('to myself'));
  await ann.heard.first(text => text === 'echo to myself');
  const record = await cluster.inspect.hgetall(`gh:room:${ann.room.roomId}`);
  assert.equal([record.state, record.server], ['running', ID], 'written by the gateway that placed it');
  await until('counted', async () => (await counts(cluster)) === '1 2');
});

onPython(
  'a gateway dies: its player goes on with a snapshot, and what it sent meanwhile arrives once',
  async context => {
    const [ann, bo] = pairOf(context.players);
    const before = ann.heard.count;
    const gateway = await context.cluster.inspect.hget(`gh:session:${bo.client.userId}`, 'gateway');
    context.cluster.server(gateway ?? '').kill('SIGKILL');
    for (const line of ['one', 'two', 'three']) say(bo, line);
    await bo.fresh.first(why => why === 'unsupported');
    await ann.heard.first(text => text === 'three');
    assert.equal(ann.heard.all.slice(before), ['one', 'two', 'three']);
  },
);

onPython(
  'it stops acknowledging: evicted after two misses, by exactly one event; its players play on',
  async context => {
    const { cluster, monitor, backend, players } = context;
    const [ann, bo] = pairOf(players);
    const from = monitor.events.count;
    backend.signal('SIGUSR1');
    await backend.printed('not acknowledging');
    const pingsBefore = monitor.pings.count;
    const evicted = await monitor.event('evict', ID, from);
    assert.match(evicted.text, / misses$/);
    const missed = monitor.pings.all.slice(pingsBefore).map(({ misses }) => misses);
    assert.equal(missed.filter(misses => misses > 0).slice(0, 2), [1, 2]);

    await monitor.rounds([ID], 2);
    say(bo, 'still here');
    await ann.heard.first(text => text === 'still here');
    assert.equal(monitor.kindsOf(ID, from), ['evict'], 'one event for all gateways, and not lost: its link answers');

    backend.signal('SIGUSR1');
    await until('up', async () => (await cluster.inspect.hget(ID, 'state')) === 'up');
    assert.equal(monitor.kindsOf(ID, from), ['evict']);
  },
);

onPython('the game ends: the result reaches the players and the record', async ({ cluster, players }) => {
  const [ann, bo] = pairOf(players);
  bo.room.send('finish', new TextEncoder().encode('Bo won'));
  for (const { room } of [ann, bo]) assert.is(await resultOf(room), 'Bo won');
  await until('counted', async () => (await counts(cluster)) === '0 0');
  const key = `gh:room:${ann.room.roomId}`;
  await until('its count', async () => (await cluster.inspect.hget(key, 'state')) === 'ended');
  const record = await cluster.inspect.hgetall(key);
  assert.equal([record.state, record.why, record.result], ['ended', 'ended', 'Bo won'], 'written by a gateway');
  await until('its count', async () => (await cluster.inspect.scard(`gh:rooms:${ID}`)) === 0);
});

onPython('a clean leave: nothing of it stays', async ({ cluster, monitor, backend }) => {
  const from = monitor.events.count;
  backend.signal('SIGTERM');
  await monitor.event('close', ID, from);
  assert.is(await backend.ended(), 0);
  assert.equal(await cluster.inspect.keys('gh:Game:*'), []);
});

python.run();

async function enter(urls: readonly string[], guestName: string): Promise<Player> {
  const client = await connect({ urls, guestName });
  const fresh = new Observations<string>(`fresh starts of ${guestName}`);
  client.on('fresh', ({ stream, why }) => void (stream === 'room' && fresh.add(why)));
  const room = await client.joinOrCreate('echo', { messages });
  const heard = new Observations<string>(`lines that ${guestName} hears`);
  room.on('say', text => heard.add(new TextDecoder().decode(text)));
  return { client, room, heard, fresh };
}

function pairOf([ann, bo]: readonly Player[]): [Player, Player] {
  if (ann === undefined || bo === undefined) throw new Error('nobody plays');
  return [ann, bo];
}

function say({ room }: Player, text: string): void {
  room.send('say', new TextEncoder().encode(text));
}

async function firstLines(heard: Observations<string>, count: number): Promise<string[]> {
  await heard.first(() => heard.count >= count);
  return heard.all.slice(0, count);
}

function resultOf(room: GameRoom<typeof messages>): Promise<string> {
  return new Promise(resolve => room.onEnded(({ result }) => resolve(new TextDecoder().decode(result))));
}

/** Rooms and players, as it reports them. */
async function counts({ inspect }: TestCluster): Promise<string> {
  return (await inspect.hmget(ID, 'games', 'users')).join(' ');
}
