import { encodeWebSocketMessage } from '@gatehouse/shared/transport/websocket-frames';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ServerFrames } from './server-frames.ts';

const payloads = [0, 1, 64, 125, 126, 300, 5000].map((bytes, index) => Buffer.alloc(bytes, index + 1));
const stream = Buffer.concat(payloads.map(payload => encodeWebSocketMessage(payload)));

/** The payloads that are read when `bytes` come in chunks of `chunkBytes`, in memory that is written again. */
function read(bytes: Buffer, chunkBytes: number): Buffer[] {
  const found: Buffer[] = [];
  const frames = new ServerFrames((memory, start, end) => found.push(Buffer.from(memory.subarray(start, end))));
  const memory = Buffer.alloc(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const count = bytes.copy(memory, 0, at, at + chunkBytes);
    frames.push(memory.subarray(0, count));
    memory.fill(0xff);
  }
  return found;
}

for (const chunkBytes of [1, 2, 3, 67, 1000, stream.length]) {
  test(`messages in chunks of ${chunkBytes} bytes`, () => assert.equal(read(stream, chunkBytes), payloads));
}

test('pings are passed over', () => {
  const ping = Buffer.from([0x89, 2, 7, 7]);
  const one = encodeWebSocketMessage(Buffer.from([1]));
  assert.equal(read(Buffer.concat([ping, one, ping]), 4), [Buffer.from([1])]);
});

const refusals: [name: string, bytes: number[], message: RegExp][] = [
  ['a close with its reason', [0x88, 4, 0x0f, 0xa1, 0x6f, 0x6b], /closed a connection: 4001 ok/],
  ['a close without one', [0x88, 0], /closed a connection$/],
  ['text', [0x81, 1, 65], /begins with 0x81/],
  ['a fragment', [0x02, 1, 65], /begins with 0x2/],
  ['a huge message', [0x82, 127, 0], /above 64 KiB/],
];
for (const [name, bytes, message] of refusals) {
  test(`refused: ${name}`, () => assert.throws(() => read(Buffer.from(bytes), 100), message));
}

test.run();
