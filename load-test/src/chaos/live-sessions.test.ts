import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LiveSessions } from './live-sessions.ts';

const line = (event: string, correlationId: string) => ({ event, level: 'info', userId: 'ann', correlationId });

test('sessions: one is none too many', () => {
  const sessions = new LiveSessions();
  sessions.observe('g1', line('session.opened', 'a'));
  assert.equal(sessions.doubled(), []);
});

test('sessions: two at once, on one gateway or on two, until one is closed', () => {
  const sessions = new LiveSessions();
  sessions.observe('g1', line('session.opened', 'a'));
  sessions.observe('g1', line('session.resumed', 'b'));
  assert.equal(sessions.doubled(), [{ userId: 'ann', gateways: ['g1', 'g1'] }]);
  sessions.observe('g1', line('session.closed', 'a'));
  assert.equal(sessions.doubled(), []);
  sessions.observe('g2', line('session.resumed', 'c'));
  assert.equal(sessions.doubled(), [{ userId: 'ann', gateways: ['g1', 'g2'] }]);
  sessions.ended('g1');
  assert.equal(sessions.doubled(), []);
});

test.run();
