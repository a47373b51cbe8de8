import { Keys } from '@gatehouse/shared/cluster/keys';
import type { Script, ScriptArgument } from '@gatehouse/shared/cluster/script';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { encodeFrame, framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { OpenSession } from './greeting.ts';
import { SessionKeeper } from './session-keeper.ts';

const ASSERT_MS = 1_000;
const settle = () => new Promise(resolve => setImmediate(resolve));

/** Redis as far as a keeper sees it: what each session of a user is told, and which scripts came. */
class SessionTable {
  /** Epoch stored for each user; a script with a lower one is told that it is superseded. */
  readonly epochs = new Map<string, number>();
  standing = 'superseded';
  readonly asserted: string[] = [];
  /** Thrown by every script until it is undefined again. */
  outage: Error | undefined;
  /** Holds assertions back until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  reconnected: () => void = () => undefined;

  readonly onReconnected = (listener: () => void) => {
    this.reconnected = listener;
    return () => undefined;
  };

  readonly run = async (script: Script, [key = '']: readonly string[], args: readonly ScriptArgument[]) => {
    const userId = key.slice('gh:session:'.length);
    const epoch = Number(script.name === 'assert-session' ? args[3] : args[0]);
    if (script.name === 'assert-session') this.asserted.push(userId);
    await this.gate;
    if (this.outage !== undefined) throw this.outage;
    return (this.epochs.get(userId) ?? 0) > epoch ? this.standing : 'ours';
  };
}

function openSession(userId: string, epoch: number, sessionId = `session of ${userId}`): OpenSession {
  const place = { lobbyServer: '', lobbyRoomId: '', roomId: '' };
  const record = { userId, gateway: 'gh:Gateway:a', incarnation: 'i', sessionId, epoch, ...place };
  return { record, name: userId, resumeToken: 'T', resumed: false, correlationId: 'c', roomId: '' };
}

function fixture() {
  const clock = new FakeClock();
  const table = new SessionTable();
  const claims: ((open: OpenSession) => void)[] = [];
  const left: string[] = [];
  const keeper = new SessionKeeper({
    redis: table,
    keys: new Keys({ namespace: 'gh' }),
    clock,
    log: silentLog,
    heartbeatMs: 60_000,
    assertMs: ASSERT_MS,
    spreadMs: 0,
    greeter: { greet: () => new Promise(resolve => claims.push(resolve)) },
    departures: { leave: ({ userId, resumeToken }) => left.push(`${userId} ${resumeToken}`), stop: () => undefined },
    router: {
      routeLobby: async () => ({ kind: 'none', code: 'NO_LOBBY_SERVER', retryable: false }),
      routeRoom: async () => ({ kind: 'none', code: 'NO_SUCH_ROOM', retryable: false }),
    },
  });
  keeper.start();

  /** A connection that has said HELLO; its claim is answered by `claimed`. */
  const hello = () => {
    const sent: Uint8Array[] = [];
    const closes: CloseReason[] = [];
    const session = keeper.accept({
      remoteAddress: '127.0.0.1',
      bufferedBytes: 0,
      send: frame => void sent.push(frame),
      pauseReading: () => undefined,
      resumeReading: () => undefined,
      close: reason => void closes.push(reason),
    });
    session.receive(
      encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, { protocolVersion: 1, guestName: 'Ann', attach: [] }),
    );
    const claim = claims.pop();
    const claimed = async (open: OpenSession) => {
      claim?.(open);
      await settle();
    };
    return { session, sent, closes, claimed };
  };
  const login = async (userId: string, epoch: number, sessionId?: string) => {
    const connection = hello();
    await connection.claimed(openSession(userId, epoch, sessionId));
    return connection;
  };
  return { keeper, clock, table, left, hello, login };
}

test('sessions: each asserts itself in the interval and after a reconnect; one with a newer owner ends', async () => {
  const { clock, table, login } = fixture();
  const [ann, bo] = [await login('ann', 5), await login('bo', 5)];
  table.epochs.set('bo', 6);
  clock.advance(ASSERT_MS);
  await settle();
  assert.equal([ann.closes, bo.closes], [[], [CLOSE_REASONS.superseded]]);
  bo.session.closed(undefined);
  table.reconnected();
  await settle();
  assert.equal(table.asserted, ['ann', 'bo', 'ann']);
});

test('sessions: at the end of its connection the claim is left, by its token', async () => {
  const { left, login } = fixture();
  const ann = await login('ann', 5);
  assert.equal(left, []);
  ann.session.closed(undefined);
  assert.equal(left, ['ann T']);
});

