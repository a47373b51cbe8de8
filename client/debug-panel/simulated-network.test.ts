import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GOOD_NETWORK, SimulatedNetwork } from './simulated-network.ts';

function newBench() {
  const clock = new FakeClock();
  const network = new SimulatedNetwork(clock);
  const arrived: string[] = [];
  const send = (name: string, byteCount = 100) => network.carry('out', byteCount, () => arrived.push(name));
  /** What has arrived after so long. */
  const after = (ms: number) => {
    clock.advance(ms);
    return arrived.splice(0).join(' ');
  };
  return { clock, network, send, after };
}

test('simulated network: a good one takes no time', () => {
  const { clock, send, after } = newBench();
  send('a');
  send('b');
  assert.is(after(0), 'a b');
  assert.is(clock.pending, 0);
});

test('simulated network: delay, and the same order also when it gets less', () => {
  const { network, send, after } = newBench();
  network.change({ delayMs: 100 });
  send('a');
  assert.is(after(50), '');
  network.change({ delayMs: 0 });
  send('b');
  assert.is(after(49), '');
  assert.is(after(1), 'a b');
});

test('simulated network: drips, one frame behind the other', () => {
  const { network, send, after } = newBench();
  network.change({ bytesPerSecond: 1000, delayMs: 10 });
  send('a');
  send('b');
  assert.is(after(109), '');
  assert.is(after(1), 'a');
  assert.is(after(100), 'b');
});

test('simulated network: from a black hole all comes back when it ends, unless the connection has', () => {
  const { clock, network, send, after } = newBench();
  network.change({ isBlackHole: true });
  send('a');
  send('b');
  assert.is(after(60_000), '');
  network.change(GOOD_NETWORK);
  assert.is(after(0), 'a b');
  network.change({ isBlackHole: true });
  send('c');
  assert.is(network.connecting(), true);
  network.change(GOOD_NETWORK);
  assert.is(after(0), '');
  assert.is(clock.pending, 0);
});

test('simulated network: released, nothing waits any more', () => {
  const { clock, network, send, after } = newBench();
  network.change({ delayMs: 5000, bytesPerSecond: 1 });
  network.goOffline(5000);
  send('a');
  send('b');
  network.release();
  send('c');
  assert.equal([after(0), clock.pending, network.connecting()], ['a b c', 0, true]);
});

test('simulated network: offline for a while', () => {
  const { network, after } = newBench();
  network.goOffline(5000);
  assert.is(network.connecting(), false);
  after(4999);
  assert.equal([network.connecting(), network.offlineMs], [false, 1]);
  after(1);
  assert.is(network.connecting(), true);
  network.goOffline(5000);
  network.goOffline(0);
  assert.is(network.connecting(), true);
});

test.run();
