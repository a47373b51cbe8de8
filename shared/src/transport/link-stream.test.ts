import { Duplex } from 'node:stream';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { MAX_SERVER_FRAME_BYTES } from '../protocol/frame.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import { LINK_HEADER_BYTES, writeLinkHeader } from './link-codec.ts';
import { LinkStream } from './link-stream.ts';
import { TurnFlusher } from './turn-output.ts';

function silentSocket(): Duplex {
  return new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
}

/** A stream whose frames are written down. */
function reading(maxFrameBytes = 1000) {
  const socket = silentSocket();
  const frames: [op: number, channel: number, body: number[]][] = [];
  const ends: GatehouseError[] = [];
  const reader = {
    frame(op: number, channel: number, bytes: Uint8Array, start: number, end: number): void {
      frames.push([op, channel, [...bytes.subarray(start, end)]]);
    },
    ended: (error: GatehouseError) => void ends.push(error),
  };
  const clock = new FakeClock();
  const stream = new LinkStream({ socket, turns: new TurnFlusher(), clock, reader, maxFrameBytes });
  return { socket, stream, frames, ends, reader, clock };
}

function encoded(op: number, channel: number, body: number[]): Buffer {
  const bytes = Buffer.alloc(LINK_HEADER_BYTES + body.length);
  bytes.set(body, writeLinkHeader(bytes, 0, op, channel, body.length));
  return bytes;
}

const SAID: [op: number, channel: number, body: number[]][] = [
  [7, 1, [1, 2, 3, 4, 5, 6, 7]],
  [15, 0xffffffff, []],
  [8, 0x01020304, [0, 0, 0, 9]],
];
const BYTES = Buffer.concat(SAID.map(([op, channel, body]) => encoded(op, channel, body)));

test('link stream: the same frames however the bytes are cut', () => {
  for (let cut = 0; cut <= BYTES.length; cut++) {
    const { socket, frames } = reading();
    socket.emit('data', BYTES.subarray(0, cut));
    socket.emit('data', BYTES.subarray(cut));
    assert.equal(frames, SAID, `cut at ${cut}`);
  }
});

test('link stream: byte by byte', () => {
  const { socket, frames } = reading();
  for (const byte of BYTES) socket.emit('data', Uint8Array.of(byte));
  assert.equal(frames, SAID);
});

const garbage: [name: string, bytes: Uint8Array][] = [
  ['a frame without op and channel', Uint8Array.of(0, 0, 0, 4, 1, 2, 3, 4)],
  ['a frame of no bytes', Uint8Array.of(0, 0, 0, 0)],
  ['a length past the limit', Uint8Array.of(0, 0, 4, 0)],
  ['text', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
];
for (const [name, bytes] of garbage) {
  test(`link stream: ${name} ends it with BAD_FRAME, once`, () => {
    const { socket, ends } = reading();
    socket.emit('data', bytes);
    socket.emit('data', bytes);
    assert.equal(
      ends.map(error => error.code),
      ['BAD_FRAME'],
    );
    assert.ok(socket.destroyed);
  });
}

test('link stream: what a reader throws ends it; the rest of the chunk is not read', () => {
  const { socket, stream, reader, frames, ends } = reading();
  const frame = (): void => {
    frames.push([0, 0, []]);
    throw new GatehouseError('LINK_REFUSED');
  };
  stream.handOver({ ...reader, frame }, 1000);
  socket.emit('data', BYTES);
  assert.is(frames.length, 1);
  assert.equal(
    ends.map(error => error.code),
    ['LINK_REFUSED'],
  );
});

test('link stream: a new reader gets the next frame of the same chunk', () => {
  const { socket, stream, reader, frames } = reading(12);
  const later: number[] = [];
  const frame = (op: number): void => {
    frames.push([op, 0, []]);
    stream.handOver({ ...reader, frame: next => void later.push(next) }, 1000);
  };
  stream.handOver({ ...reader, frame }, 12);
  socket.emit('data', BYTES);
  assert.is(frames.length, 1);
  assert.equal(later, [15, 8]);
});

test('link stream: after end() nothing is read, and a peer that stays is cut off', () => {
  const { socket, stream, frames, ends, clock } = reading();
  stream.end();
  socket.emit('data', BYTES);
  assert.equal(frames, []);
  assert.not.ok(socket.destroyed);
  clock.advance(1000);
  assert.ok(socket.destroyed);
  assert.equal(ends, []);
});

test('link stream: everything of one turn leaves in one write', async () => {
  const { socket, stream } = reading();
  const writes: Buffer[] = [];
  socket._write = (chunk: Buffer, _encoding, done) => {
    writes.push(Buffer.from(chunk));
    done();
  };
  for (const [op, channel, body] of SAID) stream.send(op, channel, Uint8Array.from(body));
  assert.is(stream.bufferedBytes, BYTES.length);
  await new Promise(resolve => setImmediate(resolve));
  assert.is(writes.length, 1);
  assert.ok(writes[0]?.equals(BYTES));
  assert.equal(stream.progress(), { flushedBytes: BYTES.length, takenBytes: BYTES.length });
});

test('link stream: a body that the peer would refuse is refused here', () => {
  const { stream } = reading();
  const send = (): void => stream.send(7, 1, new Uint8Array(MAX_SERVER_FRAME_BYTES + 1));
  assert.throws(send, (error: GatehouseError) => error.code === 'FRAME_TOO_LARGE');
  assert.is(stream.bufferedBytes, 0);
});

test.run();
