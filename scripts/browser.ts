import type { Browser } from 'playwright-core';
import { findBrowserBinary } from './browser-binary.ts';

/**
 * A headless Chromium, see findBrowserBinary. It ends with this process at the latest.
 * @throws Error saying what to do when there is none
 */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const binary = await findBrowserBinary(env);
  const { chromium } = await import('playwright-core'); // half a second that only those who need a browser pay
  return chromium.launch({
    executablePath: binary.path,
    // The sandbox needs rights that containers do not give; the only pages shown are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...env, ...binary.env } as Record<string, string>,
  });
}
