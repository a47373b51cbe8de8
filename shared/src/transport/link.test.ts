import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { encodeFrame, MAX_SERVER_FRAME_BYTES } from '../protocol/frame.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import type { LinkReceiver } from './link.ts';
import { connectedLinks, type LinkPairOptions } from './link-pair.ts';
import { OWN_LINK_FEATURES } from './link-protocol.ts';
import { RecordingReceiver } from './recording-receiver.ts';

async function recordedLinks(options: LinkPairOptions = {}) {
  const atGateway = new RecordingReceiver();
  const atBackend = new RecordingReceiver();
  return { ...(await connectedLinks(atGateway, atBackend, options)), atGateway, atBackend };
}

const FRAME = encodeFrame(0x1001, 1, Uint8Array.of(1, 2, 3));

test('link: both ends know whom they speak with', async () => {
  const { gateway, backend, close } = await recordedLinks();
  assert.is(gateway.peer.id, 'test:Game:g1');
  assert.is(backend.peer.id, 'test:Gateway:a');
  assert.is(gateway.features, OWN_LINK_FEATURES);
  assert.is(backend.features, OWN_LINK_FEATURES);
  await close();
});

test('link: the life of a channel', async () => {
  const { gateway, backend, atGateway, atBackend, close } = await recordedLinks();
  gateway.sendOpen(7, { roomId: 'r', userId: 'u', sessionEpoch: 2 ** 52, mark: { epoch: 5, number: 6 }, first: 3 });
  gateway.sendData(7, FRAME);
  gateway.sendClose(7, { code: 'CLOSED' });
  await atBackend.until(() => atBackend.heard.length === 3);
  const [open, data, closed] = atBackend.heard;
  assert.ok(open?.kind === 'open' && open.channel === 7);
  assert.is(open.open.sessionEpoch, 2 ** 52);
  assert.is(open.open.mark?.number, 6);
  assert.equal(data, { kind: 'data', channel: 7, frame: FRAME });
  assert.ok(closed?.kind === 'closed' && closed.close.code === 'CLOSED');

  backend.sendOpened(7, FRAME);
  backend.addToGroup(70_000, 7);
  backend.sendMulticast(70_000, FRAME);
  backend.sendPause(7);
  backend.sendResume(7);
  backend.removeFromGroup(70_000, 7);
  backend.sendClose(7, { code: 'ROOM_ENDED', message: 'over', result: Uint8Array.of(9) });
  await atGateway.until(() => atGateway.heard.length === 7);
  const end = atGateway.heard.pop();
  assert.equal(atGateway.heard, [
    { kind: 'opened', channel: 7, frame: FRAME },
    { kind: 'groupAdd', group: 70_000, channel: 7 },
    { kind: 'multicast', group: 70_000, frame: FRAME },
    { kind: 'pause', channel: 7 },
    { kind: 'resume', channel: 7 },
    { kind: 'groupRemove', group: 70_000, channel: 7 },
  ]);
  assert.ok(end?.kind === 'closed' && end.close.code === 'ROOM_ENDED');
  assert.equal([...end.close.result], [9]);
  await close();
});

test('link: frames of any size arrive whole and in order, over several turns', async () => {
  const { gateway, atBackend, close } = await recordedLinks();
  const sizes = [0, 1, 63, 64, 1000, 65_520, 65_536, 200_000, 3, MAX_SERVER_FRAME_BYTES - 6];
  const sent = Array.from({ length: 60 }, (_, n) => {
    const payload = Buffer.alloc(sizes[(n * 7) % sizes.length] ?? 0, n);
    return encodeFrame(0x1000, n, payload);
  });
  for (const [n, frame] of sent.entries()) {
    gateway.sendData(n, frame);
    if (n % 4 === 0) await new Promise(resolve => setImmediate(resolve));
  }
  await atBackend.until(() => atBackend.heard.length === sent.length);
  for (const [n, frame] of sent.entries()) {
    const heard = atBackend.heard[n];
    assert.ok(heard?.kind === 'data' && heard.channel === n && Buffer.from(heard.frame).equals(frame), `frame ${n}`);
  }
  await close();
});

