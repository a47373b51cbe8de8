import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRefusedLogin, redisFailure } from './redis-error.ts';
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

test.run();
