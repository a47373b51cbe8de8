import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LobbyRoom } from './lobby-room.ts';
import { RoomFinder } from './room-finder.ts';
import { testMember, testRoom } from './test-rooms.ts';

function room(id: string, overrides: Partial<LobbyRoom> = {}): LobbyRoom {
  const phase = { kind: 'starting', roomId: `${id}-1`, sinceMs: 0 } as const;
  return testRoom({ id, roomClass: 'echo', auto: true, maxMembers: 3, maxMembersFrom: 'class', phase, ...overrides });
}

function finderOf(...rooms: LobbyRoom[]): RoomFinder {
  const index = { open: async () => rooms.map(each => ({ room: each, version: 1, epoch: 1 })) };
  return new RoomFinder(index, { take: async () => () => {} });
}

const search = { roomClass: 'echo', options: '', except: new Set<string>() };
const find = (finder: RoomFinder, wanted: Partial<typeof search> = {}) =>
  finder.find({ ...search, ...wanted }, async found => found?.id);

const ice = room('ice', { options: '{"map":"ice"}' });
const manual = room('manual', { auto: false, phase: { kind: 'waiting' } });
const watched = room('watched', {
  members: [testMember('ann'), testMember('bob', { role: 'spectator' }), testMember('cleo', { role: 'spectator' })],
});
const cases: [name: string, rooms: LobbyRoom[], wanted: Partial<typeof search>, found: string | undefined][] = [
  ['none', [], {}, undefined],
  ['the first one', [room('a'), room('b')], {}, 'a'],
  ['not one that has refused', [room('a'), room('b')], { except: new Set(['a']) }, 'b'],
  ['where the game is on rather than where one waits for a host', [manual, room('b')], {}, 'b'],
  ['where one waits for a host rather than none', [manual], {}, 'manual'],
  ['any options when none are asked for', [ice], {}, 'ice'],
  ['only the same options', [room('a'), ice], { options: '{"map":"ice"}' }, 'ice'],
  ['one that many look at, but few play in', [watched], {}, 'watched'],
  ['none with other options', [ice], { options: '{"map":"sand"}' }, undefined],
];

for (const [name, rooms, wanted, expected] of cases) {
  test(`room finder: ${name}`, async () => assert.is(await find(finderOf(...rooms), wanted), expected));
}

test('room finder: who is on the way counts as being there', async () => {
  const finder = finderOf(room('a'), room('b'));
  const arrived = [finder.expect('a'), finder.expect('a')];
  assert.is(await find(finder), 'b');
  for (const done of arrived) done();
  assert.is(await find(finder), 'a');
});

test('room finder: one search of a class after another', async () => {
  const finder = finderOf();
  const order: string[] = [];
  const first = finder.find(search, async () => {
    await new Promise(setImmediate);
    order.push('first');
  });
  const second = finder.find(search, async () => void order.push('second'));
  await Promise.all([first, second]);
  assert.equal(order, ['first', 'second']);
});

test('room finder: the limit of a class is learned from a room that plays', async () => {
  const finder = finderOf(room('a', { maxMembers: 8, phase: { kind: 'playing', roomId: 'a-1' } }));
  assert.is(finder.classLimit('echo'), undefined);
  await find(finder);
  assert.is(finder.classLimit('echo'), 8);
});

test.run();
