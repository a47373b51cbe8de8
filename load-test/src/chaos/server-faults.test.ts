import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Trouble } from './resume-check.ts';
import { type ExitCause, isUnexpected, unexpectedEnd } from './server-faults.ts';

const NO_REDIS = 'gateway: UNAVAILABLE: Redis cannot be reached now (redis redis://127.0.0.1:6379)';

const ends: [name: string, cause: ExitCause, trouble: Trouble | undefined, says: RegExp | undefined][] = [
  ['killed', { kind: 'killed' }, 'gateway-kill', undefined],
  ['ended by itself', { kind: 'byItself' }, 'storm', /^gateway-1 ended by itself: exit code 1$/],
  ['no Redis in a storm', { kind: 'notStarted', complaint: NO_REDIS }, 'storm', undefined],
  ['no Redis without a storm', { kind: 'notStarted', complaint: NO_REDIS }, 'gateway-kill', /not start.*Redis/],
  [
    'crashed while it started',
    { kind: 'notStarted', complaint: 'TypeError: no' },
    'storm',
    /not start: exit code 1, TypeError/,
  ],
];
for (const [name, cause, trouble, says] of ends) {
  test(`end of a process: ${name}`, () => {
    const wrong = unexpectedEnd({ name: 'gateway-1', how: 'exit code 1', cause }, trouble);
    if (says === undefined) assert.is(wrong, undefined);
    else assert.match(wrong ?? '', says);
  });
}

test('log of a server: an error is no fault that we have made', () => {
  assert.ok(isUnexpected({ event: 'internal.error', level: 'error' }));
  assert.not(isUnexpected({ event: 'redis.down', level: 'warn' }));
});

test.run();
