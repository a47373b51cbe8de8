import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClientEvents } from './client-events.ts';
import { Listeners } from './listeners.ts';
import type { AttachReport } from './session-state.ts';
import { StreamState } from './stream-state.ts';
import { STALLED_AFTER_MS, StreamWatch } from './stream-watch.ts';

const FRAME_BYTES = 100;
const EVENTS = ['away', 'stalled', 'resumed', 'fresh'] as const;

/** The room stream of a player; what is told of it is written down as `name field field …`. */
function newBench(maxRetainedBytes = 1000) {
  const clock = new FakeClock();
  const events = new Listeners<ClientEvents>();
  const stream = new StreamState('room', { maxRetainedBytes });
  const watch = new StreamWatch({ stream, clock, events });
  const told: string[] = [];
  for (const name of EVENTS) {
    events.on(name, ({ stream: _, roomId: __, ...fields }: object & { stream: string; roomId: string }) => {
      told.push([name, ...Object.values(fields)].join(' '));
    });
  }
  const send = (count = 1) => {
    for (; count > 0; count--) {
      stream.retained.add(encodeFrame(0x1001, 0, new Uint8Array(FRAME_BYTES - 6)));
      watch.sent();
    }
  };
  const acknowledge = (through: number) => {
    stream.retained.dropThrough(through);
    watch.acknowledged(through);
  };
  const open = (report: Partial<AttachReport> = {}) => {
    const first = { isFirst: false, isFresh: false, why: '', have: 0, lostFrames: 0 };
    watch.opened({ stream: 'room', roomId: 'L-1', ...first, ...report });
  };
  stream.enter('L-1');
  watch.entered();
  /** What was told since it was asked last. */
  const news = () => told.splice(0);
  return { clock, watch, send, acknowledge, open, news };
}

test('stream watch: the first attach is no news; away and resumed in turn are', () => {
  const { watch, open, news } = newBench();
  watch.away('disconnected');
  open({ isFirst: true, isFresh: true, why: 'joined' });
  assert.equal(news(), []);
  watch.away('disconnected');
  watch.away('disconnected');
  open({ lostFrames: 2 });
  assert.equal(news(), ['away disconnected', 'resumed 2']);
  watch.away('serverLost');
  open({ isFresh: true, why: 'restored' });
  assert.equal(news(), ['away serverLost', 'fresh 0 restored']);
});

test('stream watch: in no lobby room there is nothing to miss', () => {
  const { watch, open, news } = newBench();
  open({ roomId: '', isFirst: true, isFresh: true, why: 'joined' });
  watch.away('disconnected');
  open({ roomId: '', isFirst: true, isFresh: true, why: 'joined' });
  assert.equal(news(), ['away disconnected', 'resumed 0']);
});

test('stream watch: what waits too long is stalled, once, until the server has taken it', () => {
  const { clock, send, acknowledge, open, news } = newBench();
  open({ isFirst: true });
  send(2);
  clock.advance(STALLED_AFTER_MS - 1);
  send(1);
  assert.equal(news(), []);
  clock.advance(1);
  assert.equal(news(), [`stalled 3 300 ${STALLED_AFTER_MS} 0`]);
  clock.advance(10 * STALLED_AFTER_MS);
  acknowledge(0);
  assert.equal(news(), []);
  acknowledge(1);
  assert.equal(news(), ['resumed 0']);
  clock.advance(STALLED_AFTER_MS);
  assert.equal(news(), [`stalled 2 200 ${STALLED_AFTER_MS} 0`], 'counted from where it went on');
  acknowledge(3);
  assert.equal(news(), ['resumed 0']);
  assert.is(clock.pending, 0);
});

test('stream watch: whose server takes frames is not stalled, however long it plays', () => {
  const { clock, send, acknowledge, open, news } = newBench();
  open({ isFirst: true });
  for (let seq = 1; seq <= 20; seq++) {
    send();
    clock.advance(STALLED_AFTER_MS / 4);
    acknowledge(seq - 1);
  }
  assert.equal(news(), []);
});

test('stream watch: away and stalled are two things; one resumed ends both', () => {
  const { clock, watch, send, open, news } = newBench();
  open({ isFirst: true });
  send();
  watch.away('disconnected');
  clock.advance(STALLED_AFTER_MS);
  open();
  assert.equal(news(), ['away disconnected', `stalled 1 100 ${STALLED_AFTER_MS} 0`, 'resumed 0']);
  clock.advance(STALLED_AFTER_MS - 1);
  assert.equal(news(), []);
});

test('stream watch: more than is kept is told at the first frame that goes, and once', () => {
  const { clock, watch, send, acknowledge, open, news } = newBench(1000);
  open({ isFirst: true });
  watch.away('disconnected');
  send(10);
  assert.equal(news(), ['away disconnected']);
  send(5);
  assert.equal(news(), ['stalled 10 1000 0 1']);
  clock.advance(STALLED_AFTER_MS);
  open({ lostFrames: 5 });
  assert.equal(news(), ['resumed 5']);
  send();
  assert.equal(news(), ['stalled 10 1000 0 1'], 'again: that is new');
  acknowledge(9);
  assert.equal(news(), ['resumed 0']);
});

test('stream watch: another room begins anew, and nothing is left behind', () => {
  const { clock, watch, send, open, news } = newBench();
  open({ isFirst: true });
  send();
  watch.away('disconnected');
  watch.entered();
  open({ isFirst: true });
  assert.equal(news(), ['away disconnected']);
  watch.close();
  assert.is(clock.pending, 0);
});

test.run();
