import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LogLines } from './log-lines.ts';

const line = (event: string, fields = {}) => ({ level: 'info', event, ...fields });

async function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    error => error.message,
  );
}

test('log lines: what is there already is found at once, the first that fits', async () => {
  const lines = new LogLines('x');
  for (const n of [1, 2, 3]) lines.add(line('a', { n }));
  assert.is((await lines.waitFor('a')).n, 1);
  assert.is((await lines.waitFor('a', found => found.n === 2)).n, 2);
  assert.is((await lines.waitFor('a', undefined, { from: 2 })).n, 3);
});

test('log lines: what comes later is awaited', async () => {
  const lines = new LogLines('x');
  lines.add(line('a', { n: 1 }));
  const waited = lines.waitFor('a', undefined, { from: lines.all.length });
  lines.add(line('b'));
  lines.add(line('a', { n: 2 }));
  assert.is((await waited).n, 2);
});

test('log lines: a process that ends, or time that runs out, is an error with its last lines', async () => {
  const lines = new LogLines('game-1');
  lines.addText('game server: something is wrong');
  assert.match(await failureOf(lines.waitFor('a', undefined, { timeoutMs: 1 })), 'game-1: no a within 1 ms');
  const waited = failureOf(lines.waitFor('a'));
  lines.end();
  assert.match(await waited, /ended without a; .*\n.*something is wrong/);
  assert.match(await failureOf(lines.waitFor('a')), 'ended without a');
  assert.is(lines.lastText, 'game server: something is wrong');
});

test.run();
