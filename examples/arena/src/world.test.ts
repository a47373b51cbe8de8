import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { World } from './world.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

test('a bot finds coins by itself; each one is replaced', () => {
  const world = new World(numbers());
  world.add({ id: 'bot', name: 'Ada', isBot: true });
  const pickUps = [];
  for (let step = 0; step < 1000; step++) pickUps.push(...world.step(50));
  assert.ok(pickUps.length > 5);
  assert.is(world.state().coins.length, 5);
  assert.is(world.state().movers[0]?.score, pickUps.length);
});

test('a player stands still until it steers, and never leaves the arena', () => {
  const world = new World(numbers());
  const { x, y } = world.add({ id: 'ann', name: 'Ann', isBot: false });
  world.step(1000);
  assert.equal(world.positions(), [['ann', x, y]]);
  world.steer('ann', { x: -1, y: 0 });
  world.step(60_000);
  assert.equal(world.positions(), [['ann', 0, y]]);
  world.remove('ann');
  world.steer('ann', { x: 1, y: 0 });
  assert.equal(world.positions(), []);
});

test.run();
