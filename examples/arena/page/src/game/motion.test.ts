import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DELAY_MS, Motion } from './motion.ts';

const HZ = 20;
/** Ann runs 10 to the right in each tick; tick 0 is at 1000 ms of our clock. */
const run = (motion: Motion, tick: number, lateMs = 0) =>
  motion.add({ tick, at: [['ann', tick * 10, 0]] }, 1000 + tick * 50 + lateMs);
const drawnAt = (motion: Motion, tick: number) => motion.placeOf('ann', 1000 + tick * 50 + DELAY_MS)?.x;

test('motion: between two ticks everybody is between two places', () => {
  const motion = new Motion(HZ);
  for (let tick = 0; tick <= 4; tick++) run(motion, tick);
  assert.is(drawnAt(motion, 1), 10);
  assert.is(drawnAt(motion, 1.5), 15);
  assert.is(drawnAt(motion, 2.25), 22.5);
});

test('motion: nothing newer, and everybody stands', () => {
  const motion = new Motion(HZ);
  run(motion, 0);
  run(motion, 1);
  assert.is(drawnAt(motion, 30), 10);
  assert.is(motion.placeOf('bo', 2000), undefined);
});

test('motion: one late packet does not make anybody jump', () => {
  const motion = new Motion(HZ);
  for (let tick = 0; tick <= 5; tick++) run(motion, tick, tick === 3 ? 40 : 0);
  const x = drawnAt(motion, 3) ?? 0;
  assert.ok(Math.abs(x - 30) < 1, `${x}`);
});

test('motion: after a pause of the room the clock is learnt anew', () => {
  const motion = new Motion(HZ);
  run(motion, 0);
  for (let tick = 1; tick <= 4; tick++) run(motion, tick, 7000);
  assert.is(motion.placeOf('ann', 1000 + 7000 + 2 * 50 + DELAY_MS)?.x, 20);
});

test('motion: what comes twice, late or from another place is not a way', () => {
  const motion = new Motion(HZ);
  run(motion, 1);
  run(motion, 2);
  run(motion, 1);
  assert.is(drawnAt(motion, 1.5), 15);
  motion.add({ tick: 3, at: [['ann', 900, 900]] }, 1150);
  assert.equal(motion.placeOf('ann', 1000 + 2.5 * 50 + DELAY_MS), { x: 900, y: 900 });
  motion.forget();
  assert.is(drawnAt(motion, 2), undefined);
});

test.run();
