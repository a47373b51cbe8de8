import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openDatabase } from './database.ts';
import { giveUpLease, readLease, takeLease } from './leases.ts';
import { openTestDatabase } from './test-database.ts';

const data = await openTestDatabase();
const { db } = data;
const other = await openDatabase(data.url); // of another process
test.before.each(async () => {
  await db.deleteFrom('leases').where('name', '!=', 'writer').execute();
});
test.after(async () => {
  await other.destroy();
  await data.close();
});

const take = (owner: string, nowMs: number, { on = db, name = 'prober' } = {}) =>
  takeLease(on, { name, owner, nowMs, untilMs: nowMs + 10 });

test('lease: nobody has it, so the first who asks gets it', async () => {
  assert.is(await readLease(db, 'prober'), undefined);
  assert.is(await take('a', 100), true);
  assert.equal(await readLease(db, 'prober'), { owner: 'a', until: 110 });
});

test('lease: while it is held nobody else gets it, to its last moment; its owner renews it', async () => {
  await take('a', 100);
  assert.is(await take('b', 109), false);
  assert.equal(await readLease(db, 'prober'), { owner: 'a', until: 110 });
  assert.is(await take('a', 109), true);
  assert.is(await take('b', 118), false);
  assert.equal(await readLease(db, 'prober'), { owner: 'a', until: 119 });
});

test('lease: once it has ended anybody may take it, and who had it does not get it back', async () => {
  await take('a', 100);
  assert.is(await take('b', 110), true);
  assert.is(await take('a', 111), false);
  assert.equal(await readLease(db, 'prober'), { owner: 'b', until: 120 });
});

test('lease: of many who ask at once, in two processes, one gets it', async () => {
  const owners = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const nowMs of [100, 200, 300]) {
    const asked = owners.map((owner, index) => take(owner, nowMs, { on: index % 2 === 0 ? db : other }));
    const taken = await Promise.all(asked);
    const winners = owners.filter((_, index) => taken[index]);
    assert.is(winners.length, 1, `at ${nowMs}: ${winners}`);
    assert.equal(await readLease(other, 'prober'), { owner: winners[0], until: nowMs + 10 });
  }
});

test('lease: given up, the next one need not wait; only its owner gives it up', async () => {
  await take('a', 100);
  await giveUpLease(db, { name: 'prober', owner: 'b' });
  assert.is(await take('b', 101), false);
  await giveUpLease(db, { name: 'prober', owner: 'a' });
  assert.is(await take('b', 101), true);
});

test('lease: each name is a lease of its own', async () => {
  await take('a', 100);
  assert.is(await take('b', 100, { name: 'sweeper' }), true);
  await giveUpLease(db, { name: 'sweeper', owner: 'a' });
  await giveUpLease(db, { name: 'prober', owner: 'b' });
  assert.equal([(await readLease(db, 'prober'))?.owner, (await readLease(db, 'sweeper'))?.owner], ['a', 'b']);
});

test.run();
