import { spawnSync } from 'node:child_process';
import { RedisProcess } from '@gatehouse/shared/cluster/redis-process';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { Redis } from 'ioredis';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findRedisBinary, type RedisBinary } from './redis-binary.ts';

// The server in JavaScript answers what Redis answers, to the commands and the kinds of scripts that Gatehouse uses.

type Command = readonly [name: string, ...args: (string | number)[]];

const script = (code: string, ...args: (string | number)[]): Command => ['EVAL', code, 1, 'k', ...args];

const cases: [name: string, ...commands: Command[]][] = [
  [
    'hashes',
    ['HSET', 'h', 'a', 1, 'b', ''],
    ['HSETNX', 'h', 'a', 2],
    ['HMGET', 'h', 'a', 'b', 'none'],
    ['HGET', 'none', 'a'],
    ['HGETALL', 'h'],
    ['HDEL', 'h', 'a', 'none'],
    ['HLEN', 'h'],
    ['HEXISTS', 'h', 'a'],
    ['HDEL', 'h', 'b'],
    ['EXISTS', 'h'],
  ],
  [
    'sets',
    ['SADD', 's', 'a', 'b', 'a'],
    ['SISMEMBER', 's', 'a'],
    ['SCARD', 's'],
    ['SREM', 's', 'a', 'z'],
    ['SMEMBERS', 's'],
  ],
  [
    'sorted sets',
    ['ZADD', 'z', 1_795_230_898_314, 'late', 5, 'b', 5, 'a'],
    ['ZRANGE', 'z', -1, -1, 'WITHSCORES'],
    ['ZRANGE', 'z', 0, -1],
    ['ZREMRANGEBYSCORE', 'z', '-inf', 5],
    ['ZCARD', 'z'],
    ['ZREM', 'z', 'late', 'none'],
  ],
  ['lists', ['RPUSH', 'l', 'a', 'b', 'c'], ['LTRIM', 'l', -2, -1], ['LRANGE', 'l', 0, -1], ['LLEN', 'l']],
  [
    'expiry',
    ['SET', 'k', 'v'],
    ['PTTL', 'k'],
    ['PEXPIRE', 'none', 1000],
    ['PEXPIREAT', 'k', 1],
    ['GET', 'k'],
    ['PTTL', 'k'],
    ['PERSIST', 'k'],
  ],
  ['errors', ['SET', 'k', 'v'], ['HGET', 'k', 'a'], ['SADD', 'k', 'a'], ['GET'], ['EVALSHA', 'a'.repeat(40), 0]],
  ['subscribers', ['PUBLISH', 'nobody', 'm'], ['PUBSUB', 'NUMSUB', 'nobody']],
  [
    'replies of scripts',
    script("return { 1, 'two', { 3.9, true }, false, 'after' }"),
    script("return redis.call('HGET', KEYS[1], 'none')"),
    script("return redis.call('HMGET', KEYS[1], 'none', 'none')[1] == false and 'false' or 'nil'"),
    script("return redis.error_reply('LATE the deadline has passed')"),
    script("return redis.status_reply('FINE')"),
    script("redis.call('SET', KEYS[1], 'v'); return redis.call('HGET', KEYS[1], 'a')"),
    script("return redis.pcall('HGET', KEYS[1], 'a').err"),
    script('return nothing.there'),
    ['GET', 'k'], // what a script wrote before it failed stays
  ],
  [
    'numbers in scripts',
    script("return string.format('%.0f', tonumber(ARGV[1]) + 1)", '1795230898314123'),
    script('return tostring(tonumber(ARGV[1]))', '1795230898314123'),
    script('return { tostring(1 / 0), tostring(-7 % 3), tostring(math.floor(-0.5)), tostring(10 / 4) }'),
    script("return { redis.call('HSET', KEYS[1], 'n', 3.0, 'f', 0.1), redis.call('HGET', KEYS[1], 'n') }"),
    script('return #ARGV', 'a', 'b'),
  ],
  [
    'tables and texts in scripts',
    script('return { unpack(ARGV, 2) }', 'a', 'b', 'c'),
    script("local t = {} for word in string.gmatch(ARGV[1], '%S+') do t[#t + 1] = word end return t", 'a bc d'),
    script("return (string.find(',a-b,', ',' .. ARGV[1] .. ',', 1, true))", 'a-b'),
    script('return string.sub(ARGV[1], -2) .. #ARGV[1]', 'grün'),
  ],
];

