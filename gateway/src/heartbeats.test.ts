import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { HEARTBEAT_STALE_MS } from '@gatehouse/shared/cluster/heartbeats';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AdminListener } from './admin-listener.ts';
import { Heartbeats } from './heartbeats.ts';
import { TestLog } from './test-log.ts';

const TOKENS = { token: 'an operator, at least 32 bytes long', heartbeatToken: 'a sender, at least 32 bytes long!' };
const OLD_SENDER = { connectionCount: 0, heartBeatTime: '2026-11-21 10:00:00' };

interface Body {
  readonly address?: string;
  readonly code?: string;
  readonly success?: boolean;
  readonly servers?: readonly { address: string; silentMs: number }[];
}

let cluster: TestCluster;
let redis: ClusterRedis;
const gateways: TestHeartbeats[] = [];

/** What one gateway has of this, with a clock that stands still. */
class TestHeartbeats {
  readonly log = new TestLog();
  readonly clock = new FakeClock();
  /** Redis answers without a gap since so long; undefined: for ever. */
  steadyForMs: number | undefined;
  private readonly heartbeats: Heartbeats;
  private readonly admin: AdminListener;

  constructor(connection: ClusterRedis = redis, random: () => number = Math.random) {
    this.heartbeats = new Heartbeats({
      redis: {
        run: (...args) => connection.run(...args),
        read: query => connection.read(query),
        nowMs: () => connection.nowMs(),
        steadyForMs: () => this.steadyForMs ?? this.clock.monotonicMs() + 1,
      },
      keys: cluster.keys,
      clock: this.clock,
      log: this.log,
      random,
    });
    const { routes } = this.heartbeats;
    this.admin = new AdminListener({ host: '127.0.0.1', port: 0, ...TOKENS, routes, log: this.log });
    gateways.push(this);
  }

  async start(): Promise<this> {
    await this.admin.start();
    this.heartbeats.start();
    return this;
  }

  async stop(): Promise<void> {
    this.heartbeats.stop();
    await this.admin.stop();
  }

