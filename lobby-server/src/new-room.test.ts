import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type NewRoom, newRoom, newRoomId } from './new-room.ts';

const wanted: NewRoom = {
  id: 'L',
  roomClass: 'arena',
  options: '{"map":"ice"}',
  auto: false,
  maxMembers: 4,
  host: { userId: 'ann', name: 'Ann' },
  nowMs: 7,
};

test('new lobby room: waits, with its creator as host', () => {
  const { room, events } = newRoom(wanted);
  assert.equal(events, [
    { kind: 'memberJoined', member: { userId: 'ann', name: 'Ann', ready: false, role: 'player' } },
  ]);
  assert.is(room.hostUserId, 'ann');
  assert.equal(room.phase, { kind: 'waiting' });
  assert.is(room.maxMembers, 4);
});

test('new lobby room: an auto room starts at once', () => {
  const { room, events } = newRoom({ ...wanted, auto: true, maxMembers: undefined, classLimit: 8 });
  assert.equal(room.phase, { kind: 'starting', roomId: 'L-1', sinceMs: 7 });
  assert.equal(
    events.map(event => event.kind),
    ['memberJoined', 'starting'],
  );
  assert.is(room.maxMembersFrom, 'class');
  assert.is(room.maxMembers, 8);
});

test('new lobby room: its id depends on session and seq alone', () => {
  assert.is(newRoomId('s', 1), newRoomId('s', 1));
  assert.match(newRoomId('s', 1), /^[0-9a-hjkmnp-tv-z]{12}$/);
  assert.is(new Set([newRoomId('s', 1), newRoomId('s', 2), newRoomId('s1', 1), newRoomId('s', 11)]).size, 4);
});

test.run();
