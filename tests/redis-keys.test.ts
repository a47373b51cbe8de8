import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './docs/markdown.ts';
import { gather, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { until } from './harness/until.ts';

// What docs/OPERATIONS.md says of the keys in Redis, against those of a cluster in which people meet, play and leave.

interface Documented {
  readonly name: string;
  readonly fits: RegExp;
  readonly type: string;
}

interface Found {
  readonly key: string;
  readonly type: string;
  /** Of a hash. */
  readonly fields: readonly string[];
}

interface RedisKeys {
  cluster: TestCluster;
  players: PulsePlayer[];
  found: Map<string, Found>;
}

/** They come and go too fast, or need foreign servers or a whole cluster that fails. */
const NOT_HERE = ['gh:heartbeats', 'gh:ws:<address>', 'gh:mass-miss:<type>', 'gh:turn:<class>'];

const operations = readMarkdown('docs/OPERATIONS.md');
const documented = tableRows(operations, 'Key', 'Type').flatMap(([names = '', type = '']) =>
  names.split(', ').map(name => describe(codeOf(name) ?? name, type)),
);

const redisKeys = suite<RedisKeys>('redis keys');
redisKeys.before(
  reported(async context => {
    const options = {
      gateways: 2,
      lobbyServers: 2,
      gameServers: 2,
      gameServerEntry: 'tests/rooms/test-game-server.ts',
    };
    context.cluster = await TestCluster.start(options);
    const urls = await context.cluster.urls();
    context.players = await Promise.all(['ann', 'bo', 'cy', 'di'].map(name => PulsePlayer.connect(urls, name)));
    context.found = new Map();
    await live(context);
  }),
);
redisKeys.after(async ({ cluster, players = [] }) => {
  for (const player of players) player.close();
  await cluster?.stop();
});

redisKeys('every key is in the table, with its type', ({ found }) => {
  const wrong = [...found.values()].filter(each => documentedAs(each)?.type !== each.type);
  assert.equal(wrong, []);
});

redisKeys('every key of the table was there, but for the few that this cluster never writes', ({ found }) => {
  const seen = new Set([...found.values()].map(each => documentedAs(each)?.name));
  const unseen = documented.map(({ name }) => name).filter(name => !seen.has(name));
  assert.equal(unseen, NOT_HERE);
});

redisKeys('every field of the hashes that have fixed ones is told of', ({ found }) => {
  const wrong: string[] = [];
  for (const each of found.values()) {
    const told = wordsAbout(documentedAs(each)?.name ?? '');
    if (told !== undefined) wrong.push(...each.fields.filter(field => !told.has(field)).map(at => `${each.key} ${at}`));
  }
  assert.equal(wrong, []);
});

redisKeys.run();

/** They meet by code and by chance, talk, play, lose a connection, and leave; what is in Redis is noted at each step. */
async function live(context: RedisKeys): Promise<void> {
  const { cluster, players } = context;
  const [ann, bo, cy, di] = players as [PulsePlayer, PulsePlayer, PulsePlayer, PulsePlayer];
  await cy.client.lobby.create('pulse', { unlisted: true, password: 'open sesame' });
  await di.client.lobby.join(cy.lobbyRoom?.id ?? '', { password: 'wrong' }).catch(() => undefined);
  await note(context);
  await gather([ann, bo]);
  await ann.client.lobby.chat('hello');
  await startRound([ann, bo]);
  await note(context);
  await di.client.lobby.joinOrCreate('pulse');
  await cy.client.lobby.leave();
  await note(context);
  const gateway = cluster.first(cluster.gateways);
  gateway.kill('SIGKILL'); // who was there is away for a moment, and its record is without a sign of life
  await until('somebody away', async () => {
    await note(context);
    return [...context.found.keys()].some(key => key.endsWith(':absent'));
  });
}

async function note({ cluster: { inspect }, found }: RedisKeys): Promise<void> {
  for (const key of await inspect.keys('*')) {
    const type = await inspect.type(key);
    const fields = type === 'hash' ? await inspect.hkeys(key) : [];
    const before = found.get(key)?.fields ?? [];
    if (type !== 'none') found.set(key, { key, type, fields: [...new Set([...before, ...fields])] });
  }
}

function describe(name: string, type: string): Documented {
  const parts = name.split(/<[^>]*>/).map(part => part.replaceAll(/[{}]/g, '\\$&'));
  return { name, fits: new RegExp(`^${parts.join('[^{}]+')}$`), type: type === 'sorted set' ? 'zset' : type };
}

function documentedAs({ key }: Found): Documented | undefined {
  return documented.find(({ fits }) => fits.test(key));
}

/** All that is written as code in the part about the fields of this hash; undefined: there is none. */
function wordsAbout(name: string): ReadonlySet<string> | undefined {
  const parts = operations.split(/^(?=\*\*`)|^(?=Channels:)/m);
  const part = parts.find(text => text.startsWith('**') && text.split('**')[1]?.includes(`\`${name}\``));
  return part === undefined ? undefined : new Set(Array.from(part.matchAll(/`([^`]+)`/g), ([, word = '']) => word));
}
