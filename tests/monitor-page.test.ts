import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SlackStandIn } from '@gatehouse/monitor/alerts/slack-stand-in';
import { launchBrowser } from '@gatehouse/scripts/browser';
import { root } from '@gatehouse/scripts/checkout';
import { buildPage, MONITOR_PAGE } from '@gatehouse/scripts/page-build';
import { readPageFiles } from '@gatehouse/scripts/page-files';
import { type ServerProcess, startServer } from '@gatehouse/scripts/server-process';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MonitorPage } from './browser/monitor-page.ts';
import { browserIsMissing, openPage } from './browser/watched-page.ts';
import { TestCluster } from './harness/test-cluster.ts';

// An operator watches a cluster in a browser while one of its servers dies and comes back. Each step builds on the one before.

interface Context {
  cluster: TestCluster;
  slack: SlackStandIn;
  slackOrigin: string;
  /** What a target leads to. */
  web: Server;
  folder: string;
  monitor: ServerProcess;
  url: string;
  browser: Browser;
  complaints: string[];
  admin: MonitorPage;
}

const ADMIN_PASSWORD = 'correct horse battery';
const VIEWER_PASSWORD = 'staple the next one';
const MONITOR_SECRET = randomBytes(32).toString('hex');
const MAX_FIRST_LOAD_BYTES = 60_000;
const MAX_DOWN_SHOWN_MS = 2000;
/** Messages go by themselves after 6 s. */
const MAX_CLOSED_MS = 3000;
/** Nothing listens there: it takes rights to. */
const CLOSED_PORT = 1;
/** The browser's own line about an answer that is no success: whether there is a session is asked that way. */
const REFUSED = /Failed to load resource/;

const watch = suite<Context>('monitor page');
const missing = await browserIsMissing();
const step = testUnless(missing, watch);

if (missing === undefined) {
  watch.before(async context => {
    context.complaints = [];
    await buildPage(root, MONITOR_PAGE, () => {});
    context.folder = await mkdtemp(join(tmpdir(), 'gatehouse-monitor-page-'));
    context.slack = new SlackStandIn();
    [context.slackOrigin, context.cluster] = await Promise.all([
      context.slack.start(),
      TestCluster.start({ gameServers: 2 }),
    ]);
    context.web = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
    context.monitor = startMonitor(context, '0');
    const { address } = await context.monitor.ready;
    context.url = `http://${address}`;
    context.browser = await launchBrowser();
    context.admin = new MonitorPage(await openPage(context.browser, context.url, context.complaints));
  });
  watch.after(async ({ browser, monitor, cluster, slack, web, folder }) => {
    await browser?.close();
    monitor?.kill('SIGKILL');
    await monitor?.exited;
    await cluster?.stop();
    await slack?.stop();
    web?.closeAllConnections();
    web?.close();
    await rm(folder, { recursive: true, force: true });
  });
}

step('log in: the members of the cluster are there by themselves', async ({ admin }) => {
  await admin.logIn('admin', ADMIN_PASSWORD);
  for (const id of ['gh:Gateway:gw1', 'gh:Lobby:l1', 'gh:Game:g1', 'gh:Game:g2']) await admin.stands(id, 'Up');
  await admin.page.getByText('All 4 are up.').waitFor();
  assert.is(await admin.page.title(), 'Gatehouse monitor');
});

step('a channel: its hook is masked, and a test arrives', async ({ admin, slack, slackOrigin }) => {
  await admin.groupNothing();
  await admin.addSlackChannel('ops', `${slackOrigin}/services/T0/B0/abcdefghijklmnop`);
  const card = admin.card('ops');
  assert.not.ok((await card.textContent())?.includes('abcdefghijklmnop'));
  await card.getByRole('button', { name: 'Send a test' }).click();
  await card.getByText(/The test has arrived/).waitFor();
  assert.is(slack.taken.length, 1);
});

step('the cluster: servers and gateways, and where a player is', async ({ admin }) => {
  await admin.go('Cluster');
  await admin.row('gh:Game:g1').getByText('up', { exact: true }).waitFor();
  await admin.row('gh:Gateway:gw1').getByText('up', { exact: true }).waitFor();
  await admin.page.getByLabel('User id').fill('nobody');
  await admin.press('Find');
  await admin.page.getByRole('alert').filter({ hasText: 'knows no session of this user' }).waitFor();
});

