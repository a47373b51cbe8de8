import { once } from 'node:events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeFrame } from '../protocol/frame.ts';
import { messages } from '../protocol/messages.ts';
import type { Clock } from '../runtime/clock.ts';
import { systemClock } from '../runtime/clock.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import { GatewayHandshake, NONCE_BYTES } from './link-handshake.ts';
import { LinkListener, type LinkListenerOptions } from './link-listener.ts';
import { LINK_OPS } from './link-protocol.ts';
import { RawPeer } from './raw-peer.ts';
import { RecordingReceiver } from './recording-receiver.ts';
import { TurnFlusher } from './turn-output.ts';

const GATEWAY = { id: 'gh:Gateway:a', incarnation: 'inc-a' };
const BACKEND = { id: 'gh:Game:g1', incarnation: 'inc-1' };

async function startListener(changes: Partial<LinkListenerOptions> = {}) {
  const receiver = new RecordingReceiver();
  const listener = new LinkListener({
    host: '127.0.0.1',
    port: 0,
    self: () => BACKEND,
    secret: 'secret',
    receiver,
    turns: new TurnFlusher(),
    clock: systemClock,
    log: silentLog,
    ...changes,
  });
  await listener.start();
  return { listener, receiver };
}

function gatewayHandshake(fill: number): GatewayHandshake {
  const nonce = new Uint8Array(NONCE_BYTES).fill(fill);
  return new GatewayHandshake({ self: GATEWAY, expected: BACKEND, secret: 'secret', nonce });
}

/** A gateway that has proved itself; what it said is returned for whoever wants to say it again. */
async function provenPeer(address: string) {
  const peer = await RawPeer.connect(address);
  const handshake = gatewayHandshake(1);
  const hello = handshake.hello();
  peer.send(LINK_OPS.hello, hello);
  const { proof } = handshake.answer((await peer.receive()).body);
  peer.send(LINK_OPS.proof, proof);
  return { peer, hello, proof };
}

