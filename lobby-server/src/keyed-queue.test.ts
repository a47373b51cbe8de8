import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { KeyedQueue } from './keyed-queue.ts';

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

test('keyed queue: one key in order, another key beside it', async () => {
  const queue = new KeyedQueue();
  const seen: string[] = [];
  const gate = deferred();
  const first = queue.run('a', async () => {
    await gate.promise;
    seen.push('a1');
  });
  const second = queue.run('a', async () => void seen.push('a2'));
  await queue.run('b', async () => void seen.push('b1'));
  assert.equal(seen, ['b1']);
  gate.resolve();
  await Promise.all([first, second]);
  assert.equal(seen, ['b1', 'a1', 'a2']);
});

test('keyed queue: a task that fails does not stop the next one', async () => {
  const queue = new KeyedQueue();
  const failed = queue.run('a', () => Promise.reject(new Error('broken')));
  const next = queue.run('a', async () => 'done');
  assert.is(await failed.catch(error => error.message), 'broken');
  assert.is(await next, 'done');
});

test('keyed queue: idle waits for all that runs', async () => {
  const queue = new KeyedQueue();
  const gate = deferred();
  let ended = false;
  void queue.run('a', () =>
    gate.promise.then(() => {
      ended = true;
    }),
  );
  const idle = queue.idle();
  gate.resolve();
  await idle;
  assert.ok(ended);
});

test.run();
