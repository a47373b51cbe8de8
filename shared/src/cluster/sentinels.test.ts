import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../runtime/clock.ts';
import { type Log, silentLog } from '../runtime/log.ts';
import { testUnless } from '../runtime/test-unless.ts';
import { ClusterRedis } from './cluster-redis.ts';
import { Keys } from './keys.ts';
import { unlessRealRedis, until } from './test-cluster.ts';
import { TestSentinels } from './test-sentinels.ts';

/** No sentinel acts sooner. */
const GIVEN_UP_AFTER_MS = 500;

interface Context {
  group: TestSentinels;
}

const unlessPossible = unlessRealRedis('has no sentinels');
const sentinels = suite<Context>('sentinels');
const it = testUnless(unlessPossible, sentinels);
sentinels.before(async context => {
  if (unlessPossible !== undefined) return;
  const libraryPath = process.env.REDIS_SERVER_LIBRARY_PATH || undefined;
  context.group = await TestSentinels.start({ binary: process.env.REDIS_SERVER ?? '', libraryPath });
});
sentinels.after(({ group }) => group?.stop());

function clientOf(url: string, log: Log = silentLog): ClusterRedis {
  return new ClusterRedis({ url, keys: new Keys({ namespace: 'gh' }), clock: systemClock, log, healthIntervalMs: 500 });
}

for (const [fault, signal] of [
  ['killed', 'SIGKILL'],
  ['frozen', 'SIGSTOP'],
] as const) {
  it(`${fault} master: commands and subscriptions go on at the next one, its time is read anew`, async ({ group }) => {
    const redis = clientOf(group.url);
    await redis.start();
    const heard: string[] = [];
    await redis.subscribe('gh:events', message => heard.push(message));
    const again = [redis.onReconnected, redis.onResubscribed].map(
      on => new Promise<void>(resolve => void on.call(redis, resolve)),
    );
    const before = await group.master();
    const faultMs = performance.now();
    before.signal(signal);
    const promotedMs = await group.promoted(before);
    await Promise.all(again);
    console.log(`  whole ${Math.round(performance.now() - promotedMs)} ms after the promotion`);
    assert.ok(redis.steadyForMs() < performance.now() - faultMs - GIVEN_UP_AFTER_MS, 'steady while it was away');
    assert.is(await redis.publish('gh:events', 'again'), 1);
    await until(() => heard.length > 0);
    assert.equal(heard, ['again']);
    before.signal('SIGCONT'); // it believes that it is the master still
    assert.is(await redis.publish('gh:events', 'and again'), 1);
    await redis.stop();
    if (signal === 'SIGKILL') await group.settled(1);
  });
}

it('a failover heard of at the moment that a sentinel is asked, where ioredis gives up: it is asked again', async ({
  group,
}) => {
  const redis = clientOf(group.url);
  await redis.start();
  const ended = new Promise(resolve => redis.commands.once('end', resolve));
  const again = new Promise<void>(resolve => void redis.onReconnected(resolve));
  redis.commands.once('connecting', () => redis.commands.disconnect(true));
  redis.commands.disconnect(true);
  await ended;
  await again;
  assert.is(await redis.publish('gh:events', 'again'), 0);
  await redis.stop();
});

it('a master that no sentinel knows is a start that fails and says so, without the password', async ({ group }) => {
  const failure = await clientOf(group.url.replace('/mymaster', '/another')).start().then(String, String);
  assert.match(failure, /knows no master of this name/);
  assert.not.match(failure, group.servers[0]?.password ?? '');
});

sentinels.run();
