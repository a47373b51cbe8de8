import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { GatewayLease } from '@gatehouse/shared/cluster/gateway-lease';
import type { ScriptRunner } from '@gatehouse/shared/cluster/script';
import { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { SignJWT } from 'jose';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Departures, DOUBT_MS } from './departures.ts';
import { Greeter, type LoginPolicy, type OpenSession } from './greeting.ts';

const SECRET = 'a secret of at least thirty-two bytes';

let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

/** A gateway as far as logins go: whom it kicks elsewhere, and its lease. */
class Gateway {
  readonly kicks: string[] = [];
  readonly lease: GatewayLease;
  readonly departures: Departures;
  /** Claims take effect, but no answer of Redis comes. */
  losesAnswers = false;
  private readonly greeter: Greeter;

  constructor(gatewayName: string, policy: LoginPolicy = 'kick-old', clock: Clock = new FakeClock()) {
    const { keys } = cluster;
    const unused = { address: () => '', version: '', sessions: () => 0, onReplaced: () => undefined };
    this.lease = new GatewayLease({ redis, keys, clock: new FakeClock(), log: silentLog, gatewayName, ...unused });
    this.departures = new Departures({ redis, keys, clock });
    const run: ScriptRunner['run'] = async (...operands) => {
      const reply = await redis.run(...operands);
      if (this.losesAnswers) throw new GatehouseError('UNAVAILABLE', {});
      return reply;
    };
    const read: ClusterRedis['read'] = query => redis.read(query);
    this.greeter = new Greeter({
      redis: { run, read, nowMs: () => redis.nowMs() },
      keys,
      rules: { jwtSecret: SECRET, allowGuests: true },
      policy,
      self: () => ({ gateway: this.lease.id, incarnation: this.lease.incarnation }),
      kick: (previous, by) => void this.kicks.push(`${previous.gateway} ${previous.sessionId} ${by.epoch}`),
      doubt: claim => this.departures.doubt(claim),
    });
  }

  greet(hello: Partial<gatehouse.Hello>): Promise<OpenSession> {
    return this.greeter.greet({ token: '', guestName: '', resumeToken: '', ...hello } as gatehouse.Hello);
  }
}

function sign(sub: string): Promise<string> {
  return new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
}

async function failureOf(promise: Promise<unknown>): Promise<GatehouseError | undefined> {
  return promise.then(
    () => undefined,
    (error: unknown) => toGatehouseError(error),
  );
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return String((await failureOf(promise))?.code);
}

test('greeting: a second login of a user kicks the first, by its gateway, session and the new epoch', async () => {
  const [a, b] = [new Gateway('a'), new Gateway('b')];
  const token = await sign('ann');
  const first = await a.greet({ token });
  const second = await b.greet({ token });
  assert.equal([first.resumed, second.resumed], [false, false]);
  assert.is.not(second.record.sessionId, first.record.sessionId);
  assert.equal(a.kicks, []);
  assert.equal(b.kicks, [`gh:Gateway:a ${first.record.sessionId} ${second.record.epoch}`]);
});

test('greeting: a resume token goes on with the session on another gateway, and kicks what is left of it', async () => {
  const [a, b] = [new Gateway('a'), new Gateway('b')];
  const token = await sign('ann');
  const first = await a.greet({ token });
  const again = await b.greet({ token, resumeToken: first.resumeToken });
  assert.equal([again.resumed, again.record.sessionId], [true, first.record.sessionId]);
  assert.ok(again.record.epoch > first.record.epoch);
  assert.is.not(again.resumeToken, first.resumeToken);
  assert.is(b.kicks.length, 1);
});

test('greeting: a guest is who it was by its resume token alone; by a bad one it is somebody new', async () => {
  const a = new Gateway('a');
  const { record, resumeToken } = await a.greet({ guestName: 'Ann' });
  const again = await a.greet({ guestName: 'Ann', resumeToken });
  assert.equal([again.record.userId, again.record.sessionId], [record.userId, record.sessionId]);
  const stranger = await a.greet({ guestName: 'Ann', resumeToken: `${'x'.repeat(32)}.${record.userId}` });
  assert.is.not(stranger.record.userId, record.userId);
});

