import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { provideRedis } from './redis-provider.ts';

const withoutUrl = { ...process.env, REDIS_URL: '' };
const inJavaScript = { GATEHOUSE_REDIS: 'js' };

async function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    error => error.message,
  );
}

test('redis provider: a private one answers, says that nothing is kept, and ends', async () => {
  const provided = await provideRedis(withoutUrl, () => {});
  assert.match(provided.description, 'nothing is kept');
  const answer = execFileSync('sh', ['-c', `${provided.commandLine} PING`], { encoding: 'utf8' });
  assert.is(answer.trim(), 'PONG');
  await provided.stop();
  assert.match(await failureOf(provideRedis({ REDIS_URL: provided.url }, () => {})), 'does not answer');
});

test('redis provider: GATEHOUSE_REDIS=js wins over all others, and says that it is for trials', async () => {
  const provided = await provideRedis({ ...process.env, REDIS_URL: 'redis://127.0.0.1:1', ...inJavaScript }, () => {});
  assert.match(provided.description, /private Redis on port \d+ \(js-redis-server.*for trials only.*nothing is kept/);
  const answer = (command: string) =>
    execFileSync('sh', ['-c', `${provided.commandLine} ${command}`], { encoding: 'utf8' }).trim();
  assert.is(answer('HSET h "a b" 1'), '1');
  assert.is(answer('HGETALL h'), "[\n  'a b',\n  '1'\n]");
  await provided.stop();
});

test('redis provider: a given one is used and left running', async () => {
  const own = await provideRedis(withoutUrl, () => {});
  const given = await provideRedis({ REDIS_URL: own.url }, () => {});
  assert.is(given.url, own.url);
  assert.match(given.description, 'redis://127.0.0.1');
  await given.stop();
  const redis = new Redis(own.url);
  assert.is(await redis.ping(), 'PONG');
  redis.disconnect();
  await own.stop();
});

test('redis provider: a given one that refuses, or wants another password, is an error', async () => {
  assert.match(await failureOf(provideRedis({ REDIS_URL: 'redis://127.0.0.1:1' }, () => {})), 'ECONNREFUSED');
  const own = await provideRedis(withoutUrl, () => {});
  const message = await failureOf(provideRedis({ REDIS_URL: own.url.replace(/:[^:@]+@/, ':wrong-one@') }, () => {}));
  assert.match(message, 'does not answer');
  assert.not.match(message, 'wrong-one');
  await own.stop();
});

test('redis provider: a given one that closes every connection is an error', async () => {
  const listener = createServer(socket => socket.destroy()).listen(0, '127.0.0.1');
  await new Promise(resolve => listener.once('listening', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  assert.match(
    await failureOf(provideRedis({ REDIS_URL: `redis://127.0.0.1:${address.port}` }, () => {})),
    'does not answer',
  );
  listener.close();
});

test.run();
