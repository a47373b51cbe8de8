import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Coalesced } from './coalesced.ts';

/** Work that ends when told to. */
function controlled() {
  const endings: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const work = new Coalesced(() => new Promise<number>((resolve, reject) => endings.push({ resolve, reject })));
  return { work, endings };
}

test('coalesced: who asks while it runs shares the run that follows', async () => {
  const { work, endings } = controlled();
  const first = work.run();
  const [second, third] = [work.run(), work.run()];
  assert.is(endings.length, 1);
  endings[0]?.resolve(1);
  assert.is(await first, 1);
  await Promise.resolve();
  assert.is(endings.length, 2);
  endings[1]?.resolve(2);
  assert.equal(await Promise.all([second, third]), [2, 2]);
  assert.is(endings.length, 2);
});

test('coalesced: a failed run fails those who waited for it, not those who follow', async () => {
  const { work, endings } = controlled();
  const first = work.run().catch(error => error.message);
  const second = work.run();
  endings[0]?.reject(new Error('no'));
  assert.is(await first, 'no');
  await Promise.resolve();
  endings[1]?.resolve(2);
  assert.is(await second, 2);
});

test.run();
