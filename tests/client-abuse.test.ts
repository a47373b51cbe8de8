import { connect } from 'node:net';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import {
  encodeFrame,
  framePayload,
  frameType,
  MAX_CLIENT_FRAME_BYTES,
  MAX_HELLO_BYTES,
} from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RawClient } from './harness/raw-client.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Clients that do what no client should: each is told by a code of the table, and nobody else notices.

interface Abuse {
  cluster: TestCluster;
  url: string;
  tcpUrl: string;
  /** Connected all the time, and served all the time. */
  bystander: RawClient;
}

const bytes = (length: number) => new Uint8Array(length).fill(0x61);
const hello = (fields: Parameters<typeof messages.Hello.encode>[0] = {}) =>
  encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, { protocolVersion: 1, guestName: 'Eve', ...fields });

/** Of a WebSocket that is written by hand. */
const KEY_HEADER = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const MASKED_CLOSE = Uint8Array.of(0x88, 0x80, 0, 0, 0, 0);

const abuse = suite<Abuse>('client abuse');
abuse.before(
  reported(async context => {
    context.cluster = await TestCluster.start({ gameServers: 0 });
    const [url = ''] = await context.cluster.urls();
    const [tcpUrl = ''] = await context.cluster.tcpUrls();
    Object.assign(context, { url, tcpUrl });
    context.bystander = (await RawClient.guest(url, 'Bystander')).client;
    context.bystander.attach(2, 'lobby', {});
    await context.bystander.next(FRAME_TYPES.opened);
  }),
);
abuse.after.each(async ({ bystander, cluster, url }) => {
  lobbySeq += 1;
  bystander.send(encodeMessageFrame(FRAME_TYPES.listLobbyRooms, lobbySeq, messages.ListLobbyRooms, {}));
  await bystander.next(FRAME_TYPES.listed);
  (await RawClient.guest(url, 'Newcomer')).client.terminate();
  assert.equal(cluster.lines(cluster.gateways, 'internal.error'), []);
  assert.equal(cluster.lines(cluster.gateways, 'process.failed'), []);
});
abuse.after(async ({ cluster, bystander }) => {
  bystander.terminate();
  await cluster.stop();
});
let lobbySeq = 0; // of the bystander

// ---- before WELCOME ----

const strangers: [name: string, first: Uint8Array | string, reason: { code: number }][] = [
  [
    'no HELLO but an ATTACH',
    encodeMessageFrame(FRAME_TYPES.attach, 1, messages.Attach, {}),
    CLOSE_REASONS.helloExpected,
  ],
  ['no HELLO but a game frame', encodeFrame(0x1001, 1, bytes(10)), CLOSE_REASONS.helloExpected],
  ['HELLO numbered 2', encodeFrame(FRAME_TYPES.hello, 2, hello().subarray(6)), CLOSE_REASONS.helloExpected],
  ['HELLO that is no protobuf', encodeFrame(FRAME_TYPES.hello, 1, bytes(50)), CLOSE_REASONS.badFrame],
  ['HELLO of 4 KiB and more', hello({ token: 'x'.repeat(MAX_HELLO_BYTES) }), CLOSE_REASONS.frameTooLarge],
  ['a frame shorter than its header', bytes(5), CLOSE_REASONS.badFrame],
  ['an empty message', bytes(0), CLOSE_REASONS.badFrame],
  ['a text message', '{"hello":true}', CLOSE_REASONS.badFrame],
  ['a protocol version of tomorrow', hello({ protocolVersion: 2 }), CLOSE_REASONS.unsupportedVersion],
  ['no protocol version', hello({ protocolVersion: 0 }), CLOSE_REASONS.unsupportedVersion],
];
for (const [name, first, reason] of strangers) {
  abuse(`${name}: closed with ${reason.code}`, async ({ url }) => {
    const client = await RawClient.open(url);
    client.send(first);
    assert.is(await goodbyeOf(client), reason.code);
    assert.is(await client.closed(), reason.code);
  });
}

