import { messages } from '@gatehouse/example-echo/messages';
import { frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  ClientMessage,
  MESSAGE_BYTES,
  MESSAGE_TYPES,
  maskedMessage,
  messageSender,
  messageSentAtMicros,
  messageType,
} from './client-message.ts';

/** Header and unmasked payload of a frame with a payload below 64 KiB. */
function unmasked(frame: Buffer): { header: number[]; payload: Buffer } {
  const maskAt = (frame[1] as number) === 0xfe ? 4 : 2;
  const mask = frame.subarray(maskAt, maskAt + 4);
  const payload = frame.subarray(maskAt + 4).map((byte, at) => byte ^ (mask[at & 3] as number));
  return { header: [...frame.subarray(0, maskAt)], payload: Buffer.from(payload) };
}

test('message: a masked frame whose payload begins like a Gatehouse frame', () => {
  const message = new ClientMessage(0x1002, 0xfffe);
  message.set(7, 1);
  message.set(0x01020304, 0xf0000001);
  const { header, payload } = unmasked(message.bytes);
  assert.equal(header, [0x82, 0x80 | MESSAGE_BYTES]);
  assert.is(payload.length, MESSAGE_BYTES);
  assert.is(frameType(payload), 0x1002);
  assert.is(frameSeq(payload), 0x01020304);
  assert.is(messageType(payload, 0), 0x1002);
  assert.is(messageSentAtMicros(payload, 0), 0xf0000001);
  assert.is(messageSender(payload, 0), 0xfffe);
});

test('message: the types are those of the echo room', () => {
  assert.is(messages.nameOf(MESSAGE_TYPES.echo), 'echo');
  assert.is(messages.nameOf(MESSAGE_TYPES.broadcast), 'say');
});

for (const length of [0, 1, 125, 126, 4000]) {
  test(`masked message of ${length} bytes`, () => {
    const payload = Buffer.alloc(length, 0x5a);
    const read = unmasked(maskedMessage(payload));
    assert.equal(read.payload, payload);
    assert.equal(read.header, length < 126 ? [0x82, 0x80 | length] : [0x82, 0xfe, length >>> 8, length & 0xff]);
  });
}

test.run();
