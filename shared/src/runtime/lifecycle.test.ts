import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Lifecycle, type Part } from './lifecycle.ts';

function recorder() {
  const verbs: string[] = [];
  const part = (name: string, failing: keyof Part | undefined = undefined): Part => {
    const verb = (word: 'start' | 'drain' | 'stop') => () => {
      verbs.push(`${word} ${name}`);
      if (word === failing) throw new Error(`${word} ${name} failed`);
    };
    return { name, start: verb('start'), drain: verb('drain'), stop: verb('stop') };
  };
  return { verbs, part };
}

async function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    error => error.message,
  );
}

test('lifecycle: starts in order, drains all, then stops all, newest first', async () => {
  const { verbs, part } = recorder();
  const life = new Lifecycle([part('a'), { name: 'without verbs' }, part('b')]);
  await life.start();
  await life.shutdown();
  assert.equal(verbs, ['start a', 'start b', 'drain b', 'drain a', 'stop b', 'stop a']);
});

test('lifecycle: when a start fails, the started parts end and the error is thrown', async () => {
  const { verbs, part } = recorder();
  const life = new Lifecycle([part('a'), part('b', 'start'), part('c')]);
  assert.is(await failureOf(life.start()), 'start b failed');
  assert.equal(verbs, ['start a', 'start b', 'drain b', 'drain a', 'stop b', 'stop a']);
});

test('lifecycle: one part that cannot end does not keep the others', async () => {
  const { verbs, part } = recorder();
  const life = new Lifecycle([part('a', 'stop'), part('b', 'drain')]);
  await life.start();
  assert.is(await failureOf(life.shutdown()), 'drain b failed');
  assert.equal(verbs.slice(2), ['drain b', 'drain a', 'stop b', 'stop a']);
});

test('lifecycle: a second shutdown is the first one', async () => {
  const { verbs, part } = recorder();
  const life = new Lifecycle([part('a')]);
  await life.start();
  await Promise.all([life.shutdown(), life.shutdown()]);
  await life.shutdown();
  assert.equal(verbs, ['start a', 'drain a', 'stop a']);
});

test('lifecycle: a drain hands its limit to every part; the shutdown after it does not drain again', async () => {
  const limits: number[] = [];
  const { verbs, part } = recorder();
  const life = new Lifecycle([part('a'), { name: 'b', drain: limitMs => void limits.push(limitMs) }]);
  await life.start();
  await Promise.all([life.drain(500), life.drain(9)]);
  await life.shutdown();
  assert.equal([verbs, limits], [['start a', 'drain a', 'stop a'], [500]]);
});

test('lifecycle: what a drain throws, the shutdown says', async () => {
  const { part } = recorder();
  const life = new Lifecycle([part('a', 'drain')]);
  await life.start();
  assert.is(await failureOf(life.drain(0)), 'none');
  assert.is(await failureOf(life.shutdown()), 'drain a failed');
});

test('lifecycle: a shutdown during the start starts nothing more', async () => {
  const { verbs, part } = recorder();
  const parts: Part[] = [];
  const life = new Lifecycle(parts);
  parts.push({ name: 'asked to stop', start: () => void life.shutdown() }, part('b'));
  await life.start();
  await life.shutdown();
  assert.equal(verbs, []);
});

test.run();
