import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { settingsOf } from './lobby-event.ts';
import type { LobbyRoom, Phase } from './lobby-room.ts';
import type { Outcome, RoomCommand, SettingsChange } from './room-command.ts';
import { applyCommand } from './room-rules.ts';
import { noChange, testMember, testRoom } from './test-rooms.ts';

const playing: Phase = { kind: 'playing', roomId: 'L-3' };

/** Ann is host, Bob plays, Sue looks on, `bot:1` has a seat; one place is free. */
function roomOf(own: Partial<LobbyRoom> = {}): LobbyRoom {
  const sue = testMember('sue', { role: 'spectator' });
  const bot = testMember('bot:1', { role: 'bot', ready: true });
  const members = [testMember('ann'), testMember('bob'), sue, bot];
  return testRoom({ maxMembers: 4, round: 3, members, botsAdded: 1, ...own });
}

const kick = (userId: string, member: string, ban?: 'round' | 'forever'): RoomCommand => ({
  kind: 'kick',
  userId,
  member,
  reason: 'rude',
  ban,
  nowMs: 5000,
});
const handOver = (userId: string, member: string): RoomCommand => ({ kind: 'handOver', userId, member });
const change = (userId: string, wanted: Partial<SettingsChange>): RoomCommand => ({
  kind: 'changeSettings',
  userId,
  change: { ...noChange, ...wanted },
});
const addBot = (userId: string): RoomCommand => ({ kind: 'addBot', userId, name: '', options: '' });
const removeBot = (userId: string, member: string): RoomCommand => ({ kind: 'removeBot', userId, member });
const join = (userId: string, own: { code?: string; hash?: string } = {}): RoomCommand => ({
  kind: 'join',
  user: { userId, name: userId },
  role: 'player',
  ...(own.code === undefined ? {} : { invitation: { kind: 'code', code: own.code } as const }),
  ...(own.hash === undefined ? {} : { invitation: { kind: 'password', hash: own.hash } as const }),
  nowMs: 5000,
});
const ended: RoomCommand = { kind: 'roundEnded', roomId: 'L-3', why: 'ended', resultBase64: '' };
const locked = (roomId: string, value: boolean): RoomCommand => ({ kind: 'gameLocked', roomId, locked: value });
const metadata = (roomId: string, text: string): RoomCommand => ({ kind: 'gameMetadata', roomId, metadata: text });

const bannedEve = { bans: [{ userId: 'eve', until: 'round' as const }] };
const unlisted = { inviteCode: 'c0de' };

