import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PlannedSend, SendSchedule } from './send-schedule.ts';

function allOf(schedule: SendSchedule): PlannedSend[] {
  const all: PlannedSend[] = [];
  for (let next = schedule.peek(); next !== undefined; next = schedule.peek()) {
    all.push(next);
    schedule.take();
  }
  return all;
}

test('schedule: every player at its rate and phase, in order of time', () => {
  const schedule = new SendSchedule({ startMs: 1000, endMs: 1400, ratePerSecond: 5, phases: [0.5, 0] });
  assert.equal(allOf(schedule), [
    { player: 1, plannedMs: 1000 },
    { player: 0, plannedMs: 1100 },
    { player: 1, plannedMs: 1200 },
    { player: 0, plannedMs: 1300 },
  ]);
});

test('schedule: nobody, and no time', () => {
  assert.equal(allOf(new SendSchedule({ startMs: 0, endMs: 100, ratePerSecond: 5, phases: [] })), []);
  assert.equal(allOf(new SendSchedule({ startMs: 0, endMs: 0, ratePerSecond: 5, phases: [0] })), []);
});

test.run();
