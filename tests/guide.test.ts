import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, connect } from '@gatehouse/client';
import { type Guest, messages, potatoResult } from '@gatehouse/example-guide/messages';
import { launchBrowser } from '@gatehouse/scripts/browser';
import { root } from '@gatehouse/scripts/checkout';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { browserIsMissing } from './browser/watched-page.ts';
import { readMarkdown } from './docs/markdown.ts';
import type { Command } from './harness/command.ts';
import { freeDemoPort } from './harness/demo-ports.ts';
import { GuideFollower, guideSteps } from './harness/guide-follower.ts';
import { Observations } from './harness/observations.ts';

// A newcomer with an empty folder beside the checkout does what docs/GUIDE.md says, step by step. Each test builds on the
// one before.

const EXAMPLE = 'examples/guide';
const steps = guideSteps(readMarkdown('docs/GUIDE.md'));
const files = new Map(steps.flatMap(step => (step.kind === 'file' ? [[step.path, step.text]] : [])));

interface Following {
  folder: string;
  follower: GuideFollower;
  commands: Command[];
  cluster: Command;
  gateway: string;
  client: Client;
  browser: Browser;
}

const guide = suite<Following>('guide');

guide.before(async context => {
  const firstPort = await freeDemoPort();
  context.folder = mkdtempSync(join(tmpdir(), 'gatehouse-guide-'));
  symlinkSync(root, join(context.folder, 'gatehouse'));
  context.follower = new GuideFollower({ steps, folder: context.folder, firstPort });
  context.gateway = `ws://127.0.0.1:${firstPort}`;
  context.commands = [];
});

guide.after(async ({ folder, commands, cluster, client, browser }) => {
  client?.close();
  await browser?.close();
  for (const command of commands) command.kill();
  cluster?.interrupt();
  await Promise.all([cluster, ...commands].map(command => command?.exited));
  rmSync(folder, { recursive: true });
});

guide('its game is that of examples/guide, word for word', () => {
  const sources = readdirSync(join(root, EXAMPLE, 'src')).map(name => `src/${name}`);
  const paths = [...sources, 'page/index.html'];
  assert.equal([...files.keys()].filter(path => path.includes('/')).sort(), paths.sort());
  for (const path of paths) assert.is(files.get(path), readFileSync(join(root, EXAMPLE, path), 'utf8'), path);
});

guide('it asks for the versions that the workspace has', () => {
  const { devDependencies } = JSON.parse(files.get('package.json') ?? '') as Manifest;
  const { catalog } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as { catalog: Versions };
  const workspace = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const known = { ...workspace.devDependencies, ...catalog };
  for (const [name, version] of Object.entries(devDependencies)) {
    if (!version.startsWith('file:')) assert.is(version, known[name], name);
  }
});

guide('the packages are made and installed, and the room passes its test', async context => {
  const { follower } = context;
  context.cluster = follower.start();
  await follower.run(); // makes the packages
  await follower.run(); // installs them
  assert.match(await follower.run(), /Passed: +4\b/);
});

guide('the game server joins the cluster', async ({ follower, commands, cluster }) => {
  await cluster.line('Gatehouse is ready');
  const server = follower.start();
  commands.push(server);
  const { id } = JSON.parse(await server.line('process.started')) as { id: string };
  for (const gateway of ['gateway-1', 'gateway-2']) await cluster.line(gateway, 'server.opened', id);
});

guide('its players play', async context => {
  const { follower, commands, gateway } = context;
  const { room, client, guests, holders, end } = await play(gateway, { fuseSeconds: 8 }); // the others must be there in time
  context.client = client;
  await follower.run(); // compiles
  const players = [follower.start(), follower.start()];
  commands.push(...players);
  const all = await guests.first(({ length }) => length === 3);
  const [ann, bo] = ['Ann', 'Bo'].map(name => all.find(guest => guest.name === name));
  assert.equal([ann?.hat, bo?.hat], ['crown', 'wizard']);
  assert.is(await room.request('pass', 'nobody').catch(error => error.code), 'NOBODY_THERE');
  const back = holders.first(holder => holder !== ann?.userId, { from: holders.count + 1 }); // after the pass to Ann
  assert.is(await room.request('pass', ann?.userId ?? ''), 1);
  await back;
  const { loser } = potatoResult.decode(await end);
  for (const { exited, lines } of players) {
    assert.is(await exited, 0);
    assert.is(lines.at(-1), `${all.find(({ userId }) => userId === loser)?.name} is burnt`);
  }
  client.close();
});

const missing = await browserIsMissing();
const pageTest = testUnless(missing, guide);

guide('its page is served', async ({ follower, commands }) => {
  const vite = follower.start();
  commands.push(vite);
  await vite.line('http://');
});

pageTest('its page plays', async context => {
  const { commands, gateway } = context;
  const url = /http:\S+/.exec((await commands.at(-1)?.line('http://')) ?? '')?.[0] ?? '';
  context.browser = await launchBrowser();
  const page = await context.browser.newPage();
  const asked = page.waitForEvent('dialog');
  const loaded = page.goto(url);
  const { guests, client, end } = await play(gateway, { fuseSeconds: 4 });
  context.client = client;
  await (await asked).accept('Di');
  await loaded;
  await guests.first(now => now.some(({ name, hat }) => name === 'Di' && hat === 'wizard'));
  await page.locator('#news', { hasText: 'Cy has the potato' }).waitFor();
  assert.equal(potatoResult.decode(await end), { loser: client.userId });
  await page.locator('#news', { hasText: 'Cy is burnt' }).waitFor();
});

guide('it can be built for other machines, and there the guide ends', async ({ follower }) => {
  assert.match(await follower.run(), 'dist/index.html');
  assert.equal(follower.left, []);
});

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  devDependencies: Versions;
}

/** Cy, who makes a game and keeps the potato. */
async function play(url: string, options: { fuseSeconds: number }) {
  const client = await connect({ urls: [url], guestName: 'Cy' });
  const room = await client.joinOrCreate('potato', { messages, options });
  const guests = new Observations<readonly Guest[]>('guests');
  const holders = new Observations<string | undefined>('holders');
  room.on('guests', now => guests.add(now));
  room.on('potato', ({ holder }) => holders.add(holder));
  const end = new Promise<Uint8Array>(resolve => room.onEnded(({ result }) => resolve(result)));
  return { client, room, guests, holders, end };
}

guide.run();