test('sessions: one that ended while it was asserted is left once more', async () => {
  const { table, left, login } = fixture();
  const ann = await login('ann', 5);
  let answer = () => {};
  table.gate = new Promise(resolve => {
    answer = resolve;
  });
  table.reconnected();
  await settle();
  ann.session.closed(undefined);
  answer();
  await settle();
  assert.equal([table.asserted, left], [['ann'], ['ann T', 'ann T']]);
});

test('sessions: an assertion asked for while one is under way follows it: the data may be gone since', async () => {
  const { keeper, table, login } = fixture();
  await login('ann', 5);
  let open = () => {};
  table.gate = new Promise(resolve => {
    open = resolve;
  });
  void keeper.assertAll();
  const again = keeper.assertAll();
  assert.equal(table.asserted, ['ann']);
  open();
  await again;
  assert.equal(table.asserted, ['ann', 'ann']);
});

test('sessions: an assertion that fails is tried again, until the gateway stops', async () => {
  const { keeper, clock, table, login } = fixture();
  await login('ann', 5);
  table.outage = new Error('LATE');
  await keeper.assertAll();
  table.outage = undefined;
  clock.advance(ASSERT_MS);
  await settle();
  assert.is(table.asserted.length, 3); // that of the interval, and the repetition
  table.outage = new Error('LATE');
  await keeper.assertAll();
  keeper.stop();
  await keeper.assertAll();
  assert.is(clock.pending, 0);
});

test('sessions: a kick ends what is older than its epoch, and nothing else', async () => {
  const { keeper, login } = fixture();
  const ann = await login('ann', 5);
  keeper.supersede({ sessionId: 'session of ann', epoch: 5, by: 's2' });
  keeper.supersede({ sessionId: 'session of bo', epoch: 9, by: 's2' });
  assert.equal(ann.closes, []);
  keeper.supersede({ sessionId: 'session of ann', epoch: 6, by: 's2' });
  assert.equal(ann.closes, [CLOSE_REASONS.superseded]);
});

test('sessions: a kick that overtakes the answer to the claim counts', async () => {
  const { keeper, hello } = fixture();
  const ann = hello();
  keeper.supersede({ sessionId: 'session of ann', epoch: 6, by: 's2' });
  await ann.claimed(openSession('ann', 5));
  assert.is(keeper.count, 0);
  assert.equal(ann.closes, [CLOSE_REASONS.alreadyConnected]);
  assert.is(decodeMessage(messages.Failure, framePayload(ann.sent[0] ?? new Uint8Array(0))).code, 'SUPERSEDED');
});

test('sessions: two logins of one user here: the higher epoch stays, whichever is answered first', async () => {
  const { keeper, hello } = fixture();
  const [older, newer] = [hello(), hello()];
  await newer.claimed(openSession('ann', 6, 's2'));
  await older.claimed(openSession('ann', 5, 's1'));
  assert.equal([older.closes, newer.closes], [[CLOSE_REASONS.alreadyConnected], []]);
  assert.is(keeper.sessionOf('ann'), newer.session);
  const third = hello();
  await third.claimed(openSession('ann', 7, 's2')); // resumed here, while its old connection still seems to be there
  assert.equal([newer.closes, third.closes], [[CLOSE_REASONS.resumedElsewhere], []]);
  newer.session.closed(undefined);
  assert.is(keeper.sessionOf('ann'), third.session);
  assert.is(frameType(third.sent[0] ?? new Uint8Array(0)), FRAME_TYPES.welcome);
});

test('sessions: the first frame after WELCOME finds out too that there is a newer owner', async () => {
  const { table, login } = fixture();
  const heartbeat = encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(0));
  const [ann, bo] = [await login('ann', 5), await login('bo', 5)];
  table.epochs.set('bo', 6);
  for (const { session } of [ann, bo]) session.receive(heartbeat);
  await settle();
  assert.equal([ann.closes, bo.closes], [[], [CLOSE_REASONS.superseded]]);
});

test('sessions: who loses its session to a late HELLO of its own is asked to come again', async () => {
  const { keeper, clock, table, hello, login } = fixture();
  const [ann, bo, cy] = [await login('ann', 5), await login('bo', 5), hello()];
  keeper.supersede({ sessionId: 'session of ann', epoch: 6, by: 'session of ann' });
  table.epochs.set('bo', 6);
  table.standing = 'resumed';
  clock.advance(ASSERT_MS);
  keeper.supersede({ sessionId: 'session of cy', epoch: 6, by: 'session of cy' }); // before its own claim is answered
  await cy.claimed(openSession('cy', 5));
  for (const { closes } of [ann, bo, cy]) assert.equal(closes, [CLOSE_REASONS.resumedElsewhere]);
});

test.run();