/** Expected: the code of a refusal, or the kinds of events. */
const cases: [name: string, from: LobbyRoom, command: RoomCommand, expected: string][] = [
  ['kick', roomOf(), kick('ann', 'bob'), 'memberKicked'],
  ['kick a spectator from a game', roomOf({ phase: playing }), kick('ann', 'sue'), 'memberKicked'],
  ['kick a bot', roomOf(), kick('ann', 'bot:1'), 'memberKicked'],
  ['kick by another', roomOf(), kick('bob', 'ann'), 'NOT_HOST'],
  ['kick by a stranger', roomOf(), kick('eve', 'ann'), 'NOT_IN_ROOM'],
  ['kick a stranger', roomOf(), kick('ann', 'eve'), 'NO_SUCH_MEMBER'],
  ['kick oneself', roomOf(), kick('ann', 'ann'), 'NO_SUCH_MEMBER'],
  [
    'kick who does not want the next round',
    roomOf({ rematchVotes: ['ann'] }),
    kick('ann', 'bob'),
    'memberKicked starting',
  ],
  ['a banned one comes back', roomOf(bannedEve), join('eve'), 'BANNED'],
  ['hand over', roomOf(), handOver('ann', 'bob'), 'hostChanged'],
  ['hand over to a spectator', roomOf(), handOver('ann', 'sue'), 'hostChanged'],
  ['hand over to oneself', roomOf(), handOver('ann', 'ann'), ''],
  ['hand over to a bot', roomOf(), handOver('ann', 'bot:1'), 'NO_SUCH_MEMBER'],
  ['hand over by another', roomOf(), handOver('bob', 'bob'), 'NOT_HOST'],
  ['settings', roomOf(), change('ann', { name: 'Night', locked: true }), 'settingsChanged'],
  ['settings that are so already', roomOf({ name: 'Night' }), change('ann', { name: 'Night' }), ''],
  ['settings by another', roomOf(), change('bob', { name: 'Mine' }), 'NOT_HOST'],
  ['fewer places than taken', roomOf(), change('ann', { maxMembers: 2 }), 'BAD_SETTINGS'],
  ['as many places as taken', roomOf(), change('ann', { maxMembers: 3 }), 'settingsChanged'],
  ['too many places', roomOf(), change('ann', { maxMembers: 1001 }), 'BAD_SETTINGS'],
  ['options', roomOf(), change('ann', { options: '{}' }), 'settingsChanged'],
  ['options while it plays', roomOf({ phase: playing }), change('ann', { options: '{}' }), 'WRONG_PHASE'],
  ['the same options while it plays', roomOf({ phase: playing }), change('ann', { options: '' }), ''],
  ['a bot', roomOf(), addBot('ann'), 'memberJoined'],
  ['a bot for a full room', roomOf({ maxMembers: 3 }), addBot('ann'), 'ROOM_FULL'],
  ['a bot while it plays', roomOf({ phase: playing }), addBot('ann'), 'WRONG_PHASE'],
  ['a bot by another', roomOf(), addBot('bob'), 'NOT_HOST'],
  ['a bot goes', roomOf(), removeBot('ann', 'bot:1'), 'memberLeft'],
  ['a player is no bot', roomOf(), removeBot('ann', 'bob'), 'NO_SUCH_MEMBER'],
  [
    'only bots would be left',
    testRoom({ members: roomOf().members.filter(({ userId }) => /ann|bot/.test(userId)) }),
    { kind: 'leave', userId: 'ann', nowMs: 0 },
    'memberLeft',
  ],
  ['locked', roomOf({ locked: true }), join('eve'), 'ROOM_LOCKED'],
  ['locked by the game', roomOf({ auto: true, phase: playing, gameLocked: true }), join('eve'), 'ROOM_LOCKED'],
  ['unlisted: by id', roomOf(unlisted), join('eve'), 'NO_SUCH_ROOM'],
  ['unlisted: by its code', roomOf(unlisted), join('eve', { code: 'c0de' }), 'memberJoined'],
  ['unlisted: by an older code', roomOf(unlisted), join('eve', { code: 'older' }), 'WRONG_CODE'],
  ['unlisted: by its password', roomOf({ ...unlisted, password: 'h' }), join('eve', { hash: 'h' }), 'memberJoined'],
  [
    'unlisted: its code is enough',
    roomOf({ ...unlisted, password: 'h' }),
    join('eve', { code: 'c0de' }),
    'memberJoined',
  ],
  ['password: none given', roomOf({ password: 'h' }), join('eve'), 'WRONG_PASSWORD'],
  ['password: changed meanwhile', roomOf({ password: 'h' }), join('eve', { hash: 'older' }), 'WRONG_PASSWORD'],
  ['password: right', roomOf({ password: 'h' }), join('eve', { hash: 'h' }), 'memberJoined'],
  ['a member comes again without any', roomOf({ ...unlisted, password: 'h', locked: true }), join('bob'), ''],
  ['a code of a room that is listed again', roomOf(), join('eve', { code: 'c0de' }), 'memberJoined'],
  ['the game says what it is', roomOf({ phase: playing }), metadata('L-3', '{"map":"ice"}'), 'settingsChanged'],
  ['the game says the same', roomOf({ phase: playing, gameMetadata: '{}' }), metadata('L-3', '{}'), 'WRONG_PHASE'],
  ['an older game says something', roomOf({ phase: playing }), metadata('L-2', '{}'), 'WRONG_PHASE'],
  ['the game locks', roomOf({ phase: playing }), locked('L-3', true), 'settingsChanged'],
  ['the game locks twice', roomOf({ phase: playing, gameLocked: true }), locked('L-3', true), 'WRONG_PHASE'],
  [
    'the lock of a game ends with it',
    roomOf({ phase: playing, gameLocked: true }),
    ended,
    'roundEnded settingsChanged',
  ],
];

function describe(outcome: Outcome): string {
  return outcome.kind === 'refused' ? outcome.code : outcome.events.map(event => event.kind).join(' ');
}

