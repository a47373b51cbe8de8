import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ConnectionNow, mustMove } from './master-switch.ts';

const moved = { from: '10.0.0.1 6379', to: '10.0.0.2 6379' };
const CASES: [name: string, connection: ConnectionNow, moves: boolean][] = [
  ['at the old master', { status: 'ready', peer: moved.from, isNewer: false }, true],
  ['on its way to the old master', { status: 'connect', peer: moved.from, isNewer: false }, true],
  ['at the old master again, which a sentinel has named that heard late', at(moved.from, true), true],
  ['at the new master', at(moved.to, true), false],
  ['at the new master before anybody said so', at(moved.to, false), false],
  ['made since, to an address that sentinels write otherwise', at('fd00::2 6379', true), false],
  ['made before, to an address that sentinels write otherwise', at('fd00::1 6379', false), true],
  ['asking a sentinel or about to connect', { status: 'connecting', peer: undefined, isNewer: false }, true],
  ['waiting for its next attempt', { status: 'reconnecting', peer: undefined, isNewer: false }, false],
  ['closed', { status: 'end', peer: moved.from, isNewer: false }, false],
];

for (const [name, connection, moves] of CASES) {
  test(`failover: a connection ${name} is ${moves ? 'made anew' : 'left alone'}`, () =>
    assert.is(mustMove(connection, moved), moves));
}

function at(peer: string, isNewer: boolean): ConnectionNow {
  return { status: 'ready', peer, isNewer };
}

test.run();
