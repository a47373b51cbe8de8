import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TcpProxy } from './tcp-proxy.ts';
import { CLEAR } from './weather.ts';

interface Line {
  readonly proxy: TcpProxy;
  readonly near: Heard;
  readonly far: Heard;
  close(): Promise<void>;
}

/** A socket and what has come out of it. */
class Heard {
  readonly socket: Socket;
  text = '';
  closed: 'no' | 'ended' | 'reset' = 'no';
  private look: () => void = () => undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      this.text += bytes.toString();
      this.look();
    });
    socket.on('end', () => this.end('ended'));
    socket.on('close', () => this.end('reset'));
  }

  async until(fits: () => boolean): Promise<void> {
    if (fits()) return;
    await new Promise<void>(resolve => {
      this.look = () => fits() && resolve();
    });
  }

  private end(how: 'ended' | 'reset'): void {
    if (this.closed === 'no') this.closed = how;
    this.look();
  }
}

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function dial(proxy: TcpProxy): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port, allowHalfOpen: true });
  await once(socket, 'connect');
  return socket;
}

async function openLine(): Promise<Line> {
  const { server, port } = await listen();
  const proxy = new TcpProxy({ targetPort: port });
  await proxy.open();
  const accepted = once(server, 'connection');
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket));
  const near = new Heard(await dial(proxy));
  const [socket] = (await accepted) as [Socket];
  const far = new Heard(socket);
  const close = async (): Promise<void> => {
    for (const one of [near.socket, ...sockets]) one.destroy();
    proxy.close();
    server.close();
    await once(server, 'close');
  };
  return { proxy, near, far, close };
}

/** Runs `act` on an open line. */
function onLine(name: string, act: (line: Line) => Promise<void>): void {
  test(`proxy: ${name}`, async () => {
    const line = await openLine();
    try {
      await act(line);
    } finally {
      await line.close();
    }
  });
}

onLine('bytes pass both ways', async ({ near, far }) => {
  near.socket.write('to the server');
  far.socket.write('to the client');
  await far.until(() => far.text === 'to the server');
  await near.until(() => near.text === 'to the client');
});

onLine('an end passes, and the other way stays open', async ({ near, far }) => {
  near.socket.end('last');
  await far.until(() => far.closed === 'ended');
  assert.is(far.text, 'last');
  far.socket.write('still here');
  await near.until(() => near.text === 'still here');
});

onLine('a reset passes', async ({ near, far }) => {
  near.socket.write('x');
  await far.until(() => far.text === 'x');
  near.socket.resetAndDestroy();
  await far.until(() => far.closed === 'reset');
});

onLine('cut: both sides are reset, and so is who comes', async ({ proxy, near, far }) => {
  proxy.setWeather({ kind: 'cut' });
  await near.until(() => near.closed === 'reset');
  await far.until(() => far.closed === 'reset');
  const late = new Heard(connect({ host: '127.0.0.1', port: proxy.port }));
  await late.until(() => late.closed === 'reset');
});

onLine('black hole: nothing passes, not even an end; what was sent comes afterwards', async ({ proxy, near, far }) => {
  proxy.setWeather({ kind: 'blackHole' });
  near.socket.end('into the dark');
  far.socket.write('nobody reads this');
  const fresh = await dial(proxy); // the kernel has had time to hand on what it was given
  fresh.destroy();
  assert.is(far.text, '');
  assert.is(far.closed, 'no');
  proxy.setWeather(CLEAR);
  await far.until(() => far.closed === 'ended');
  assert.is(far.text, 'into the dark');
  await near.until(() => near.text === 'nobody reads this');
});

onLine('delay: every byte comes, in order, not before its time', async ({ proxy, near, far }) => {
  proxy.setWeather({ kind: 'delay', delayMs: 60 });
  const sentAtMs = performance.now();
  for (const text of ['a', 'b', 'c']) near.socket.write(text);
  await far.until(() => far.text === 'abc');
  assert.ok(performance.now() - sentAtMs >= 59);
});

onLine('drip: a few bytes at a time, all of them, in order', async ({ proxy, near, far }) => {
  proxy.setWeather({ kind: 'drip', bytesPerSecond: 2000 });
  let pieces = 0;
  far.socket.on('data', () => pieces++);
  near.socket.write('0123456789'.repeat(10));
  await far.until(() => far.text.length === 100);
  assert.is(far.text, '0123456789'.repeat(10));
  assert.ok(pieces >= 2, `${pieces} pieces`);
});

onLine('drip and then clear: the rest comes at once', async ({ proxy, near, far }) => {
  proxy.setWeather({ kind: 'drip', bytesPerSecond: 100 });
  near.socket.write('x'.repeat(100_000));
  await far.until(() => far.text.length > 0);
  proxy.setWeather(CLEAR);
  await far.until(() => far.text.length === 100_000);
});

onLine('refuses while nobody is behind it, and opens on the same port again', async ({ proxy }) => {
  const { port } = proxy;
  proxy.refuse();
  const refused = connect({ host: '127.0.0.1', port });
  const [error] = await once(refused, 'error');
  assert.is(error.code, 'ECONNREFUSED');
  await proxy.open();
  assert.is(proxy.port, port);
  (await dial(proxy)).destroy();
});

test('proxy: lines are told apart by their first bytes', async () => {
  const { server, port } = await listen();
  const lineOf = (bytes: Uint8Array) => (bytes.length < 2 ? undefined : String.fromCharCode(bytes[0] ?? 0));
  const proxy = new TcpProxy({ targetPort: port, lineOf });
  await proxy.open();
  const arrived = new Set<string>();
  server.on('connection', socket => {
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      arrived.add(bytes.toString());
      socket.write(bytes);
    });
  });
  proxy.setWeather({ kind: 'cut' }, 'b');
  const [a, b] = [0, 1].map(() => new Heard(connect({ host: '127.0.0.1', port: proxy.port }))) as [Heard, Heard];
  a.socket.write('a');
  b.socket.write('b1');
  await b.until(() => b.closed === 'reset');
  a.socket.write('1');
  await a.until(() => a.text === 'a1');
  assert.equal([...arrived], ['a1']);
  proxy.setWeather({ kind: 'cut' }, 'a');
  await a.until(() => a.closed === 'reset');
  proxy.close();
  server.close();
});

test.run();
