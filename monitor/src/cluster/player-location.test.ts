import type { RoomPlace } from '@gatehouse/shared/cluster/room-records';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { locatePlayer, type PlayerFacts } from './player-location.ts';

const SERVER: ServerRecord = {
  id: 'gh:Game:g1',
  type: 'Game',
  state: 'up',
  ...{ address: 'a:1', incarnation: 'i1', misses: 0, games: 1, users: 1, capacity: 10, rooms: ['arena'] },
  ...{ version: '1', startedAtMs: 0, joinedAtMs: 0 },
};
const ROOM: RoomPlace & { state: 'running' } = {
  state: 'running',
  ...{ roomId: 'r-1', server: 'gh:Game:g1', incarnation: 'i1', epoch: 1, reservation: '', users: ['ann'] },
  ...{ roomClass: 'arena', lobbyRoomId: 'l' },
};
const PLAYING: PlayerFacts = {
  session: {
    ...{ userId: 'ann', gateway: 'gh:Gateway:w1', incarnation: 'w', sessionId: 's', epoch: 7 },
    ...{ lobbyServer: 'gh:Lobby:l1', lobbyRoomId: 'l', roomId: 'r-1' },
  },
  isConnected: true,
  nowMs: 1000,
  gateway: {
    state: 'up',
    ...{ id: 'gh:Gateway:w1', incarnation: 'w', address: 'a:7', version: '1', sessions: 3, startedAtMs: 0 },
    leaseUntilMs: 2000,
  },
  lobbyServer: { ...SERVER, id: 'gh:Lobby:l1', type: 'Lobby' },
  lobbyRoom: { phase: 'playing', hostUserId: 'ann', round: 1, members: [{ userId: 'ann', role: 'player' }] },
  gameRoom: ROOM,
  gameServer: SERVER,
};
const { gateway } = PLAYING;
const nowhere = { ...PLAYING.session, lobbyServer: '', lobbyRoomId: '', roomId: '' };
const alone = { lobbyServer: undefined, lobbyRoom: undefined, gameRoom: undefined, gameServer: undefined };

type Step = 'session' | 'gateway' | 'lobby server' | 'lobby room' | 'game room' | 'server';
const cases: [name: string, facts: Partial<PlayerFacts>, step: Step, state: string, why: RegExp][] = [
  ['plays', {}, 'game room', 'running', /^He plays in r-1\.$/],
  ['waits', { session: { ...PLAYING.session, roomId: '' }, gameRoom: undefined }, 'game room', 'none', /lobby room l/],
  ['is nowhere', { session: nowhere, ...alone }, 'lobby room', 'none', /in no room/],
  ['is away', { isConnected: false }, 'session', 'away', /not connected/],
  ['his gateway has left', { gateway: undefined }, 'gateway', 'unknown', /connect again/],
  [
    'his gateway is new',
    { gateway: gateway && { ...gateway, incarnation: 'x' } },
    'gateway',
    'restarted',
    /started anew/,
  ],
  ['his gateway is lost', { nowMs: 3000 }, 'gateway', 'lost', /lease/],
  ['his gateway drains', { gateway: gateway && { ...gateway, state: 'draining' } }, 'gateway', 'draining', /plays/],
  ['his lobby room is closed', { lobbyRoom: undefined }, 'lobby room', 'ended', /closed/],
  ['his room is placed', { gameRoom: { ...ROOM, state: 'placed', placedAtMs: 1 } }, 'game room', 'placed', /plays/],
  [
    'his room has ended',
    { gameRoom: { ...ROOM, state: 'ended', why: 'done', result: undefined } },
    'game room',
    'ended',
    /done/,
  ],
  ['nobody knows his room', { gameRoom: undefined }, 'game room', 'unknown', /no such room/],
  ['his server was evicted', { gameServer: { ...SERVER, state: 'down' } }, 'server', 'down', /evicted/],
  ['his server is new', { gameServer: { ...SERVER, incarnation: 'i2' } }, 'server', 'restarted', /lost with it/],
];
for (const [name, facts, step, state, why] of cases) {
  test(`player location: he ${name}`, () => {
    const location = locatePlayer({ ...PLAYING, ...facts });
    assert.is(location.steps.find(({ what }) => what === step)?.state, state);
    assert.match(location.why, why);
  });
}

test('player location: a member who was removed is no member', () => {
  const lobbyRoom = { phase: 'waiting', hostUserId: 'bob', round: 0, members: [{ userId: 'bob', role: 'player' }] };
  const { steps } = locatePlayer({ ...PLAYING, lobbyRoom });
  assert.is(steps.find(({ what }) => what === 'lobby room')?.state, 'not a member');
});

test.run();
