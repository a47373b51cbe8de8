import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLOSE_REASONS, mayReconnect } from './close-codes.ts';

test('close codes: each number is used once, in the range for applications', () => {
  const codes = Object.values(CLOSE_REASONS).map(reason => reason.code);
  assert.is(new Set(codes).size, codes.length);
  for (const code of codes) assert.ok(code >= 4000 && code <= 4999, `${code}`);
});

test('close codes: a text fits the 123 bytes of a WebSocket close frame', () => {
  for (const { text } of Object.values(CLOSE_REASONS)) assert.ok(Buffer.byteLength(text) <= 123, text);
});

const policies: [code: number, reconnect: boolean][] = [
  [CLOSE_REASONS.serverDraining.code, true],
  [CLOSE_REASONS.slowConsumer.code, true],
  [4499, true],
  [CLOSE_REASONS.helloTimeout.code, true],
  [CLOSE_REASONS.badFrame.code, false],
  [CLOSE_REASONS.superseded.code, false],
  [4999, false],
  [1000, true],
  [1006, true],
];
for (const [code, reconnect] of policies) {
  test(`close codes: ${code} ${reconnect ? 'connects again' : 'is final'}`, () => {
    assert.is(mayReconnect(code), reconnect);
  });
}

test.run();
