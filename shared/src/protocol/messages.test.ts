import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from './errors.ts';
import { framePayload, frameSeq, frameType } from './frame.ts';
import { FRAME_TYPES } from './message-types.ts';
import { decodeMessage, encodeMessageFrame, messages } from './messages.ts';

test('messages: a frame carries its message', () => {
  const frame = encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, { protocolVersion: 1, guestName: 'Ann' });
  assert.is(frameType(frame), FRAME_TYPES.hello);
  assert.is(frameSeq(frame), 1);
  const hello = decodeMessage(messages.Hello, framePayload(frame));
  assert.is(hello.protocolVersion, 1);
  assert.is(hello.guestName, 'Ann');
  assert.equal(hello.attach, []);
});

const epochs = [0, 1, 0xffffffff, 0x100000000, 1_732_147_200_000_000, Number.MAX_SAFE_INTEGER];
for (const epoch of epochs) {
  test(`messages: epoch ${epoch} stays a plain number`, () => {
    const bytes = messages.Mark.encode({ epoch, number: 7 }).finish();
    assert.is(decodeMessage(messages.Mark, bytes).epoch, epoch);
  });
}

const garbage: [name: string, bytes: number[]][] = [
  ['a length past the end', [0x12, 0x7f]],
  ['an unfinished number', [0x08, 0xff]],
  ['wire type 7', [0x0f]],
];
for (const [name, bytes] of garbage) {
  test(`messages: ${name} is BAD_FRAME`, () => {
    try {
      decodeMessage(messages.Hello, Uint8Array.from(bytes));
      assert.unreachable();
    } catch (error) {
      assert.instance(error, GatehouseError);
      assert.is((error as GatehouseError).code, 'BAD_FRAME');
    }
  });
}

test.run();
