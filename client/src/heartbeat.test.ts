import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Heartbeat } from './heartbeat.ts';

const INTERVAL_MS = 1000;

test('heartbeat: an idle connection speaks once per interval', () => {
  const heartbeat = new Heartbeat(INTERVAL_MS, 0);
  heartbeat.received(900);
  assert.equal(heartbeat.check(1000), { kind: 'beat', delayMs: 1000 });
  heartbeat.received(1900);
  assert.equal(heartbeat.check(2000), { kind: 'beat', delayMs: 1000 });
});

test('heartbeat: one that sends anyway says nothing more', () => {
  const heartbeat = new Heartbeat(INTERVAL_MS, 0);
  heartbeat.sent(700);
  assert.equal(heartbeat.check(1000), { kind: 'wait', delayMs: 700 });
});

test('heartbeat: three silent intervals end it, however much was sent', () => {
  const heartbeat = new Heartbeat(INTERVAL_MS, 0);
  heartbeat.received(100);
  for (const now of [1000, 2000, 3000]) {
    assert.is.not(heartbeat.check(now).kind, 'silent');
    heartbeat.sent(now);
  }
  assert.equal(heartbeat.check(3100), { kind: 'silent', silentMs: 3000 });
});

test('heartbeat: a process that stood still does not blame the peer', () => {
  const heartbeat = new Heartbeat(INTERVAL_MS, 0);
  assert.is(heartbeat.check(1000).kind, 'beat');
  assert.is(heartbeat.check(60_000).kind, 'beat');
  for (const now of [61_000, 62_000]) assert.is(heartbeat.check(now).kind, 'beat');
  assert.is(heartbeat.check(63_000).kind, 'silent');
});

test.run();
