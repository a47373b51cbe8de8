import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { GatehouseError } from '../protocol/errors.ts';
import { MAX_CLIENT_FRAME_BYTES } from '../protocol/frame.ts';
import { LengthDecoder } from '../protocol/length-decoder.ts';
import { readGolden, tcpStream } from './golden-files.ts';
import { fromHex, toHex } from './message-fields.ts';

const { streams, refused } = readGolden('tcp-stream');

/** The frames of a stream that arrives in pieces of this size. */
function framesOf(stream: Uint8Array, pieceBytes: number, maxBytes = MAX_CLIENT_FRAME_BYTES): string[] {
  const decoder = new LengthDecoder({ maxBytes });
  const frames: string[] = [];
  for (let at = 0; at < stream.length; at += pieceBytes) {
    decoder.push(stream.slice(at, at + pieceBytes), (bytes, start, end) => {
      frames.push(toHex(bytes.subarray(start, end)));
      return true;
    });
  }
  return frames;
}

for (const { about, frames, stream } of streams) {
  test(`tcp vectors: ${about}: what we write`, () => assert.is(toHex(tcpStream(frames.map(fromHex))), stream));
  for (const pieceBytes of [1, 7, fromHex(stream).length]) {
    test(`tcp vectors: ${about}: what we read, in pieces of ${pieceBytes}`, () =>
      assert.equal(framesOf(fromHex(stream), pieceBytes), frames));
  }
}

for (const { about, stream, max_bytes } of refused) {
  test(`tcp vectors: ${about}`, () => {
    assert.throws(
      () => framesOf(fromHex(stream), 1, max_bytes),
      (error: GatehouseError) => error.code === 'FRAME_TOO_LARGE',
    );
  });
}

test.run();