test('link: a frame may be reused as soon as it was sent', async () => {
  const { gateway, atBackend, close } = await recordedLinks();
  const frame = FRAME.slice();
  for (let n = 0; n < 3; n++) {
    frame[6] = n;
    gateway.sendData(1, frame);
  }
  await atBackend.until(() => atBackend.heard.length === 3);
  const first = atBackend.heard.map(heard => (heard.kind === 'data' ? heard.frame[6] : undefined));
  assert.equal(first, [0, 1, 2]);
  await close();
});

test('link: requests go both ways', async () => {
  const { gateway, backend, atGateway, atBackend, close } = await recordedLinks();
  atBackend.answer = async request => ({ joinServer: { maxPlayers: request.joinServer?.users?.length ?? 0 } });
  atGateway.answer = async () => {
    throw new GatehouseError('NO_GAME_SERVER');
  };
  const joined = await gateway.request(
    { joinServer: { roomId: 'r', users: [{ userId: 'u' }, { userId: 'w' }] } },
    5000,
  );
  assert.is(joined.joinServer?.maxPlayers, 2);
  const refusal = await backend.request({ placeRoom: { roomId: 'r' } }, 5000).catch(error => error);
  assert.is(refusal.code, 'NO_GAME_SERVER');
  await close();
});

test('link: its end rejects pending requests on both sides and is told once', async () => {
  const { gateway, backend, atGateway, atBackend, listener, close } = await recordedLinks();
  atBackend.answer = () => new Promise(() => {});
  atGateway.answer = () => new Promise(() => {});
  const pending = [gateway.request({}, 60_000), backend.request({}, 60_000)].map(request => request.catch(e => e.code));
  gateway.close();
  gateway.close(new GatehouseError('INTERNAL'));
  assert.ok(gateway.closed);
  assert.equal(await Promise.all(pending), ['LINK_CLOSED', 'LINK_CLOSED']);
  assert.is(await atGateway.end(), undefined);
  assert.is((await atBackend.end())?.code, 'LINK_CLOSED');
  assert.equal([...listener.links()], []);
  gateway.sendData(1, FRAME);
  backend.sendData(1, FRAME);
  await close();
  assert.is(atGateway.heard.length, 1);
  assert.is(atBackend.heard.length, 1);
});

test('link: what was sent before a polite close is delivered', async () => {
  const { gateway, atBackend, close } = await recordedLinks();
  const large = encodeFrame(0x1000, 1, new Uint8Array(500_000));
  for (let n = 0; n < 10; n++) gateway.sendData(n, large);
  gateway.close();
  await atBackend.end();
  assert.is(atBackend.heard.length, 11);
  await close();
});

test('link: what a handler throws ends this link alone', async () => {
  const throwing: LinkReceiver = Object.assign(new RecordingReceiver(), {
    onData() {
      throw new TypeError('a bug of the owner');
    },
  });
  const atGateway = new RecordingReceiver();
  const { gateway, close } = await connectedLinks(atGateway, throwing);
  gateway.sendData(1, FRAME);
  gateway.sendData(1, FRAME);
  assert.is((await atGateway.end())?.code, 'LINK_CLOSED');
  await close();
});

const garbage: [name: string, send: (pair: Awaited<ReturnType<typeof recordedLinks>>) => void][] = [
  ['data shorter than a frame header', ({ gateway }) => gateway.sendData(1, new Uint8Array(5))],
  ['an op of the other direction', ({ gateway }) => gateway.sendMulticast(1, FRAME)],
  ['a pause from a gateway', ({ gateway }) => gateway.sendPause(1)],
];
for (const [name, send] of garbage) {
  test(`link: ${name} closes it with BAD_FRAME`, async () => {
    const pair = await recordedLinks();
    send(pair);
    assert.is((await pair.atBackend.end())?.code, 'BAD_FRAME');
    assert.is((await pair.atGateway.end())?.code, 'LINK_CLOSED');
    await pair.close();
  });
}

