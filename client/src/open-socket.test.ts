import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkUrls, openSocket } from './open-socket.ts';
import type { SocketHandle } from './socket-handle.ts';
import { checkTcpUrl as checkInBrowser } from './tcp-browser.ts';

interface Context {
  server: Server;
  url: string;
  /** The gateway's end of the newest connection. */
  accepted: Promise<Socket>;
}

const test = suite<Context>('open socket');

test.before.each(async context => {
  context.server = createServer();
  context.accepted = once(context.server, 'connection').then(([socket]) => socket);
  context.server.listen(0, '127.0.0.1');
  await once(context.server, 'listening');
  context.url = `tcp://127.0.0.1:${(context.server.address() as AddressInfo).port}`;
});

test.after.each(async ({ server }) => {
  server.close();
});

/** Opens `url` and writes down what happens. */
function open(url: string) {
  const heard: string[] = [];
  const looks = new Set<() => void>();
  const hear = (what: string): void => {
    heard.push(what);
    for (const look of [...looks]) look();
  };
  const socket: SocketHandle = openSocket(url, {
    onOpen: () => hear('open'),
    onMessage: bytes => hear(`message ${bytes.length}`),
    onClose: (code, text) => hear(`close ${code} ${text}`.trim()),
  });
  const count = (wanted: number): Promise<void> =>
    new Promise(resolve => {
      const look = () => {
        if (heard.length >= wanted) resolve();
      };
      looks.add(look);
      look();
    });
  return { socket, heard, count };
}

test('TCP: frames follow their length, however the bytes are cut', async ({ url, accepted }) => {
  const { heard, count } = open(url);
  const gateway = await accepted;
  for (const byte of [0, 0, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7]) {
    gateway.write(Uint8Array.of(byte));
    await new Promise(resolve => setImmediate(resolve));
  }
  gateway.end();
  await count(4);
  assert.equal(heard, ['open', 'message 6', 'message 7', 'close 1006']);
});

test('TCP: what is sent has its length before it; nothing is sent before it is open', async ({ url, accepted }) => {
  const { socket, count } = open(url);
  socket.send(new Uint8Array(9));
  await count(1);
  socket.send(Uint8Array.of(7, 8));
  socket.close(1000, '');
  const chunks: Buffer[] = [];
  for await (const chunk of await accepted) chunks.push(chunk);
  assert.equal([...Buffer.concat(chunks)], [0, 0, 0, 2, 7, 8]);
});

test('TCP: a claim above the largest frame ends the connection', async ({ url, accepted }) => {
  const { heard, count } = open(url);
  (await accepted).write(Uint8Array.of(0xff, 0xff, 0xff, 0xff));
  await count(2);
  assert.match(heard[1] ?? '', /^close 1006 .*large/i);
});

test('TCP: a gateway that is not there is a close', async ({ server, url }) => {
  server.close();
  await once(server, 'close');
  const { heard, count } = open(url);
  await count(1);
  assert.match(heard[0] ?? '', /^close 1006 .*ECONNREFUSED/);
});

const urls: [url: string, usable: boolean][] = [
  ['ws://127.0.0.1:7400', true],
  ['wss://play.example/gateway', true],
  ['tcp://127.0.0.1:7401', true],
  ['tcp://[::1]:7401', true],
  ['tcp://play.example', false],
  ['tcp://:7401', false],
  ['http://127.0.0.1:7400', false],
  ['ws://', false],
  ['ws://127.0.0.1:7400/#here', false],
];
for (const [url, usable] of urls) {
  test(`${url} is ${usable ? '' : 'not '}usable`, () => {
    if (usable) assert.not.throws(() => checkUrls([url]));
    else assert.throws(() => checkUrls([url]), /BAD_CONFIG|config/i);
  });
}

test('a browser says what to use instead of TCP', () => {
  assert.throws(() => checkInBrowser('tcp://127.0.0.1:7401'), /ws:\/\/ or wss:\/\//);
});

test.run();
