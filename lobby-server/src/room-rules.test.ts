import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LobbyRoom, Phase } from './lobby-room.ts';
import type { Outcome, RoomCommand } from './room-command.ts';
import { applyCommand } from './room-rules.ts';
import { testMember, testRoom } from './test-rooms.ts';

const starting: Phase = { kind: 'starting', roomId: 'L-3', sinceMs: 1000 };
const playing: Phase = { kind: 'playing', roomId: 'L-3' };
const waiting: Phase = { kind: 'waiting' };

/** Ann is host; Bob is ready, Cid is not when he is there. Sue looks on. */
function roomOf(overrides: Partial<LobbyRoom> = {}, names: string[] = ['ann', 'bob']): LobbyRoom {
  const members = names.map(name =>
    testMember(name, { ready: name === 'bob', role: name === 'sue' ? 'spectator' : 'player' }),
  );
  return testRoom({ maxMembers: 3, round: 3, phase: waiting, members, ...overrides });
}

const three = ['ann', 'bob', 'cid'];
const join = (userId: string, seatIn?: string): RoomCommand => ({
  kind: 'join',
  user: { userId, name: userId },
  role: 'player',
  seatIn,
  nowMs: 5000,
});
const watch = (userId: string, seatIn?: string): RoomCommand => ({
  kind: 'join',
  user: { userId, name: userId },
  role: 'spectator',
  seatIn,
  nowMs: 5000,
});
const vote = (userId: string, yes = true): RoomCommand => ({ kind: 'voteRematch', userId, yes, nowMs: 5000 });
const start = (userId: string): RoomCommand => ({ kind: 'start', userId, nowMs: 5000 });
const leave = (userId: string): RoomCommand => ({ kind: 'leave', userId, nowMs: 5000 });
const ready = (userId: string, value: boolean): RoomCommand => ({ kind: 'setReady', userId, ready: value });
const say = (userId: string, text: string): RoomCommand => ({ kind: 'say', userId, text, nowMs: 5000 });
const placed: RoomCommand = { kind: 'placed', roomId: 'L-3', maxPlayers: 8 };
const failed: RoomCommand = { kind: 'startFailed', roomId: 'L-3', code: 'NO_GAME_SERVER', message: 'none' };
const ended = (roomId: string): RoomCommand => ({ kind: 'roundEnded', roomId, why: 'ended', resultBase64: '' });

