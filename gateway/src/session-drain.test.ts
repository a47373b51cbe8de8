import { Keys } from '@gatehouse/shared/cluster/keys';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SessionKeeper } from './session-keeper.ts';

const SPREAD_MS = 100;

/** A gateway with so many connections; what was said to each when it was sent away. */
function gateway(connections: number) {
  const clock = new FakeClock();
  const goodbyes: string[] = [];
  const keeper = new SessionKeeper({
    redis: { run: async () => 1, onReconnected: () => () => undefined },
    keys: new Keys({ namespace: 'gh' }),
    clock,
    log: silentLog,
    heartbeatMs: 60_000,
    assertMs: 60_000,
    spreadMs: SPREAD_MS,
    greeter: { greet: () => new Promise(() => undefined) },
    departures: { leave: () => undefined, stop: () => undefined },
    router: {
      routeLobby: async () => ({ kind: 'none', code: 'NO_LOBBY_SERVER', retryable: false }),
      routeRoom: async () => ({ kind: 'none', code: 'NO_SUCH_ROOM', retryable: false }),
    },
  });
  const sessions = Array.from({ length: connections }, (_, index) =>
    keeper.accept({
      remoteAddress: '127.0.0.1',
      bufferedBytes: 0,
      send: () => undefined,
      pauseReading: () => undefined,
      resumeReading: () => undefined,
      close: ({ code }, retryAfterMs) => goodbyes.push(`${index}: ${code}, ${retryAfterMs} ms`),
    }),
  );
  return { clock, keeper, sessions, goodbyes };
}

test('drain: one client after the other is sent away; it is over when all are gone', async () => {
  const { clock, keeper, sessions, goodbyes } = gateway(3);
  let drained = false;
  const drain = keeper.drain(60_000).then(() => {
    drained = true;
  });
  assert.equal(goodbyes, ['0: 4001, 0 ms']);
  clock.advance(SPREAD_MS);
  assert.equal(goodbyes.slice(1), ['1: 4001, 0 ms', '2: 4001, 0 ms']);
  for (const [index, session] of sessions.entries()) {
    assert.is(keeper.connections, sessions.length - index);
    assert.not(drained);
    session.closed(CLOSE_REASONS.serverDraining);
  }
  await drain;
  assert.is(keeper.connections, 0);
});

test('drain: at the deadline the rest goes at once, told when its turn would have been', async () => {
  const { clock, keeper, sessions, goodbyes } = gateway(10);
  const drain = keeper.drain(45);
  clock.advance(45);
  assert.equal(
    goodbyes.slice(5),
    [5, 6, 7, 8, 9].map(index => `${index}: 4001, ${10 * index - 45} ms`),
  );
  for (const session of sessions) session.closed(CLOSE_REASONS.serverDraining);
  await drain;
});

test('drain: who has gone by itself is not waited for', async () => {
  const { clock, keeper, sessions } = gateway(2);
  for (const session of sessions) session.closed(undefined);
  await keeper.drain(60_000);
  assert.is(clock.pending, 0);
});

test.run();
