import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PILLARS, SIZE, towards, World } from './world.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

function placeOf(world: World, wanted: string): { x: number; y: number } {
  const [, x = 0, y = 0] = world.positions().find(([id]) => id === wanted) ?? [];
  return { x, y };
}

test('a bot finds coins by itself; each one is replaced', () => {
  const world = new World(numbers());
  world.add({ id: 'bot', name: 'Ada', isBot: true });
  const pickUps = [];
  for (let step = 0; step < 1000; step++) pickUps.push(...world.step(50));
  assert.ok(pickUps.length > 10);
  assert.is(world.state().coins.length, 8);
  assert.is(world.state().movers[0]?.score, pickUps.at(-1)?.score);
  assert.ok((pickUps.at(-1)?.score ?? 0) > pickUps.length, 'some coins are worth more');
});

test('a player stands still until it steers, and never leaves the arena', () => {
  const world = new World(numbers());
  const { x, y } = world.add({ id: 'ann', name: 'Ann', isBot: false });
  world.step(1000);
  assert.equal(placeOf(world, 'ann'), { x, y });
  world.steer('ann', { x: -1, y: -1 });
  for (let step = 0; step < 200; step++) world.step(50);
  const { x: left, y: top } = placeOf(world, 'ann');
  assert.ok(left >= 0 && left < 20 && top >= 0 && top < 20, `${left}, ${top}`);
  assert.ok(world.remove('ann'));
  world.steer('ann', { x: 1, y: 0 });
  assert.equal(world.positions(), []);
});

test('nobody runs through a pillar', () => {
  const world = new World(numbers());
  world.add({ id: 'ann', name: 'Ann', isBot: false });
  for (let step = 0; step < 200; step++) {
    world.steer('ann', towards(placeOf(world, 'ann'), { x: SIZE / 2, y: SIZE / 2 }));
    world.step(50);
    for (const { x, y, radius } of PILLARS) {
      const ann = placeOf(world, 'ann');
      assert.ok(Math.hypot(ann.x - x, ann.y - y) >= radius + 17);
    }
  }
});

test('colours differ, and one that is free again is taken', () => {
  const world = new World(numbers());
  const colours = ['a', 'b', 'c'].map(id => world.add({ id, name: id, isBot: true }).colour);
  assert.equal(colours, [0, 1, 2]);
  world.remove('b');
  assert.is(world.add({ id: 'd', name: 'd', isBot: true }).colour, 1);
});

test('a restart takes the scores, and nobody away', () => {
  const world = new World(numbers());
  world.add({ id: 'bot', name: 'Ada', isBot: true });
  for (let step = 0; step < 200; step++) world.step(50);
  world.restart();
  assert.equal(
    world.state().movers.map(({ id, score }) => [id, score]),
    [['bot', 0]],
  );
  assert.is(world.state().coins.length, 8);
});

test.run();
