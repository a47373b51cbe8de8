import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Connection, type ConnectionLoss, WELCOME_TIMEOUT_MS } from './connection.ts';
import type { SocketEvents } from './socket-handle.ts';

const HEARTBEAT_MS = 10_000;

/** A connection on sockets that exist only in this test; random numbers are all 0.5. */
function newBench() {
  const clock = new FakeClock();
  const sockets: { url: string; events: SocketEvents; closedWith: number | undefined }[] = [];
  const losses: ConnectionLoss[] = [];
  let beats = 0;
  let frames = 0;
  let fails = false;
  const unusable = new Set<string>();
  const connection = new Connection({
    urls: ['ws://a', 'ws://b'],
    clock,
    random: () => 0.5,
    openSocket: (url, events) => {
      if (unusable.has(url)) throw new Error(`${url} is not secure`);
      const socket = { url, events, closedWith: undefined as number | undefined };
      sockets.push(socket);
      const close = (code: number) => {
        socket.closedWith = code;
      };
      return { send: () => {}, close, cut: () => close(0) };
    },
    receiver: {
      connected: () => {},
      receive: () => {
        frames++;
        if (fails) throw new Error('unreadable');
      },
      beat: () => beats++,
      lost: loss => losses.push(loss),
    },
  });
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  const live = () => {
    newest().events.onOpen();
    connection.welcomed(HEARTBEAT_MS);
  };
  const counts = () => ({ beats, frames, sockets: sockets.length });
  const failNow = () => {
    fails = true;
  };
  return { unusable, clock, connection, sockets, losses, newest, live, counts, failNow };
}

const hints: [hint: string, taken: boolean][] = [
  ['ws://elsewhere', true],
  ['', false],
  ['tcp://elsewhere:7401', false],
  ['wss://', false],
  ['elsewhere', false],
];
for (const [hint, taken] of hints) {
  test(`connection: a gateway that names ${hint || 'no'} other one is ${taken ? 'obeyed, once' : 'followed by any other'}`, () => {
    const { clock, connection, newest, live } = newBench();
    connection.start();
    const first = newest().url;
    live();
    connection.takeGoodbye({ code: CLOSE_REASONS.elsewhere.code, text: '', retryAfterMs: 0, url: hint });
    newest().events.onClose(CLOSE_REASONS.elsewhere.code, '');
    clock.advance(1000);
    const second = newest().url;
    assert.is(second, taken ? hint : first === 'ws://a' ? 'ws://b' : 'ws://a');
    newest().events.onClose(1006, '');
    clock.advance(2000);
    assert.ok(['ws://a', 'ws://b'].includes(newest().url));
  });
}

test('connection: a lost one is made anew at the next gateway, after a jittered delay', () => {
  const { clock, connection, losses, newest, live, sockets } = newBench();
  connection.start();
  const first = newest().url;
  live();
  newest().events.onClose(1006, '');
  assert.equal(losses, [{ code: 1006, text: 'closed with code 1006', retryInMs: 500 }]);
  clock.advance(499);
  assert.is(sockets.length, 1);
  clock.advance(1);
  assert.is.not(newest().url, first);
  newest().events.onClose(1006, 'refused');
  assert.is(losses.at(-1)?.retryInMs, 1000, 'no WELCOME between: the ceiling doubles');
  clock.advance(1000);
  live();
  newest().events.onClose(1006, '');
  assert.is(losses.at(-1)?.retryInMs, 500, 'after a WELCOME it begins anew');
  connection.close();
  assert.is(clock.pending, 0);
});

test('connection: GOODBYE decides over the socket’s code, and how long to wait', () => {
  const { connection, losses, newest, live } = newBench();
  connection.start();
  live();
  connection.takeGoodbye({ ...CLOSE_REASONS.serverDraining, retryAfterMs: 3000 });
  newest().events.onClose(1006, '');
  const { code, text } = CLOSE_REASONS.serverDraining;
  assert.equal(losses, [{ code, text, retryInMs: 3500 }]);
});

test('connection: codes from 4500 on end it', () => {
  const { clock, connection, losses, newest, live, counts } = newBench();
  connection.start();
  live();
  newest().events.onClose(CLOSE_REASONS.superseded.code, 'elsewhere');
  assert.equal(losses, [{ code: CLOSE_REASONS.superseded.code, text: 'elsewhere', retryInMs: undefined }]);
  clock.advance(3_600_000);
  assert.is(counts().sockets, 1);
  assert.is(clock.pending, 0);
});

test('connection: an idle one beats, a silent one is given up', () => {
  const { clock, connection, losses, newest, live, counts } = newBench();
  connection.start();
  live();
  clock.advance(2 * HEARTBEAT_MS);
  newest().events.onMessage(new Uint8Array(6));
  clock.advance(2 * HEARTBEAT_MS);
  assert.equal(counts(), { beats: 4, frames: 1, sockets: 1 });
  const silent = newest();
  clock.advance(HEARTBEAT_MS);
  assert.is(losses[0]?.code, CLOSE_REASONS.idle.code);
  assert.is(silent.closedWith, 0);
});

test('connection: no WELCOME in time is a failure like others', () => {
  const { clock, connection, losses, newest } = newBench();
  connection.start();
  newest().events.onOpen();
  clock.advance(WELCOME_TIMEOUT_MS);
  assert.match(losses[0]?.text ?? '', 'no WELCOME');
  assert.is(losses[0]?.retryInMs, 500);
});

test('connection: an unreadable frame ends this connection, not the client', () => {
  const { connection, losses, newest, live, failNow } = newBench();
  connection.start();
  live();
  failNow();
  newest().events.onMessage(new Uint8Array(1));
  assert.is(newest().closedWith, CLOSE_REASONS.badFrame.code);
  assert.is(losses[0]?.text, 'unreadable');
  assert.is(losses[0]?.retryInMs, 500);
});

test('connection: what a socket says after it was given up is not heard', () => {
  const { clock, connection, losses, newest, live, counts } = newBench();
  connection.start();
  live();
  const old = newest();
  old.events.onClose(1006, '');
  old.events.onMessage(new Uint8Array(6));
  old.events.onClose(1006, '');
  assert.is(counts().frames, 0);
  assert.is(losses.length, 1);
  connection.close();
  connection.close();
  clock.advance(60_000);
  assert.is(counts().sockets, 1);
});

test('connection: a URL that the host refuses to dial is a failed attempt like any other', () => {
  const { unusable, clock, connection, sockets, losses, newest } = newBench();
  connection.start();
  const [first] = sockets;
  const other = first?.url === 'ws://a' ? 'ws://b' : 'ws://a';
  unusable.add(other);
  newest().events.onClose(1006, '');
  clock.advance(losses.at(-1)?.retryInMs ?? 0);
  assert.is(losses.at(-1)?.text, `${other} is not secure`);
  clock.advance(losses.at(-1)?.retryInMs ?? 0);
  assert.equal([sockets.length, newest().url], [2, first?.url]);
});

test.run();
