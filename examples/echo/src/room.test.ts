import { testRoom } from '@gatehouse/testing';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Echo } from './room.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('an echo is for its player, what is said for all', async () => {
  const room = await testRoom(Echo);
  const [ann, bo] = [await room.join('ann'), await room.join('bo')];
  ann.send('echo', bytes('hello?'));
  bo.send('say', bytes('hi'));
  assert.equal(ann.received('echo'), [bytes('hello?')]);
  assert.equal(bo.received('echo'), []);
  assert.equal([...ann.received('say'), ...bo.received('say')], [bytes('hi'), bytes('hi')]);
});

test('what was said meanwhile waits for who is away', async () => {
  const room = await testRoom(Echo);
  const [ann, bo] = [await room.join('ann'), await room.join('bo')];
  ann.away();
  bo.send('say', bytes('anybody there?'));
  ann.back();
  assert.equal(ann.received('say'), [bytes('anybody there?')]);
});

test('anybody may finish it', async () => {
  const room = await testRoom(Echo);
  const [ann, bo] = [await room.join('ann'), await room.join('bo')];
  ann.send('finish', bytes('enough'));
  assert.equal(room.ended?.result, bytes('enough'));
  assert.equal(bo.end?.result, bytes('enough'));
});

test.run();
