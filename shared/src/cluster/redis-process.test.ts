import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { Redis } from 'ioredis';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testUnless } from '../runtime/test-unless.ts';
import { RedisProcess } from './redis-process.ts';
import { unlessRealRedis } from './test-cluster.ts';

const options = {
  binary: process.env.REDIS_SERVER || 'redis-server',
  libraryPath: process.env.REDIS_SERVER_LIBRARY_PATH || undefined,
};

async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {}); // the commands say so
  await redis.connect();
  return redis;
}

test('redis process: with a password, gone after stop', async () => {
  const server = await RedisProcess.start(options);
  const redis = await connect(server.url);
  assert.is(await redis.set('a', 'b'), 'OK');
  redis.disconnect();

  const stranger = await connect(`redis://127.0.0.1:${server.port}`).catch(error => error);
  assert.match(String(stranger.message ?? (await stranger.get('a').catch(String))), /NOAUTH|closed/);
  if (stranger instanceof Redis) stranger.disconnect();

  await server.stop();
  await server.stop();
  assert.is(await connect(server.url).catch(() => 'refused'), 'refused');
});

test('redis process: its port was taken before it started: it takes another one', async () => {
  const first = await RedisProcess.start(options);
  const taken = [`port ${first.port}`, ''];
  const second = await RedisProcess.start({
    ...options,
    get configuration() {
      return taken.splice(0, 1);
    },
  });
  assert.equal(taken, [], 'started once');
  const redis = await connect(second.url);
  assert.is(await redis.ping(), 'PONG');
  redis.disconnect();
  await Promise.all([first.stop(), second.stop()]);
});

const onLinux = testUnless(process.platform === 'linux' ? undefined : 'only Linux has 127.0.0.2', test);
onLinux('redis process: on 127.0.0.1 and no other address', async () => {
  const server = await RedisProcess.start(options);
  const socket = connectSocket(server.port, '127.0.0.2');
  const outcome = await new Promise(resolve => {
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  socket.destroy();
  await server.stop();
  assert.is(outcome, 'ECONNREFUSED');
});

const onRealRedis = testUnless(unlessRealRedis('never writes to disk'), test);
onRealRedis('redis process: nothing on disk, its folder gone after stop', async () => {
  const server = await RedisProcess.start(options);
  const redis = await connect(server.url);
  assert.equal(await redis.config('GET', 'save'), ['save', '']);
  const [, folder] = (await redis.config('GET', 'dir')) as [string, string];
  assert.ok(existsSync(folder));
  redis.disconnect();
  await server.stop();
  assert.not(existsSync(folder));
});

test('redis process: restarted it is empty, at the same address', async () => {
  const server = await RedisProcess.start(options);
  const before = await connect(server.url);
  await before.set('a', 'b');
  before.disconnect();
  await server.restart();
  const after = await connect(server.url);
  assert.is(await after.get('a'), null);
  after.disconnect();
  await server.stop();
});

test('redis process: a binary that cannot be started is an error', async () => {
  const failure = (binary: string) => RedisProcess.start({ binary }).then(() => 'none', String);
  assert.match(await failure('/nowhere'), 'ENOENT');
  assert.match(await failure('/bin/false'), 'ended with 1');
});

test('redis process: ends with the process that started it, even when that is killed', async () => {
  const code = `
    import { RedisProcess } from ${JSON.stringify(import.meta.url.replace('.test.', '.'))};
    const server = await RedisProcess.start(${JSON.stringify(options)});
    console.log(server.url);`;
  const args = ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', code];
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(owner.stdout, 'data');
  const redis = await connect(String(line).trim());
  const closed = once(redis, 'close');
  owner.kill('SIGKILL');
  await closed;
});

test.run();
