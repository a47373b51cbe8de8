import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { systemClock } from '../runtime/clock.ts';
import { silentLog } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { evictDead } from './health.ts';
import { Registration, type RegistrationOptions } from './registration.ts';
import { TestCluster } from './test-cluster.ts';

const id = 'gh:Game:g1';
let cluster: TestCluster;
let redis: ClusterRedis;
let registration: Registration | undefined;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.after.each(async () => {
  await registration?.stop();
});
test.after(() => cluster.stop());

/** Redis of which the answers to so many registrations are not heard. */
class ForgetfulRedis implements Pick<ClusterRedis, 'run'> {
  unheard = 0;

  async run(...operands: Parameters<ClusterRedis['run']>): Promise<unknown> {
    const reply = await redis.run(...operands);
    if (operands[0].name === 'register' && this.unheard-- > 0) throw new GatehouseError('UNAVAILABLE');
    return reply;
  }
}

function server(run: RegistrationOptions['redis']['run'], onLost: () => void): Registration {
  return new Registration({
    redis: {
      hears: true,
      run,
      subscribe: (channel, receive) => redis.subscribe(channel, receive),
      nowMs: () => redis.nowMs(),
      onReconnected: () => () => {},
      onResubscribed: () => () => {},
    },
    keys: cluster.keys,
    clock: systemClock,
    log: silentLog,
    type: 'Game',
    name: 'g1',
    address: () => '127.0.0.1:4000',
    capacity: 50,
    rooms: ['arena'],
    version: '0.1.0',
    load: () => ({ games: 0, users: 0 }),
    onPing: () => {},
    onLost,
    onReplaced: () => {},
    reportIntervalMs: 60_000,
  });
}

test('registration: lost before it heard that it is registered, it does not come back to life but as another', async () => {
  const forgetful = new ForgetfulRedis();
  let losses = 0;
  const started = server(
    (...operands) => forgetful.run(...operands),
    () => void losses++,
  );
  registration = started;
  await started.start();
  const { incarnation } = started;
  await cluster.raw.flushall();
  forgetful.unheard = 1;
  await started.isCurrent().then(
    () => assert.unreachable('nobody answered'),
    () => undefined,
  );
  assert.is(await cluster.raw.hget(id, 'incarnation'), incarnation, 'Redis has heard it');
  await evictDead(redis, cluster.keys, { id, incarnation });
  assert.is(await started.isCurrent(), false);
  assert.is(losses, 1);
  assert.is.not(started.incarnation, incarnation);
  assert.equal(await cluster.raw.hmget(id, 'incarnation', 'state'), [started.incarnation, 'up']);
});

test.run();
