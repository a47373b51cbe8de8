import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import {
  encodeFrame,
  framePayload,
  frameSeq,
  frameType,
  MAX_CLIENT_FRAME_BYTES,
  MAX_HELLO_BYTES,
  MAX_SERVER_FRAME_BYTES,
} from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClientBounds } from './client-output.ts';
import { type ConnectionPair, type OpenPair, openTcpPair, openWebSocketPair } from './test-connections.ts';

const NUMBERED = 0x1001;
const VOLATILE = 0x1002;
const OTHER_VOLATILE = 0x1003;

/** A HELLO as far as a connection is concerned: its first frame. */
const first = encodeFrame(FRAME_TYPES.hello, 1, new Uint8Array(20));
const numbered = (seq: number, payloadBytes = 10) => encodeFrame(NUMBERED, seq, new Uint8Array(payloadBytes));
const volatile = (type: number, value: number) => encodeFrame(type, 0, Uint8Array.of(value));
const seqs = (frames: readonly Uint8Array[]) => frames.filter(frame => frameType(frame) === NUMBERED).map(frameSeq);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The client stops reading and is sent so much that its kernel is full and it counts as slow. Returns the newest number. */
async function makeSlow({ connection, socket }: ConnectionPair, softBytes: number): Promise<number> {
  socket.pause();
  let newest = 0;
  while (connection.bufferedBytes <= 2 * softBytes) {
    for (let n = 0; n < 10; n++) connection.send(numbered(++newest, 30_000));
    await new Promise(resolve => setImmediate(resolve));
  }
  return newest;
}

const softBytes = 64 * 1024;
const hardBytes = 2 * MAX_SERVER_FRAME_BYTES;

type Case = [what: string, run: (pair: ConnectionPair) => Promise<void>, bounds?: Partial<ClientBounds>];

/** What every transport keeps. */
const cases: Case[] = [
  [
    'frames arrive whole and in order, both ways',
    async ({ connection, send, received, heard, until }) => {
      send(first);
      for (const seq of upTo(200)) {
        send(numbered(seq, seq * 300));
        connection.send(numbered(seq, seq * 3000));
      }
      await until(() => received.length === 201 && heard.length === 200);
      assert.equal(seqs(received), upTo(200));
      assert.equal(
        received.map(frame => frame.length).slice(1),
        upTo(200).map(seq => 6 + seq * 300),
      );
      assert.equal(seqs(heard), upTo(200));
      assert.is(heard.at(-1)?.length, 6 + 600_000);
    },
  ],

  [
    'a stream cut at every byte is the same stream',
    async ({ socket, encode, received, until }) => {
      const stream = Buffer.concat([first, numbered(1), numbered(2, 200)].map(encode));
      for (const byte of stream) {
        socket.write(Uint8Array.of(byte));
        await new Promise(resolve => setImmediate(resolve)); // a packet of its own
      }
      await until(() => received.length === 3);
      assert.equal(
        received.map(frame => frame.length),
        [26, 16, 206],
      );
      assert.equal(seqs(received), [1, 2]);
    },
  ],

  [
    'what comes in one packet is received in one turn: what follows HELLO is there before any answer to HELLO',
    async ({ socket, encode, received, until }) => {
      socket.write(Buffer.concat([first, numbered(2), numbered(3)].map(encode)));
      await until(() => received.length > 0); // goes on in the same turn, after what is received in it
      assert.is(received.length, 3);
    },
  ],

  [
    'GOODBYE comes last, and `closed` says why, once',
    async ({ connection, send, heard, closes, received, until }) => {
      connection.send(numbered(1));
      connection.close(CLOSE_REASONS.serverDraining, 700, 'ws://b');
      connection.close(CLOSE_REASONS.kicked);
      connection.send(numbered(2));
      connection.pauseReading();
      send(first);
      await until(() => closes.length > 0);
      assert.equal(heard.map(frameType), [NUMBERED, FRAME_TYPES.goodbye]);
      const goodbye = decodeMessage(messages.Goodbye, framePayload(heard[1] ?? first));
      assert.equal(
        [goodbye.code, goodbye.retryAfterMs, goodbye.url],
        [CLOSE_REASONS.serverDraining.code, 700, 'ws://b'],
      );
      assert.equal(closes, [CLOSE_REASONS.serverDraining]);
      assert.is(received.length, 0);
    },
  ],

  [
    'a peer that goes is no close of ours',
    async ({ socket, closes, until }) => {
      socket.destroy();
      await until(() => closes.length > 0);
      assert.equal(closes, [undefined]);
    },
  ],

  [
    'while reading is paused the client has to wait',
    async ({ connection, send, socket, received, until }) => {
      send(first);
      await until(() => received.length === 1);
      connection.pauseReading();
      connection.pauseReading();
      let sent = 0;
      while (socket.writableLength < 1024 * 1024) {
        send(numbered(++sent, 50_000));
        await new Promise(resolve => setImmediate(resolve));
      }
      assert.ok(received.length <= 3, `${received.length} frames were taken while paused`);
      connection.resumeReading();
      await until(() => received.length === 1 + sent);
      assert.equal(seqs(received), upTo(sent));
    },
  ],

  [
    'a slow client gets every numbered frame, and of volatile ones the latest of each type',
    async pair => {
      const { connection, socket, heard, until } = pair;
      let newest = await makeSlow(pair, softBytes);
      for (let n = 1; n <= 50; n++) {
        connection.send(volatile(VOLATILE, n));
        connection.send(volatile(OTHER_VOLATILE, 100 + n));
        connection.send(numbered(++newest));
      }
      connection.send(encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(0)));
      socket.resume();
      await until(() => heard.at(-1)?.[6] === 150);
      assert.equal(seqs(heard), upTo(newest));
      const rest = heard.filter(frame => frameType(frame) !== NUMBERED);
      assert.equal(
        rest.map(frame => [frameType(frame), frame[6]]),
        [
          [FRAME_TYPES.heartbeat, undefined],
          [VOLATILE, 50],
          [OTHER_VOLATILE, 150],
        ],
      );
      connection.send(volatile(VOLATILE, 1));
      connection.send(volatile(VOLATILE, 2));
      await until(() => heard.at(-1)?.[6] === 2);
      assert.is(heard.length, newest + 5, 'once it has caught up it gets all again');
    },
    { softBytes },
  ],

  [
    'what was volatile before an attach is not shown after it',
    async pair => {
      const { connection, socket, heard, until } = pair;
      await makeSlow(pair, softBytes);
      connection.send(volatile(VOLATILE, 1));
      connection.send(encodeFrame(FRAME_TYPES.opened, 0, new Uint8Array(0)));
      connection.send(volatile(OTHER_VOLATILE, 2));
      socket.resume();
      await until(() => heard.at(-1)?.[6] === 2);
      assert.not.ok(heard.some(frame => frameType(frame) === VOLATILE));
    },
    { softBytes },
  ],

  [
    'a client past the hard bound is closed; what it did not read is thrown away',
    async pair => {
      const { connection, closes, until } = pair;
      let most = 0;
      pair.socket.pause();
      for (let seq = 1; seq < 2000 && closes.length === 0; seq++) {
        connection.send(numbered(seq, 30_000));
        most = Math.max(most, connection.bufferedBytes);
        if (seq % 10 === 0) await new Promise(resolve => setImmediate(resolve));
      }
      assert.ok(most <= hardBytes + 30_006, `held ${most}`);
      assert.ok(connection.bufferedBytes < 3 * softBytes, `holds ${connection.bufferedBytes}`);
      pair.socket.resume();
      await until(() => closes.length > 0);
      assert.equal(closes, [CLOSE_REASONS.slowConsumer]);
      assert.is(frameType(pair.heard.at(-1) ?? first), FRAME_TYPES.goodbye, 'who reads again is told');
      assert.equal(seqs(pair.heard), upTo(pair.heard.length - 1));
    },
    { softBytes, hardBytes },
  ],

  [
    'a client that never answers the close is cut',
    async pair => {
      pair.socket.pause();
      pair.connection.close(CLOSE_REASONS.idle);
      await pair.until(() => pair.closes.length > 0);
      assert.equal(pair.closes, [CLOSE_REASONS.idle]);
    },
  ],

  [
    'before HELLO nobody can make us keep more than a HELLO',
    async ({ socket, encode, closes, received, until }) => {
      const large = encode(encodeFrame(FRAME_TYPES.hello, 1, new Uint8Array(60_000)));
      socket.write(large.subarray(0, 2 * MAX_HELLO_BYTES)); // the rest never comes
      await until(() => closes.length > 0);
      assert.equal(closes, [CLOSE_REASONS.frameTooLarge]);
      assert.is(received.length, 0);
    },
  ],
];

