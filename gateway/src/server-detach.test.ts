import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { type Clock, systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChannelOwner } from './fan-out.ts';
import { TestBackend, type TestBackendOptions } from './test-backend.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';

let cluster: TestCluster;
let gateway: TestGateway | undefined;
let backend: TestBackend | undefined;

test.before(async () => {
  cluster = await TestCluster.start();
});
test.after.each(async () => {
  await gateway?.stop();
  await backend?.leave();
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

/** A client stream on a linked backend, and how it was detached. */
async function attach(options: Pick<TestBackendOptions, 'type' | 'healthIntervalMs'>, clock?: Clock) {
  const { healthIntervalMs } = options;
  const started = await TestBackend.start(cluster, { name: 'one', ...options });
  backend = started;
  gateway = await TestGateway.start(cluster, {
    name: 'a',
    healthIntervalMs,
    log: new TestLog(),
    ...(clock && { clock }),
  });
  const { servers } = gateway;
  await until(() => servers.get(started.id)?.fanOut !== undefined);
  const server = servers.get(started.id);
  if (server === undefined) throw new Error('the server was forgotten');
  const heard: string[] = [];
  const owner: ChannelOwner = {
    opened: () => undefined,
    deliver: () => undefined,
    hold: () => undefined,
    release: () => undefined,
    closed: close => heard.push(`closed ${close.code}`),
    detached: cause => heard.push(cause),
  };
  server.fanOut?.open(owner, { userId: 'u' });
  await until(() => started.opened.length === 1);
  return { server, backend: started, heard };
}

test('detach: a link that ends, and is dialled again', async () => {
  const { server, backend, heard } = await attach({ type: 'Game', healthIntervalMs: 5000 });
  const { link } = server;
  for (const theirs of backend.listener.links()) theirs.close();
  await until(() => heard.length > 0 && server.link !== undefined);
  assert.equal(heard, ['linkLost']);
  assert.is.not(server.link, link);
  assert.is(server.placeable, true);
});

test('detach: the streams of an evicted game server stay, those of a lobby server move', async () => {
  for (const type of ['Game', 'Lobby'] as const) {
    const { server, backend, heard } = await attach({ type, healthIntervalMs: 200 });
    backend.stuck = { acknowledgements: true, pongs: false };
    await until(() => server.record.state === 'down');
    assert.equal(heard, type === 'Game' ? [] : ['serverLost']);
    await until(() => server.link !== undefined); // both are linked, should they come back
    assert.is(server.placeable, false);
    await gateway?.stop();
    await backend.leave();
    await cluster.raw.flushall();
  }
});

test('detach: the streams of a lobby server that does not answer its pings move after 2 s, before it is evicted', async () => {
  const healthIntervalMs = 3000;
  const { server, backend, heard } = await attach({ type: 'Lobby', healthIntervalMs });
  const stuckAtMs = systemClock.monotonicMs();
  backend.stuck = { acknowledgements: false, pongs: true };
  await until(() => heard.length > 0);
  const tookMs = systemClock.monotonicMs() - stuckAtMs;
  assert.equal(heard, ['serverLost']);
  assert.ok(tookMs > 1900 && tookMs < 2 * healthIntervalMs, `${tookMs} ms; two misses take longer`);
  assert.is(server.record.state, 'up');
});

test('detach: a gateway that itself stood still accuses no lobby server', async () => {
  let stoodStillMs = 0;
  const clock: Clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + stoodStillMs };
  const { server, heard } = await attach({ type: 'Lobby', healthIntervalMs: 5000 }, clock);
  const { link } = server;
  stoodStillMs = 60_000;
  const awokeMs = clock.monotonicMs();
  await until(() => heard.length > 0 || (link?.lastPongMs ?? 0) > awokeMs); // until it has answered a ping of afterwards
  assert.equal(heard, []);
  assert.is(server.link, link);
});

test('detach: the streams of a lost server, and those of one that leaves', async () => {
  const { server, backend, heard } = await attach({ type: 'Game', healthIntervalMs: 5000 });
  await cluster.raw.publish(cluster.keys.events, `lost ${backend.id} ${backend.registration.incarnation}`);
  await until(() => heard.length > 0);
  assert.equal(heard, ['serverLost']);
  assert.is(server.link, undefined);
  await gateway?.stop();
  await backend.leave();
  const second = await attach({ type: 'Game', healthIntervalMs: 5000 });
  await second.backend.registration.stop();
  await until(() => second.heard.length > 0);
  assert.equal(second.heard, ['serverLost']);
});

test.run();
