import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTime, RedisTime } from './redis-time.ts';
import { Steadiness } from './steadiness.ts';

test('time: as if read at the last possible moment, so never ahead', () => {
  const time = new RedisTime();
  assert.is(time.at(0), undefined);
  time.observe({ sentMs: 100, receivedMs: 140, redisMs: 5000 });
  assert.is(time.at(140), 5000);
  assert.is(time.at(150), 5010);
});

test('time: a slow answer does not replace a good reading, but is better than none', () => {
  const time = new RedisTime();
  time.observe({ sentMs: 0, receivedMs: 2000, redisMs: 10_000 });
  assert.is(time.at(2000), 10_000);
  time.observe({ sentMs: 2000, receivedMs: 2010, redisMs: 12_005 });
  time.observe({ sentMs: 3000, receivedMs: 5000, redisMs: 13_000 });
  assert.is(time.at(5000), 14_995);
  time.forget();
  assert.is(time.at(5000), undefined);
});

test('time: the reply of TIME', () => {
  assert.is(parseTime(['1700000000', '123999']), 1700000000123);
  for (const reply of [null, 'PONG', [], ['1'], ['a', 'b']]) assert.is(parseTime(reply), undefined);
});

test('steady: since the first of replies without a gap', () => {
  const steadiness = new Steadiness(100);
  assert.is(steadiness.steadyForMs(0), 0);
  for (const atMs of [10, 60, 150, 250]) steadiness.replied(atMs);
  assert.is(steadiness.steadyForMs(300), 290);
  assert.is(steadiness.steadyForMs(350), 340);
  assert.is(steadiness.steadyForMs(351), 0, 'the next reply is overdue');
  steadiness.replied(400);
  assert.is(steadiness.steadyForMs(410), 10, 'steady anew');
});

test('steady: an error ends it at once', () => {
  const steadiness = new Steadiness(100);
  steadiness.replied(10);
  steadiness.failed();
  assert.is(steadiness.steadyForMs(20), 0);
  steadiness.replied(30);
  assert.is(steadiness.steadyForMs(40), 10);
});

test.run();
