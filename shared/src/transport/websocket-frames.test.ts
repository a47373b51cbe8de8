import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeWebSocketMessage, websocketHeaderBytes, writeWebSocketHeader } from './websocket-frames.ts';

const headers: [payloadBytes: number, header: number[]][] = [
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [0x0102, [0x82, 126, 1, 2]],
  [0xffff, [0x82, 126, 0xff, 0xff]],
  [0x10000, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  [0x81828384, [0x82, 127, 0, 0, 0, 0, 0x81, 0x82, 0x83, 0x84]],
];
for (const [payloadBytes, header] of headers) {
  test(`websocket header: ${payloadBytes} bytes`, () => {
    assert.is(websocketHeaderBytes(payloadBytes), header.length);
    const target = new Uint8Array(20).fill(0xee);
    assert.is(writeWebSocketHeader(target, 3, payloadBytes), 3 + header.length);
    assert.equal([...target.subarray(0, 3)], [0xee, 0xee, 0xee]);
    assert.equal([...target.subarray(3, 3 + header.length)], header);
    assert.is(target[3 + header.length], 0xee);
  });
}

test('websocket message: header and payload in one', () => {
  assert.equal([...encodeWebSocketMessage(Uint8Array.of(1, 2, 3))], [0x82, 3, 1, 2, 3]);
});

test.run();
