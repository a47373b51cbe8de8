import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type AfterRefusal, afterRefusal } from './placement-policy.ts';

const cases: [code: ErrorCode, then: AfterRefusal][] = [
  ['TIMEOUT', 'try another server'],
  ['LINK_CLOSED', 'try another server'],
  ['LATE', 'try another server'],
  ['UNAVAILABLE', 'try another server'],
  ['NO_GAME_SERVER', 'try another server'],
  ['UNKNOWN_ROOM_CLASS', 'try another server'],
  ['INTERNAL', 'try another server'],
  ['STALE_RESERVATION', 'look again'],
  ['ROOM_FAILED', 'give up'],
  ['ROOM_FULL', 'give up'],
  ['ROOM_ENDED', 'give up'],
  ['BAD_OPTIONS', 'give up'],
];
for (const [code, then] of cases) test(`placement: after ${code}, ${then}`, () => assert.is(afterRefusal(code), then));

test.run();
