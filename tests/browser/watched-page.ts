import { findBrowserBinary } from '@gatehouse/scripts/browser-binary';
import type { Browser, Page } from 'playwright-core';

/** Two processors and the other tests beside it: a browser may take its time. */
const PATIENCE_MS = 20_000;

/** Why tests in a browser cannot run here; undefined: they can. */
export function browserIsMissing(): Promise<string | undefined> {
  return findBrowserBinary(process.env).then(
    () => undefined,
    error => error.message,
  );
}

/** A page in a profile of its own. `complaints` takes all that its console says of errors. */
export async function openPage(browser: Browser, url: string, complaints: string[]): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', said => {
    if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
  });
  await page.goto(url);
  return page;
}
