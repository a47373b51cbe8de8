import { readConfig } from '@gatehouse/shared/runtime/config';
import { backendSettings, commonSettings } from '@gatehouse/shared/runtime/settings';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type DemoServer, planDemo } from './demo-plan.ts';

const SECRETS = ['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN'] as const;
const first = (servers: readonly DemoServer[]) => servers[0]?.env ?? {};

test('demo plan: two servers of each kind and a monitor, with different names and ports', () => {
  const { servers, monitor, pagePort, botCount, logFormat } = planDemo({});
  assert.equal(
    servers.map(({ role, name }) => `${role} ${name}`),
    [
      'gateway gateway-1',
      'gateway gateway-2',
      'lobby-server lobby-1',
      'lobby-server lobby-2',
      'game-server game-1',
      'game-server game-2',
    ],
  );
  const ports = servers.map(({ env }) => [env.GATEWAY_WS_PORT, env.GATEWAY_TCP_PORT, env.GATEWAY_ADMIN_PORT]);
  assert.equal(ports.slice(0, 2), [
    ['7400', '7401', '7402'],
    ['7410', '7411', '7412'],
  ]);
  assert.is(monitor.env.MONITOR_PORT, '7490');
  assert.is(pagePort, 7480);
  assert.ok(botCount > 0);
  assert.is(logFormat, 'text');
});

test('demo plan: every port follows from the first', () => {
  const { servers, monitor, pagePort } = planDemo({ GATEWAY_WS_PORT: '9000' });
  assert.equal(servers.map(({ env }) => env.GATEWAY_ADMIN_PORT).slice(0, 2), ['9002', '9012']);
  assert.is(monitor.env.MONITOR_PORT, '9090');
  assert.is(pagePort, 9080);
});

test('demo plan: secrets are long, the same for all of a run, and new in every run', () => {
  const { servers } = planDemo({ JWT_SECRET: '' });
  const other = first(planDemo({}).servers);
  for (const secret of SECRETS) {
    const values = new Set(servers.map(({ env }) => env[secret]));
    assert.is(values.size, 1);
    assert.match(first(servers)[secret] ?? '', /^[0-9a-f]{64}$/);
    assert.is.not(first(servers)[secret], other[secret]);
  }
  assert.is(first(servers).ALLOW_GUESTS, '1');
});

test('demo plan: given variables reach every process, but not those that two cannot share', () => {
  const given = { JWT_SECRET: 'given', LOG_LEVEL: 'debug', LINK_PORT: '7000', ADVERTISED_ADDRESS: 'here:1' };
  for (const { env } of planDemo(given).servers) {
    assert.is(env.JWT_SECRET, 'given');
    const config = readConfig({ ...commonSettings, ...backendSettings }, env);
    assert.is(config.LOG_LEVEL, 'debug');
    assert.is(config.LINK_PORT, 0);
    assert.is(config.ADVERTISED_ADDRESS, undefined);
  }
});

test('demo plan: the monitor has a password and a secret of this run', () => {
  const [one, other] = [planDemo({}), planDemo({})].map(({ monitor }) => monitor.env);
  assert.ok(one?.MONITOR_ADMIN_PASSWORD);
  assert.is.not(one?.MONITOR_ADMIN_PASSWORD, other?.MONITOR_ADMIN_PASSWORD);
  assert.is.not(one?.MONITOR_SECRET, other?.MONITOR_SECRET);
});

test('demo plan: what other machines reach needs secrets that somebody has chosen', () => {
  assert.ok(planDemo({ GATEWAY_HOST: '127.0.0.2', LINK_HOST: 'localhost' }));
  assert.throws(
    () => planDemo({ GATEWAY_HOST: '0.0.0.0', JWT_SECRET: 'j'.repeat(32) }),
    (error: Error) => /CLUSTER_SECRET.*ADMIN_TOKEN.*GATEWAY_HOST is 0\.0\.0\.0/s.test(error.message),
  );
  assert.throws(() => planDemo({ GATEWAY_HOST: '0.0.0.0' }), 'JWT_SECRET');
});

test('demo plan: the database of something else is left alone', () => {
  const { env } = planDemo({ DATABASE_URL: 'postgres://me@db/shop' }).monitor;
  assert.is(env.DATABASE_URL, 'file::memory:');
});

test('demo plan: wrong variables are named', () => {
  assert.throws(
    () => planDemo({ GATEWAY_WS_PORT: 'x', REDIS_URL: 'http://x' }),
    /GATEWAY_WS_PORT is "x".*REDIS_URL is/,
  );
});

test.run();
