import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PingRecord } from './ping-record.ts';

test('ping record: alive since the hello, silent after three pings without pong', () => {
  const pings = new PingRecord(100, 3);
  assert.is(pings.aliveMs, 100);
  for (const ms of [200, 300, 400]) {
    assert.not.ok(pings.silent);
    pings.next(ms);
  }
  assert.ok(pings.silent);
  assert.is(pings.aliveMs, 100);
});

test('ping record: pings count from 1', () => {
  const pings = new PingRecord(0, 3);
  assert.equal([pings.next(1), pings.next(2)], [1, 2]);
});

test('ping record: a pong proves life at the time of its ping, and answers the ones before it', () => {
  const pings = new PingRecord(0, 3);
  for (const ms of [10, 20, 30]) pings.next(ms);
  pings.pong(2);
  assert.is(pings.aliveMs, 20);
  assert.not.ok(pings.silent);
  pings.pong(3);
  assert.is(pings.aliveMs, 30);
});

for (const number of [0, 1, 4, 0xffffffff]) {
  test(`ping record: pong ${number}, which nobody waits for, changes nothing`, () => {
    const pings = new PingRecord(0, 3);
    pings.next(10);
    pings.pong(1);
    pings.next(20);
    pings.next(30);
    pings.pong(number);
    assert.is(pings.aliveMs, 10);
  });
}

test.run();
