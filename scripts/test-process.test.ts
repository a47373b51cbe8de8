import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestProcess, type TestResult } from './test-process.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const onePassed = `console.log('  Total:     1\\n  Passed:    1\\n  Skipped:   0\\n  Duration:  1ms\\n');`;
const stayAlive = 'setInterval(() => {}, 1000);';

const test = suite<{ folder: string }>('test process');
test.before.each(async context => {
  context.folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
});
test.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

async function run(folder: string, code: string, limits = {}): Promise<TestResult> {
  const file = join(folder, 'x.test.mts');
  await writeFile(file, code);
  const options = { root, file, env: process.env, timeoutMs: 20_000, leakTimeoutMs: 20_000, ...limits };
  return startTestProcess(options).result;
}

test('passes on what the file printed', async ({ folder }) => {
  const result = await run(folder, `console.error('hello'); ${onePassed}`);
  assert.is(result.passed, 1);
  assert.is(result.failed, 0);
  assert.match(result.output, 'hello');
});

test('a file that never ends is killed, with what it started', async ({ folder }) => {
  const code = `import { spawn } from 'node:child_process'; spawn('sleep', ['60'], { stdio: 'inherit' }); ${stayAlive}`;
  const result = await run(folder, code, { timeoutMs: 1500 });
  assert.is(result.why, 'timed out after 1.5 s');
  // Its output ends with the last process that holds it: far from a minute.
  assert.ok(result.durationMs < 30_000, `${result.durationMs} ms`);
});

test('output held by a process that left the group does not hold up the runner', async ({ folder }) => {
  const code = `import { spawn } from 'node:child_process';
    const child = spawn('sleep', ['5'], { stdio: 'inherit', detached: true }); child.unref(); ${onePassed}`;
  const result = await run(folder, code);
  assert.is(result.passed, 1);
  assert.ok(result.durationMs < 4500, `${result.durationMs} ms`);
});

test('a file that keeps something open is a failure, found soon', async ({ folder }) => {
  const result = await run(folder, onePassed + stayAlive, { leakTimeoutMs: 50 });
  assert.is(result.failed, 1);
  assert.match(result.why ?? '', 'kept running');
  assert.match(result.output, /left open: .*Timeout/);
});

test('a file that throws or ends early is a failure', async ({ folder }) => {
  assert.is((await run(folder, 'throw new Error("x")')).failed, 1);
  assert.is((await run(folder, 'process.exit(0)')).why, 'ended before its tests were finished');
  assert.is((await run(folder, `${onePassed} process.exitCode = 3`)).why, 'ended with exit code 3');
});

test.run();
