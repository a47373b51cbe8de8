import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SocketEvents } from './socket-handle.ts';
import { type Network, SocketTap } from './socket-tap.ts';

/** A tap over sockets that exist only here. What either side hears is written down. */
function newBench() {
  const heard: string[] = [];
  const opened: SocketEvents[] = [];
  const tap = new SocketTap((_url, events) => {
    opened.push(events);
    return {
      send: bytes => heard.push(`sent ${bytes}`),
      close: code => heard.push(`closed ${code}`),
      cut: () => heard.push('cut'),
    };
  });
  const open = () =>
    tap.open('ws://a', {
      onOpen: () => heard.push('open'),
      onMessage: bytes => heard.push(`got ${bytes}`),
      onClose: (code, text) => heard.push(`lost ${code} ${text}`),
    });
  return { tap, heard, opened, open };
}

test('socket tap: passes everything, and counts it', () => {
  const { tap, heard, opened, open } = newBench();
  const socket = open();
  opened[0]?.onOpen();
  socket.send(new Uint8Array([1, 2]));
  opened[0]?.onMessage(new Uint8Array([3]));
  socket.close(1000, '');
  opened[0]?.onClose(1000, 'bye');
  assert.equal(heard, ['open', 'sent 1,2', 'got 3', 'closed 1000', 'lost 1000 bye']);
  assert.equal(tap.traffic, { framesIn: 1, framesOut: 1, bytesIn: 1, bytesOut: 2 });
});

test('socket tap: a cut is heard at once, and nothing of that socket afterwards', () => {
  const { tap, heard, opened, open } = newBench();
  const socket = open();
  tap.cut();
  socket.send(new Uint8Array([1]));
  opened[0]?.onMessage(new Uint8Array([2]));
  opened[0]?.onClose(1006, '');
  tap.cut();
  assert.equal(heard, ['cut', 'lost 1006 cut']);
  assert.is(tap.traffic.framesOut, 0);
});

test('socket tap: a network carries what it wants, when it wants', async () => {
  const { tap, heard, opened, open } = newBench();
  const socket = open();
  const waiting: (() => void)[] = [];
  let connects = true;
  const network: Network = {
    connecting: () => connects,
    carry: (direction, byteCount, deliver) => {
      heard.push(`${direction} ${byteCount}`);
      waiting.push(deliver);
    },
  };
  tap.use(network);
  socket.send(new Uint8Array([1]));
  opened[0]?.onMessage(new Uint8Array([2, 3]));
  assert.equal(heard.splice(0), ['out 1', 'in 2']);
  for (const deliver of waiting) deliver();
  assert.equal(heard.splice(0), ['sent 1', 'got 2,3']);
  connects = false;
  open();
  assert.equal(heard, []);
  await Promise.resolve();
  assert.equal([heard, opened.length], [['lost 1006 no network'], 1]);
});

test.run();