let inJavaScript: RedisProcess;
let native: RedisProcess | undefined;

const nativeBinary = await findRedisBinary(process.env).then(binary => (binary.kind === 'redis' ? binary : undefined));

test.before(async () => {
  inJavaScript = await start(await findRedisBinary({ GATEHOUSE_REDIS: 'js' }));
  if (nativeBinary !== undefined) native = await start(nativeBinary);
});
test.after(async () => {
  await inJavaScript.stop();
  await native?.stop();
});

function start({ path, libraryPath }: RedisBinary, configuration: string[] = []): Promise<RedisProcess> {
  return RedisProcess.start({ binary: path, libraryPath, configuration });
}

async function connected<T>(server: RedisProcess, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server.url);
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

/** Each command with its reply, on an empty server. */
function replies(server: RedisProcess, commands: readonly Command[]): Promise<string[]> {
  return connected(server, async redis => {
    await redis.flushall();
    const all: string[] = [];
    for (const [name, ...args] of commands) {
      const reply = await redis.call(name, ...args).catch(error => shortened(error.message));
      all.push(`${JSON.stringify([name, ...args])} → ${JSON.stringify(reply)}`);
    }
    return all;
  });
}

/** Without the line and the script's hash at the end, which every server words in its own way. */
function shortened(message: string): string {
  return /^ERR user_script|^ERR Error running script/.test(message)
    ? 'ERR in the script'
    : (message.split(' script: ')[0] ?? '');
}

const compared = testUnless(nativeBinary === undefined ? 'there is no real Redis to compare with' : undefined, test);
compared('js redis: the same answers as Redis', async () => {
  if (native === undefined) throw new Error('not started');
  for (const [name, ...commands] of cases) {
    assert.equal(await replies(inJavaScript, commands), await replies(native, commands), name);
  }
});

test('js redis: MONITOR shows what scripts do, in order', () =>
  connected(inJavaScript, async redis => {
    const monitor = await redis.monitor();
    const seen: string[] = [];
    const published = new Promise<void>(resolve => {
      monitor.on('monitor', (_time: string, args: string[]) => {
        seen.push(args.join(' '));
        if (args[0]?.toUpperCase() === 'PUBLISH') resolve();
      });
    });
    await redis.eval("redis.call('HSET', KEYS[1], 'a', 1) return redis.call('PUBLISH', 'c', 'm')", 1, 'h');
    await published;
    monitor.disconnect();
    assert.equal(seen.slice(-2), ['HSET h a 1', 'PUBLISH c m']);
  }));

test('js redis: frozen it answers nobody, awake it does again', async () => {
  const redis = new Redis(inJavaScript.url, { commandTimeout: 150 });
  await redis.ping();
  inJavaScript.signal('SIGSTOP');
  assert.match(await redis.ping().catch(String), 'Command timed out');
  inJavaScript.signal('SIGCONT');
  await connected(inJavaScript, other => other.ping());
  redis.disconnect();
});

test('js redis: as a cluster it refuses keys of different slots', async () => {
  const server = await start(await findRedisBinary({ GATEHOUSE_REDIS: 'js' }), ['cluster-enabled yes']);
  const outcome = await connected(server, redis => redis.del('a', 'b').catch(error => error.message));
  await server.stop();
  assert.match(String(outcome), 'CROSSSLOT');
});

test('js redis: without a password or with a port in use it ends, in the words of Redis', async () => {
  const { path } = await findRedisBinary({ GATEHOUSE_REDIS: 'js' });
  const run = (input: string) => spawnSync(process.execPath, [path, '-'], { input, encoding: 'utf8' });
  assert.match(run('port 1\n').stderr, 'requirepass and port are needed');
  const taken = run(`port ${inJavaScript.port}\nrequirepass x\n`);
  assert.match(taken.stderr, 'Address already in use');
  assert.is(taken.status, 1);
});

test.run();
