import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { aim } from './camera.ts';

test('camera: a large picture shows the whole arena, in its middle', () => {
  const { x, y, scale } = aim({ width: 1228, height: 828 }, 1000, { x: 0, y: 900 });
  assert.is(scale, 0.8);
  assert.is(x, -267.5);
  assert.is(y, -17.5);
});

test('camera: a small picture follows, and stops at the walls', () => {
  const phone = { width: 360, height: 420 };
  const middle = aim(phone, 1000, { x: 500, y: 500 });
  assert.is(middle.scale, 0.6);
  assert.equal([middle.x, middle.y], [200, 150]);
  const corner = aim(phone, 1000, { x: 990, y: 5 });
  assert.ok(corner.x + 360 / 0.6 < 1030 && corner.x + 360 / 0.6 > 1000);
  assert.ok(corner.y < 0 && corner.y > -30);
});

test.run();
