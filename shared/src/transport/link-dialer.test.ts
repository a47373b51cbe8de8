import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { systemClock } from '../runtime/clock.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import { type DialOptions, dialLink } from './link-dialer.ts';
import { BackendHandshake, NONCE_BYTES } from './link-handshake.ts';
import { LinkListener, type LinkListenerOptions } from './link-listener.ts';
import { LINK_OPS } from './link-protocol.ts';
import { socketPathHere } from './local-socket.ts';
import { RawPeer } from './raw-peer.ts';
import { RecordingReceiver } from './recording-receiver.ts';
import { TurnFlusher } from './turn-output.ts';

const GATEWAY = { id: 'gh:Gateway:a', incarnation: 'inc-a' };
const BACKEND = { id: 'gh:Game:g1', incarnation: 'inc-1' };

function dialOptions(address: string, changes: Partial<DialOptions> = {}): DialOptions {
  return {
    address,
    peer: BACKEND,
    self: GATEWAY,
    secret: 'secret',
    receiver: new RecordingReceiver(),
    pingIntervalMs: 1e9,
    turns: new TurnFlusher(),
    clock: systemClock,
    log: silentLog,
    ...changes,
  };
}

async function startListener(changes: Partial<LinkListenerOptions> = {}): Promise<LinkListener> {
  const listener = new LinkListener({
    host: '127.0.0.1',
    port: 0,
    self: () => BACKEND,
    secret: 'secret',
    receiver: new RecordingReceiver(),
    turns: new TurnFlusher(),
    clock: systemClock,
    log: silentLog,
    ...changes,
  });
  await listener.start();
  return listener;
}

/** A server that does with each connection what the test says. */
async function startServer(accept: (socket: Socket) => unknown) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    accept(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, close };
}

async function failure(promise: Promise<unknown>): Promise<GatehouseError> {
  try {
    await promise;
  } catch (error) {
    assert.instance(error, GatehouseError);
    return error as GatehouseError;
  }
  throw new Error('the dial succeeded');
}

const refusals: [why: string, changes: Partial<DialOptions>][] = [
  ['secret', { secret: 'other' }],
  ['id', { peer: { ...BACKEND, id: 'gh:Game:g2' } }],
  ['incarnation', { peer: { ...BACKEND, incarnation: 'older' } }],
];
for (const [why, changes] of refusals) {
  test(`dial: a wrong ${why} is refused`, async () => {
    const listener = await startListener();
    const error = await failure(dialLink(dialOptions(listener.address, changes)));
    assert.is(error.code, 'LINK_REFUSED');
    assert.is(error.fields.why, why);
    await listener.stop();
  });
}

for (const address of ['', 'nowhere', ':7000', '127.0.0.1:', '127.0.0.1:0', '127.0.0.1:65536', '127.0.0.1:x']) {
  test(`dial: '${address}' is no address`, async () => {
    const error = await failure(dialLink(dialOptions(address)));
    assert.is(error.code, 'LINK_REFUSED');
    assert.is(error.fields.why, 'address');
  });
}

test('dial: nobody listens: LINK_CLOSED with ECONNREFUSED as cause', async () => {
  const listener = await startListener();
  await listener.stop();
  const error = await failure(dialLink(dialOptions(listener.address)));
  assert.is(error.code, 'LINK_CLOSED');
  assert.is((error.cause as NodeJS.ErrnoException).code, 'ECONNREFUSED');
});

const NOWHERE = '127.0.0.1:1';

test('dial: on the same host the UNIX socket is enough; it goes with its listener', async () => {
  const listener = await startListener({ offersLocalSocket: true });
  const { local = '' } = listener;
  const path = socketPathHere(local) ?? '';
  assert.ok(existsSync(path));
  const link = await dialLink(dialOptions(NOWHERE, { local }));
  assert.equal(link.peer, BACKEND);
  link.close();
  await listener.stop();
  assert.not.ok(existsSync(path));
});

test('dial: no UNIX socket unless it is asked for', async () => {
  const listener = await startListener();
  assert.is(listener.local, undefined);
  await listener.stop();
});

