import { StallingClock } from '@gatehouse/shared/runtime/stalling-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LoopWatch } from './loop-watch.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';

const INTERVAL_MS = 5000;

function setUp(answers: (boolean | Error | Promise<boolean>)[]) {
  const clock = new StallingClock();
  const decisions: string[] = [];
  const log = new TestLog();
  const watch = new LoopWatch({
    clock,
    log,
    intervalMs: INTERVAL_MS,
    confirm: async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? false;
    },
    decided: decision => decisions.push(decision),
  });
  watch.start();
  return { clock, watch, decisions, log };
}

test('a loop that runs, busy or idle, is never held', () => {
  const { clock, watch } = setUp([]);
  clock.advance(60_000);
  assert.not(watch.holds());
  clock.stall(INTERVAL_MS);
  assert.not(watch.holds(), 'exactly one interval is not longer');
});

test('after standing still nothing is said until the registry has confirmed it', async () => {
  const { clock, watch, decisions } = setUp([true]);
  clock.stall(INTERVAL_MS + 1);
  assert.ok(watch.holds());
  assert.ok(watch.holds());
  await settle();
  assert.equal(decisions, ['release']);
  assert.not(watch.holds());
});

test('a turn that speaks while it stands still is held as soon as it has stood for longer than an interval', () => {
  const { clock, watch } = setUp([true]);
  for (let standing = 1; standing <= 5; standing++) {
    clock.stall(INTERVAL_MS / 4);
    assert.is(watch.holds(), standing > 4, `after ${standing} quarters of an interval`);
  }
});

test('an answer of before the loop stood still again is not believed', async () => {
  let answer: (isCurrent: boolean) => void = () => {};
  const first = new Promise<boolean>(resolve => {
    answer = resolve;
  });
  const { clock, watch, decisions } = setUp([first, false]);
  clock.stall(INTERVAL_MS + 1);
  assert.ok(watch.holds());
  clock.stall(INTERVAL_MS + 1);
  clock.advance(INTERVAL_MS); // the beat looks
  answer(true);
  await settle();
  assert.equal(decisions, ['discard']);
});

test('what a lost incarnation wanted to say is not said by the one that it has become', async () => {
  const { clock, watch, decisions } = setUp([new Error('Redis is away again'), true]);
  clock.stall(60_000);
  assert.ok(watch.holds());
  await settle();
  watch.lost();
  assert.equal(decisions, ['discard']);
  assert.not(watch.holds(), 'the next one may speak');
  clock.advance(500);
  await settle();
  assert.equal(decisions, ['discard'], 'nothing of the next one');
});

test('an answer to a lost incarnation decides nothing about the next one', async () => {
  let answer: (isCurrent: boolean) => void = () => {};
  const first = new Promise<boolean>(resolve => {
    answer = resolve;
  });
  const { clock, watch, decisions } = setUp([first]);
  clock.stall(60_000);
  assert.ok(watch.holds());
  watch.lost();
  answer(false);
  await settle();
  assert.equal(decisions, ['discard']);
});

test('who was replaced meanwhile is never heard', async () => {
  const { clock, watch, decisions, log } = setUp([false]);
  clock.stall(60_000);
  assert.ok(watch.holds());
  await settle();
  assert.equal(decisions, ['discard']);
  assert.equal(log.of('output.discarded'), [{ heldMs: 0 }]);
});

test('while Redis cannot be asked, it asks again', async () => {
  const { clock, watch, decisions, log } = setUp([new Error('down'), new Error('down'), true]);
  clock.stall(60_000);
  watch.holds();
  await settle();
  clock.advance(499);
  assert.ok(watch.holds());
  clock.advance(1);
  await settle();
  clock.advance(500);
  await settle();
  assert.equal(decisions, ['release']);
  assert.equal(log.of('output.held'), [{ stoodStillMs: 60_000 }]);
  assert.equal(log.of('output.released'), [{ heldMs: 1000 }]);
});

test('stop leaves no timer, and holds nothing', () => {
  const { clock, watch } = setUp([]);
  watch.stop();
  clock.stall(60_000);
  assert.not(watch.holds());
  assert.is(clock.pending, 0);
});

test('a held link says everything later, in order; a closed channel is gone at once', () => {
  const gateway = new TestGateway();
  const { link, operations } = gateway;
  const client = gateway.newClient();
  const { channel } = client;
  gateway.holds = true;
  channel.sendOpened(new Uint8Array(6));
  const group = link.newGroup();
  link.addToGroup(group, channel.id);
  link.sendMulticast(group, new Uint8Array(6));
  link.removeFromGroup(group, channel.id);
  channel.send(new Uint8Array(6));
  channel.close('ROOM_ENDED');
  assert.equal(operations, []);
  assert.is(link.channels.size, 0);
  gateway.holds = false;
  link.release();
  assert.equal(operations, ['opened', 'add', 'multicast', 'remove', 'data', 'close']);
  link.release();
  assert.is(operations.length, 6, 'once');
});

test('what is held is bounded: then the link ends', () => {
  const gateway = new TestGateway();
  const { channel } = gateway.newClient();
  gateway.holds = true;
  for (let megabytes = 0; megabytes < 7; megabytes++) channel.send(new Uint8Array(2 ** 20));
  assert.is(gateway.closedWith, undefined);
  channel.send(new Uint8Array(2 ** 20));
  assert.match(gateway.closedWith ?? '', 'SLOW_PEER');
  gateway.link.release();
  assert.equal(gateway.operations, []);
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test.run();
