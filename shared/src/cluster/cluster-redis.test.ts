import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { systemClock } from '../runtime/clock.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import type { Log } from '../runtime/log.ts';
import { silentLog } from '../runtime/log.ts';
import { ClusterRedis } from './cluster-redis.ts';
import { reserve } from './placement.ts';
import { claimSession, readSession } from './sessions.ts';
import { TestCluster, until } from './test-cluster.ts';

let cluster: TestCluster;

test.before.each(async () => {
  cluster = await TestCluster.start();
});
test.after.each(() => cluster.stop());

function claim(redis: ClusterRedis, userId: string) {
  const login = { gateway: 'g', incarnation: 'i', newSessionId: 's', newToken: 't', presentedToken: undefined };
  return claimSession(redis, cluster.keys, { ...login, userId, policy: 'kick-old' }, async () => true);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'success',
    error => (error instanceof GatehouseError ? error.code : String(error)),
  );
}

/** Every line that is logged, as text. */
function recordingLog(lines: string[]): Log {
  const write = (event: string, fields?: object) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}

test('frozen Redis: nobody waits longer than the timeout, and nothing that was given up takes effect later', async () => {
  const redis = await cluster.connect({ commandTimeoutMs: 150, healthIntervalMs: 500 });
  await cluster.raw.hset('gh:Game:g1', { address: 'a', games: 0 });
  cluster.server.signal('SIGSTOP');
  const startedMs = systemClock.monotonicMs();
  const codes = await Promise.all([
    ...Array.from({ length: 20 }, (_, index) => codeOf(claim(redis, `u${index}`))),
    codeOf(reserve(redis, cluster.keys, { type: 'Game', candidates: ['gh:Game:g1'] })),
    codeOf(redis.publish('gh:events', 'late')),
    codeOf(readSession(redis, cluster.keys, 'u')),
  ]);
  assert.ok(systemClock.monotonicMs() - startedMs < 1900, 'sooner than the usual limit');
  assert.equal([...new Set(codes)], ['UNAVAILABLE']);
  const heard: string[] = [];
  await until(() => !redis.up);
  assert.is(await codeOf(claim(redis, 'v')), 'UNAVAILABLE');
  assert.is(redis.steadyForMs(), 0);
  const back = new Promise<void>(resolve => redis.onReconnected(resolve));
  cluster.server.signal('SIGCONT');
  await back;
  await redis.subscribe('gh:events', message => heard.push(message));
  assert.equal(await cluster.raw.keys('*'), ['gh:Game:g1']);
  assert.equal(heard, []);
  assert.is(await codeOf(claim(redis, 'u')), 'success');
});

test('restarted Redis: commands and subscriptions work again, listeners hear of it, scripts are sent again', async () => {
  const redis = await cluster.connect({ healthIntervalMs: 500 });
  const messages: string[] = [];
  const unsubscribe = await redis.subscribe('gh:events', message => messages.push(message));
  const reconnected = new Promise<void>(resolve => redis.onReconnected(resolve));
  const resubscribed = new Promise<void>(resolve => redis.onResubscribed(resolve));
  await claim(redis, 'u');
  await cluster.server.restart();
  await Promise.all([reconnected, resubscribed]);
  assert.is(await codeOf(claim(redis, 'u')), 'success');
  assert.is(await redis.publish('gh:events', 'again'), 1);
  await until(() => messages.length > 0);
  unsubscribe();
  await until(async () => (await redis.subscribers('gh:events')) === 0);
  assert.equal(messages, ['again']);
});

test('killed Redis: what was under way fails at once', async () => {
  const commandTimeoutMs = 20_000;
  const redis = await cluster.connect({ commandTimeoutMs });
  cluster.server.signal('SIGSTOP');
  const code = codeOf(claim(redis, 'u'));
  const startedMs = systemClock.monotonicMs();
  await cluster.server.kill();
  assert.is(await code, 'UNAVAILABLE');
  assert.ok(systemClock.monotonicMs() - startedMs < commandTimeoutMs / 2);
  assert.is(redis.up, false);
});

test('two receivers of a channel, one leaves: the other stays', async () => {
  const redis = await cluster.connect();
  const heard: string[] = [];
  const first = await redis.subscribe('c', message => heard.push(`first ${message}`));
  await redis.subscribe('c', message => heard.push(`second ${message}`));
  first();
  await redis.publish('c', 'm');
  await until(() => heard.length > 0);
  assert.equal(heard, ['second m']);
});

test('time: never ahead of Redis, close to it; steady since the start', async () => {
  const redis = await cluster.connect({ healthIntervalMs: 1000 });
  const estimateMs = redis.nowMs();
  const [seconds, micros] = await cluster.raw.time();
  const aheadMs = estimateMs - (Number(seconds) * 1000 + Number(micros) / 1000);
  assert.ok(aheadMs <= 0 && aheadMs > -2000);
  await until(() => redis.steadyForMs() > 150);
});

test('round trips are counted, in milliseconds', async () => {
  const redis = await cluster.connect({ healthIntervalMs: 1000 });
  await until(() => redis.roundTrips.count >= 2);
  const { count, sumMs, lastMs } = redis.roundTrips;
  assert.ok(lastMs > 0 && sumMs > lastMs && sumMs < 1000 * count, `${sumMs} ms in all, ${lastMs} ms the last one`);
});

test('start: a wrong password is refused at once and never shown', async () => {
  const lines: string[] = [];
  const url = `redis://default:hunter2@127.0.0.1:${cluster.server.port}`;
  const redis = new ClusterRedis({
    url,
    keys: cluster.keys,
    clock: systemClock,
    log: recordingLog(lines),
    healthIntervalMs: 500,
  });
  const startedMs = systemClock.monotonicMs();
  const error = await redis.start().then(
    () => undefined,
    reason => reason,
  );
  assert.ok(systemClock.monotonicMs() - startedMs < 4500, 'sooner than start() gives up');
  assert.is(error?.code, 'UNAVAILABLE');
  assert.match(error.message, `redis://127.0.0.1:${cluster.server.port}`);
  assert.match(error.message, 'WRONGPASS');
  assert.not.match(JSON.stringify([error, error.message, error.fields, error.cause, lines]), 'hunter2');
});

test('start: an unreachable Redis is given up after 5 s, with the reason', async () => {
  const clock = new FakeClock();
  await cluster.server.kill();
  const redis = new ClusterRedis({
    url: cluster.server.url,
    keys: cluster.keys,
    clock,
    log: silentLog,
    healthIntervalMs: 500,
  });
  const failure = redis.start().then(String, String);
  await new Promise(resolve => redis.commands.once('error', resolve));
  clock.advance(5000);
  assert.match(await failure, 'ECONNREFUSED');
  assert.is(clock.pending, 0);
});

test('log: no password, whatever happens', async () => {
  const lines: string[] = [];
  const redis = await cluster.connect({ log: recordingLog(lines), healthIntervalMs: 500, commandTimeoutMs: 150 });
  await cluster.server.restart();
  await until(() => redis.up && lines.length >= 3);
  assert.match(lines.join(), 'redis.down');
  assert.not.match(lines.join(), cluster.server.password);
});

test('stop: may be called twice and leaves no timer', async () => {
  const clock = new FakeClock();
  const redis = new ClusterRedis({
    url: cluster.server.url,
    keys: cluster.keys,
    clock,
    log: silentLog,
    healthIntervalMs: 500,
  });
  await redis.start();
  await redis.stop();
  await redis.stop();
  assert.is(clock.pending, 0);
  assert.is(await codeOf(claim(redis, 'u')), 'UNAVAILABLE');
});

test.run();
