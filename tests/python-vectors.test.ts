import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PythonProgram, pythonMissing } from './harness/python-program.ts';

const onPython = testUnless(pythonMissing, test);

onPython('python: what the examples write and read is what the golden vectors say', async () => {
  const check = new PythonProgram('python-client/test_vectors.py', []);
  assert.is(await check.ended(), 0, check.lines.all.join('\n'));
});

onPython('python: a client waits longer and longer for a gateway, within a bound, and not as all others', async () => {
  const check = new PythonProgram('python-client/test_backoff.py', []);
  assert.is(await check.ended(), 0, check.lines.all.join('\n'));
});

onPython('python: a backend whose Redis answers with errors says so and asks again', async () => {
  const check = new PythonProgram('python-backend/test_redis_client.py', []);
  assert.is(await check.ended(), 0, check.lines.all.join('\n'));
  assert.is(check.lines.all.filter(line => line.includes('LOADING')).length, 2);
});

test('python: both examples have the same protobuf.py', () => {
  const [client, backend] = ['client', 'backend'].map(name =>
    readFileSync(join(root, 'examples', `python-${name}`, 'protobuf.py'), 'utf8'),
  );
  assert.is(client, backend);
});

test.run();