test('greeting: a resume token of somebody else does not help a user with a token', async () => {
  const a = new Gateway('a');
  const ann = await a.greet({ token: await sign('ann') });
  const bo = await a.greet({ token: await sign('bo'), resumeToken: ann.resumeToken });
  assert.equal([bo.record.userId, bo.resumed], ['bo', false]);
  assert.equal(a.kicks, []);
});

test('greeting: reject-new refuses while the lease of the owner lives, and never a good resume token', async () => {
  const [a, b] = [new Gateway('a', 'reject-new'), new Gateway('b', 'reject-new')];
  await a.lease.start();
  const token = await sign('ann');
  const first = await a.greet({ token });
  assert.is(await codeOf(b.greet({ token })), 'SUPERSEDED');
  assert.is(await codeOf(b.greet({ token, resumeToken: `${'x'.repeat(32)}.ann` })), 'SUPERSEDED');
  const moved = await b.greet({ token, resumeToken: first.resumeToken });
  assert.is(moved.resumed, true);
  assert.is((await a.greet({ token })).resumed, false, 'gateway b holds no lease');
  await a.lease.stop();
  assert.is((await b.greet({ token })).resumed, false, 'gateway a holds none any more');
});

test('greeting: a user whose session Redis has forgotten logs in anew', async () => {
  const a = new Gateway('a', 'reject-new');
  await a.lease.start();
  const token = await sign('ann');
  const { resumeToken, record } = await a.greet({ token });
  await cluster.raw.flushall();
  const again = await a.greet({ token, resumeToken });
  assert.is(again.resumed, false);
  assert.ok(again.record.epoch > record.epoch, 'outranks what the other gateway still holds');
});

test('greeting: a claim whose answer is lost keeps nobody out for long under reject-new', async () => {
  const clock = new FakeClock();
  const [a, b] = [new Gateway('a', 'reject-new', clock), new Gateway('b', 'reject-new')];
  await a.lease.start();
  const token = await sign('ann');
  a.losesAnswers = true;
  const refusal = await failureOf(a.greet({ token }));
  assert.equal([refusal?.code, refusal?.fields.retryAfterMs], ['UNAVAILABLE', DOUBT_MS]);
  assert.is(await codeOf(b.greet({ token })), 'SUPERSEDED', 'by that claim');
  clock.advance(DOUBT_MS);
  while (a.departures.count > 0) await new Promise(resolve => setTimeout(resolve, 1));
  assert.is((await b.greet({ token })).resumed, false);
  await a.lease.stop();
});

test('greeting: who resumes, and who takes over in any case, need not wait after a lost answer', async () => {
  const token = await sign('ann');
  for (const policy of ['reject-new', 'kick-old'] as const) {
    const a = new Gateway('a', policy);
    const { resumeToken } = await a.greet({ token });
    a.losesAnswers = true;
    const refusal = await failureOf(a.greet({ token, resumeToken }));
    assert.equal([refusal?.code, refusal?.fields.retryAfterMs], ['UNAVAILABLE', undefined]);
    assert.is(a.departures.count, 1);
    a.departures.stop();
    await cluster.raw.flushall();
  }
});

test('greeting: a claim that was not even sent is in nobody’s doubt', async () => {
  const a = new Gateway('a', 'reject-new');
  const token = await sign('ann');
  await cluster.server.kill();
  while (redis.up) await new Promise(resolve => setTimeout(resolve, 1));
  const refusal = await failureOf(a.greet({ token }));
  const back = new Promise<void>(resolve => void redis.onReconnected(resolve));
  await cluster.server.restart();
  await back;
  assert.equal([refusal?.code, refusal?.fields.retryAfterMs, a.departures.count], ['UNAVAILABLE', undefined, 0]);
});

test('greeting: without Redis nobody is let in, and nobody is kicked', async () => {
  const a = new Gateway('a');
  const token = await sign('ann');
  await a.greet({ token });
  cluster.server.signal('SIGSTOP');
  try {
    assert.is(await codeOf(a.greet({ token })), 'UNAVAILABLE');
  } finally {
    cluster.server.signal('SIGCONT');
  }
  assert.equal(a.kicks, []);
});

test.run();
