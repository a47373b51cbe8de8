import { Redis } from 'ioredis';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import { subscriberOptions } from './redis-options.ts';
import { Subscriptions } from './subscriptions.ts';
import { TestCluster, until } from './test-cluster.ts';

let cluster: TestCluster;
let subscriber: Redis;

test.before.each(async () => {
  cluster = await TestCluster.start();
  subscriber = new Redis(cluster.server.url, subscriberOptions());
  subscriber.on('error', () => undefined);
});
test.after.each(async () => {
  subscriber.disconnect();
  await cluster.stop();
});

/** Subscriptions of a clock that stands still, whose echo goes where `publish` takes it. */
async function start(publish: (channel: string, nonce: string) => Promise<unknown>) {
  const clock = new FakeClock();
  let resubscribed = 0;
  const subscriptions = new Subscriptions({
    subscriber,
    clock,
    log: silentLog,
    publish,
    onResubscribed: () => resubscribed++,
    ownChannel: 'gh:echo:own',
    checkIntervalMs: 5000,
  });
  const first = subscriptions.start();
  await subscriber.connect();
  await first;
  return { clock, subscriptions, resubscribed: () => resubscribed };
}

test('subscriptions: an echo that does not come back means a dead socket: it connects anew', async () => {
  const { clock, subscriptions, resubscribed } = await start(async () => 1); // taken by Redis, never delivered
  const heard: string[] = [];
  await subscriptions.add('c', message => heard.push(message));
  clock.advance(5000);
  clock.advance(1999);
  await new Promise(resolve => setImmediate(resolve));
  assert.is(resubscribed(), 0);
  clock.advance(1);
  await until(() => resubscribed() === 1);
  await cluster.raw.publish('c', 'still subscribed');
  await until(() => heard.length > 0);
  subscriptions.stop();
  assert.is(clock.pending, 0);
});

test('subscriptions: an echo that comes back, or that Redis did not take, means nothing is wrong here', async () => {
  let taken = true;
  let sent = 0;
  const { clock, resubscribed } = await start(async (channel, nonce) => {
    sent++;
    if (!taken) throw new Error('Redis is out of reach');
    return cluster.raw.publish(channel, nonce);
  });
  clock.advance(5000);
  await until(() => clock.pending === 1);
  taken = false;
  clock.advance(5000);
  await until(() => clock.pending === 1);
  clock.advance(4000);
  assert.equal([sent, resubscribed(), subscriber.status], [2, 0, 'ready']);
});

test('subscriptions: a receiver that throws hurts no other', async () => {
  const { subscriptions } = await start(async () => 1);
  const heard: string[] = [];
  await subscriptions.add('c', () => {
    throw new Error('mine');
  });
  await subscriptions.add('c', message => heard.push(message));
  await cluster.raw.publish('c', 'm');
  await until(() => heard.length === 1);
});

test.run();
