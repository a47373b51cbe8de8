import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startServer } from './server-process.ts';

const test = suite<{ folder: string }>('server process');
test.before.each(async context => {
  context.folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
});
test.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

const runProcessUrl = new URL('../shared/src/runtime/run-process.ts', import.meta.url).href;
const logUrl = new URL('../shared/src/runtime/log.ts', import.meta.url).href;

/** A server without sockets, with everything else of a real one. */
async function entryFile(folder: string, start = ''): Promise<string> {
  const entry = join(folder, 'main.mts');
  const code = `
    import { createLog } from ${JSON.stringify(logUrl)};
    import { connect } from 'node:net';
    import { runMain } from ${JSON.stringify(runProcessUrl)};
    const log = createLog({ level: 'info', base: { server: process.env.SERVER_NAME } });
    const part = { name: 'part', start() { ${start} } };
    const keepAlive = setInterval(() => {}, 1000);
    await runMain('server', () => ({ log, parts: [part], started: () => ({ id: 'gh:Game:x', address: process.env.ADDRESS ?? '' }) }));`;
  await writeFile(entry, code);
  return entry;
}

const server = { role: 'game-server', name: 'game-1', env: { ADDRESS: '127.0.0.1:1' } } as const;

test('ready when it says so, stopped by a signal', async ({ folder }) => {
  const texts: string[] = [];
  const game = startServer({ ...server, entry: await entryFile(folder), onLine: text => texts.push(text) });
  const started = await game.ready;
  assert.is(started.id, 'gh:Game:x');
  assert.is(started.address, '127.0.0.1:1');
  assert.is(started.server, 'game-1');
  game.kill('SIGTERM');
  await game.waitForEvent('process.stopped');
  assert.equal(await game.exited, { code: 0, signal: null });
  assert.is(texts.length, game.lines.length);
});

test('a failed start is the line it complained with', async ({ folder }) => {
  const game = startServer({ ...server, entry: await entryFile(folder, 'throw new Error("no luck")') });
  assert.is(await game.ready.catch(error => error.message), 'server: no luck');
  assert.is((await game.exited).code, 1);
});

test('ends when its parent is killed', async ({ folder }) => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const entry = await entryFile(folder, `connect(${port}, '127.0.0.1');`);
  const code = `
    import { startServer } from ${JSON.stringify(new URL('server-process.ts', import.meta.url).href)};
    startServer({ role: 'game-server', name: 'x', env: {}, entry: ${JSON.stringify(entry)} });`;
  const args = ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', code];
  const parent = spawn(process.execPath, args, { stdio: 'inherit' });
  const [socket] = await once(listener, 'connection');
  const closed = once(socket.resume(), 'close');
  parent.kill('SIGKILL');
  await closed;
  listener.close();
});

test.run();
