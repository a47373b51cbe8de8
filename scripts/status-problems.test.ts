import type { ShownGateway, ShownServer } from '@gatehouse/shared/cluster/shown-cluster';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { problemsOf } from './status-problems.ts';

const INTERVAL_MS = 5000;
const gateway: ShownGateway = {
  id: 'gh:Gateway:w',
  state: 'up',
  users: 1,
  address: 'a',
  version: '1',
  incarnation: 'i',
};
const counts = { misses: 0, games: 0, users: 0, capacity: 10, linkSilentMs: 5000 };
const texts = { rooms: [], address: 'a:1', version: '1', incarnation: 'i' };
const lobby: ShownServer = { id: 'gh:Lobby:l', type: 'Lobby', state: 'up', ...counts, ...texts };
const game: ShownServer = { id: 'gh:Game:g', type: 'Game', state: 'up', ...counts, ...texts };
const other: ShownServer = { ...game, id: 'gh:Game:h' };

const cases: [name: string, gateways: ShownGateway[], servers: ShownServer[], problems: string[]][] = [
  ['all up: none', [gateway], [lobby, game], []],
  ['nothing there', [], [], ['no server at all is registered: is NAMESPACE right?']],
  ['no gateway', [], [lobby, game], ['no gateway is up: nobody can connect']],
  [
    'only a lost gateway',
    [{ ...gateway, state: 'lost' }],
    [lobby, game],
    ['no gateway is up: nobody can connect', 'gh:Gateway:w is lost: it has not renewed its lease'],
  ],
  ['one of two drains', [gateway], [lobby, game, { ...other, state: 'draining' }], []],
  [
    'the only one drains',
    [gateway],
    [lobby, { ...game, state: 'draining' }],
    ['no game server is up: no game can start'],
  ],
  ['no lobby server', [gateway], [game], ['no lobby server is up: nobody can enter a room']],
  [
    'in doubt',
    [gateway],
    [lobby, game, { ...other, state: 'suspect', misses: 1 }],
    ['gh:Game:h is suspect: 1 health check missed'],
  ],
  [
    'evicted',
    [gateway],
    [lobby, game, { ...other, state: 'down', misses: 2 }],
    ['gh:Game:h is down: evicted, nothing new goes there'],
  ],
  ['lost', [gateway], [lobby, game, { ...other, state: 'lost' }], ['gh:Game:h is lost: its games are over']],
  ['one full, another not', [gateway], [lobby, game, { ...other, games: 10 }], []],
  ['all full', [gateway], [lobby, { ...game, games: 10 }], ['every game server is full (CAPACITY): no game can start']],
  ['a game server may have more users than games', [gateway], [lobby, { ...game, users: 10 }], []],
  ['without a limit never full', [gateway], [lobby, { ...game, games: 1e9, capacity: null }], []],
  [
    'full of users',
    [gateway],
    [{ ...lobby, users: 10 }, game],
    ['every lobby server is full (CAPACITY): nobody can enter a room'],
  ],
  [
    'no link for four checks',
    [gateway],
    [lobby, { ...game, linkSilentMs: 20_001 }],
    ['gh:Game:g is up, but no gateway has heard it over its link for 20 s'],
  ],
  ['not linked yet', [gateway], [lobby, { ...game, linkSilentMs: null }], []],
];

for (const [name, gateways, servers, problems] of cases) {
  test(`status: ${name}`, () => assert.equal(problemsOf({ gateways, servers }, INTERVAL_MS), problems));
}

test.run();
