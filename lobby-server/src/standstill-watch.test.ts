import { systemClock } from '@gatehouse/shared/runtime/clock';
import { StallingClock } from '@gatehouse/shared/runtime/stalling-clock';
import { LOBBY_PATIENCE_MS } from '@gatehouse/shared/transport/link-protocol';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { StandstillWatch } from './standstill-watch.ts';
import { TestLobbies } from './test-lobbies.ts';

const LONGEST_MS = 1000;
const lobbies = await TestLobbies.start();

test.after(() => lobbies.stop());

function setUp() {
  const clock = new StallingClock();
  const stood: number[] = [];
  const watch = new StandstillWatch({ clock, longestMs: LONGEST_MS, onStood: ms => stood.push(ms) });
  watch.start();
  return { clock, watch, stood };
}

test('standstill: a loop that runs, busy or idle, did not stand', () => {
  const { clock, watch, stood } = setUp();
  clock.advance(60_000);
  clock.stall(LONGEST_MS);
  assert.not(watch.stood(), 'exactly so long is not longer');
  assert.equal(stood, []);
});

test('standstill: found out once, by whoever asks first or by the next beat', () => {
  const { clock, watch, stood } = setUp();
  clock.stall(LONGEST_MS + 1);
  assert.ok(watch.stood());
  assert.not(watch.stood());
  clock.stall(5000);
  clock.advance(LONGEST_MS);
  assert.equal(stood, [LONGEST_MS + 1, 5000 + LONGEST_MS / 10]);
});

test('standstill: stop leaves no timer', () => {
  const { clock, watch } = setUp();
  watch.stop();
  clock.stall(60_000);
  assert.not(watch.stood());
  assert.is(clock.pending, 0);
});

test('standstill: a lobby server executes nothing that came while it stood; its gateways dial again', async () => {
  let stalledMs = 0;
  const clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + stalledMs };
  const l1 = await lobbies.lobbyServer('l1', {}, clock);
  const l2 = await lobbies.lobbyServer('l2');
  const gateway = await lobbies.gateway('a', [l1, l2]);
  const host = await lobbies.client('ann', gateway, l2);
  const { room } = await host.create('arena');
  const dan = await lobbies.client('dan', gateway, l1);
  await dan.join(room?.lobbyRoomId ?? '');

  stalledMs += LOBBY_PATIENCE_MS + 1;
  const ended = gateway.ended(l1).then(() => 'link ended');
  dan.leave();
  assert.is(await Promise.race([ended, host.event('memberLeft').then(() => 'left')]), 'link ended');
  await gateway.dial(l1);
  const opened = await dan.attach(gateway, l1, { first: 2 });
  assert.is(opened.have, 1);
  await dan.done(dan.leave());
  await host.event('memberLeft');
  assert.equal(host.versions(), [2, 3]);
});

test.run();
