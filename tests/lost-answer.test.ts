import { type Client, connect } from '@gatehouse/client';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RawClient } from './harness/raw-client.ts';
import { reported } from './harness/reported.ts';
import { TcpRelay } from './harness/tcp-relay.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Under reject-new a login takes effect in Redis, and its answer is lost with the connection: its client comes again and gets
// in, at that gateway or at another one, and is not refused for its own first try.

interface LostAnswer {
  cluster: TestCluster;
  relay: TcpRelay;
  clients: Client[];
}

const lost = suite<LostAnswer>('lost answer');
lost.before(
  reported(async context => {
    context.clients = [];
    const cluster = await TestCluster.start({ gateways: 0, lobbyServers: 0, gameServers: 0 });
    context.cluster = cluster;
    context.relay = await TcpRelay.open(cluster.redis.port);
    const env = { LOGIN_POLICY: 'reject-new' };
    cluster.startGateway('gw1', { env: { ...env, REDIS_URL: cluster.redisUrlAt(context.relay.port) } });
    cluster.startGateway('gw2', { env });
    await Promise.all(cluster.gateways.map(gateway => gateway.ready));
  }),
);
lost.after(async ({ cluster, relay, clients }) => {
  for (const client of clients) client.close();
  await cluster?.stop();
  await relay?.close();
});

for (const gateways of [1, 2]) {
  lost(
    `its user gets in, knowing ${gateways === 1 ? 'that gateway alone' : 'another gateway too'}; nobody else does`,
    async context => {
      const { cluster, relay, clients } = context;
      const token = cluster.token(`user-${gateways}`);
      const urls = await cluster.urls();
      let choices = gateways - 1; // for their order: the first one stays first; then it comes again as soon as it may
      const random = () => (choices-- > 0 ? 0.99 : 0);
      relay.cutAt('claimed');
      const connecting = connect({ urls: urls.slice(0, gateways), token, random });
      await cluster.logged(cluster.gateways, 'session.refused', ({ code }) => code === 'UNAVAILABLE');
      clients.push(await connecting);
      const other = await RawClient.open(urls[1] ?? '');
      other.hello({ token });
      assert.is((await other.next(FRAME_TYPES.welcome, FRAME_TYPES.sessionError)).type, FRAME_TYPES.sessionError);
      other.terminate();
    },
  );
}

lost.run();
