import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import {
  encodeFrame,
  framePayload,
  frameType,
  MAX_CLIENT_FRAME_BYTES,
  MAX_HELLO_BYTES,
} from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClientStream } from './client-stream.ts';
import { ClientTraffic } from './client-traffic.ts';
import type { OpenSession } from './greeting.ts';
import { HELLO_TIMEOUT_MS, PROTOCOL_VERSION, Session, type SessionHost } from './session.ts';

const settle = () => new Promise(resolve => setImmediate(resolve));
const nothing = new Uint8Array(0);

const ann: OpenSession = {
  record: {
    userId: 'ann',
    gateway: 'gh:Gateway:a',
    incarnation: 'i',
    sessionId: 's',
    epoch: 5,
    lobbyServer: '',
    lobbyRoomId: 'L',
    roomId: 'L-1',
  },
  name: 'Ann',
  resumeToken: 'token',
  resumed: false,
  correlationId: 'c',
  roomId: 'L-1',
};

function hello(fields: object = {}): Uint8Array {
  const message = { protocolVersion: PROTOCOL_VERSION, guestName: 'Ann', ...fields };
  return encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, message);
}

function fixture(greet: SessionHost['greet'] = async () => ann) {
  const heard: string[] = [];
  const sent: Uint8Array[] = [];
  const closes: CloseReason[] = [];
  const clock = new FakeClock();
  const stream = (name: string) =>
    ({
      attach: (attach: { roomId: string }) => {
        if (attach.roomId === 'defect') throw new Error('a defect of ours');
        heard.push(`${name} attach ${attach.roomId}`);
      },
      forward: (frame: Uint8Array) => heard.push(`${name} ${frameType(frame).toString(16)}`),
      end: () => heard.push(`${name} end`),
    }) as unknown as ClientStream;
  const host: SessionHost = {
    heartbeatMs: 1_000,
    clock,
    traffic: new ClientTraffic(),
    greet,
    opened: () => ({ lobby: stream('lobby'), room: stream('room') }),
    confirmed: () => heard.push('confirmed'),
    closed: () => heard.push('closed'),
    abandoned: ({ record }) => heard.push(`abandoned ${record.userId}`),
    greeted: () => undefined,
    refused: (_address, error) => heard.push(`refused ${error.code}`),
    failed: error => heard.push(String(error)),
  };
  const connection = {
    remoteAddress: '127.0.0.1',
    bufferedBytes: 0,
    send: (frame: Uint8Array) => sent.push(frame),
    pauseReading: () => heard.push('paused'),
    resumeReading: () => heard.push('resumed'),
    close: (reason: CloseReason) => closes.push(reason),
  };
  const session = new Session(connection, host);
  session.start();
  return { session, heard, sent, closes, clock };
}

async function opened() {
  const parts = fixture();
  parts.session.receive(hello());
  await settle();
  return parts;
}

test('session: HELLO is answered by WELCOME with token, limits and location', async () => {
  const { sent, clock } = await opened();
  assert.is(frameType(sent[0] ?? nothing), FRAME_TYPES.welcome);
  const welcome = decodeMessage(messages.Welcome, framePayload(sent[0] ?? nothing));
  assert.is(welcome.userId, 'ann');
  assert.is(welcome.resumeToken, 'token');
  assert.is(welcome.heartbeatMs, 1_000);
  assert.is(welcome.limits?.maxFrameBytes, MAX_CLIENT_FRAME_BYTES);
  assert.is(welcome.location?.roomId, 'L-1');
  assert.is(clock.pending, 0);
});

test('session: a claim whose client left before WELCOME is given up', async () => {
  const { session, heard, sent } = fixture();
  session.receive(hello());
  session.closed(undefined);
  await settle();
  assert.equal(heard, ['closed', 'abandoned ann']);
  assert.equal(sent, []);
});

test('session: the attach records of HELLO are attached after WELCOME', async () => {
  const { session, heard } = fixture();
  session.receive(
    hello({
      attach: [
        { stream: 1, roomId: 'L' },
        { stream: 2, roomId: 'L-1' },
      ],
    }),
  );
  await settle();
  assert.equal(heard, ['lobby attach L', 'room attach L-1']);
});

test('session: frames go to their stream by type, unread; the first one confirms WELCOME', async () => {
  const { session, heard } = await opened();
  session.receive(encodeFrame(FRAME_TYPES.listLobbyRooms, 1, nothing));
  session.receive(encodeFrame(0x1001, 1, nothing));
  session.receive(encodeFrame(0xffff, 2, nothing));
  session.receive(encodeFrame(FRAME_TYPES.leaveRoom, 3, nothing));
  session.receive(encodeFrame(FRAME_TYPES.heartbeat, 0, nothing));
  assert.equal(heard, ['confirmed', 'lobby 105', 'room 1001', 'room ffff', 'room 204']);
});

test('session: a type that nobody reads gets UNKNOWN_TYPE with its seq', async () => {
  const { session, sent, closes } = await opened();
  session.receive(encodeFrame(0x0301, 77, nothing));
  const failure = decodeMessage(messages.Failure, framePayload(sent[1] ?? nothing));
  assert.is(failure.code, 'UNKNOWN_TYPE');
  assert.is(failure.ref, 77);
  assert.equal(closes, []);
});

function attachTo(roomId: string): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.attach, 2, messages.Attach, { stream: 2, roomId });
}

test('session: a room id of a length that no room has is not looked for', async () => {
  const { session, heard, sent } = await opened();
  session.receive(attachTo('L'.repeat(129)));
  assert.is(decodeMessage(messages.Failure, framePayload(sent[1] ?? nothing)).code, 'BAD_FRAME');
  assert.equal(heard, ['confirmed']);
});