/** Expected: the code of a refusal, or the kinds of events and the phase afterwards ('closed': no room any more). */
const cases: [name: string, from: LobbyRoom, command: RoomCommand, expected: string][] = [
  ['join', roomOf(), join('cid'), 'memberJoined | waiting'],
  ['join again keeps the seat', roomOf(), join('bob'), ' | waiting'],
  ['join again into a full room', roomOf({ maxMembers: 2 }), join('bob'), ' | waiting'],
  ['join a full room', roomOf({ maxMembers: 2 }), join('cid'), 'ROOM_FULL'],
  ['join while it starts', roomOf({ phase: starting }), join('cid'), 'WRONG_PHASE'],
  ['join while it plays', roomOf({ phase: playing }), join('cid', 'L-3'), 'WRONG_PHASE'],
  ['auto: join while it waits', roomOf({ auto: true }), join('cid'), 'memberJoined starting | starting L-4'],
  ['auto: join again begins the next round', roomOf({ auto: true }), join('bob'), 'starting | starting L-4'],
  ['auto: join again while it plays', roomOf({ auto: true, phase: playing }), join('bob'), ' | playing L-3'],
  ['auto: join while it starts', roomOf({ auto: true, phase: starting }), join('cid'), 'CONFLICT'],
  ['auto: join without a seat', roomOf({ auto: true, phase: playing }), join('cid'), 'CONFLICT'],
  ['auto: a seat of another round', roomOf({ auto: true, phase: playing }), join('cid', 'L-2'), 'CONFLICT'],
  ['auto: join with a seat', roomOf({ auto: true, phase: playing }), join('cid', 'L-3'), 'memberJoined | playing L-3'],
  ['auto: join a full game', roomOf({ auto: true, phase: playing, maxMembers: 2 }), join('cid', 'L-3'), 'ROOM_FULL'],

  ['leave', roomOf(), leave('bob'), 'memberLeft | waiting'],
  ['the host leaves', roomOf(), leave('ann'), 'memberLeft hostChanged | waiting'],
  ['the last one leaves', roomOf({}, ['ann']), leave('ann'), 'memberLeft | closed'],
  ['leave while it plays', roomOf({ phase: playing }), leave('bob'), 'memberLeft | playing L-3'],
  ['a stranger leaves', roomOf(), leave('eve'), 'NOT_IN_ROOM'],

  ['ready', roomOf(), ready('ann', true), 'readyChanged | waiting'],
  ['ready twice', roomOf(), ready('bob', true), ' | waiting'],
  ['not ready any more', roomOf(), ready('bob', false), 'readyChanged | waiting'],
  ['ready for the next round', roomOf({ phase: playing }), ready('ann', true), 'readyChanged | playing L-3'],
  ['a stranger is ready', roomOf(), ready('eve', true), 'NOT_IN_ROOM'],

  ['say', roomOf(), say('bob', 'hi'), 'chat | waiting'],
  ['say 500 characters outside the BMP', roomOf(), say('bob', '🎲'.repeat(500)), 'chat | waiting'],
  ['say too much', roomOf(), say('bob', 'x'.repeat(501)), 'CHAT_TOO_LONG'],
  ['say nothing', roomOf(), say('bob', ''), 'CHAT_TOO_LONG'],
  ['a stranger says', roomOf(), say('eve', 'hi'), 'NOT_IN_ROOM'],

  ['start', roomOf(), start('ann'), 'starting | starting L-4'],
  ['start alone', roomOf({}, ['ann']), start('ann'), 'starting | starting L-4'],
  ['start by another', roomOf(), start('bob'), 'NOT_HOST'],
  ['start by a stranger', roomOf(), start('eve'), 'NOT_IN_ROOM'],
  ['start before all are ready', roomOf({}, three), start('ann'), 'NOT_READY'],
  ['auto: nobody needs to be ready', roomOf({ auto: true }, three), start('ann'), 'starting | starting L-4'],
  ['start twice', roomOf({ phase: starting }), start('ann'), 'WRONG_PHASE'],
  ['start while it plays', roomOf({ phase: playing }), start('ann'), 'WRONG_PHASE'],

  ['start without a player', roomOf({ hostUserId: 'sue' }, ['sue']), start('sue'), 'NOT_READY'],
  ['nobody waits for a spectator', roomOf({}, ['ann', 'bob', 'sue']), start('ann'), 'starting | starting L-4'],

  ['a spectator comes', roomOf({ maxMembers: 2 }), watch('sue'), 'memberJoined | waiting'],
  ['a spectator needs a place in a game', roomOf({ phase: playing }), watch('sue'), 'CONFLICT'],
  ['a spectator comes to a game', roomOf({ phase: playing }), watch('sue', 'L-3'), 'memberJoined | playing L-3'],
  ['a spectator comes to a locked room', roomOf({ locked: true }), watch('sue'), 'memberJoined | waiting'],
  ['a spectator starts nothing', roomOf({ auto: true }), watch('sue'), 'memberJoined | waiting'],
  ['a spectator again starts nothing', roomOf({ auto: true }, ['ann', 'sue']), watch('sue'), ' | waiting'],
  [
    'a host who leaves hands over to a player',
    roomOf({}, ['ann', 'sue', 'bob']),
    leave('ann'),
    'memberLeft hostChanged | waiting',
  ],

  ['vote', roomOf(), vote('ann'), 'rematchVoted | waiting'],
  ['the last vote starts', roomOf({ rematchVotes: ['ann'] }), vote('bob'), 'rematchVoted starting | starting L-4'],
  ['vote twice', roomOf({ rematchVotes: ['ann'] }), vote('ann'), ' | waiting'],
  ['take a vote back', roomOf({ rematchVotes: ['ann'] }), vote('ann', false), 'rematchVoted | waiting'],
  ['vote before any round', roomOf({ round: 0 }), vote('ann'), 'WRONG_PHASE'],
  ['vote while it plays', roomOf({ phase: playing }), vote('ann'), 'WRONG_PHASE'],
  ['a spectator votes', roomOf({}, ['ann', 'sue']), vote('sue'), 'SPECTATOR'],
  ['a stranger votes', roomOf(), vote('eve'), 'NOT_IN_ROOM'],
  [
    'who does not want it leaves',
    roomOf({ rematchVotes: ['ann'] }),
    leave('bob'),
    'memberLeft starting | starting L-4',
  ],

  ['placed', roomOf({ phase: starting }), placed, 'started | playing L-3'],
  ['placed twice', roomOf({ phase: playing }), placed, 'WRONG_PHASE'],
  ['placed after its failure', roomOf(), placed, 'WRONG_PHASE'],
  ['start failed', roomOf({ phase: starting }), failed, 'startFailed | waiting'],
  ['failed after it was placed', roomOf({ phase: playing }), failed, 'WRONG_PHASE'],
  ['round ended', roomOf({ phase: playing }), ended('L-3'), 'roundEnded | waiting'],
  ['an older round ended', roomOf({ phase: playing }), ended('L-2'), 'WRONG_PHASE'],
  ['round ended twice', roomOf(), ended('L-3'), 'WRONG_PHASE'],
];

function describe(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.code;
  const phase = outcome.room?.phase;
  const where = phase === undefined ? 'closed' : `${phase.kind}${phase.kind === 'waiting' ? '' : ` ${phase.roomId}`}`;
  return `${outcome.events.map(event => event.kind).join(' ')} | ${where}`;
}

for (const [name, from, command, expected] of cases) {
  test(`lobby room: ${name}`, () => assert.is(describe(applyCommand(from, command)), expected));
}

test('lobby room: the member who joined first after the host is the next host', () => {
  const outcome = applyCommand(roomOf({}, three), leave('ann'));
  assert.is(outcome.kind === 'changed' && outcome.room?.hostUserId, 'bob');
});

test('lobby room: the game room says how many a class takes, unless the creator did', () => {
  const limitAfter = (room: LobbyRoom) => {
    const outcome = applyCommand(room, placed);
    return outcome.kind === 'changed' ? outcome.room?.maxMembers : undefined;
  };
  assert.is(limitAfter(roomOf({ phase: starting, maxMembersFrom: 'class' })), 8);
  assert.is(limitAfter(roomOf({ phase: starting })), 3);
});

test.run();
