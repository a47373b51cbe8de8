import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testUnless } from './test-unless.ts';

function recordingSuite() {
  const seen: string[] = [];
  const suite = (name: string, run: () => void) => {
    seen.push(name);
    run();
  };
  return { seen, suite: Object.assign(suite, { skip: () => void seen.push('skip') }) };
}

test('test unless: without a reason it runs', () => {
  const { seen, suite } = recordingSuite();
  testUnless(undefined, suite)('by day', () => void seen.push('ran'));
  assert.equal(seen, ['by day', 'ran']);
});

test('test unless: with a reason it is skipped, and the reason is printed', () => {
  const { seen, suite } = recordingSuite();
  const { log } = console;
  console.log = (line: string) => void seen.push(line);
  testUnless('there is no moon', suite)('by night', () => void seen.push('ran'));
  console.log = log;
  assert.equal(seen, ['skipped: by night: there is no moon', 'skip']);
});

test.run();
