import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import { Link } from './link.ts';
import { LINK_HEADER_BYTES, writeLinkHeader } from './link-codec.ts';
import { LINK_LIMITS, type LinkRole, OWN_LINK_FEATURES } from './link-protocol.ts';
import { LinkStream } from './link-stream.ts';
import { RecordingReceiver } from './recording-receiver.ts';
import { TurnFlusher } from './turn-output.ts';

/** A link as it is after the handshake, whose peer has this role. */
function openLink(peerRole: LinkRole) {
  const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  const receiver = new RecordingReceiver();
  const clock = new FakeClock();
  const reader = { frame() {}, ended() {} };
  const stream = new LinkStream({ socket, turns: new TurnFlusher(), clock, reader, maxFrameBytes: 4096 });
  const peer = { id: 'gh:Game:g1', incarnation: 'inc' };
  const link = new Link({
    stream,
    receiver,
    clock,
    peer,
    peerRole,
    features: OWN_LINK_FEATURES,
    limits: LINK_LIMITS,
    log: silentLog,
  });
  return { socket, receiver, link };
}

async function assertClosedByGarbage({ receiver, link }: ReturnType<typeof openLink>): Promise<void> {
  if (!link.closed) return;
  assert.is((await receiver.end())?.code, 'BAD_FRAME');
  const ends = receiver.heard.filter(heard => heard.kind === 'end');
  assert.is(ends.length, 1);
}

const role = fc.constantFrom<LinkRole>('gateway', 'backend');

test('link: any bytes are read or close it with BAD_FRAME', async () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 });
  const property = fc.asyncProperty(role, chunks, async (peerRole, bytes) => {
    const opened = openLink(peerRole);
    for (const chunk of bytes) opened.socket.emit('data', chunk);
    await assertClosedByGarbage(opened);
  });
  await fc.assert(property, { numRuns: 200 });
});

test('link: any op with any body is read or closes it with BAD_FRAME', async () => {
  const frame = fc.record({
    op: fc.nat({ max: 20 }),
    channel: fc.nat({ max: 0xffffffff }),
    body: fc.uint8Array({ maxLength: 40 }),
  });
  const property = fc.asyncProperty(role, fc.array(frame, { maxLength: 8 }), async (peerRole, frames) => {
    const opened = openLink(peerRole);
    for (const { op, channel, body } of frames) {
      const bytes = Buffer.alloc(LINK_HEADER_BYTES + body.length);
      bytes.set(body, writeLinkHeader(bytes, 0, op, channel, body.length));
      opened.socket.emit('data', bytes);
    }
    await assertClosedByGarbage(opened);
  });
  await fc.assert(property, { numRuns: 400 });
});

test.run();