test('link: a peer that does not read is closed by the bound in bytes, not within the send', async () => {
  const { gateway, atGateway, close } = await recordedLinks({ limits: { unsentBytes: 10_000 } });
  gateway.sendData(1, encodeFrame(0x1000, 1, new Uint8Array(9000)));
  assert.not.ok(gateway.closed);
  gateway.sendData(1, encodeFrame(0x1000, 2, new Uint8Array(1000)));
  assert.ok(gateway.closed);
  assert.is(gateway.bufferedBytes > 0, true);
  assert.is(atGateway.heard.length, 0);
  assert.is((await atGateway.end())?.code, 'SLOW_PEER');
  await close();
});

test('link: one that its peer does not read is congested until the peer reads', async () => {
  const { gateway, atGateway, atBackend, listener, close } = await recordedLinks({
    limits: { congestedBytes: 64 * 1024, unsentBytes: 64 * 1024 * 1024 },
  });
  const large = encodeFrame(0x1000, 1, new Uint8Array(500_000));
  let sent = 0;
  let wasCongested = false;
  while (!wasCongested && sent < 100) {
    gateway.sendData(++sent, large);
    wasCongested = gateway.congested;
  }
  assert.ok(wasCongested, 'so much the kernel does not take in one turn');
  await atGateway.until(() => atGateway.heard.some(({ kind }) => kind === 'drained'));
  assert.not.ok(gateway.congested);
  await atBackend.until(() => atBackend.heard.filter(({ kind }) => kind === 'data').length === sent);
  assert.is([...listener.links()].length, 1);
  await close();
});

test('link: pings are answered at once where nobody else answers', async () => {
  const clock = new FakeClock();
  const { gateway, atGateway, close } = await recordedLinks({ clock, pingIntervalMs: 2000 });
  assert.is(gateway.lastPongMs, 0);
  clock.advance(2000);
  await gateway.request({}, 1000); // replies follow the pong
  assert.is(gateway.lastPongMs, 2000);
  assert.is(atGateway.heard.length, 0);
  await close();
});

test('link: a ping is answered when the loop of the games says so', async () => {
  const clock = new FakeClock();
  const answers: (() => void)[] = [];
  const atBackend = Object.assign(new RecordingReceiver(), {
    onPing: (_link: unknown, answer: () => void) => void answers.push(answer),
  });
  const { gateway, close } = await connectedLinks(new RecordingReceiver(), atBackend, { clock, pingIntervalMs: 2000 });
  clock.advance(4000);
  await gateway.request({}, 1000);
  assert.is(answers.length, 2);
  assert.is(gateway.lastPongMs, 0);
  for (const answer of answers) answer();
  await gateway.request({}, 1000);
  assert.is(gateway.lastPongMs, 4000);
  await close();
});

test('link: a peer that leaves three pings unanswered is closed at the fourth', async () => {
  const clock = new FakeClock();
  const atGateway = new RecordingReceiver();
  const deaf = Object.assign(new RecordingReceiver(), { onPing() {} });
  const { gateway, close } = await connectedLinks(atGateway, deaf, { clock, pingIntervalMs: 2000 });
  clock.advance(7999);
  assert.not.ok(gateway.closed);
  clock.advance(1);
  assert.ok(gateway.closed);
  const error = await atGateway.end();
  assert.is(error?.code, 'LINK_CLOSED');
  assert.is(error?.fields.unanswered, 3);
  await close();
  while (clock.pending > 0) await new Promise(resolve => setImmediate(resolve)); // ends: no timer outlives its link
});

test.run();
