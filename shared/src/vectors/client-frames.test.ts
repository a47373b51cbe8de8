import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { framePayload, frameSeq, frameType } from '../protocol/frame.ts';
import { FIRST_GAME_TYPE, FRAME_TYPES } from '../protocol/message-types.ts';
import { clientFrame, readGolden } from './golden-files.ts';
import { decodeFields, fromHex, toHex } from './message-fields.ts';

const { frames } = readGolden('client-frames');

for (const type of Object.keys(FRAME_TYPES)) {
  test(`client vectors: ${type} has one`, () => assert.ok(frames.some(vector => vector.type === type)));
}

for (const vector of frames) {
  const name = `client vectors: ${vector.type}, ${vector.about}`;
  const frame = fromHex(vector.hex);

  test(`${name}: what we write`, () => assert.is(toHex(clientFrame(vector)), vector.hex));

  test(`${name}: what we read`, () => {
    assert.is(frameType(frame), Number(vector.number));
    assert.is(frameSeq(frame), vector.seq);
    if (vector.message === undefined) assert.is(toHex(framePayload(frame)), vector.payload ?? '');
    else assert.equal(decodeFields(vector.message, framePayload(frame)), vector.fields);
  });

  test(`${name}: its number is that of the table`, () => {
    if (vector.type === 'game') assert.ok(Number(vector.number) >= FIRST_GAME_TYPE);
    else assert.is((FRAME_TYPES as Record<string, number>)[vector.type], Number(vector.number));
  });
}

test.run();
