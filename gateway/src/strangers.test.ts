import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Strangers } from './strangers.ts';

test('strangers: of too many the oldest that has not said who it is gives way', () => {
  const gone: string[] = [];
  const strangers = new Strangers<string>(2, oldest => gone.push(oldest));
  strangers.add('a');
  strangers.add('b');
  strangers.remove('a');
  strangers.remove('a');
  strangers.add('c');
  assert.equal(gone, []);
  strangers.add('d');
  strangers.add('e');
  assert.equal(gone, ['b', 'c']);
});

test.run();