test('session: a frame that meets a defect ends its own connection, which may come again', async () => {
  const { session, heard, closes } = await opened();
  session.receive(attachTo('defect'));
  assert.equal(heard, ['confirmed', 'Error: a defect of ours']);
  assert.equal(closes, [CLOSE_REASONS.internalError]);
});

test('session: more errors or attaches than anybody needs end the connection', async () => {
  const { session, sent, heard, closes } = await opened();
  const burst = () => {
    for (let n = 0; n < 60; n++) session.receive(encodeFrame(0x0301, 0, nothing));
  };
  burst();
  session.beat();
  burst();
  assert.equal(closes, []);
  session.receive(attachFrame(2));
  for (let n = 0; n < 100; n++) session.receive(attachFrame(3 + n));
  assert.is(closes[0], CLOSE_REASONS.tooManyRequests);
  assert.is(heard.filter(word => word === 'room attach R').length, 4);
  assert.is(sent.length, 1 + 120);
});

const attachFrame = (seq: number) =>
  encodeMessageFrame(FRAME_TYPES.attach, seq, messages.Attach, { stream: 2, roomId: 'R', first: 1 });

const bad: [what: string, frames: Uint8Array[], reason: CloseReason][] = [
  ['shorter than a header', [new Uint8Array(5)], CLOSE_REASONS.badFrame],
  ['larger than allowed', [new Uint8Array(MAX_CLIENT_FRAME_BYTES + 1)], CLOSE_REASONS.frameTooLarge],
  ['a HELLO larger than allowed', [encodeFrame(1, 1, new Uint8Array(MAX_HELLO_BYTES))], CLOSE_REASONS.frameTooLarge],
  ['no HELLO first', [encodeFrame(0x1001, 1, nothing)], CLOSE_REASONS.helloExpected],
  ['a HELLO that is not numbered 1', [encodeFrame(FRAME_TYPES.hello, 2, nothing)], CLOSE_REASONS.helloExpected],
  ['a HELLO that is no protobuf', [encodeFrame(1, 1, Uint8Array.of(0xff))], CLOSE_REASONS.badFrame],
  ['another protocol version', [hello({ protocolVersion: 99 })], CLOSE_REASONS.unsupportedVersion],
  ['a frame before WELCOME', [hello(), attachFrame(2)], CLOSE_REASONS.sequenceError],
];
for (const [what, frames, reason] of bad) {
  test(`session: ${what} closes with ${reason.code}`, () => {
    const { session, closes } = fixture();
    for (const frame of frames) session.receive(frame);
    assert.is(closes[0]?.code, reason.code);
  });
}

test('session: session frames are numbered without gaps', async () => {
  const { session, heard, closes } = await opened();
  session.receive(attachFrame(2));
  session.receive(attachFrame(4));
  assert.equal(heard, ['confirmed', 'room attach R']);
  assert.equal(closes, [CLOSE_REASONS.sequenceError]);
});

for (const [code, reason] of [
  ['UNAUTHORIZED', CLOSE_REASONS.unauthorized],
  ['UNAVAILABLE', CLOSE_REASONS.unavailable],
  ['SUPERSEDED', CLOSE_REASONS.alreadyConnected],
] as const) {
  test(`session: a HELLO refused with ${code} gets the error, then ${reason.code}`, async () => {
    const { session, heard, sent, closes } = fixture(async () => Promise.reject(new GatehouseError(code)));
    session.receive(hello());
    await settle();
    assert.equal(heard, [`refused ${code}`]);
    assert.is(decodeMessage(messages.Failure, framePayload(sent[0] ?? nothing)).code, code);
    assert.equal(closes, [reason]);
  });
}

test('session: without HELLO the connection ends after its time', () => {
  const { clock, closes } = fixture();
  clock.advance(HELLO_TIMEOUT_MS);
  assert.equal(closes, [CLOSE_REASONS.helloTimeout]);
});

test('session: a heartbeat with a few bytes comes back at once, a bare or a big one does not', async () => {
  const { session, sent, closes } = await opened();
  for (const payloadBytes of [0, 4, 9]) {
    session.receive(encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(payloadBytes).fill(7)));
  }
  assert.equal(sent.slice(1), [encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(4).fill(7))]);
  for (let more = 0; more < 64; more++) session.receive(encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(8)));
  assert.equal(closes, [CLOSE_REASONS.tooManyRequests]);
});

test('session: an idle client gets heartbeats; a silent one is closed', async () => {
  const { session, sent, closes } = await opened();
  session.beat(); // WELCOME was sent in this interval
  assert.is(sent.length, 1);
  session.beat();
  assert.is(frameType(sent[1] ?? nothing), FRAME_TYPES.heartbeat);
  session.receive(encodeFrame(FRAME_TYPES.heartbeat, 0, nothing));
  session.beat();
  session.beat();
  session.beat();
  assert.equal(closes, []);
  session.beat();
  assert.equal(closes, [CLOSE_REASONS.idle]);
});

test('session: a client is not read while a stream holds it, and is not silent then', async () => {
  const { session, heard, closes } = await opened();
  session.holdReading();
  session.holdReading();
  for (let beat = 0; beat < 10; beat++) session.beat();
  session.releaseReading();
  assert.equal([heard, closes], [['paused'], []]);
  session.releaseReading();
  for (let beat = 0; beat < 3; beat++) session.beat();
  assert.equal([heard, closes], [['paused', 'resumed'], []]);
  session.beat();
  assert.equal(closes, [CLOSE_REASONS.idle]);
});

test('session: the end of the connection ends both streams', async () => {
  const { session, heard } = await opened();
  session.closed(undefined);
  assert.equal(heard, ['lobby end', 'room end', 'closed']);
  assert.is(session.open, undefined);
});

test.run();