/** In one packet, and so before any WELCOME. */
const hasty = [hello(), encodeMessageFrame(FRAME_TYPES.attach, 2, messages.Attach, {})];

const tcpStrangers: [name: string, sent: Uint8Array, reason: { code: number }][] = [
  ...strangers.flatMap(([name, first, reason]): typeof tcpStrangers =>
    typeof first === 'string' ? [] : [[name, afterLength(first), reason]],
  ),
  ['an ATTACH right behind HELLO', Buffer.concat(hasty.map(afterLength)), CLOSE_REASONS.sequenceError],
  ['a length of 4 GiB', Uint8Array.of(0xff, 0xff, 0xff, 0xff), CLOSE_REASONS.frameTooLarge],
  ['a request of a browser', Buffer.from('GET / HTTP/1.1\r\n\r\n'), CLOSE_REASONS.frameTooLarge],
];
for (const [name, sent, reason] of tcpStrangers) {
  abuse(`on TCP, ${name}: closed with ${reason.code}`, async ({ tcpUrl }) => {
    const answer = await answerTo(tcpUrl, sent);
    assert.is(answer.readUInt32BE(0), answer.length - 4);
    const frame = answer.subarray(4);
    assert.is(frameType(frame), FRAME_TYPES.goodbye);
    assert.is(decodeMessage(messages.Goodbye, framePayload(frame)).code, reason.code);
  });
}

abuse(`an ATTACH right behind HELLO: closed with ${CLOSE_REASONS.sequenceError.code}`, async ({ url }) => {
  const answer = await answerTo(
    url,
    Buffer.concat([Buffer.from(upgrade(KEY_HEADER)), ...hasty.map(masked), MASKED_CLOSE]),
  );
  const { code, text } = CLOSE_REASONS.sequenceError;
  assert.ok(answer.includes(Buffer.of(0x88, 2 + text.length, code >> 8, code & 0xff)), 'a close frame');
});

const identities: [name: string, fields: Parameters<typeof hello>[0]][] = [
  ['a token that is none', { token: 'not a token', guestName: '' }],
  ['a token signed by nobody', { token: unsignedToken(), guestName: '' }],
  ['a guest without a name', { guestName: ' ' }],
  ['a guest with a name of control characters', { guestName: 'a\u0000\u202eb' }],
];
for (const [name, fields] of identities) {
  abuse(`${name}: UNAUTHORIZED, closed with ${CLOSE_REASONS.unauthorized.code}`, async ({ url }) => {
    const client = await RawClient.open(url);
    client.send(hello(fields));
    assert.is(await errorOf(client), 'UNAUTHORIZED');
    assert.is(await client.closed(), CLOSE_REASONS.unauthorized.code);
  });
}

// ---- after WELCOME ----

const guests: [name: string, frame: Uint8Array | string, reason: { code: number }][] = [
  ['a frame larger than allowed', encodeFrame(0x1001, 1, bytes(MAX_CLIENT_FRAME_BYTES)), CLOSE_REASONS.frameTooLarge],
  ['a message far larger than allowed', bytes(3 * MAX_CLIENT_FRAME_BYTES), { code: 1009 }], // by the WebSocket itself
  ['a second HELLO out of order', hello(), CLOSE_REASONS.sequenceError],
  [
    'a gap in the session frames',
    encodeMessageFrame(FRAME_TYPES.attach, 7, messages.Attach, {}),
    CLOSE_REASONS.sequenceError,
  ],
  ['an ATTACH that is no protobuf', encodeFrame(FRAME_TYPES.attach, 2, bytes(50)), CLOSE_REASONS.badFrame],
  ['a text message', 'move', CLOSE_REASONS.badFrame],
  ['half a header', bytes(3), CLOSE_REASONS.badFrame],
];
for (const [name, frame, reason] of guests) {
  abuse(`a guest sends ${name}: closed with ${reason.code}`, async ({ url }) => {
    const { client } = await RawClient.guest(url, 'Eve');
    client.send(frame);
    assert.is(await client.closed(), reason.code);
  });
}

