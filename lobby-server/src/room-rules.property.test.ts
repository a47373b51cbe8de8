import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { settingsOf } from './lobby-event.ts';
import { type LobbyRoom, memberOf, seatsTaken } from './lobby-room.ts';
import { newRoom } from './new-room.ts';
import type { RoomCommand } from './room-command.ts';
import { applyCommand } from './room-rules.ts';

const userId = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve');
const roomId = fc.constantFrom('L-1', 'L-2', 'L-3');
const nowMs = fc.constant(0);
const anyMember = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', 'bot:1', 'bot:2', 'bot:3');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const change = fc.record({
  name: optional(fc.constantFrom('', 'n')),
  maxMembers: optional(fc.nat(6)),
  options: optional(fc.constantFrom('', '{}')),
  metadata: optional(fc.constantFrom('', '{"a":1}')),
  locked: optional(fc.boolean()),
  inviteCode: optional(fc.constantFrom('', 'code1', 'code2')),
  password: optional(fc.constantFrom('', 'hash')),
});
const command: fc.Arbitrary<RoomCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('join' as const),
    user: userId.map(id => ({ userId: id, name: id })),
    role: fc.constantFrom('player' as const, 'spectator' as const),
    seatIn: fc.option(roomId, { nil: undefined }),
    nowMs,
  }),
  fc.record({ kind: fc.constant('leave' as const), userId, nowMs }),
  fc.record({
    kind: fc.constant('kick' as const),
    userId,
    member: anyMember,
    reason: fc.constant(''),
    ban: fc.constantFrom(undefined, 'round' as const, 'forever' as const),
    nowMs,
  }),
  fc.record({ kind: fc.constant('handOver' as const), userId, member: anyMember }),
  fc.record({ kind: fc.constant('changeSettings' as const), userId, change }),
  fc.record({ kind: fc.constant('addBot' as const), userId, name: fc.constant(''), options: fc.constant('') }),
  fc.record({ kind: fc.constant('removeBot' as const), userId, member: anyMember }),
  fc.record({ kind: fc.constant('voteRematch' as const), userId, yes: fc.boolean(), nowMs }),
  fc.record({ kind: fc.constant('gameLocked' as const), roomId, locked: fc.boolean() }),
  fc.record({ kind: fc.constant('gameMetadata' as const), roomId, metadata: fc.constantFrom('{"a":1}', '{"a":2}') }),
  fc.record({ kind: fc.constant('setReady' as const), userId, ready: fc.boolean() }),
  fc.record({ kind: fc.constant('say' as const), userId, text: fc.string(), nowMs }),
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
  const host = memberOf(room, room.hostUserId);
  assert.ok(host !== undefined && host.role !== 'bot', 'the host is a member and no bot');
  assert.ok(seatsTaken(room) <= room.maxMembers, 'no more seats than allowed');
  for (const voter of room.rematchVotes) assert.is(memberOf(room, voter)?.role, 'player', 'only players vote');
  if (room.phase.kind === 'waiting') assert.not(room.gameLocked, 'the lock of a game ends with it');
  else assert.equal(room.rematchVotes, [], 'votes end with a start');
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
          if (outcome.room === undefined) {
            const people = room.members.filter(({ role }) => role !== 'bot');
            return assert.is(people.length, 1, 'only the last one who is no bot closes it');
          }
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
      let settings = settingsOf(room);
      for (const next of commands) {
        const outcome = applyCommand(room, next);
        if (outcome.kind === 'refused' || outcome.room === undefined) continue;
        for (const event of outcome.events) {
          if (event.kind === 'memberJoined' || event.kind === 'readyChanged')
            told.set(event.member.userId, event.member);
          if (event.kind === 'memberLeft' || event.kind === 'memberKicked') told.delete(event.userId);
          if (event.kind === 'hostChanged') host = event.userId;
          if (event.kind === 'settingsChanged') settings = event.settings;
        }
        room = outcome.room;
        assert.equal([...told.values()], room.members);
        assert.is(host, room.hostUserId);
        assert.equal({ ...settings, maxMembers: 0 }, { ...settingsOf(room), maxMembers: 0 }); // placed: the class says
      }
    }),
  );
});

test.run();
