import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { encodeFrame, frameType, MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { LengthDecoder } from '@gatehouse/shared/protocol/length-decoder';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages as wire } from '@gatehouse/shared/protocol/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { residentMegabytes } from './harness/resident-memory.ts';
import { SlowPipe } from './harness/slow-pipe.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Clients that read too slowly, send too much or claim too much: memory stays bounded, and nobody else notices.

/** Far above what is allowed here, far below what would be kept without bounds. */
const ALLOWED_GROWTH_MB = 48;
const PAYLOAD = new Uint8Array(60_000);
/** Five times what a link may hold; it all comes at once afterwards, so it must be less than a slow reader may leave unread. */
const FLOOD = 90;

interface Pressure {
  cluster: TestCluster;
  wsUrl: string;
  tcpUrl: string;
  ann: Player;
}

type Player = { client: Client; room: GameRoom<typeof messages>; heard: number[]; hear(n: number): Promise<void> };

const pressure = suite<Pressure>('client pressure');
pressure.before(
  reported(async context => {
    context.cluster = await TestCluster.start({
      healthIntervalMs: 5000,
      env: { CLIENT_HARD_BYTES: `${2 * 1024 * 1024}` },
    });
    const [wsUrl = ''] = await context.cluster.urls();
    const [tcpUrl = ''] = await context.cluster.tcpUrls();
    Object.assign(context, { wsUrl, tcpUrl, ann: await play(wsUrl, 'Ann') });
  }),
);
pressure.after(async ({ cluster, ann }) => {
  ann.client.close();
  await cluster.stop();
});

let said = 0;

/** Ann says something large, numbered from 1 over all tests. */
function say(ann: Player): number {
  const payload = PAYLOAD.slice();
  new DataView(payload.buffer).setUint32(0, ++said);
  ann.room.send('say', payload);
  return said;
}

