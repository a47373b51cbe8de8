import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sleep, systemClock } from './clock.ts';
import { FakeClock } from './fake-clock.ts';

test('fake clock: timers run in order of time, then of creation, with their own time on the clock', () => {
  const clock = new FakeClock();
  const seen: string[] = [];
  const note = (name: string) => () => void seen.push(`${name} ${clock.monotonicMs()}`);
  clock.after(20, note('late'));
  clock.after(10, note('first'));
  clock.after(10, note('second'));
  clock.every(8, note('tick'));
  clock.advance(20);
  assert.equal(seen, ['tick 8', 'first 10', 'second 10', 'tick 16', 'late 20']);
  assert.is(clock.monotonicMs(), 20);
  assert.is(clock.pending, 1);
});

test('fake clock: a cancelled timer does not run, and a timer armed by a timer runs within the same advance', () => {
  const clock = new FakeClock();
  const seen: string[] = [];
  const cancel = clock.after(5, () => seen.push('cancelled'));
  clock.after(1, () => {
    cancel();
    clock.after(1, () => seen.push('nested'));
  });
  clock.advance(10);
  cancel();
  assert.equal(seen, ['nested']);
  assert.is(clock.pending, 0);
});

test('fake clock: sleep resolves when its time has come', async () => {
  const clock = new FakeClock();
  const slept = sleep(clock, 1000);
  clock.advance(1000);
  await slept;
});

test('system clock: timers run and can be cancelled', async () => {
  const before = systemClock.monotonicMs();
  systemClock.after(1, () => assert.unreachable())();
  let ticks = 0;
  await new Promise<void>(resolve => {
    const cancel = systemClock.every(1, () => {
      ticks += 1;
      if (ticks < 3) return;
      cancel();
      resolve();
    });
  });
  assert.ok(systemClock.monotonicMs() > before);
  assert.ok(Math.abs(systemClock.wallMs() - Date.now()) < 1000);
});

test.run();
