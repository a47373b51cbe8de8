import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '@gatehouse/scripts/browser';
import { root } from '@gatehouse/scripts/checkout';
import { PageServer } from '@gatehouse/scripts/page-server';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { EchoPage, EchoReport } from './browser/echo-page.ts';
import { pageOf } from './browser/page-of.ts';
import { browserIsMissing, openPage } from './browser/watched-page.ts';
import { TestCluster } from './harness/test-cluster.ts';

// The SDK as a bundler makes it, in a real browser under a strict policy: one page through login, game, and the death of
// its gateway. Each step builds on the one before.

/** What runs in the page sees this. */
declare const echoPage: EchoPage;

interface Context {
  cluster: TestCluster;
  server: PageServer;
  browser: Browser;
  page: Page;
  complaints: string[];
}

const sdk = suite<Context>('browser');
const missing = await browserIsMissing();
const step = testUnless(missing, sdk);

if (missing === undefined) {
  sdk.before(async context => {
    context.cluster = await TestCluster.start({ gateways: 2, healthIntervalMs: 5000 });
    const urls = await context.cluster.urls();
    const files = await pageOf(pathToFileURL(join(root, 'tests/browser/echo-page.ts')));
    context.server = new PageServer({ files: () => files, gatewayUrls: () => urls, port: 0 });
    await context.server.start();
    context.browser = await launchBrowser();
    context.complaints = [];
    context.page = await openPage(context.browser, context.server.url, context.complaints);
  });
  sdk.after(async ({ browser, server, cluster }) => {
    await browser?.close();
    await server?.stop();
    await cluster?.stop();
  });
}

const report = (page: Page): Promise<EchoReport> => page.evaluate(() => echoPage.report);
const numbers = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

step('connects, joins a game, and is answered in order', async ({ cluster, page }) => {
  await page.evaluate(urls => echoPage.enter(urls), await cluster.urls());
  await page.evaluate(() => echoPage.say(1, 50));
  await page.waitForFunction(() => echoPage.report.heard.length >= 50);
  assert.equal((await report(page)).heard, numbers(50));
});

step('its gateway is killed: what is said meanwhile arrives once and in order', async ({ cluster, page }) => {
  const [dying, ...more] = cluster.gateways.filter(gateway => cluster.lines([gateway], 'session.opened').length > 0);
  assert.is(more.length, 0);
  dying?.kill('SIGKILL');
  await dying?.exited;
  await page.evaluate(() => echoPage.say(51, 100));
  await page.waitForFunction(() => echoPage.report.heard.length >= 100);
  const { heard, events } = await report(page);
  assert.equal(heard, numbers(100));
  assert.is(events[0], 'disconnected');
  assert.ok(events.includes('room resumed, 0 lost'), events.join('; '));
  assert.not.ok(events.includes('room fresh'));
});

step('debug panel: shows how it is; what it breaks heals, and nothing is lost', async ({ page }) => {
  await page.evaluate(() => echoPage.showPanel());
  const panel = page.getByRole('region', { name: 'Gatehouse debug panel' });
  const roomIs = (state: string) => panel.locator(`tr[data-stream=room][data-state=${state}]`).waitFor();
  const count = async (name: string) => Number(await panel.locator(`[data-count=${name}]`).textContent());
  await panel.locator('[data-state=connected]').waitFor();
  await roomIs('open');
  await panel
    .getByText(/\d ms$/)
    .first()
    .waitFor();
  const before = { disconnects: await count('disconnects'), resumes: await count('resumes') };

  await panel.getByRole('button', { name: 'Cut now' }).click();
  await page.evaluate(() => echoPage.say(101, 150));
  await page.waitForFunction(() => echoPage.report.heard.length >= 150);
  await roomIs('open');
  assert.ok((await count('disconnects')) > before.disconnects);
  assert.is(await count('resumes'), before.resumes + 2, 'lobby and room');
  assert.is(await count('freshes'), 0);
  assert.match((await panel.getByRole('log').textContent()) ?? '', /resumed[\s\S]*away[\s\S]*disconnected/);

  const hole = panel.getByRole('button', { name: 'Black hole' });
  await hole.click();
  await page.evaluate(() => echoPage.say(151, 200));
  await panel.getByText(/^50 \(/).waitFor(); // kept
  await roomIs('stalled');
  assert.is((await report(page)).heard.length, 150);
  await hole.click();
  await page.waitForFunction(() => echoPage.report.heard.length >= 200);
  assert.equal((await report(page)).heard, numbers(200));
  await roomIs('open');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

step('leaves; a tcp:// gateway is refused with what to use instead', async ({ page }) => {
  await page.evaluate(() => echoPage.leave());
  assert.match(await page.evaluate(() => echoPage.refusal(['tcp://127.0.0.1:7401'])), /ws:\/\/|wss:\/\//);
});

step('nothing was complained about but the gateway that is gone', async ({ complaints }) => {
  const others = complaints.filter(complaint => !complaint.includes('ERR_CONNECTION_REFUSED'));
  assert.equal(others, []);
});

sdk.run();
