import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Client, connect } from '@gatehouse/client';
import { type Guest, messages, potatoResult } from '@gatehouse/example-guide/messages';
import { root } from '@gatehouse/scripts/checkout';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from 'vite';
import { codeBlocks, readMarkdown } from './docs/markdown.ts';
import { Observations } from './harness/observations.ts';
import { TestCluster } from './harness/test-cluster.ts';

const FOLDER = 'examples/guide';
const FIRST_LINE = /^(?:\/\/|<!--) (examples\/guide\/\S+)(?: -->)?\n/;
const blocks = codeBlocks(readMarkdown('docs/GUIDE.md'));
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));

interface Following {
  cluster: TestCluster;
  client: Client;
  player: ChildProcess;
}

const guide = suite<Partial<Following>>('guide');
guide.after(async ({ cluster, client, player }) => {
  client?.close();
  player?.kill('SIGKILL');
  await cluster?.stop();
});

guide('its files are those of examples/guide, all of them, word for word', () => {
  const shown = new Map<string, string>();
  for (const { text } of blocks) {
    const [, path] = FIRST_LINE.exec(text) ?? [];
    if (path !== undefined) shown.set(path, text.replace(FIRST_LINE, ''));
  }
  const sources = readdirSync(join(root, FOLDER, 'src')).map(name => `src/${name}`);
  const files = ['package.json', 'tsconfig.json', 'page/index.html', ...sources].map(file => `${FOLDER}/${file}`);
  assert.equal([...shown.keys()].sort(), files.sort());
  for (const [path, text] of shown) assert.is(text, readFileSync(join(root, path), 'utf8'), path);
});

guide('a game is played by its game server and its player, each started as it says', async context => {
  const cluster = await TestCluster.start({ gameServerEntry: join(root, argumentsFor('server.ts').at(-1) ?? '') });
  context.cluster = cluster;
  const [url = ''] = await cluster.urls();
  const client = await connect({ urls: [url], guestName: 'Cy' });
  context.client = client;
  const room = await client.joinOrCreate('potato', { messages, options: { fuseSeconds: 3 } });
  const guests = new Observations<readonly Guest[]>('guests');
  const holders = new Observations<string | undefined>('holders');
  room.on('guests', now => guests.add(now));
  room.on('potato', ({ holder }) => holders.add(holder));
  const end = new Promise<Uint8Array>(resolve => room.onEnded(({ result }) => resolve(result)));

  const player = spawn(process.execPath, [...argumentsFor('player.ts'), url], { cwd: root });
  context.player = player;
  const exit = once(player, 'exit');
  const printed = linesOf(player);
  const [, ann] = await guests.first(({ length }) => length === 2);
  assert.equal([ann?.name, ann?.hat], ['Ann', 'crown']);
  assert.is(await room.request('pass', 'nobody').catch(error => error.code), 'NOBODY_THERE');
  const back = holders.first(holder => holder === client.userId, { from: holders.count + 1 }); // after the pass to Ann
  assert.is(await room.request('pass', ann?.userId ?? ''), 1);
  await back;
  assert.equal(potatoResult.decode(await end), { loser: client.userId });
  assert.equal([await exit, printed.all.at(-1)], [[0, null], 'Cy is burnt']);
});

guide('its page can be bundled without any settings', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, FOLDER, 'page'),
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  assert.ok(outputs.some(({ fileName }) => fileName.endsWith('.js')));
});

/** What the guide gives to node to run this file. */
function argumentsFor(file: string): string[] {
  const command = commands.find(line => line.includes(`${FOLDER}/src/${file}`)) ?? '';
  const [program, ...args] = command.split(' ');
  assert.is(program, 'node', file);
  return args;
}

function linesOf({ stdout, stderr }: ChildProcess): Observations<string> {
  const lines = new Observations<string>('lines of the player');
  for (const output of [stdout, stderr]) {
    if (output !== null) createInterface({ input: output }).on('line', line => lines.add(line));
  }
  return lines;
}

guide.run();
