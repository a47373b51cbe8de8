import { type Client, connect, type GameRoom, type RoomEnd } from '@gatehouse/client';
import { ArenaView } from '@gatehouse/example-arena/arena-view';
import { arenaResult, messages } from '@gatehouse/example-arena/messages';
import { towards } from '@gatehouse/example-arena/world';
import { launchBrowser } from '@gatehouse/scripts/browser';
import { root } from '@gatehouse/scripts/checkout';
import { ARENA_PAGE, buildPage } from '@gatehouse/scripts/page-build';
import { readPageFiles } from '@gatehouse/scripts/page-files';
import { PageServer } from '@gatehouse/scripts/page-server';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ArenaPage } from './browser/arena-page.ts';
import { browserIsMissing, openPage } from './browser/watched-page.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Three players in one arena: Ann and Bo, each in a browser at a gateway of its own, and Cy by the SDK over TCP. Two
// gateways, two lobby servers. Each step builds on the one before.

interface Context {
  cluster: TestCluster;
  servers: PageServer[];
  browsers: Browser[];
  complaints: string[];
  ann: ArenaPage;
  bo: ArenaPage;
  cy: Client;
  room: GameRoom<typeof messages>;
  ended: Promise<RoomEnd>;
}

const STEER_INTERVAL_MS = 100;
const trio = suite<Context>('two browsers');
const missing = await browserIsMissing();
const step = testUnless(missing, trio);

if (missing === undefined) {
  trio.before(async context => {
    Object.assign(context, { servers: [], browsers: [], complaints: [] });
    context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, healthIntervalMs: 5000 });
    const files = await readPageFiles(await buildPage(root, ARENA_PAGE, () => {}));
    for (const url of await context.cluster.urls()) {
      const server = new PageServer({ files: () => files, gatewayUrls: () => [url], port: 0 });
      await server.start();
      context.servers.push(server);
    }
  });
  trio.after(async ({ cy, browsers, servers, cluster }) => {
    cy?.close();
    for (const browser of browsers) await browser.close();
    for (const server of servers) await server.stop();
    await cluster?.stop();
  });
}

step('lobby: one makes an arena, one comes by its address, one finds it in the list', async context => {
  const { cluster, servers } = context;
  context.ann = await openArena(context, servers[0]?.url ?? '');
  await context.ann.enter('Ann');
  const invitation = await context.ann.makeArena();
  context.bo = await openArena(context, `${servers[1]?.url}/${invitation}`);
  await context.bo.enter('Bo');
  await context.ann.line('Bo').waitFor();

  context.cy = await connect({ urls: (await cluster.tcpUrls()).slice(1), guestName: 'Cy' });
  const { rooms } = await context.cy.lobby.list({ roomClass: 'arena' });
  assert.equal(
    rooms.map(({ id, memberCount }) => `#room=${id} ${memberCount}`),
    [`${invitation} 2`],
  );
  await context.cy.lobby.join(rooms[0]?.id ?? '');
  for (const page of [context.ann, context.bo]) await page.line('Cy').waitFor();
});

step('they are on two gateways and two lobby servers', async ({ cluster }) => {
  for (const gateway of cluster.gateways) assert.ok(cluster.lines([gateway], 'session.opened').length > 0);
  const views = await Promise.all(cluster.gateways.map(gateway => cluster.servers(gateway)));
  const used = views.flat().filter(({ type, channels }) => type === 'Lobby' && channels > 0);
  assert.equal([...new Set(used.map(({ id }) => id))].sort(), ['gh:Lobby:l1', 'gh:Lobby:l2']);
});

step('chat: all read the same lines in the same order', async ({ ann, bo, cy }) => {
  const heard: string[] = [];
  cy.lobby.on('chat', ({ name, text }) => heard.push(`${name} ${text}`));
  await Promise.all([ann.say('hello from a browser'), bo.say('and from another'), cy.lobby.chat('and from none')]);
  const lines = await ann.chat(3);
  assert.equal(await bo.chat(3), lines);
  assert.equal(heard, lines);
});

