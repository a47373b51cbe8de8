import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findBrowserBinary } from './browser-binary.ts';

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
const program = join(folder, 'chromium');
await writeFile(program, '#!/bin/sh\n');
await chmod(program, 0o755);
test.after(() => rm(folder, { recursive: true, force: true }));

test('browser: the given one wins over PATH', async () => {
  const { path, env } = await findBrowserBinary({ CHROMIUM_PATH: process.execPath, PATH: folder });
  assert.is(path, process.execPath);
  assert.equal(env, {});
});

test('browser: a given one that does not exist is an error, not a fall back', async () => {
  const message = await findBrowserBinary({ CHROMIUM_PATH: '/nowhere', PATH: folder }).catch(error => error.message);
  assert.is(message, 'CHROMIUM_PATH is "/nowhere", which is no program');
});

test('browser: one of PATH before the one of npm', async () => {
  assert.is((await findBrowserBinary({ PATH: folder })).path, program);
});

test.run();