step('a game server is killed: down without a reload, and somebody is told', async context => {
  const { admin, cluster, slack } = context;
  await admin.go('Targets');
  await admin.mark();
  const evicted = cluster.logged(cluster.gateways, 'server.evicted').then(() => performance.now());
  cluster.server('gh:Game:g1').kill('SIGKILL');
  await admin.stands('gh:Game:g1', 'Down');
  const shownMs = performance.now() - (await evicted);
  assert.ok(shownMs < MAX_DOWN_SHOWN_MS, `shown ${Math.round(shownMs)} ms after the eviction`);
  await admin.page.getByText('1 of 4 is down: gh:Game:g1.').waitFor();
  assert.is(await admin.page.title(), '(1 down) Gatehouse monitor');
  assert.match(await slack.message(/^DOWN: gh:Game:g1/), /evicted/);
  assert.ok(await admin.isMarked());
});

step('the incident is open, and says who was told', async ({ admin }) => {
  await admin.go('Incidents');
  const card = admin.card('Outage of gh:Game:g1');
  await card.getByText('Open', { exact: true }).waitFor();
  await card.getByRole('row', { name: /^outage ops sent/ }).waitFor();
});

step('it comes back: up, the incident is over, and the message says how long it was', async context => {
  const { admin, cluster, slack } = context;
  cluster.startGameServer('g1');
  await admin.card('Outage of gh:Game:g1').getByText('Over', { exact: true }).waitFor();
  assert.match(await slack.message(/^UP again/), /gh:Game:g1 .* was down for (\d+ (s|min)|less than 1 s)/);
  await admin.go('Targets');
  await admin.stands('gh:Game:g1', 'Up');
  await admin.page.getByText('All 4 are up.').waitFor();
  assert.ok(await admin.isMarked());
});

step('a viewer sees everything, and nothing that he may not do', async ({ admin, browser, url, complaints }) => {
  await admin.addUser('night', VIEWER_PASSWORD);
  const viewer = new MonitorPage(await openPage(browser, url, complaints));
  await viewer.logIn('night', VIEWER_PASSWORD);
  await viewer.stands('gh:Game:g1', 'Up');
  for (const view of ['Targets', 'Cluster', 'Incidents', 'Channels', 'Settings']) {
    await viewer.go(view);
    const forbidden = viewer.page.getByRole('button', { name: /Add|Edit|Delete|Drain|Pause|Send a test|What to do/ });
    assert.is(await forbidden.count(), 0, view);
  }
  await viewer.press('Log out');
  await viewer.page.getByLabel('Password').waitFor();
});

step('a target added by hand is checked, and its latency is drawn', async ({ admin, web }) => {
  await admin.addTarget('web', '127.0.0.1', (web.address() as AddressInfo).port);
  await admin.stands('web', 'Up');
  await admin.open('web');
  await admin.page
    .getByRole('img', { name: /^Latency of / })
    .locator('canvas')
    .waitFor();
});