async function firstLink(listener: LinkListener) {
  for (;;) {
    for (const link of listener.links()) return link;
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('listener: says where it listens, starts and stops twice', async () => {
  const { listener } = await startListener();
  const { address } = listener;
  assert.match(address, /^127\.0\.0\.1:\d+$/);
  await listener.start();
  assert.is(listener.address, address);
  await listener.stop();
  await listener.stop();
});

test('listener: a port in use is an error of start', async () => {
  const { listener } = await startListener();
  const port = Number(listener.address.split(':')[1]);
  const code = await startListener({ port }).then(
    () => 'started',
    error => error.code,
  );
  assert.is(code, 'EADDRINUSE');
  await listener.stop();
});

test('listener: a replayed hello and proof open nothing', async () => {
  const { listener, receiver } = await startListener();
  const { peer, hello, proof } = await provenPeer(listener.address);
  peer.send(LINK_OPS.ping, new Uint8Array(0));
  assert.is((await peer.receive()).op, LINK_OPS.pong); // the first one is in
  const replayer = await RawPeer.connect(listener.address);
  replayer.send(LINK_OPS.hello, hello);
  replayer.send(LINK_OPS.proof, proof);
  await replayer.closed();
  assert.is([...listener.links()].length, 1);
  assert.equal(receiver.heard, []);
  peer.socket.destroy();
  await listener.stop();
});

const intruders: [name: string, speak: (peer: RawPeer) => void][] = [
  ['a frame over 4 KiB before the proof', peer => peer.socket.write(Uint8Array.of(0, 0, 0x10, 1))],
  ['data before hello', peer => peer.send(LINK_OPS.data, new Uint8Array(6))],
  ['a proof before hello', peer => peer.send(LINK_OPS.proof, new Uint8Array(0))],
  ['another protocol', peer => peer.socket.write('GET / HTTP/1.1\r\n\r\n')],
  ['a hello that is no message', peer => peer.send(LINK_OPS.hello, Uint8Array.of(8))],
  [
    'two hellos',
    peer => {
      peer.send(LINK_OPS.hello, gatewayHandshake(1).hello());
      peer.send(LINK_OPS.hello, gatewayHandshake(1).hello());
    },
  ],
  [
    'a proof that is none',
    peer => {
      peer.send(LINK_OPS.hello, gatewayHandshake(1).hello());
      peer.send(LINK_OPS.proof, messages.LinkProof.encode({ proof: new Uint8Array(32) }).finish());
    },
  ],
];
for (const [name, speak] of intruders) {
  test(`listener: ${name} is closed, and the receiver hears nothing`, async () => {
    const { listener, receiver } = await startListener();
    const peer = await RawPeer.connect(listener.address);
    speak(peer);
    await peer.closed();
    assert.equal([...listener.links()], []);
    assert.equal(receiver.heard, []);
    await listener.stop();
  });
}

test('listener: a handshake that takes too long is closed', async () => {
  const clock = new FakeClock();
  const { listener } = await startListener({ clock });
  const peer = await RawPeer.connect(listener.address);
  peer.send(LINK_OPS.hello, gatewayHandshake(1).hello());
  await peer.receive();
  clock.advance(2000);
  await peer.closed();
  assert.is(clock.pending, 0);
  await listener.stop();
});

test('listener: connections beyond the handshakes it can hold are closed at once', async () => {
  const { listener } = await startListener();
  const peers = await Promise.all(Array.from({ length: 65 }, () => RawPeer.connect(listener.address)));
  await Promise.race(peers.map(peer => peer.closed()));
  assert.is(peers.filter(peer => peer.socket.closed).length, 1);
  await listener.stop();
  await Promise.all(peers.map(peer => peer.closed()));
});

test('listener: a handshake and frames that arrive byte by byte', async () => {
  const { listener, receiver } = await startListener();
  const peer = await RawPeer.connect(listener.address);
  const handshake = gatewayHandshake(1);
  const trickle = async (op: number, body: Uint8Array): Promise<void> => {
    const bytes = Buffer.from([0, 0, (body.length + 5) >>> 8, body.length + 5, op, 0, 0, 0, 0, ...body]);
    for (const byte of bytes) {
      await new Promise<unknown>(resolve => peer.socket.write(Uint8Array.of(byte), resolve));
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  await trickle(LINK_OPS.hello, handshake.hello());
  await trickle(LINK_OPS.proof, handshake.answer((await peer.receive()).body).proof);
  await trickle(LINK_OPS.data, encodeFrame(0x1000, 9, Uint8Array.of(1)));
  await receiver.until(() => receiver.heard.length === 1);
  assert.is(receiver.heard[0]?.kind, 'data');
  peer.socket.destroy();
  await listener.stop();
});

test('listener: a gateway that dials again replaces its older link', async () => {
  const { listener, receiver } = await startListener();
  const older = await provenPeer(listener.address);
  const first = await firstLink(listener);
  const newer = await provenPeer(listener.address);
  await older.peer.closed();
  assert.is((await receiver.end())?.code, 'LINK_CLOSED');
  assert.ok(first.closed);
  assert.is([...listener.links()].length, 1);
  newer.peer.socket.destroy();
  await listener.stop();
});

/** Writes until the kernel takes no more, so that something stays unsent. */
async function fill(listener: LinkListener): Promise<void> {
  const link = await firstLink(listener);
  const frame = encodeFrame(0x1000, 1, new Uint8Array(500_000));
  while (link.bufferedBytes < frame.length) {
    link.sendData(1, frame);
    await new Promise(resolve => setImmediate(resolve));
  }
}

async function slowReader(changes: Partial<LinkListenerOptions>) {
  const started = await startListener(changes);
  const { peer } = await provenPeer(started.listener.address);
  await firstLink(started.listener);
  peer.socket.pause();
  return { ...started, peer };
}

test('listener: a gateway that stops reading is closed after five seconds, others are not', async () => {
  const clock = new FakeClock();
  const { listener, receiver, peer } = await slowReader({ clock, limits: { unsentBytes: 1e9 } });
  await fill(listener);
  clock.advance(5000);
  assert.is([...listener.links()].length, 1); // unsent for less than that: filled after the clock's zero
  clock.advance(1000);
  const error = await receiver.end();
  assert.is(error?.code, 'SLOW_PEER');
  peer.socket.destroy();
  await listener.stop();
});

test('listener: a gateway that stops reading is closed by the bound in bytes', async () => {
  const clock: Clock = new FakeClock();
  const { listener, receiver, peer } = await slowReader({ clock });
  const link = await firstLink(listener);
  const frame = encodeFrame(0x1000, 1, new Uint8Array(500_000));
  let sentBytes = 0;
  while (!link.closed && sentBytes < 100e6) {
    link.sendData(1, frame);
    sentBytes += frame.length;
    await new Promise(resolve => setImmediate(resolve));
  }
  const error = await receiver.end();
  assert.is(error?.code, 'SLOW_PEER');
  assert.ok(Number(error?.fields.bufferedBytes) > 8 * 1024 * 1024);
  assert.ok(Number(error?.fields.bufferedBytes) < 9 * 1024 * 1024);
  peer.socket.destroy();
  await listener.stop();
});

test('listener: a gateway that vanished without a word is closed after five intervals without a ping', async () => {
  const clock = new FakeClock();
  const { listener, receiver } = await startListener({ clock, pingedEveryMs: 2000 });
  const { peer } = await provenPeer(listener.address);
  const link = await firstLink(listener);
  const spoken = (count: number) => receiver.until(() => receiver.heard.length === count);
  clock.advance(10_000);
  peer.send(LINK_OPS.open, new Uint8Array(0)); // whatever it says, it lives
  await spoken(1);
  clock.advance(10_000);
  assert.not.ok(link.closed);
  clock.advance(2000);
  assert.ok(link.closed);
  const error = await receiver.end();
  assert.equal([error?.code, error?.fields.silentIntervals], ['LINK_CLOSED', 5]);
  await peer.closed();
  await listener.stop();
});

test('listener: stop ends its links politely', async () => {
  const { listener, receiver } = await startListener();
  const { peer } = await provenPeer(listener.address);
  await firstLink(listener);
  const ended = once(peer.socket, 'end');
  await listener.stop();
  await ended;
  assert.is(await receiver.end(), undefined);
});

test.run();
