import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ERRORS, GatehouseError, isErrorCode, toGatehouseError } from './errors.ts';

test('errors: the message says the rule and the values', () => {
  const error = new GatehouseError('FRAME_TOO_LARGE', { bytes: 70_000, maxBytes: 65_536 });
  assert.is(error.message, 'FRAME_TOO_LARGE: the frame is larger than allowed (bytes 70000, maxBytes 65536)');
  assert.equal(error.fields, { bytes: 70_000, maxBytes: 65_536 });
});

test('errors: without values the message is the rule', () => {
  assert.is(new GatehouseError('CLOSED').message, `CLOSED: ${ERRORS.CLOSED.text}`);
});

test('errors: a long value is cut', () => {
  const error = new GatehouseError('BAD_OPTIONS', { options: 'x'.repeat(10_000) });
  assert.ok(error.message.length < 400);
});

test('errors: whether to try again comes from the table', () => {
  assert.is(new GatehouseError('TIMEOUT').retryable, true);
  assert.is(new GatehouseError('NO_SEAT').retryable, false);
});

test('errors: only own names are codes', () => {
  assert.ok(isErrorCode('TIMEOUT'));
  assert.not.ok(isErrorCode('toString'));
  assert.not.ok(isErrorCode(''));
});

test('errors: ours stay themselves, others become INTERNAL with their cause', () => {
  const ours = new GatehouseError('LATE');
  assert.is(toGatehouseError(ours), ours);
  const other = new TypeError('broken');
  const wrapped = toGatehouseError(other);
  assert.is(wrapped.code, 'INTERNAL');
  assert.is(wrapped.cause, other);
});

test.run();
