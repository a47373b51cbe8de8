import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type LobbyRoom, memberOf } from './lobby-room.ts';
import { newRoom } from './new-room.ts';
import type { RoomCommand } from './room-command.ts';
import { applyCommand } from './room-rules.ts';

const userId = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve');
const roomId = fc.constantFrom('L-1', 'L-2', 'L-3');
const nowMs = fc.constant(0);
const command: fc.Arbitrary<RoomCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('join' as const),
    user: userId.map(id => ({ userId: id, name: id })),
    seatIn: fc.option(roomId, { nil: undefined }),
    nowMs,
  }),
  fc.record({ kind: fc.constant('leave' as const), userId }),
  fc.record({ kind: fc.constant('setReady' as const), userId, ready: fc.boolean() }),
  fc.record({ kind: fc.constant('say' as const), userId, text: fc.string() }),
  fc.record({ kind: fc.constant('start' as const), userId, nowMs }),
  fc.record({ kind: fc.constant('placed' as const), roomId, maxPlayers: fc.nat(6) }),
  fc.record({
    kind: fc.constant('startFailed' as const),
    roomId,
    code: fc.constant('NO_GAME_SERVER' as const),
    message: fc.string(),
  }),
  fc.record({
    kind: fc.constant('roundEnded' as const),
    roomId,
    why: fc.constant('ended'),
    resultBase64: fc.constant(''),
  }),
);

function first(auto: boolean, maxMembers: number | undefined): LobbyRoom {
  const host = { userId: 'ann', name: 'ann' };
  return newRoom({ id: 'L', roomClass: 'arena', options: '', auto, maxMembers, host, nowMs: 0 }).room;
}

/** What must hold in every state that any commands can lead to. */
function assertSound(room: LobbyRoom): void {
  assert.ok(memberOf(room, room.hostUserId), 'the host is a member');
  assert.ok(room.members.length <= room.maxMembers, 'no more members than allowed');
  assert.is(new Set(room.members.map(member => member.userId)).size, room.members.length, 'nobody is in it twice');
  if (room.phase.kind !== 'waiting') assert.is(room.phase.roomId, `L-${room.round}`, 'the newest round plays');
}

test('lobby room: any commands in any order leave it sound', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      fc.array(command, { maxLength: 60 }),
      (auto, maxMembers, commands) => {
        let room = first(auto, maxMembers);
        for (const next of commands) {
          const outcome = applyCommand(room, next);
          if (outcome.kind === 'refused') continue;
          if (outcome.room === undefined) return assert.is(room.members.length, 1, 'only the last one closes it');
          const silent = outcome.events.length === 0;
          if (silent) assert.is(outcome.room, room, 'no event, no change: the version stands for the whole state');
          room = outcome.room;
          assertSound(room);
        }
      },
    ),
  );
});

/** A member list kept from events alone, as clients keep it. */
test('lobby room: its events tell everything about its members', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(command, { maxLength: 60 }), (auto, commands) => {
      let room = first(auto, 4);
      const told = new Map(room.members.map(member => [member.userId, member]));
      let host = room.hostUserId;
      for (const next of commands) {
        const outcome = applyCommand(room, next);
        if (outcome.kind === 'refused' || outcome.room === undefined) continue;
        for (const event of outcome.events) {
          if (event.kind === 'memberJoined' || event.kind === 'readyChanged')
            told.set(event.member.userId, event.member);
          if (event.kind === 'memberLeft') told.delete(event.userId);
          if (event.kind === 'hostChanged') host = event.userId;
        }
        room = outcome.room;
        assert.equal([...told.values()], room.members);
        assert.is(host, room.hostUserId);
      }
    }),
  );
});

test.run();
