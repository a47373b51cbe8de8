import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { GatehouseError } from '../protocol/errors.ts';
import { carriedFrame, LINK_HEADER_BYTES, onlyU32, readU32, writeLinkHeader, writeU32 } from './link-codec.ts';
import { LINK_OPS, OPS_FROM } from './link-protocol.ts';

test('link codec: a header is u32 length, u8 op, u32 channel', () => {
  const target = new Uint8Array(12).fill(0xee);
  assert.is(writeLinkHeader(target, 2, LINK_OPS.data, 0xfffefdfc, 0x010203), 2 + LINK_HEADER_BYTES);
  assert.equal([...target], [0xee, 0xee, 0, 1, 2, 8, 7, 0xff, 0xfe, 0xfd, 0xfc, 0xee]);
});

for (const value of [0, 1, 0x80, 0x7fffffff, 0x80000000, 0xffffffff]) {
  test(`link codec: u32 ${value}`, () => {
    const target = new Uint8Array(5);
    writeU32(target, 1, value);
    assert.is(readU32(target, 1), value);
    assert.is(onlyU32(target, 1, 5), value);
  });
}

test('link codec: a carried frame has at least its header', () => {
  const bytes = Uint8Array.of(0, 1, 2, 3, 4, 5, 6);
  assert.equal([...carriedFrame(bytes, 1, 7)], [1, 2, 3, 4, 5, 6]);
  assert.throws(
    () => carriedFrame(bytes, 2, 7),
    (error: GatehouseError) => error.code === 'BAD_FRAME',
  );
});

for (const length of [0, 3, 5]) {
  test(`link codec: ${length} bytes are no u32`, () => {
    assert.throws(
      () => onlyU32(new Uint8Array(9), 2, 2 + length),
      (error: GatehouseError) => error.code === 'BAD_FRAME',
    );
  });
}

test('link protocol: each op has one number, and a sender unless it belongs to the handshake or is reserved', () => {
  const ops = Object.values(LINK_OPS);
  assert.is(new Set(ops).size, ops.length);
  const senderless = ops.filter(op => !OPS_FROM.gateway.has(op) && !OPS_FROM.backend.has(op));
  assert.equal(senderless, [LINK_OPS.hello, LINK_OPS.proof, LINK_OPS.moved]);
});

test.run();