test('dial: a UNIX socket that is gone, elsewhere, or of another peer does not matter', async () => {
  const gone = await startListener({ offersLocalSocket: true });
  await gone.stop();
  const foreign = await startListener({ offersLocalSocket: true, self: () => ({ ...BACKEND, incarnation: 'older' }) });
  const listener = await startListener();
  for (const local of [gone.local, foreign.local, 'elsewhere /tmp/a.sock', '']) {
    const link = await dialLink(dialOptions(listener.address, { local }));
    link.close();
  }
  await Promise.all([foreign.stop(), listener.stop()]);
});

test('dial: what TCP says decides: nobody listens there', async () => {
  const listener = await startListener({ offersLocalSocket: true });
  await listener.stop();
  const error = await failure(dialLink(dialOptions(listener.address, { local: listener.local })));
  assert.is((error.cause as NodeJS.ErrnoException).code, 'ECONNREFUSED');
});

test('dial: a peer that says nothing is left after the time of the handshake', async () => {
  const clock = new FakeClock();
  const server = await startServer(socket => socket.once('data', () => clock.advance(2000)));
  const error = await failure(dialLink(dialOptions(server.address, { clock })));
  assert.is(error.code, 'LINK_CLOSED');
  assert.is((error.cause as GatehouseError).code, 'TIMEOUT');
  assert.is(clock.pending, 0);
  await server.close();
});

test('dial: a connection that is not made in time is given up', async () => {
  const clock = new FakeClock();
  const server = await startServer(() => {});
  const dialled = dialLink(dialOptions(server.address, { clock, connectTimeoutMs: 300 }));
  clock.advance(300);
  const error = await failure(dialled);
  assert.is((error.cause as GatehouseError).code, 'TIMEOUT');
  await server.close();
});

test('dial: a peer that hangs up is LINK_CLOSED', async () => {
  const server = await startServer(socket => socket.end());
  assert.is((await failure(dialLink(dialOptions(server.address)))).code, 'LINK_CLOSED');
  await server.close();
});

const strangers: [name: string, speak: (socket: Socket) => void][] = [
  ['another protocol', socket => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['a frame over 4 KiB', socket => socket.write(Uint8Array.of(0, 0, 0x10, 1))],
  ['data before hello', socket => new RawPeer(socket).send(LINK_OPS.data, new Uint8Array(6))],
  ['a hello that is no message', socket => new RawPeer(socket).send(LINK_OPS.hello, Uint8Array.of(8))],
];
for (const [name, speak] of strangers) {
  test(`dial: ${name} is refused`, async () => {
    const server = await startServer(speak);
    const error = await failure(dialLink(dialOptions(server.address)));
    assert.is(error.code, 'LINK_REFUSED');
    assert.is(error.fields.why, 'hello');
    await server.close();
  });
}

test('dial: a backend of a version too far away is refused by name', async () => {
  const server = await startServer(async socket => {
    const peer = new RawPeer(socket);
    const nonce = new Uint8Array(NONCE_BYTES);
    const handshake = new BackendHandshake({ self: BACKEND, secret: 'secret', nonce, version: 9 });
    peer.send(LINK_OPS.hello, handshake.hello((await peer.receive()).body));
  });
  const error = await failure(dialLink(dialOptions(server.address)));
  assert.is(error.fields.why, 'version');
  await server.close();
});

test('dial: whoever repeats the hello of the gateway proves nothing', async () => {
  const server = await startServer(socket => socket.pipe(socket));
  const error = await failure(dialLink(dialOptions(server.address)));
  assert.is(error.code, 'LINK_REFUSED');
  await server.close();
});

test('dial: frames right behind the handshake are heard', async () => {
  const server = await startServer(async socket => {
    const peer = new RawPeer(socket);
    const nonce = new Uint8Array(NONCE_BYTES);
    const handshake = new BackendHandshake({ self: BACKEND, secret: 'secret', nonce });
    socket.cork();
    peer.send(LINK_OPS.hello, handshake.hello((await peer.receive()).body));
    peer.send(LINK_OPS.data, Uint8Array.of(0x10, 1, 0, 0, 0, 1));
    socket.uncork();
  });
  const receiver = new RecordingReceiver();
  const link = await dialLink(dialOptions(server.address, { receiver }));
  await receiver.until(() => receiver.heard.length === 1);
  assert.is(receiver.heard[0]?.kind, 'data');
  link.close();
  await server.close();
});

test.run();
