import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, connect } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { launchBrowser } from '@gatehouse/scripts/browser';
import { root } from '@gatehouse/scripts/checkout';
import { PageServer } from '@gatehouse/scripts/page-server';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { EchoPage } from './browser/echo-page.ts';
import { pageOf } from './browser/page-of.ts';
import { browserIsMissing, openPage } from './browser/watched-page.ts';
import { PythonProgram, pythonMissing } from './harness/python-program.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// One room, served by the game server in Python: a player in a browser, one of the Python client over TCP, one on the SDK
// in Node. Two gateways.

/** What runs in the page sees this. */
declare const echoPage: EchoPage;

interface Context {
  cluster: TestCluster;
  backend: PythonProgram;
  server: PageServer;
  browser: Browser;
  page: Page;
  complaints: string[];
  python: PythonProgram;
  sdk: Client;
}

const SECRET = 'a secret of at least thirty-two bytes';
const mixed = suite<Context>('python and a browser');
const missing = pythonMissing ?? (await browserIsMissing());
const step = testUnless(missing, mixed);

if (missing === undefined) {
  mixed.before(
    reported(async context => {
      const env = { CLUSTER_SECRET: SECRET };
      context.cluster = await TestCluster.start({ gateways: 2, gameServers: 0, healthIntervalMs: 5000, env });
      const files = await pageOf(pathToFileURL(join(root, 'tests/browser/echo-page.ts')));
      const { redis } = context.cluster;
      const own = { ...env, REDIS_URL: redis.url, SERVER_NAME: 'python', HEALTH_INTERVAL_MS: '5000' };
      context.backend = new PythonProgram('python-backend/backend.py', [], own);
      await context.cluster.until('linked', servers => servers.some(({ type, linked }) => type === 'Game' && linked));
      const urls = await context.cluster.urls();
      context.server = new PageServer({ files: () => files, gatewayUrls: () => urls, port: 0 });
      await context.server.start();
      context.browser = await launchBrowser();
      context.complaints = [];
      context.page = await openPage(context.browser, context.server.url, context.complaints);
    }),
  );
  mixed.after(async ({ cluster, backend, server, browser, python, sdk }) => {
    sdk?.close();
    await python?.kill();
    await backend?.kill();
    await browser?.close();
    await server?.stop();
    await cluster?.stop();
  });
}

const lines = (page: Page, count: number) =>
  page
    .waitForFunction(wanted => echoPage.report.lines.length >= wanted, count)
    .then(() => page.evaluate(() => echoPage.report.lines));

step('all three are in one room, and all hear all', async context => {
  const { cluster, page } = context;
  const urls = await cluster.urls();
  await page.evaluate(all => echoPage.enter(all), urls);
  context.sdk = await connect({ urls, guestName: 'Ann' });
  const room = await context.sdk.joinOrCreate('echo', { messages });
  const heard: string[] = [];
  const heardThree = new Promise<void>(resolve => {
    room.on('say', text => {
      heard.push(new TextDecoder().decode(text));
      if (heard.length === 3) resolve();
    });
  });
  const python = new PythonProgram('python-client/client.py', [...(await cluster.tcpUrls()), '--name', 'Tina']);
  context.python = python;
  await python.printed(`in room ${room.roomId}`);
  assert.is(await cluster.inspect.hget(`gh:room:${room.roomId}`, 'server'), 'gh:Game:python');

  await page.evaluate(() => echoPage.tell('from a browser'));
  await python.printed('somebody says: from a browser');
  python.type('from Python');
  assert.equal(await lines(page, 2), ['from a browser', 'from Python']);
  room.send('say', new TextEncoder().encode('from Node'));
  await python.printed('somebody says: from Node');
  await heardThree;
  assert.equal(heard, await lines(page, 3));
});

step('the gateway of the browser dies: it goes on, and what it said meanwhile arrives once', async context => {
  const { cluster, page, python } = context;
  const { userId } = await page.evaluate(() => echoPage.report);
  const gateway = await cluster.inspect.hget(`gh:session:${userId}`, 'gateway');
  cluster.server(gateway ?? '').kill('SIGKILL');
  const from = python.lines.count;
  await page.evaluate(() =>
    ['one', 'two', 'three'].forEach(line => {
      echoPage.tell(line);
    }),
  );
  await python.printed('somebody says: three', from);
  const said = python.lines.all.slice(from).filter(line => line.startsWith('somebody says: '));
  assert.equal(
    said,
    ['one', 'two', 'three'].map(line => `somebody says: ${line}`),
  );
});

step('the game ends for all', async ({ python, page, complaints }) => {
  python.type('/finish all won');
  await python.printed('the game is over: ended all won');
  await page.waitForFunction(() => echoPage.report.events.includes('ended: ended'));
  assert.equal(
    complaints.filter(complaint => !complaint.includes('ERR_CONNECTION_REFUSED')),
    [],
  );
});

mixed.run();