for (const [name, from, command, expected] of cases) {
  test(`host: ${name}`, () => assert.is(describe(applyCommand(from, command)), expected));
}

function roomAfter(...commands: readonly RoomCommand[]): LobbyRoom {
  return roomAfterAll(roomOf({ phase: playing }), commands);
}

function roomAfterAll(from: LobbyRoom, commands: readonly RoomCommand[]): LobbyRoom {
  let room = from;
  for (const command of commands) {
    const outcome = applyCommand(room, command);
    if (outcome.kind === 'refused' || outcome.room === undefined) throw new Error(describe(outcome));
    room = outcome.room;
  }
  return room;
}

test('metadata: what the game says is shown over what the host said, and goes with the game', () => {
  const of = (metadata: string) => roomOf({ phase: playing, metadata });
  const shownAfter = (room: LobbyRoom, ...commands: readonly RoomCommand[]) =>
    settingsOf(roomAfterAll(room, commands)).metadata;
  const said = metadata('L-3', '{"map":"ice","leader":"Bob"}');
  assert.is(shownAfter(of('{"mode":"duel","map":"sea"}'), said), '{"mode":"duel","map":"ice","leader":"Bob"}');
  assert.is(shownAfter(of(''), said), '{"map":"ice","leader":"Bob"}');
  assert.is(shownAfter(of('{"mode":"duel"}'), said, ended), '{"mode":"duel"}');
  assert.is(describe(applyCommand(roomAfterAll(of('{}'), [said]), ended)), 'roundEnded settingsChanged');
});

const kicked = (room: LobbyRoom | undefined) => room?.kicked?.join() ?? 'nobody';

test('kick: seats in a game that runs or starts are to be taken, until they are or the game is over', () => {
  const removed = (roomId: string): RoomCommand => ({ kind: 'seatsRemoved', roomId, userIds: ['bob'] });
  const start = (own: Partial<LobbyRoom>) => (command: RoomCommand) => {
    const outcome = applyCommand(roomOf(own), command);
    return outcome.kind === 'changed' ? kicked(outcome.room) : outcome.code;
  };
  const starting: Phase = { kind: 'starting', roomId: 'L-3', sinceMs: 0 };
  const afterTwo = { phase: playing, kicked: ['bob', 'sue'] };
  assert.is(start({})(kick('ann', 'bob')), 'nobody');
  assert.is(start({ phase: starting })(kick('ann', 'bob')), 'bob');
  assert.is(start({ phase: playing, kicked: ['sue'] })(kick('ann', 'bot:1')), 'sue,bot:1');
  assert.is(start(afterTwo)(removed('L-3')), 'sue');
  assert.is(start({ phase: playing, kicked: ['bob'] })(removed('L-3')), 'nobody');
  assert.is(start(afterTwo)(removed('L-2')), 'WRONG_PHASE');
  assert.is(start(afterTwo)(ended), 'nobody');
  assert.is(start({ auto: true, ...afterTwo, members: [testMember('ann')] })(join('bob')), 'CONFLICT');
});

test('host: a ban for the round ends with it, one for ever does not', () => {
  const banned = roomAfter(kick('ann', 'bob', 'round'), kick('ann', 'sue', 'forever'));
  assert.is(describe(applyCommand(banned, join('bob'))), 'BANNED');
  const later = roomAfter(kick('ann', 'bob', 'round'), kick('ann', 'sue', 'forever'), ended);
  assert.is(describe(applyCommand(later, join('bob'))), 'memberJoined');
  assert.is(describe(applyCommand(later, join('sue'))), 'BANNED');
});

test('host: what the host says wins over what the class says; a code is kept while the room stays unlisted', () => {
  const room = roomAfter(
    change('ann', { maxMembers: 9, inviteCode: 'first' }),
    change('ann', { inviteCode: 'second' }),
  );
  assert.is(room.maxMembersFrom, 'creator');
  assert.is(room.maxMembers, 9);
  assert.is(room.inviteCode, 'first');
});

test('host: bots are called by number, never by a user id, and are ready', () => {
  const room = roomAfter(ended, removeBot('ann', 'bot:1'), addBot('ann'));
  assert.equal(room.members.at(-1), { userId: 'bot:2', name: 'Bot 2', ready: true, role: 'bot' });
});

test.run();
