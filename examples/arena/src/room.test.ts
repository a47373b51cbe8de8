import { testRoom } from '@gatehouse/testing';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { arenaResult, arenaState, TICK_HZ } from './messages.ts';
import { Arena } from './room.ts';

const TICK_MS = 1000 / TICK_HZ;

test('a late joiner gets the whole arena as it is now', async () => {
  const room = await testRoom(Arena);
  await room.join('ann', { name: 'Ann' });
  room.advance(3000);
  const bo = await room.join('bo', { name: 'Bo' });
  const { movers, round } = arenaState.decode(bo.snapshot);
  assert.equal(
    movers.filter(({ isBot }) => !isBot).map(({ name }) => name),
    ['Ann'],
  );
  assert.is(round.leftMs, 87_000);
  assert.is(bo.received('arrived')[0]?.name, 'Bo');
});

test('who steers moves, tick by tick, until the connection is lost', async () => {
  const room = await testRoom(Arena);
  const ann = await room.join('ann');
  const bo = await room.join('bo');
  const place = () => {
    const [, x, y] =
      bo
        .received('positions')
        .at(-1)
        ?.at.find(([id]) => id === 'ann') ?? [];
    return { x: x ?? 0, y: y ?? 0 };
  };
  room.advance(TICK_MS);
  const before = place();
  ann.send('steer', { x: before.x < 500 ? 0.6 : -0.6, y: before.y < 500 ? 0.8 : -0.8 });
  room.advance(TICK_MS);
  const steered = place();
  assert.not.equal(steered, before);
  ann.away();
  room.advance(TICK_MS);
  assert.equal(place(), steered);
});

test('a spectator sees the arena and is not in it', async () => {
  const room = await testRoom(Arena);
  const eve = await room.join('eve', { spectator: true });
  eve.send('steer', { x: 1, y: 0 });
  room.advance(TICK_MS);
  assert.is(eve.errors[0]?.code, 'SPECTATOR');
  assert.equal(
    eve
      .received('positions')
      .at(-1)
      ?.at.filter(([id]) => id === 'eve'),
    [],
  );
});

test('nobody is faster than others, whatever is sent', async () => {
  const room = await testRoom(Arena);
  const ann = await room.join('ann');
  ann.send('steer', { x: 5, y: 0 });
  assert.is(ann.errors[0]?.code, 'BAD_FRAME');
});

test('bots make room for players', async () => {
  const room = await testRoom(Arena);
  const players = [];
  for (const name of ['ann', 'bo', 'cy', 'di']) players.push(await room.join(name));
  const { movers } = arenaState.decode((await room.join('eve')).snapshot);
  assert.equal(
    movers.map(({ id }) => id),
    ['ann', 'bo', 'cy', 'di'],
  );
  players[0]?.leave();
  players[1]?.leave();
  assert.is(players[2]?.received('arrived').at(-1)?.isBot, true);
});

test('after the last round the result names the best first', async () => {
  const room = await testRoom(Arena, { options: { roundSeconds: 5, rounds: 1 } });
  const ann = await room.join('ann');
  room.advance(5000);
  assert.is(room.ended?.why, 'ended');
  const scores = arenaResult.decode(ann.end?.result ?? new Uint8Array()).map(({ score }) => score);
  assert.equal(
    scores,
    [...scores].sort((a, b) => b - a),
  );
});

test.run();
