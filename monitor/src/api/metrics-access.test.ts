import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestApi } from './test-api.ts';

const TOKEN = 'm'.repeat(32);
const bearer = { headers: { authorization: `Bearer ${TOKEN}` } };

const api = await TestApi.start({ metricsToken: TOKEN });
const tokenless = await TestApi.start();
test.after(async () => {
  await api.stop();
  await tokenless.stop();
});

test('METRICS_TOKEN opens /metrics, and nothing else', async () => {
  const { status, headers } = await api.ask('/metrics', bearer);
  assert.is(status, 200);
  assert.match(headers.get('content-type') ?? '', 'text/plain; version=0.0.4');
  for (const path of ['/api/targets', '/api/users', '/api/me'])
    assert.is((await api.ask(path, bearer)).status, 401, path);
});

test('/metrics: an API token opens it too, nothing else does', async () => {
  assert.is((await api.ask('/metrics', { headers: await api.tokenHeaders('viewer') })).status, 200);
  assert.is((await api.ask('/metrics', { headers: { authorization: 'Bearer x' } })).status, 401);
  assert.is((await api.ask('/metrics')).status, 401);
  assert.is((await tokenless.ask('/metrics', bearer)).status, 401);
  assert.is((await tokenless.ask('/metrics')).status, 401);
});

test.run();
