import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { readConfig } from './config.ts';
import { exposureProblems } from './exposure.ts';
import { address, backendSettings, commonSettings, flag, port, secret } from './settings.ts';

const shape = { ...commonSettings, ...backendSettings, WS_PORT: port().default(7400), GUESTS: flag().default(false) };

function failureOf(run: () => unknown): GatehouseError {
  try {
    run();
  } catch (error) {
    if (error instanceof GatehouseError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('config: every variable has its default, and an empty one counts as not set', () => {
  const config = readConfig(shape, { WS_PORT: '', NAMESPACE: '', CLUSTER_SECRET: '' });
  assert.is(config.WS_PORT, 7400);
  assert.is(config.NAMESPACE, 'gh');
  assert.is(config.CLUSTER_SECRET, undefined);
  assert.is(config.HEALTH_INTERVAL_MS, 5000);
  assert.is(config.HEALTH_MAX_MISSES, 2);
  assert.is(config.SEAT_HOLD_MS, 60_000);
  assert.is(config.LINK_PORT, 0);
  assert.is(config.GUESTS, false);
  assert.match(config.SERVER_NAME, new RegExp(`-${process.pid}$`));
});

test('config: given values are parsed, the rest of the environment is not there, and nobody can change it', () => {
  const config = readConfig(shape, { WS_PORT: '7410', GUESTS: '1', ADVERTISED_ADDRESS: '[::1]:80', PATH: '/bin' });
  assert.is(config.WS_PORT, 7410);
  assert.is(config.GUESTS, true);
  assert.is(config.ADVERTISED_ADDRESS, '[::1]:80');
  assert.not('PATH' in config);
  assert.throws(() => Object.assign(config, { WS_PORT: 1 }), TypeError);
});

test('config: one error names every bad variable, its value and what it must be', () => {
  const error = failureOf(() =>
    readConfig(
      { ...shape, PEER: address() },
      { WS_PORT: '70000', GUESTS: 'yes', HEALTH_INTERVAL_MS: '5s', NAMESPACE: 'a:b', LOG_LEVEL: 'loud' },
    ),
  );
  assert.is(error.code, 'BAD_CONFIG');
  assert.equal(error.fields, {
    NAMESPACE: 'is "a:b" but must be 1 to 64 letters, digits, "_", "." or "-"',
    LOG_LEVEL: 'is "loud" but must be trace, debug, info, warn, error, fatal or silent',
    HEALTH_INTERVAL_MS: 'is "5s" but must be a whole number from 100 to 600000',
    WS_PORT: 'is "70000" but must be a whole number from 1 to 65535',
    GUESTS: 'is "yes" but must be 1 or 0',
    PEER: 'is not set but must be host:port',
  });
  for (const name of Object.keys(error.fields)) assert.ok(error.message.includes(name), name);
});

test('config: a bound that is not plain says why', () => {
  const { fields } = failureOf(() => readConfig(shape, { SEAT_HOLD_MS: '2000' }));
  assert.match(
    String(fields.SEAT_HOLD_MS),
    /^is "2000" but must be a whole number from 5000 to 86400000: lobby servers/,
  );
});

test('config: a secret is never shown, nor the password in a URL', () => {
  const tooShort = secret().refine(value => value.length > 9, { error: 'must be longer' });
  const environment = { JWT_SECRET: 'hunter2', REDIS_URL: 'http://user:hunter2@host' };
  const error = failureOf(() => readConfig({ ...shape, JWT_SECRET: tooShort }, environment));
  assert.not.match(error.message, 'hunter2');
  assert.is(error.fields.JWT_SECRET, 'is set (7 characters, not shown) but must be longer');
  assert.match(String(error.fields.REDIS_URL), 'is set (24 characters, not shown) but must be a URL');
});

for (const url of [
  'redis:/default:hunter2@db:6379',
  'default:hunter2@db:6379',
  'redis://u:p/hunter2@db :6379',
  'redis+sentinel://a:1/mymaster?sentinel_pass=hunter2',
]) {
  test(`config: the password of a mistyped URL is not shown: ${url}`, () => {
    const error = failureOf(() => readConfig(shape, { REDIS_URL: url }));
    assert.not.match(error.message, 'hunter2');
  });
}

test('config: the rule over several variables is part of the same error', () => {
  const read = (env: NodeJS.ProcessEnv) =>
    readConfig(shape, env, config =>
      exposureProblems({ hosts: { LINK_HOST: config.LINK_HOST }, secrets: { CLUSTER_SECRET: config.CLUSTER_SECRET } }),
    );
  assert.is(read({}).LINK_HOST, '127.0.0.1');
  assert.is(read({ LINK_HOST: '0.0.0.0', CLUSTER_SECRET: 'x'.repeat(32) }).LINK_HOST, '0.0.0.0');
  assert.match(failureOf(() => read({ LINK_HOST: '0.0.0.0' })).message, 'CLUSTER_SECRET is not set');
});

test.run();