const mistakes: [name: string, frame: Uint8Array, code: ErrorCode][] = [
  ['a frame type nobody reads', encodeFrame(0x0301, 1, bytes(4)), 'UNKNOWN_TYPE'],
  ['a session frame that only servers send', encodeFrame(FRAME_TYPES.welcome, 2, bytes(0)), 'UNKNOWN_TYPE'],
  [
    'an ATTACH of no stream',
    encodeMessageFrame(FRAME_TYPES.attach, 2, messages.Attach, { stream: 9 as 0 }),
    'BAD_FRAME',
  ],
];
for (const [name, frame, code] of mistakes) {
  abuse(`a guest sends ${name}: ${code}, and stays`, async ({ url }) => {
    const { client } = await RawClient.guest(url, 'Eve');
    client.send(frame);
    assert.is(await errorOf(client), code);
    client.attach(code === 'UNKNOWN_TYPE' && frame[1] === 0x01 ? 2 : 3, 'lobby', {});
    await client.next(FRAME_TYPES.opened);
    client.terminate();
  });
}

abuse('a game frame for a stream that is not attached goes nowhere', async ({ url }) => {
  const { client } = await RawClient.guest(url, 'Eve');
  for (let seq = 1; seq <= 1_000; seq++) client.send(encodeFrame(0x1001, seq, bytes(100)));
  client.attach(2, 'lobby', {});
  await client.next(FRAME_TYPES.opened);
  client.terminate();
});

// ---- below the protocol ----

const garbage: [name: string, request: string, answer: RegExp][] = [
  ['a plain request', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 426 /],
  ['bytes that are no HTTP', '\u0001\u0002\u0003\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['an upgrade without a key', upgrade(''), /^HTTP\/1\.1 400 /],
  ['headers without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}`, /^HTTP\/1\.1 431 /],
];
for (const [name, request, answer] of garbage) {
  abuse(`${name} is answered ${answer.source.slice(-4)}`, async ({ url }) => {
    assert.match((await answerTo(url, Buffer.from(request, 'latin1'))).toString('latin1'), answer);
  });
}

abuse('an unmasked WebSocket frame: closed with 1002', async ({ url }) => {
  const request = `${upgrade(KEY_HEADER)}\u0082\u0005hello`;
  const answer = (await answerTo(url, Buffer.from(request, 'latin1'))).toString('latin1');
  assert.match(answer, /^HTTP\/1\.1 101 /);
  assert.ok(answer.includes('\u0088\u0002\u0003\u00ea'), 'a close frame with 1002');
});

abuse.run();

async function goodbyeOf(client: RawClient): Promise<number> {
  return decodeMessage(messages.Goodbye, (await client.next(FRAME_TYPES.goodbye)).payload).code;
}

async function errorOf(client: RawClient): Promise<string> {
  return decodeMessage(messages.Failure, (await client.next(FRAME_TYPES.sessionError)).payload).code;
}

function unsignedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ sub: 'root' })}.`;
}

function upgrade(key: string): string {
  const headers = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  return `GET / HTTP/1.1\r\nHost: x\r\n${headers}${key}\r\n`;
}

/** A whole message of a client, masked with zeros. */
function masked(frame: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(0x82, 0x80 | frame.length, 0, 0, 0, 0), frame]);
}

function afterLength(frame: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(frame.length);
  return Buffer.concat([length, frame]);
}

/** All that comes back on a raw socket, until the gateway closes it. */
function answerTo(url: string, request: Uint8Array): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    const chunks: Buffer[] = [];
    socket.on('data', chunk => chunks.push(chunk));
    socket.once('close', () => resolve(Buffer.concat(chunks)));
    socket.once('error', reject);
  });
}