function testConnection(transport: string, openPair: OpenPair): void {
  for (const [what, run, bounds] of cases) {
    test(`${transport}: ${what}`, async () => {
      const pair = await openPair(bounds);
      try {
        await run(pair);
      } finally {
        await pair.stop();
      }
    });
  }
}

testConnection('tcp', openTcpPair);
testConnection('websocket', openWebSocketPair);

test('tcp: a claim of 4 GiB is refused at its fourth byte, with nothing kept', async () => {
  const { socket, heard, closes, until, stop } = await openTcpPair();
  socket.write(Uint8Array.of(0xff, 0xff, 0xff));
  socket.write(Uint8Array.of(0xff));
  await until(() => closes.length > 0);
  assert.equal(closes, [CLOSE_REASONS.frameTooLarge]);
  assert.is(frameType(heard[0] ?? first), FRAME_TYPES.goodbye);
  await stop();
});

test('tcp: after HELLO a frame may have 64 KiB and no more', async () => {
  const { socket, send, encode, closes, received, until, stop } = await openTcpPair();
  send(first);
  send(numbered(1, MAX_CLIENT_FRAME_BYTES - 6));
  await until(() => received.length === 2);
  socket.write(encode(numbered(2, MAX_CLIENT_FRAME_BYTES - 5)));
  await until(() => closes.length > 0);
  assert.equal(closes, [CLOSE_REASONS.frameTooLarge]);
  assert.is(received.length, 2);
  await stop();
});

test('websocket: text is no frame', async () => {
  const { socket, closes, until, stop } = await openWebSocketPair();
  socket.write(Uint8Array.of(0x81, 0x81, 0, 0, 0, 0, 0x20));
  await until(() => closes.length > 0);
  assert.equal(closes, [CLOSE_REASONS.badFrame]);
  await stop();
});

test('websocket: a message in thousands of parts ends the connection long before its end', async () => {
  const { socket, send, closes, received, until, stop } = await openWebSocketPair();
  send(first);
  await until(() => received.length === 1);
  const part = (opcode: number) => Uint8Array.of(opcode, 0x81, 0, 0, 0, 0, 1);
  socket.write(Buffer.concat([part(0x02), ...Array.from({ length: 10_000 }, () => part(0x00))]));
  await until(() => closes.length > 0);
  assert.is(received.length, 1);
  await stop();
});

test.run();