step('start: not before all are ready', async context => {
  const { ann, bo, cy } = context;
  const start = ann.page.getByRole('button', { name: 'Start the game' });
  assert.ok(await start.isDisabled());
  await bo.press('I am ready');
  await cy.lobby.ready(true);
  await start.click();
  context.room = await cy.room({ messages });
  context.ended = new Promise(resolve => context.room.onEnded(resolve));
  for (const { page } of [ann, bo]) await page.locator('canvas').waitFor();
});

step('play: keys move Ann for everybody, Cy collects coins for all to see', async ({ ann, bo, cy, room }) => {
  const view = new ArenaView(room, () => performance.now());
  const placeOfAnn = () => [...view.movers.values()].find(({ name }) => name === 'Ann');
  const before = placeOfAnn();
  const isLeft = (before?.x ?? 0) < view.size / 2;
  await ann.page.keyboard.down(isLeft ? 'd' : 'ArrowLeft');
  const stopSteering = systemClock.every(STEER_INTERVAL_MS, () => chaseCoins(room, view, cy.userId));
  const points = await Promise.all([ann.pointsOf('Cy'), bo.pointsOf('Cy')]);
  await ann.page.keyboard.up(isLeft ? 'd' : 'ArrowLeft');
  stopSteering();
  assert.ok(Math.min(...points) > 0);
  const wayOfAnn = (placeOfAnn()?.x ?? 0) - (before?.x ?? 0);
  assert.ok(isLeft ? wayOfAnn > 50 : wayOfAnn < -50, `${wayOfAnn}`);
  view.close();
});

step('the end: one result for all, and the arena waits for the next start', async ({ ann, bo, cy, ended }) => {
  const end = await ended;
  assert.is(end.why, 'ended');
  const result = arenaResult.decode(end.result).map(({ name, score }) => `${name} ${score}`);
  assert.ok(['Ann', 'Bo', 'Cy'].every(name => result.some(line => line.startsWith(name))));
  assert.equal(await ann.result(), result);
  assert.equal(await bo.result(), result);
  assert.ok(await ann.page.getByRole('button', { name: 'Start the game' }).isEnabled());
  assert.is(cy.lobby.room?.phase, 'waiting');
});

step('once more: when all want it, the next game begins by itself', async ({ ann, bo, cy, room }) => {
  await Promise.all([ann.press('Play again'), bo.press('Play again'), cy.lobby.voteRematch(true)]);
  for (const { page } of [ann, bo]) await page.locator('canvas').waitFor();
  assert.is.not((await cy.room({ messages })).roomId, room.roomId);
  await ann.press('Leave');
  await bo.line('Ann').waitFor({ state: 'detached' });
});

step('the debug panel is in a file of its own', async () => {
  const files = await readPageFiles(await buildPage(root, ARENA_PAGE, () => {}));
  const textOf = (path: string) => Buffer.from(files.get(path)?.bytes ?? '').toString();
  const [panel, ...others] = [...files.keys()].filter(path => textOf(path).includes('gatehouse-debug-panel'));
  assert.ok(panel?.startsWith('/assets/'));
  assert.equal([others, textOf('/').includes(panel ?? '')], [[], false]);
});

step('no page has complained about anything', async ({ complaints }) => assert.equal(complaints, []));

trio.run();

/** A browser of its own. */
async function openArena({ browsers, complaints }: Context, url: string): Promise<ArenaPage> {
  const browser = await launchBrowser();
  browsers.push(browser);
  return new ArenaPage(await openPage(browser, url, complaints));
}

function chaseCoins(room: GameRoom<typeof messages>, view: ArenaView, userId: string): void {
  const self = view.movers.get(userId);
  const [coin] = view.coins.values();
  if (self !== undefined && coin !== undefined) room.send('steer', towards(self, coin));
}
