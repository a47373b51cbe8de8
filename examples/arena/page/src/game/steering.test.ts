import type { Direction } from '@gatehouse/example-arena/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Steering } from './steering.ts';

function steering(): { steering: Steering; turns: Direction[] } {
  const turns: Direction[] = [];
  return { steering: new Steering(direction => turns.push(direction)), turns };
}

test('steering: two keys are one direction, not a faster one', () => {
  const { steering: keys, turns } = steering();
  assert.ok(keys.press('KeyW'));
  assert.ok(keys.press('ArrowRight'));
  const part = Math.SQRT1_2;
  assert.equal(turns[0], { x: 0, y: -1 });
  assert.ok(Math.abs((turns[1]?.x ?? 0) - part) < 1e-9 && Math.abs((turns[1]?.y ?? 0) + part) < 1e-9);
  keys.release('KeyW');
  keys.release('ArrowRight');
  assert.equal(turns.slice(2), [
    { x: 1, y: 0 },
    { x: 0, y: 0 },
  ]);
});

test('steering: a key that repeats says nothing new; other keys do not steer', () => {
  const { steering: keys, turns } = steering();
  keys.press('KeyA');
  keys.press('KeyA');
  assert.is(keys.press('Enter'), false);
  assert.is(turns.length, 1);
});

test('steering: opposite keys stand still, and letting go ends all', () => {
  const { steering: keys, turns } = steering();
  keys.press('KeyA');
  keys.press('KeyD');
  assert.equal(turns.at(-1), { x: 0, y: 0 });
  keys.release('KeyD');
  keys.letGo();
  assert.equal(turns.at(-1), { x: 0, y: 0 });
  keys.release('KeyA');
  assert.is(turns.length, 4);
});

test('steering: the joystick turns in steps, and never beyond full speed', () => {
  const { steering: stick, turns } = steering();
  stick.push({ x: 0.5, y: 0 });
  stick.push({ x: 0.51, y: 0.01 });
  assert.equal(turns, [{ x: 0.5, y: 0 }]);
  stick.push({ x: 1, y: 1 });
  assert.ok(Math.hypot(turns[1]?.x ?? 0, turns[1]?.y ?? 0) <= 1 + 1e-9);
});

test.run();
