import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LateTicks } from './late-ticks.ts';
import { MAX_BACKLOG_TICKS, TickScheduler } from './tick-scheduler.ts';

/** A clock that a tick can spend: what a slow tick does to the real one. */
class BusyClock extends FakeClock {
  private spentMs = 0;

  override monotonicMs(): number {
    return super.monotonicMs() + this.spentMs;
  }

  spend(ms: number): void {
    this.spentMs += ms;
  }
}

function setUp() {
  const clock = new BusyClock();
  const reports: LateTicks[] = [];
  const scheduler = new TickScheduler({ clock, reportLate: late => reports.push(late) });
  const ticks: string[] = [];
  const room = (roomId: string, run: (deltaMs: number) => void = () => {}) => ({
    roomId,
    tick(deltaMs: number) {
      ticks.push(`${roomId}@${clock.monotonicMs()}`);
      run(deltaMs);
    },
  });
  return { clock, scheduler, reports, ticks, room };
}

test('each room ticks at its own rate, by a fixed step', () => {
  const { clock, scheduler, ticks, room, reports } = setUp();
  const deltas: number[] = [];
  scheduler.add(
    room('fast', deltaMs => deltas.push(deltaMs)),
    20,
  );
  scheduler.add(room('slow'), 10);
  clock.advance(200);
  assert.equal(ticks, ['fast@50', 'fast@100', 'slow@100', 'fast@150', 'fast@200', 'slow@200']);
  assert.equal(deltas, [50, 50, 50, 50]);
  assert.equal(reports, []);
});

test('a room taken out ticks no more, even from its own tick', () => {
  const { clock, scheduler, ticks, room } = setUp();
  const remove = scheduler.add(
    room('once', () => remove()),
    20,
  );
  const removeOther = scheduler.add(room('never'), 10);
  removeOther();
  clock.advance(500);
  assert.equal(ticks, ['once@50']);
  assert.is(clock.pending, 0);
});

test('an idle loop answers in the next turn', () => {
  const { clock, scheduler } = setUp();
  let answered = 0;
  scheduler.afterPass(() => answered++);
  assert.is(answered, 0);
  clock.advance(0);
  assert.is(answered, 1);
});

test('the answer comes after the due rooms have run, each once', () => {
  const { clock, scheduler, ticks, room } = setUp();
  scheduler.add(
    room('a', () => clock.spend(30)),
    20,
  );
  scheduler.add(room('b'), 20);
  clock.advance(49);
  clock.spend(20); // both are due, and late
  scheduler.afterPass(() => ticks.push('answer'));
  clock.advance(1);
  assert.equal(ticks.slice(0, 3), ['a@70', 'b@100', 'answer']);
});

test('who asks during a pass is answered by the next one', () => {
  const { clock, scheduler, ticks, room } = setUp();
  scheduler.add(
    room('a', () => scheduler.afterPass(() => ticks.push('answer'))),
    20,
  );
  clock.advance(50);
  assert.equal(ticks, ['a@50', 'answer']);
});

test('a stall is caught up with at most five ticks, one a pass, and reported once', () => {
  const { clock, scheduler, ticks, room, reports } = setUp();
  scheduler.add(room('a'), 20);
  scheduler.add(room('b'), 20);
  clock.spend(12_000);
  clock.advance(50);
  assert.is(ticks.length, 2 * (MAX_BACKLOG_TICKS + 1));
  assert.is(ticks[0]?.[0], 'a');
  assert.is(ticks[1]?.[0], 'b', 'rooms take turns');
  assert.is(reports.length, 1);
  assert.is(reports[0]?.lateTicks, 2);
  assert.is(reports[0]?.droppedTicks, 2 * (240 - MAX_BACKLOG_TICKS));
  assert.is(reports[0]?.maxLateMs, 12_000);
  assert.equal(
    scheduler.late,
    { lateTicks: 2 * MAX_BACKLOG_TICKS, droppedTicks: 470 },
    'those that were caught up with were late too',
  );
});

test('the report names the room that delayed the others, at most once in ten seconds', () => {
  const { clock, scheduler, reports, room } = setUp();
  const delays = [400, 300];
  scheduler.add(
    room('hog', () => clock.spend(delays.shift() ?? 0)),
    10,
  );
  scheduler.add(room('victim'), 10);
  clock.advance(400);
  assert.is(reports.length, 1);
  assert.is(reports[0]?.slowestRoomId, 'hog');
  assert.is(reports[0]?.slowestTickMs, 400);
  assert.is(reports[0]?.maxLateMs, 400);
  clock.advance(10_000);
  assert.is(reports.length, 2);
});

test('stop leaves no timer', () => {
  const { clock, scheduler, room } = setUp();
  scheduler.add(room('a'), 20);
  scheduler.afterPass(() => assert.unreachable());
  scheduler.stop();
  assert.is(clock.pending, 0);
});

test.run();
