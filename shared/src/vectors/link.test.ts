import { createHmac } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LengthDecoder } from '../protocol/length-decoder.ts';
import { readU32 } from '../transport/link-codec.ts';
import { BackendHandshake, GatewayHandshake, linkProof, proofInput } from '../transport/link-handshake.ts';
import {
  LINK_OPS,
  LINK_PREFIX_BYTES,
  type LinkRole,
  MAX_LINK_FRAME_BYTES,
  OPS_FROM,
} from '../transport/link-protocol.ts';
import { linkFrame, readGolden } from './golden-files.ts';
import { decodeFields, fromHex, toHex } from './message-fields.ts';

const { handshake, frames } = readGolden('link');
const { secret, gateway, backend } = handshake;
const transcript = { gatewayNonce: fromHex(gateway.nonce), backendNonce: fromHex(backend.nonce), gateway, backend };

for (const op of Object.keys(LINK_OPS)) {
  test(`link vectors: ${op} has one`, () => assert.ok(frames.some(vector => vector.op === op)));
}

for (const vector of frames) {
  const name = `link vectors: ${vector.op}, ${vector.about}`;

  test(`${name}: what we write`, () => assert.is(toHex(linkFrame(vector)), vector.hex));

  test(`${name}: what we read`, () => {
    const { op, channel, body } = readFrame(vector.hex);
    assert.is(op, vector.number);
    assert.is(channel, vector.channel);
    if (vector.message === undefined) assert.is(toHex(body), vector.body);
    else assert.equal(decodeFields(vector.message, body), vector.fields);
  });

  test(`${name}: its number is that of the table, and its sender may send it`, () => {
    assert.is((LINK_OPS as Record<string, number>)[vector.op], vector.number);
    const isHandshakeOrReserved = ['hello', 'proof', 'moved'].includes(vector.op);
    assert.ok(isHandshakeOrReserved || OPS_FROM[vector.from].has(vector.number));
  });
}

for (const role of ['gateway', 'backend'] as const satisfies LinkRole[]) {
  test(`link vectors: the proof of the ${role}`, () => {
    const { input, proof } = handshake[`${role}_proof`];
    assert.is(toHex(proofInput(role, transcript)), input);
    assert.is(createHmac('sha256', secret).update(fromHex(input)).digest('hex'), proof);
    assert.is(toHex(linkProof(role, transcript, secret)), proof);
  });
}

test('link vectors: our gateway shakes hands as they say', () => {
  const self = new GatewayHandshake({ self: gateway, secret, nonce: fromHex(gateway.nonce), expected: backend });
  assert.is(toHex(self.hello()), toHex(bodyOf('hello', 'gateway')));
  assert.is(toHex(self.answer(bodyOf('hello', 'backend')).proof), toHex(bodyOf('proof', 'gateway')));
});

test('link vectors: our backend shakes hands as they say', () => {
  const self = new BackendHandshake({ self: backend, secret, nonce: fromHex(backend.nonce) });
  assert.is(toHex(self.hello(bodyOf('hello', 'gateway'))), toHex(bodyOf('hello', 'backend')));
  assert.is(self.proof(bodyOf('proof', 'gateway')).peer.id, gateway.id);
});

function readFrame(hex: string): { op: number; channel: number; body: Uint8Array } {
  let frame = new Uint8Array(0);
  new LengthDecoder({ maxBytes: MAX_LINK_FRAME_BYTES }).push(fromHex(hex), (bytes, start, end) => {
    frame = bytes.slice(start, end);
    return true;
  });
  return { op: frame[0] ?? 0, channel: readU32(frame, 1), body: frame.subarray(LINK_PREFIX_BYTES) };
}

/** Of the first frame of this op by this side. */
function bodyOf(op: string, from: LinkRole): Uint8Array {
  const vector = frames.find(candidate => candidate.op === op && candidate.from === from);
  return readFrame(vector?.hex ?? '').body;
}

test.run();