async function play(url: string, guestName: string): Promise<Player> {
  const client = await connect({ urls: [url], guestName, random: () => 0 });
  const room = await client.joinOrCreate('echo', { messages });
  const heard: number[] = [];
  const waiting = new Set<() => void>();
  room.on('say', bytes => {
    heard.push(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
    for (const wake of [...waiting]) wake();
  });
  const hear = (n: number): Promise<void> =>
    new Promise(resolve => {
      const wake = () => {
        if ((heard.at(-1) ?? 0) < n) return;
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
      wake();
    });
  return { client, room, heard, hear };
}

/** What `run` adds to the gateway's memory at most, looked at after each step it yields. */
async function growth(cluster: TestCluster, run: AsyncIterable<unknown>): Promise<number> {
  const { pid } = cluster.first(cluster.gateways);
  const before = residentMegabytes(pid);
  let most = 0;
  for await (const _step of run) most = Math.max(most, (residentMegabytes(pid) ?? 0) - (before ?? 0));
  return most;
}

pressure('a player on TCP and one on WebSocket hear each other', async ({ ann, tcpUrl }) => {
  const bo = await play(tcpUrl, 'Bo');
  const first = say(ann);
  await bo.hear(first);
  await ann.hear(first);
  bo.client.close();
});

pressure('a reader that stops is closed by policy and comes back; the others hear everything', async context => {
  const { cluster, ann, wsUrl, tcpUrl } = context;
  const pipe = await SlowPipe.open(tcpUrl);
  const slow = await play(pipe.url, 'Slow');
  const other = await play(wsUrl, 'Other');
  const start = said;
  const closed = cluster.logged(
    cluster.gateways,
    'session.closed',
    line => line.code === CLOSE_REASONS.slowConsumer.code,
  );
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  pipe.throttle(0);
  const back = new Promise(resolve => slow.client.on('fresh', resolve)); // it missed more than the room keeps
  const most = await growth(
    cluster,
    (async function* talk() {
      for (let n = 0; n < 1000 && !isClosed; n++) {
        await other.hear(say(ann));
        yield n;
      }
    })(),
  );
  await closed;
  assert.ok(most < ALLOWED_GROWTH_MB, `grew by ${most} MB`);
  const expected = Array.from({ length: said - start }, (_, index) => start + 1 + index);
  assert.equal(other.heard, expected);
  pipe.throttle(Number.POSITIVE_INFINITY);
  await back;
  await slow.hear(say(ann));
  assert.equal(
    slow.heard,
    [...slow.heard].sort((a, b) => a - b),
    'in order, none twice',
  );
  for (const { client } of [slow, other]) client.close();
  await pipe.close();
});

pressure('a flood into a game server that stands still waits at the client; nothing of it is lost', async context => {
  const { cluster, ann, tcpUrl } = context;
  const gameServer = cluster.first(cluster.gameServers);
  const bo = await play(tcpUrl, 'Bo');
  const start = said;
  gameServer.kill('SIGSTOP');
  for (let n = 0; n < FLOOD; n++) say(ann);
  const most = await growth(
    cluster,
    (async function* ask() {
      for (let n = 0; n < 10; n++) yield await bo.client.lobby.list(); // another stream of the same gateway
    })(),
  );
  gameServer.kill('SIGCONT');
  assert.ok(most < ALLOWED_GROWTH_MB, `grew by ${most} MB`);
  await bo.hear(said);
  assert.equal(
    bo.heard,
    Array.from({ length: FLOOD }, (_, index) => start + 1 + index),
  );
  assert.equal(cluster.lines(cluster.gateways, 'link.closed'), []);
  bo.client.close();
});

pressure('strangers that claim or trickle take next to nothing', async ({ cluster, ann, tcpUrl }) => {
  const sockets: Socket[] = [];
  const open = async (bytes: number[]) => {
    const socket = await openSocket(tcpUrl);
    sockets.push(socket);
    socket.write(Uint8Array.from(bytes));
    return socket;
  };
  const most = await growth(
    cluster,
    (async function* press() {
      for (let n = 0; n < 300; n++) yield await open([0xff, 0xff, 0xff, 0xff]);
      for (let n = 0; n < 300; n++) yield await open([0, 0, 0x10, 0, 1]); // 4 KiB, of which one byte comes
      const trickler = await open([0, 0, 0x10, 0]);
      for (let n = 0; n < 4000; n++) {
        trickler.write(Uint8Array.of(0x61));
        if (n % 10 === 0) yield await new Promise(resolve => setImmediate(resolve));
      }
    })(),
  );
  assert.ok(most < ALLOWED_GROWTH_MB, `grew by ${most} MB`);
  await ann.hear(say(ann));
  for (const socket of sockets) socket.destroy();
});

pressure('ten thousand packets of one byte are the frames they make', async ({ cluster, tcpUrl }) => {
  const socket = await openSocket(tcpUrl);
  const answers = answersOn(socket);
  const hello = encodeMessageFrame(FRAME_TYPES.hello, 1, wire.Hello, { protocolVersion: 1, guestName: 'Crumbs' });
  const move = encodeFrame(0x1001, 1, new Uint8Array(10_000)); // of a stream that is not attached: it goes nowhere
  const attach = encodeMessageFrame(FRAME_TYPES.attach, 2, wire.Attach, { stream: STREAMS.lobby, first: 1 });
  const most = await growth(
    cluster,
    (async function* crumble() {
      for (const byte of Buffer.concat([hello, move, attach].map(afterLength))) {
        socket.write(Uint8Array.of(byte));
        yield await new Promise(resolve => setImmediate(resolve)); // a packet of its own
      }
    })(),
  );
  assert.equal(await answers(2), [FRAME_TYPES.welcome, FRAME_TYPES.opened]);
  assert.ok(most < ALLOWED_GROWTH_MB, `grew by ${most} MB`);
  socket.destroy();
});

pressure.run();

async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connectSocket({ host: hostname, port: Number(port), noDelay: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Types of the first `count` frames that come back, once they have. */
function answersOn(socket: Socket): (count: number) => Promise<number[]> {
  const types: number[] = [];
  const decoder = new LengthDecoder({ maxBytes: MAX_SERVER_FRAME_BYTES });
  let look = () => {};
  socket.on('data', chunk => {
    decoder.push(chunk, (bytes, start, end) => types.push(frameType(bytes.subarray(start, end))) > 0);
    look();
  });
  return count =>
    new Promise(resolve => {
      look = () => {
        if (types.length >= count) resolve(types.slice(0, count));
      };
      look();
    });
}

function afterLength(frame: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(frame.length);
  return Buffer.concat([length, frame]);
}
