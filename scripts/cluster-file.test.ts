import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ClusterFile, environmentFile } from './cluster-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-cluster-file-'));
test.after(() => rmSync(folder, { recursive: true }));

test('cluster file: node reads from it what the servers have in common, and nothing else', async () => {
  const shared = { REDIS_URL: 'redis://default:a%23b@127.0.0.1:1', CLUSTER_SECRET: `it's # "a\\n" secret` };
  const file = new ClusterFile({
    root: folder,
    port: '7400',
    env: () => ({ ...shared, NAMESPACE: '', LINK_PORT: '7' }),
  });
  await file.start();
  const print =
    'const { REDIS_URL, CLUSTER_SECRET, NAMESPACE, LINK_PORT } = process.env; ' +
    'console.log(JSON.stringify({ REDIS_URL, CLUSTER_SECRET, NAMESPACE, LINK_PORT }))';
  const { stdout } = await promisify(execFile)(process.execPath, [`--env-file=${file.path}`, '-e', print], { env: {} });
  assert.equal(JSON.parse(stdout), shared);
  assert.is(statSync(file.path).mode & 0o777, 0o600);
  await file.stop();
  await file.stop();
  assert.not(existsSync(file.path));
});

test('cluster file: that of a killed cluster is replaced', async () => {
  const start = (secret: string) =>
    new ClusterFile({ root: folder, port: '7500', env: () => ({ CLUSTER_SECRET: secret }) });
  await start('old').start();
  const file = start('new');
  await file.start();
  assert.is(readFileSync(file.path, 'utf8'), "CLUSTER_SECRET='new'\n");
});

test('cluster file: what it cannot say is refused', () => {
  assert.throws(() => environmentFile({ CLUSTER_SECRET: `'"\`` }), /CLUSTER_SECRET holds/);
});

test.run();
