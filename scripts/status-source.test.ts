import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { statusSource } from './status-source.ts';

const one = { path: '/c/7400.env', port: '7400', env: { REDIS_URL: 'redis://:p@127.0.0.1:1', NAMESPACE: 'demo' } };
const two = { path: '/c/7600.env', port: '7600', env: { REDIS_URL: 'redis://127.0.0.1:2', HEALTH_INTERVAL_MS: '600' } };
const chosen = (env: NodeJS.ProcessEnv, found: Parameters<typeof statusSource>[1]) => {
  const { REDIS_URL, NAMESPACE, HEALTH_INTERVAL_MS, chosenBy } = statusSource(env, found);
  return [REDIS_URL, NAMESPACE, HEALTH_INTERVAL_MS, chosenBy];
};

test('status: REDIS_URL says which cluster, whatever runs here', () => {
  assert.equal(chosen({ REDIS_URL: 'redis://r', NAMESPACE: 'n' }, [one, two]), ['redis://r', 'n', 5000, 'REDIS_URL']);
});

test('status: the cluster of `npm start` otherwise', () => {
  assert.equal(chosen({ NAMESPACE: '' }, [one]), ['redis://:p@127.0.0.1:1', 'demo', 5000, '/c/7400.env']);
});

test('status: of several GATEWAY_WS_PORT says which', () => {
  assert.equal(chosen({ GATEWAY_WS_PORT: '7600' }, [one, two]), ['redis://127.0.0.1:2', 'gh', 600, '/c/7600.env']);
  assert.throws(() => chosen({}, [one, two]), /set GATEWAY_WS_PORT to one of 7400, 7600, or REDIS_URL/);
  assert.throws(() => chosen({ GATEWAY_WS_PORT: '1' }, [one, two]), /no `npm start` runs here with GATEWAY_WS_PORT 1/);
});

test('status: where nothing runs, what servers take by default', () => {
  assert.is(chosen({}, [])[0], 'redis://127.0.0.1:6379');
});

test.run();
