import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { exposureProblems, isLoopback } from './exposure.ts';

for (const host of ['127.0.0.1', '127.8.9.10', '::1', 'localhost', 'LOCALHOST']) {
  test(`exposure: ${host} is loopback`, () => assert.ok(isLoopback(host)));
}
for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.example.org', '1127.0.0.1', 'localhost.example.org', '']) {
  test(`exposure: "${host}" is not loopback`, () => assert.not(isLoopback(host)));
}

const loopback = { GATEWAY_HOST: '127.0.0.1', GATEWAY_ADMIN_HOST: 'localhost' };
const long = 'x'.repeat(32);

test('exposure: on loopback no secret is needed', () => {
  assert.equal(exposureProblems({ hosts: loopback, secrets: { CLUSTER_SECRET: undefined, JWT_SECRET: 'x' } }), {});
});

test('exposure: elsewhere every missing or short secret is named, with the reason', () => {
  const hosts = { ...loopback, GATEWAY_ADMIN_HOST: '0.0.0.0' };
  const secrets = { CLUSTER_SECRET: undefined, JWT_SECRET: 'short', ADMIN_TOKEN: long };
  assert.equal(exposureProblems({ hosts, secrets }), {
    CLUSTER_SECRET: 'is not set but must have at least 32 bytes because GATEWAY_ADMIN_HOST is 0.0.0.0',
    JWT_SECRET: 'has 5 bytes but must have at least 32 bytes because GATEWAY_ADMIN_HOST is 0.0.0.0',
  });
});

test('exposure: bytes count, not characters', () => {
  assert.equal(exposureProblems({ hosts: { HOST: '::' }, secrets: { CLUSTER_SECRET: 'ü'.repeat(16) } }), {});
});

test('exposure: with every secret any address goes', () => {
  assert.equal(
    exposureProblems({ hosts: { HOST: '0.0.0.0', LINK_HOST: '::' }, secrets: { CLUSTER_SECRET: long } }),
    {},
  );
});

test.run();