step(
  'what depends on another says so while that one is down; the way back is to the list as it was',
  async ({ admin }) => {
    const { page } = admin;
    await admin.addTarget('proxy', '127.0.0.1', CLOSED_PORT);
    await admin.stands('proxy', 'In doubt');
    await page.getByLabel('Type').selectOption('web');
    await admin.row('gh:Game:g1').waitFor({ state: 'detached' });
    await admin.open('web');
    await admin.dependOn('nobody');
    await page.getByRole('dialog').getByText('There is no target with the name nobody.').waitFor();
    await page.keyboard.press('Escape');
    await admin.dependOn('proxy');
    await page.getByText(/^Alerts are held back: proxy, .* is (in doubt|down)\.$/).waitFor();
    await page.getByText('web is saved.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('web is saved.').waitFor({ state: 'detached', timeout: MAX_CLOSED_MS });
    await admin.open('proxy');
    await admin.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByLabel('Type').waitFor();
    await admin.open('web');
    assert.is(await page.getByText(/^Depends on/).count(), 0);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    assert.is(await page.getByLabel('Type').inputValue(), '1');
    await page.getByLabel('Type').selectOption('all');
  },
);

step('all of it by the keyboard: log in, filter, pause, resume, a channel and its test, log out', async context => {
  const { browser, url, complaints, slack, slackOrigin } = context;
  const by = new MonitorPage(await openPage(browser, url, complaints));
  const { page } = by;
  const button = (name: string, within: Pick<typeof page, 'getByRole'> = page) =>
    within.getByRole('button', { name, exact: true });
  await by.reach(page.getByLabel('Name'));
  await by.type('admin');
  await by.reach(page.getByLabel('Password'));
  await by.paste(ADMIN_PASSWORD);
  await by.reach(button('Log in'), 'Enter');
  await by.isLive();
  await by.reach(page.getByLabel('Search'));
  await by.type('web');
  await by.row('gh:Game:g1').waitFor({ state: 'detached' });
  await by.reach(button('What to do with web'), 'Enter', 'End', 'Enter');
  await by.reach(button('Cancel', page.getByRole('dialog')), 'Escape');
  await by.page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.ok(await by.isFocused(button('What to do with web')));
  await by.reach(page.getByRole('link', { name: 'web', exact: true }), 'Enter');
  await by.reach(button('Pause'), 'Space');
  await by.reach(button('Resume'), 'Enter');
  await button('Pause').waitFor();
  await page.goBack();
  await by.reach(page.getByRole('link', { name: 'Channels' }), 'Enter');
  await by.reach(button('Add a channel'), 'Enter');
  await by.reach(page.getByLabel('Name'));
  await by.type('keys');
  await by.reach(page.getByLabel('Hook URL'));
  await by.paste(`${slackOrigin}/services/T0/B0/qrstuvwxyz`);
  const before = slack.taken.length;
  await by.reach(button('Save'), 'Enter');
  await by.reach(button('Send a test', by.card('keys')), 'Space');
  await by
    .card('keys')
    .getByText(/The test has arrived/)
    .waitFor();
  assert.is(slack.taken.length, before + 1);
  await by.reach(button('Log out'), 'Enter');
  await by.reach(page.getByLabel('Name'));
});

step('who has no account sees names and standings, nothing else', async ({ browser, url, complaints }) => {
  const stranger = new MonitorPage(await openPage(browser, url, complaints));
  await stranger.page.getByRole('link', { name: /without logging in/ }).click();
  await stranger.page.getByRole('status').getByText('All 5 are up.').waitFor();
  await stranger.stands('gh:Game:g1', 'Up');
  assert.is(await stranger.page.getByRole('button').count(), 0);
  assert.not.match((await stranger.page.textContent('body')) ?? '', /127\.0\.0\.1/);
});

step('no page has complained about anything', async ({ complaints }) =>
  assert.equal(
    complaints.filter(line => !REFUSED.test(line)),
    [],
  ),
);

step('the monitor is gone: the picture says that it is old, and is live again with the monitor', async context => {
  const { admin, monitor, url } = context;
  monitor.kill('SIGKILL');
  await admin.page.getByText(/^Not live: what you see is as of/).waitFor();
  await admin.page.getByText('reconnecting', { exact: true }).waitFor();
  await monitor.exited;
  context.monitor = startMonitor(context, new URL(url).port);
  await admin.isLive();
  await admin.go('Targets');
  await admin.stands('gh:Game:g1', 'Up');
  assert.ok(await admin.isMarked());
});

step('what is loaded first is small, and has no chart in it', async () => {
  const files = await readPageFiles(join(root, MONITOR_PAGE.built));
  const html = Buffer.from(files.get('/')?.bytes ?? '').toString();
  const linked = [...html.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const sizes = ['/', ...linked].map(path => (files.get(`${path}.gz`) ?? files.get(path))?.bytes.length ?? Number.NaN);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total < MAX_FIRST_LOAD_BYTES, `${total} bytes`);
  assert.not.ok(linked.some(path => path.includes('chart')));
});

watch.run();

/** On port 0: any free one. */
function startMonitor({ cluster, slackOrigin, folder }: Context, port: string): ServerProcess {
  return startServer({
    role: 'monitor',
    name: 'monitor',
    env: {
      REDIS_URL: cluster.redis.url,
      MONITOR_PORT: port,
      MONITOR_SECRET,
      MONITOR_ADMIN_PASSWORD: ADMIN_PASSWORD,
      DATABASE_URL: `file:${join(folder, 'monitor.db')}`,
      HOOK_ORIGINS: slackOrigin,
      MONITOR_PUBLIC_PAGE: '1',
      PROBE_LOOPBACK: '1',
      LOG_LEVEL: 'info',
    },
  });
}
