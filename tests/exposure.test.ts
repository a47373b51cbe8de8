import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import { type ServerExit, type ServerRole, startServer } from '@gatehouse/scripts/server-process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isLoopbackAddress, listeningSockets } from './harness/listening-sockets.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// What other machines could reach: nothing, until somebody says so and gives every secret it takes.

const SECRET = 'x'.repeat(32);

interface Exposure {
  cluster: TestCluster;
  /** In the order of `refusals`. */
  refused: Promise<Refused>[];
}

const refusals: [name: string, role: ServerRole, env: Record<string, string>, missing: string[]][] = [
  ['a gateway', 'gateway', { GATEWAY_HOST: '0.0.0.0' }, ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN']],
  [
    'its admin port',
    'gateway',
    { GATEWAY_ADMIN_HOST: '0.0.0.0' },
    ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN', 'HEARTBEAT_TOKEN'],
  ],
  ['IPv6', 'gateway', { GATEWAY_HOST: '::' }, ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN']],
  [
    'a gateway with one secret of three',
    'gateway',
    { GATEWAY_HOST: '0.0.0.0', JWT_SECRET: SECRET },
    ['CLUSTER_SECRET', 'ADMIN_TOKEN'],
  ],
  [
    'a gateway with a short secret',
    'gateway',
    { GATEWAY_HOST: '0.0.0.0', JWT_SECRET: SECRET, ADMIN_TOKEN: SECRET, CLUSTER_SECRET: 'short' },
    ['CLUSTER_SECRET'],
  ],
  ['a lobby server', 'lobby-server', { LINK_HOST: '0.0.0.0' }, ['CLUSTER_SECRET']],
  ['a game server', 'game-server', { LINK_HOST: '0.0.0.0' }, ['CLUSTER_SECRET']],
  ['metrics of a lobby server', 'lobby-server', { METRICS_HOST: '0.0.0.0' }, ['METRICS_TOKEN']],
  ['metrics of a game server', 'game-server', { METRICS_HOST: '::' }, ['METRICS_TOKEN']],
];

const exposure = suite<Exposure>('exposure');
exposure.before(
  reported(async context => {
    context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, gameServers: 2, healthIntervalMs: 5000 });
    const { url } = context.cluster.redis;
    context.refused = refusals.map(([, role, env]) => refuse(role, url, env)); // all at once: each only ends
  }),
);
exposure.after(({ cluster }) => cluster.stop());

exposure('every socket that any process of a cluster listens on is loopback', ({ cluster }) => {
  const pids = [cluster.redis.pid ?? 0, ...cluster.processes().map(server => server.pid)];
  const sockets = pids.map(listeningSockets);
  for (const listening of sockets) {
    assert.ok(listening.length > 0, 'every process listens somewhere');
    for (const { host, port } of listening) assert.ok(isLoopbackAddress(host), `${host}:${port}`);
  }
  console.log(`  ${sockets.flat().length} listening sockets of ${pids.length} processes, all on loopback`);
});

exposure('no port of the cluster answers on another address of this machine', async ({ cluster }) => {
  const ports = cluster.processes().flatMap(server => listeningSockets(server.pid).map(socket => socket.port));
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4')) {
    for (const port of ports) assert.is(await answerOf(address, port), 'refused', `${address}:${port}`);
  }
});

exposure(
  'links on this host are UNIX sockets that no other user can reach, and they go with their server',
  async ({ cluster }) => {
    const [gateway, server] = [cluster.gateways[0], cluster.gameServers[0]];
    const { id } = (await server?.ready) ?? { id: '' };
    const opened = await gateway?.waitForEvent('link.opened', line => line.peer === id);
    assert.is(opened?.via, 'unix');
    const path = (await cluster.inspect.hget(id, 'local'))?.split(' ')[1] ?? '';
    assert.is(statSync(dirname(path)).mode & 0o777, 0o700);
    server?.kill('SIGTERM');
    await server?.exited;
    assert.not.ok(existsSync(path));
  },
);

for (const [index, [name, , , missing]] of refusals.entries()) {
  exposure(`${name} told to bind elsewhere refuses, naming ${missing.join(', ')}`, async ({ refused }) => {
    const { exit, lines } = await (refused[index] ?? Promise.reject(new Error('not started')));
    assert.equal(exit, { code: 1, signal: null });
    const [complaint = '', ...others] = lines;
    assert.equal(others, []);
    for (const variable of ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN', 'HEARTBEAT_TOKEN', 'METRICS_TOKEN']) {
      const isNamed = new RegExp(`${variable} (is not set|has \\d+ bytes)`).test(complaint);
      assert.is(isNamed, missing.includes(variable), complaint);
    }
    assert.not.match(complaint, SECRET);
  });
}

exposure.run();

interface Refused {
  readonly exit: ServerExit;
  readonly lines: readonly string[];
}

/** Starts a process that should not start; resolves when it has ended. */
async function refuse(role: ServerRole, redisUrl: string, env: Record<string, string>): Promise<Refused> {
  const lines: string[] = [];
  const ports = { GATEWAY_WS_PORT: '0', GATEWAY_TCP_PORT: '0', GATEWAY_ADMIN_PORT: '0' };
  const variables = { REDIS_URL: redisUrl, ...ports, ...env };
  const server = startServer({ role, name: 'exposed', env: variables, onLine: text => lines.push(text) });
  return { exit: await server.exited, lines };
}

function answerOf(host: string, port: number): Promise<'answered' | 'refused'> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const settle = (answer: 'answered' | 'refused') => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle('answered'));
    socket.once('error', () => settle('refused'));
  });
}
