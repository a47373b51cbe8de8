import { testRoom } from '@gatehouse/testing';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { potatoResult, potatoState } from './messages.ts';
import { Potato } from './room.ts';

const codeOf = (promise: Promise<unknown>) => promise.catch(error => error.code);

test('who has the potato may pass it on, to somebody who is there', async () => {
  const room = await testRoom(Potato);
  const [ann, bo] = [await room.join('ann'), await room.join('bo', { options: { hat: 'wizard' } })];
  assert.is(await codeOf(bo.request('pass', 'ann')), 'NOT_YOURS');
  assert.is(await codeOf(ann.request('pass', 'cy')), 'NOBODY_THERE');
  assert.is(await codeOf(ann.request('pass', 7 as unknown as string)), 'BAD_FRAME');
  assert.is(await ann.request('pass', 'bo'), 1);
  assert.equal(bo.received('potato').at(-1), { holder: 'bo', passes: 1 });
});

test('who has it when the fuse is down has lost', async () => {
  const room = await testRoom(Potato, { options: { fuseSeconds: 3 } });
  const ann = await room.join('ann');
  room.advance(10_000); // alone: the fuse does not burn
  await room.join('bo');
  room.advance(2900);
  assert.is(ann.received('fuse').at(-1), 100);
  room.advance(100);
  assert.equal(potatoResult.decode(ann.end?.result ?? new Uint8Array(0)), { loser: 'ann' });
});

test('a latecomer sees everything; the potato of somebody who leaves goes on', async () => {
  const room = await testRoom(Potato);
  const ann = await room.join('ann');
  await room.join('bo');
  const cy = await room.join('cy', { options: { hat: 'crown' } });
  assert.is(potatoState.decode(cy.snapshot).holder, 'ann');
  const guests = cy.received('guests').at(-1) ?? [];
  assert.equal(
    guests.map(({ hat }) => hat),
    ['bowler', 'bowler', 'crown'],
  );
  ann.leave();
  assert.is(cy.received('potato').at(-1)?.holder, 'bo');
});

test('no seat with a hat that does not exist', async () => {
  const room = await testRoom(Potato);
  assert.is(await codeOf(room.join('ann', { options: { hat: 'tiara' } })), 'SEAT_REFUSED');
});

test.run();
