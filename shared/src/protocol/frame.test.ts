import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeFrame, FRAME_HEADER_BYTES, framePayload, frameSeq, frameType, MAX_SEQ, writeFrameSeq } from './frame.ts';

const layouts: [name: string, type: number, seq: number, payload: number[], bytes: number[]][] = [
  ['hello, first of its connection', 0x0001, 1, [9], [0x00, 0x01, 0, 0, 0, 1, 9]],
  ['no payload', 0x0006, 0, [], [0x00, 0x06, 0, 0, 0, 0]],
  ['highest type and seq', 0xffff, MAX_SEQ, [1, 2], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2]],
  ['every byte of the seq has its place', 0x1001, 0x81828384, [], [0x10, 0x01, 0x81, 0x82, 0x83, 0x84]],
];
for (const [name, type, seq, payload, bytes] of layouts) {
  test(`frame: ${name}`, () => {
    const frame = encodeFrame(type, seq, Uint8Array.from(payload));
    assert.equal([...frame], bytes);
    assert.is(frameType(frame), type);
    assert.is(frameSeq(frame), seq);
    assert.equal([...framePayload(frame)], payload);
  });
}

test('frame: the payload is copied on encoding', () => {
  const payload = Uint8Array.of(1, 2, 3);
  const frame = encodeFrame(0x1000, 5, payload);
  payload[0] = 99;
  assert.equal([...framePayload(frame)], [1, 2, 3]);
});

test('frame: the payload of a frame shares its memory', () => {
  const frame = encodeFrame(0x1000, 5, Uint8Array.of(1));
  framePayload(frame)[0] = 7;
  assert.is(frame[FRAME_HEADER_BYTES], 7);
});

test('frame: numbering changes the seq alone', () => {
  const frame = encodeFrame(0x1002, 0, Uint8Array.of(8));
  writeFrameSeq(frame, 0xfffefdfc);
  assert.equal([...frame], [0x10, 0x02, 0xff, 0xfe, 0xfd, 0xfc, 8]);
});

test.run();
