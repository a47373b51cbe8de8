import { readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadScript } from './script.ts';
import { TestCluster } from './test-cluster.ts';

const LUA = new URL('../../lua/', import.meta.url);
const scripts = readdirSync(LUA)
  .map(file => file.replace(/\.lua$/, ''))
  .filter(name => name !== 'prelude');

let cluster: TestCluster;

test.before(async () => {
  cluster = await TestCluster.start();
});
test.after(() => cluster.stop());

/** What a key of any kind holds. */
async function contents(): Promise<string> {
  const dumps = await Promise.all((await cluster.raw.keys('*')).sort().map(key => cluster.raw.dumpBuffer(key)));
  return dumps.map(dump => dump?.toString('base64')).join();
}

for (const name of scripts) {
  test(`${name}: past its deadline it changes nothing`, async () => {
    await cluster.raw.flushall();
    const keys = ['gh:Game:g1', 'gh:servers', 'gh:list', 'gh:more'];
    await cluster.raw.hset('gh:Game:g1', {
      address: 'a',
      incarnation: 'i',
      epoch: 1,
      state: 'placed',
      misses: 9,
      round: 1,
    });
    const before = await contents();
    assert.match(await cluster.runLate(loadScript(name), keys, new Array(14).fill(1)), /^LATE/);
    assert.is(await contents(), before);
  });
}

test('every script was looked at', () => {
  assert.ok(scripts.length > 20);
});

test.run();
