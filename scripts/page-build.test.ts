import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildPage, type PageSources } from './page-build.ts';

const page: PageSources = { folder: 'page', vite: 'vite.mjs', built: 'dist/page', inputs: ['page', 'lock'] };
/** Stands for Vite: a page that says how often it was built; fails when it is told to. */
const VITE = `
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
if (existsSync('broken')) { console.error('page.ts: no such thing'); process.exit(1); }
mkdirSync('../dist/page', { recursive: true });
const count = existsSync('../dist/count') ? Number(readFileSync('../dist/count', 'utf8')) + 1 : 1;
for (const file of ['../dist/count', '../dist/page/index.html']) writeFileSync(file, String(count));
`;

async function inCheckout(run: (root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  try {
    await mkdir(join(root, 'page/src'), { recursive: true });
    await writeFile(join(root, 'vite.mjs'), VITE);
    await writeFile(join(root, 'lock'), '1');
    await writeFile(join(root, 'page/src/main.ts'), '1');
    await run(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

test('page build: built once, and again when something has changed', () =>
  inCheckout(async root => {
    const said: string[] = [];
    const build = () => buildPage(root, page, line => said.push(line));
    assert.is(await build(), join(root, 'dist/page'));
    await build();
    assert.is(said.length, 1);
    await writeFile(join(root, 'page/src/main.ts'), '2');
    await build();
    await writeFile(join(root, 'lock'), '2');
    await build();
    assert.is(said.length, 3);
    await rm(join(root, 'dist/page'), { recursive: true });
    await build();
    assert.is(said.length, 4);
  }));

test('page build: what is wrong with the page is said, and nothing counts as built', () =>
  inCheckout(async root => {
    await writeFile(join(root, 'page/broken'), '');
    const failures: string[] = [];
    for (let count = 0; count < 2; count++) {
      await buildPage(root, page, () => {}).catch(error => failures.push(error.message));
    }
    assert.equal(failures, Array(2).fill('page cannot be built: page.ts: no such thing'));
  }));

test.run();
