import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRefusedLogin, isSentinelRound, redisFailure, sentinelFailure } from './redis-error.ts';
import { shownRedisUrl, withoutPassword } from './redis-url.ts';

const url = 'redis://worker:p%40ss@10.0.0.5:6380/2?password=other';

test('url: shown without user, password and query', () => {
  assert.is(shownRedisUrl(url), 'redis://10.0.0.5:6380/2');
  assert.not.match(shownRedisUrl('p@ss word'), 'p@ss');
});

test('url: its passwords are taken out of texts, as written and as meant', () => {
  assert.is(
    withoutPassword("args beginning with: 'AUTH' 'worker' 'p@ss'", url),
    "args beginning with: 'AUTH' 'worker' '***'",
  );
  assert.is(withoutPassword('p%40ss other fine', url), '*** *** fine');
});

const bySentinels = 'redis+sentinel://worker:p%40ss@s1:1,[::1]/mymaster/2?sentinel_password=other';

test('url: sentinels are shown with the master they are asked for, their passwords are taken out as well', () => {
  assert.is(shownRedisUrl(bySentinels), 'redis+sentinel://s1:1,[::1]:26379/mymaster/2');
  assert.is(withoutPassword('p%40ss p@ss other fine', bySentinels), '*** *** *** fine');
  assert.is(shownRedisUrl('redis+sentinel://worker:p@ss@s1/'), 'redis+sentinel://s1/');
});

const failures: [message: string, code: string][] = [
  ['LATE the deadline of this script has passed', 'LATE'],
  ['Connection is closed.', 'UNAVAILABLE'],
  ['Command timed out', 'UNAVAILABLE'],
  ["READONLY You can't write against a read only replica.", 'UNAVAILABLE'],
  ['LOADING Redis is loading the dataset in memory', 'UNAVAILABLE'],
  ['OOM command not allowed', 'UNAVAILABLE'],
  ['ERR user_script:3: attempt to index a nil value', 'INTERNAL'],
  ["CROSSSLOT Keys in request don't hash to the same slot", 'INTERNAL'],
];
for (const [message, code] of failures) {
  test(`failure: ${message.slice(0, 30)} is ${code}`, () =>
    assert.is(redisFailure(new Error(message), url).code, code));
}

test('failure: the command and its arguments do not come along', () => {
  const raw = Object.assign(new Error('WRONGPASS no'), { command: { name: 'auth', args: ['p@ss'] } });
  assert.is(isRefusedLogin(raw), true);
  const failure = redisFailure(raw, url);
  assert.is(failure.cause, undefined);
  assert.not.match(JSON.stringify(failure), 'p@ss');
});

test('failure: an unknown master is said in words, everything else of a sentinel as it is', () => {
  const unknown = new Error('connected to sentinel s1:1 successfully, but got an invalid reply: null');
  const told = sentinelFailure('no answer', unknown);
  assert.is(String(told), 'Error: sentinel s1:1 knows no master of this name');
  const away = new Error('failed to connect to sentinel s1:1 because connect ECONNREFUSED');
  assert.is(sentinelFailure(new Error('x'), away), away);
  assert.is(sentinelFailure(told, away), told);
  assert.is(isSentinelRound(away), false);
  assert.is(isSentinelRound(new Error('All sentinels are unreachable. Retrying from scratch after 10ms.')), true);
});

test.run();
