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

/** Every key with its kind, what it holds and whether it expires. */
async function contents(): Promise<unknown[]> {
  const { raw } = cluster;
  const keys = (await raw.keys('*')).sort();
  return Promise.all(keys.map(async key => [key, await held(key), (await raw.pttl(key)) >= 0]));
}

async function held(key: string): Promise<unknown> {
  const type = await cluster.raw.type(key);
  return type === 'hash' ? cluster.raw.hgetall(key) : type; // the only key there was before is a hash
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
    assert.equal(await contents(), before);
  });
}

test('every script was looked at', () => {
  assert.ok(scripts.length > 20);
});

test.run();
