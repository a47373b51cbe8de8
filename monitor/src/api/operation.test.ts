import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestApi } from './test-api.ts';

const api = await TestApi.start();
test.after(() => api.stop());

test('operation: alive and ready', async () => {
  assert.equal((await api.ask('/livez')).json, { alive: true });
  assert.equal((await api.ask('/readyz')).json, { ready: true });
});

test('operation: not alive, not ready: 503, and why', async () => {
  api.notAlive = 'timers run 6 s late';
  api.notReady = 'the database refuses to answer';
  const alive = await api.ask('/livez');
  assert.equal([alive.status, alive.json.code, alive.json.detail], [503, 'UNAVAILABLE', 'timers run 6 s late']);
  const ready = await api.ask('/readyz');
  assert.equal([ready.status, ready.json.detail], [503, 'the database refuses to answer']);
});

test.run();