  async ask(path: string, body?: unknown, token = TOKENS.heartbeatToken) {
    const response = await fetch(`http://127.0.0.1:${this.admin.port}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  push(address: string, fields: object = {}) {
    return this.ask('/heartbeats', { address, ...OLD_SENDER, ...fields });
  }

  async optimal(): Promise<string> {
    const { body } = await this.ask('/servers/optimal');
    return body.address ?? body.code ?? '';
  }

  async alive(): Promise<string[]> {
    const { body } = await this.ask('/heartbeats', undefined, TOKENS.token);
    return (body.servers ?? []).map(server => server.address);
  }
}

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after.each(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
});
test.after(() => cluster.stop());

/** As if its last push had come so long ago. */
async function silence(address: string, silentMs: number): Promise<void> {
  const [seconds] = await cluster.raw.time();
  await cluster.raw.zadd(cluster.keys.heartbeats, Number(seconds) * 1000 - silentMs, address);
}

test('heartbeats: what one gateway hears every gateway knows', async () => {
  const [first, second] = [await new TestHeartbeats().start(), await new TestHeartbeats().start()];
  assert.equal(await first.push('a:1'), { status: 200, body: { address: 'a:1' } });
  assert.is(await second.optimal(), 'a:1');
  const { body } = await second.ask('/heartbeats', undefined, TOKENS.token);
  const { silentMs = -1, ...shown } = body.servers?.[0] ?? {};
  assert.equal(shown, { address: 'a:1', ...OLD_SENDER, answers: 1 });
  assert.ok(silentMs >= 0 && silentMs < 5000);
  assert.is(await cluster.raw.hget('gh:ws:a:1', 'heartBeatTime'), OLD_SENDER.heartBeatTime);
  await first.push('b:1/room?token=secret');
  await first.log.until(LOG_EVENTS.heartbeatReceived, { address: 'b:1/room' });
});

test('heartbeats: silent for 10 s it is gone from the answer of every gateway, before anybody sweeps', async () => {
  const both = [await new TestHeartbeats().start(), await new TestHeartbeats().start()];
  await both[0]?.push('a:1');
  await silence('a:1', HEARTBEAT_STALE_MS + 1);
  for (const gateway of both) {
    assert.is(await gateway.optimal(), 'NO_LIVE_SERVER');
    assert.equal(await gateway.alive(), []);
  }
});

test('heartbeats: three that are silent are swept at once, by one of the gateways', async () => {
  const both = [await new TestHeartbeats().start(), await new TestHeartbeats().start()];
  const [gateway] = both;
  const silent = ['a:1', 'b:1', 'c:1/?token=secret'];
  for (const address of [...silent, 'd:1']) await gateway?.push(address);
  for (const address of silent) await silence(address, HEARTBEAT_STALE_MS + 1);
  for (const { clock } of both) clock.advance(HEARTBEAT_STALE_MS + 2000);
  const swept = () => both.flatMap(({ log }) => log.of(LOG_EVENTS.heartbeatSwept));
  await until(() => swept().length > 0);
  for (const { log } of both) for (const line of log.lines) assert.is.not(line.event, LOG_EVENTS.internalError);
  assert.equal(
    swept().map(({ fields }) => fields.addresses),
    [['a:1', 'b:1', 'c:1/']],
  );
  assert.equal((await cluster.raw.keys('*')).sort(), ['gh:heartbeats', 'gh:ws:d:1']);
});

test('heartbeats: after Redis was away nobody is swept before 10 s and the outage have passed', async () => {
  const gateway = await new TestHeartbeats().start();
  gateway.clock.advance(20_000);
  await gateway.push('a:1');
  gateway.steadyForMs = 0; // 30 s in which no push arrived
  gateway.clock.advance(30_000);
  await silence('a:1', 32_000);
  gateway.steadyForMs = 1;
  assert.is(await gateway.optimal(), 'a:1', 'what could not arrive is not missed');
  gateway.steadyForMs = 39_000;
  gateway.clock.advance(39_000);
  assert.equal(await gateway.alive(), ['a:1']);
  assert.is(gateway.log.of(LOG_EVENTS.heartbeatSwept).length, 0);
  gateway.steadyForMs = undefined;
  gateway.clock.advance(3_000);
  await gateway.log.until(LOG_EVENTS.heartbeatSwept);
});

test('heartbeats: Redis is restarted: nothing is swept, the next push is enough', async () => {
  const connection = await cluster.connect();
  const gateway = await new TestHeartbeats(connection).start();
  await gateway.push('a:1');
  await cluster.server.kill();
  await until(() => !connection.up);
  assert.equal(await gateway.push('a:1'), { status: 503, body: { code: 'UNAVAILABLE' } });
  gateway.steadyForMs = 0;
  gateway.clock.advance(20_000);
  await cluster.server.restart();
  await until(() => connection.up);
  gateway.steadyForMs = 1;
  gateway.clock.advance(2_000);
  assert.is(await gateway.optimal(), 'NO_LIVE_SERVER', 'it kept nothing');
  await gateway.push('a:1');
  assert.is(await gateway.optimal(), 'a:1');
  assert.is(gateway.log.of(LOG_EVENTS.heartbeatSwept).length, 0);
  await until(() => redis.up);
});

test('heartbeats: 100 clients ask two gateways for the optimal of five idle servers: 20 each', async () => {
  const both = [await new TestHeartbeats().start(), await new TestHeartbeats().start()];
  for (let number = 1; number <= 5; number++) await both[0]?.push(`s${number}:1`);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, asked) => both[asked % 2]?.optimal()));
  for (let number = 1; number <= 5; number++) {
    const count = answers.filter(address => address === `s${number}:1`).length;
    assert.ok(count >= 18 && count <= 22, `s${number} was named ${count} times`);
  }
});

test('heartbeats: the one with the fewest connections; an answer counts until its next push', async () => {
  const gateway = await new TestHeartbeats().start();
  await gateway.push('a:1', { connectionCount: 5 });
  await gateway.push('b:1', { connectionCount: 3 });
  assert.equal([await gateway.optimal(), await gateway.optimal()], ['b:1', 'b:1']);
  await gateway.push('b:1', { connectionCount: 3 });
  assert.is(await gateway.optimal(), 'b:1');
});

test('heartbeats: chance decides between equals', async () => {
  const last = await new TestHeartbeats(redis, () => 0.99).start();
  const first = await new TestHeartbeats(redis, () => 0).start();
  for (const address of ['a:1', 'b:1', 'c:1']) await first.push(address);
  assert.equal([await last.optimal(), await first.optimal()], ['c:1', 'a:1']);
});

test('heartbeats: of two processes on one address the newer one counts, the older one is told', async () => {
  const gateway = await new TestHeartbeats().start();
  await gateway.push('a:1', { incarnation: 'old', connectionCount: 9 });
  assert.is((await gateway.push('a:1', { incarnation: 'new', connectionCount: 0 })).status, 200);
  const late = await gateway.push('a:1', { incarnation: 'old', connectionCount: 9 });
  assert.equal(late, { status: 409, body: { code: 'REPLACED', address: 'a:1', by: 'new' } });
  assert.is(await cluster.raw.hget('gh:ws:a:1', 'connectionCount'), '0');
  assert.equal(await gateway.alive(), ['a:1']);
});

test('heartbeats: two processes that do not say who they are share one entry, the last word counts', async () => {
  const gateway = await new TestHeartbeats().start();
  await gateway.push('a:1', { connectionCount: 9 });
  await gateway.push('a:1', { connectionCount: 2 });
  const { body } = await gateway.ask('/servers/optimal');
  assert.equal(body, { address: 'a:1', connectionCount: 2, answers: 1 });
});

test('heartbeats: old senders get the answer they know', async () => {
  const gateway = await new TestHeartbeats().start();
  const good = await gateway.ask('/chat/health/check', { address: 'a:1', ...OLD_SENDER });
  assert.equal(good, { status: 200, body: { success: true, address: 'a:1' } });
  const bad = await gateway.ask('/chat/health/check', { address: 'a:1' });
  assert.is(bad.status, 400);
  assert.equal([bad.body.success, bad.body.code], [false, 'BAD_HEARTBEAT']);
  assert.is(await gateway.optimal(), 'a:1');
});

test('heartbeats: a bad one is refused with a code and kept nowhere', async () => {
  const gateway = await new TestHeartbeats().start();
  const { status, body } = await gateway.push('a b');
  assert.equal([status, body.code], [400, 'BAD_HEARTBEAT']);
  assert.equal(await cluster.raw.keys('*'), []);
});

const doors: [path: string, sender: number, operator: number][] = [
  ['/servers/optimal', 404, 404],
  ['/heartbeats', 401, 200],
];
for (const [path, sender, operator] of doors) {
  test(`heartbeats: who may ask ${path}`, async () => {
    const gateway = await new TestHeartbeats().start();
    const as = (token: string) => gateway.ask(path, undefined, token).then(({ status }) => status);
    assert.equal(
      [await as('anybody'), await as(TOKENS.heartbeatToken), await as(TOKENS.token)],
      [401, sender, operator],
    );
  });
}

test('heartbeats: nobody pushes without a token', async () => {
  const gateway = await new TestHeartbeats().start();
  for (const path of ['/heartbeats', '/chat/health/check']) {
    assert.is((await gateway.ask(path, { address: 'a:1', ...OLD_SENDER }, 'wrong')).status, 401);
  }
  assert.equal(await cluster.raw.keys('*'), []);
});

test.run();
