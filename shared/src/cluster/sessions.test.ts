import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { chooseLobbyRoom, setLobby, setRoom } from './session-location.ts';
import {
  assertSession,
  type ClaimOutcome,
  claimSession,
  confirmSession,
  leaveSession,
  readSession,
  type SessionClaim,
} from './sessions.ts';
import { TestCluster } from './test-cluster.ts';

let cluster: TestCluster;
let redis: ClusterRedis;

test.before(async () => {
  cluster = await TestCluster.start();
  redis = await cluster.connect();
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

type Claimed = Extract<ClaimOutcome, { kind: 'claimed' }>;
type ClaimOptions = Partial<SessionClaim> & { ownerLives?: boolean; by?: ClusterRedis };

function claim(options: ClaimOptions = {}): Promise<ClaimOutcome> {
  const { ownerLives = true, by = redis, ...more } = options;
  const usual: SessionClaim = {
    userId: 'u',
    gateway: 'gh:Gateway:a',
    incarnation: 'ga',
    newSessionId: 's1',
    newToken: 'T1',
    presentedToken: undefined,
    policy: 'kick-old',
  };
  return claimSession(by, cluster.keys, { ...usual, ...more }, async () => ownerLives);
}

async function claimed(options: ClaimOptions = {}): Promise<Claimed> {
  const outcome = await claim(options);
  if (outcome.kind !== 'claimed') throw new Error(outcome.kind);
  return outcome;
}

const read = () => readSession(redis, cluster.keys, 'u');

test('claim: the first login owns the user, alone', async () => {
  const { session, resumed, previous } = await claimed();
  assert.equal([resumed, previous], [false, undefined]);
  assert.equal(session, await read());
  assert.ok(Math.abs(session.epoch / 1000 - redis.nowMs()) < 5000, 'microseconds of Redis');
  const ttlMs = await cluster.raw.pttl('gh:session:u');
  assert.ok(ttlMs > 80_000 && ttlMs <= 90_000);
});

test('claim: a second login takes the user, learns the owner before and keeps the place', async () => {
  const first = await claimed();
  await setRoom(redis, cluster.keys, first.session, 'L-1');
  const second = await claimed({ gateway: 'gh:Gateway:b', incarnation: 'gb', newSessionId: 's2', newToken: 'T2' });
  const { userId, lobbyServer, lobbyRoomId, roomId, ...owner } = first.session;
  assert.equal(second.previous, owner);
  assert.equal([second.resumed, second.session.sessionId, second.session.roomId], [false, 's2', 'L-1']);
  assert.ok(second.session.epoch > first.session.epoch);
});

test('claim: epochs grow even when the clock of Redis does not', async () => {
  await claimed();
  await cluster.raw.hset('gh:session:u', 'epoch', '9007199254740000');
  assert.is((await claimed()).session.epoch, 9007199254740001);
});

test('claim: a good resume token continues the same session', async () => {
  await claimed();
  const { session, resumed } = await claimed({
    presentedToken: 'T1',
    newToken: 'T2',
    newSessionId: 's9',
    gateway: 'gh:Gateway:b',
  });
  assert.equal([resumed, session.sessionId, session.gateway], [true, 's1', 'gh:Gateway:b']);
});

test('claim: tokens are stored as hashes only', async () => {
  await claimed({ newToken: 'a very secret token' });
  const values = Object.values(await cluster.raw.hgetall('gh:session:u')).join();
  assert.not.match(values, 'secret');
});

/** Tokens that are brought one after the other; the claim with the nth of them is given T(n + 1). */
const hellos: [name: string, brought: string[], outcomes: string][] = [
  ['a token is good until its successor is used', ['T1', 'T1', 'T1', 'T4'], 'resumed resumed resumed resumed'],
  ['once the successor was used, the token before is void', ['T1', 'T2', 'T1'], 'resumed resumed spent'],
  ['a HELLO that comes late does not void what the client got', ['T1', 'T1', 'T2'], 'resumed resumed resumed'],
  ['one of two successors was used: the other one is void', ['T1', 'T1', 'T2', 'T3'], 'resumed resumed resumed spent'],
  ['and so is what they were given for', ['T1', 'T1', 'T2', 'T1'], 'resumed resumed resumed spent'],
  [
    'nobody keeps more than some',
    ['T1', 'T1', 'T1', 'T1', 'T1', 'T2'],
    'resumed resumed resumed resumed resumed spent',
  ],
];
for (const [name, brought, outcomes] of hellos) {
  test(`claim: ${name}`, async () => {
    await claimed();
    const heard: string[] = [];
    for (const [at, presentedToken] of brought.entries()) {
      const outcome = await claim({ presentedToken, newToken: `T${at + 2}`, newSessionId: 'another' });
      heard.push(outcome.kind === 'claimed' && outcome.resumed ? 'resumed' : outcome.kind);
    }
    assert.is(heard.join(' '), outcomes);
  });
}

test('claim: a late HELLO takes nobody away; one of an older session is a login like any other', async () => {
  await claimed();
  const { session } = await claimed({ presentedToken: 'T1', newToken: 'T2' });
  await confirmSession(redis, cluster.keys, session);
  const before = await cluster.raw.hgetall('gh:session:u');
  assert.is((await claim({ presentedToken: 'T1', newToken: 'T3' })).kind, 'spent');
  assert.is((await claim({ presentedToken: 'T1', newToken: 'T3', policy: 'resume-only' })).kind, 'void');
  assert.equal(await cluster.raw.hgetall('gh:session:u'), before);
  await claimed({ newSessionId: 's2', newToken: 'T4' });
  assert.is((await claimed({ presentedToken: 'T2', newSessionId: 's3', newToken: 'T5' })).session.sessionId, 's3');
});

test('claim: the first frame after WELCOME voids the token before', async () => {
  await claimed();
  const { session } = await claimed({ presentedToken: 'T1', newToken: 'T2' });
  assert.is(await confirmSession(redis, cluster.keys, { ...session, epoch: session.epoch - 1 }), 'resumed');
  assert.is(await confirmSession(redis, cluster.keys, session), 'ours');
  assert.is(await confirmSession(redis, cluster.keys, { userId: 'forgotten', epoch: 1, sessionId: 's' }), 'ours');
  assert.is((await claim({ presentedToken: 'T1', newToken: 'T3' })).kind, 'spent');
});

test('claim: reject-new refuses while the owner lives, never a good token, never for a dead owner', async () => {
  const first = await claimed();
  const refused = await claim({ policy: 'reject-new', newSessionId: 's2' });
  assert.ok(refused.kind === 'rejected' && refused.owner.sessionId === 's1');
  assert.is((await read())?.epoch, first.session.epoch);
  assert.is((await claimed({ policy: 'reject-new', presentedToken: 'T1', newToken: 'T2' })).resumed, true);
  const dead = await claimed({ policy: 'reject-new', newSessionId: 's3', ownerLives: false });
  assert.is(dead.session.sessionId, 's3');
});

test('claim: 200 pairs of logins at once on two gateways, exactly one owner each', async () => {
  const [a, b] = [await cluster.connect(), await cluster.connect()];
  for (let pair = 0; pair < 200; pair++) {
    const userId = `u${pair}`;
    const [first, second] = await Promise.all([
      claimed({ userId, by: a, gateway: 'gh:Gateway:a', newSessionId: 'sa', newToken: 'Ta' }),
      claimed({ userId, by: b, gateway: 'gh:Gateway:b', newSessionId: 'sb', newToken: 'Tb' }),
    ]);
    const [loser, winner] = first.session.epoch < second.session.epoch ? [first, second] : [second, first];
    assert.is(loser.previous, undefined);
    assert.is(winner.previous?.epoch, loser.session.epoch, 'the winner knows whom to close');
    const outcomes = await Promise.all([
      assertSession(a, cluster.keys, { ...loser.session, token: 'x' }),
      assertSession(b, cluster.keys, { ...winner.session, token: 'x' }),
    ]);
    assert.equal(outcomes, ['superseded', 'ours']);
  }
});

test('assert: a missing session counts as ours and is written whole, its token too', async () => {
  const { session } = await claimed();
  await cluster.raw.flushall();
  assert.is(await assertSession(redis, cluster.keys, { ...session, roomId: 'L-1', token: 'T1' }), 'ours');
  assert.equal(await read(), { ...session, roomId: 'L-1' });
  assert.is((await claimed({ presentedToken: 'T1', newToken: 'T2' })).resumed, true);
});

test('assert: renews, writes the room that could not be written, and leaves a newer place in the lobby alone', async () => {
  const { session } = await claimed();
  await setLobby(redis, cluster.keys, session, { lobbyRoomId: 'L' });
  await cluster.raw.pexpire('gh:session:u', 1000);
  await assertSession(redis, cluster.keys, { ...session, roomId: 'L-2', token: 'T1' });
  const record = await read();
  assert.equal([record?.lobbyRoomId, record?.roomId], ['L', 'L-2']);
  assert.ok((await cluster.raw.pttl('gh:session:u')) > 80_000);
});

test('place: set by the current session only', async () => {
  const { session } = await claimed();
  const lobby = { lobbyServer: 'gh:Lobby:l1', lobbyRoomId: 'L' };
  assert.is(await setLobby(redis, cluster.keys, session, lobby), true);
  assert.is(await setLobby(redis, cluster.keys, session, { lobbyRoomId: '' }), true);
  const record = await read();
  assert.equal([record?.lobbyServer, record?.lobbyRoomId], ['gh:Lobby:l1', '']);
  assert.is(await setRoom(redis, cluster.keys, { userId: 'u', epoch: session.epoch - 1 }, 'L-1'), false);
  assert.is(await setRoom(redis, cluster.keys, { userId: 'nobody', epoch: 1 }, 'L-1'), false);
  assert.is(await cluster.raw.exists('gh:session:nobody'), 0);
});

const leave = (token: string) => leaveSession(redis, cluster.keys, { userId: 'u', token });

test('leave: under reject-new the next login takes over who has lost the connection', async () => {
  const { session } = await claimed();
  const next = { policy: 'reject-new', newSessionId: 's2' } as const;
  assert.is(await leave('T0'), false);
  assert.is((await claim(next)).kind, 'rejected');
  assert.is(await leave('T1'), true);
  await assertSession(redis, cluster.keys, { ...session, token: 'T1' }); // was on its way
  assert.is((await claimed(next)).session.sessionId, 's2');
  assert.is((await claim({ ...next, newSessionId: 's3' })).kind, 'rejected');
});

test('leave: who resumes is there again', async () => {
  await claimed();
  await leave('T1');
  assert.is((await claimed({ policy: 'reject-new', presentedToken: 'T1', newToken: 'T2' })).resumed, true);
  assert.is(await leave('T1'), false, 'said too late');
  assert.is((await claim({ policy: 'reject-new', newSessionId: 's2' })).kind, 'rejected');
});

for (const presentedToken of [undefined, 'T1']) {
  const how = presentedToken === undefined ? 'a login' : 'a resume';
  test(`leave: of a claim before ${how} that a failover lost, it makes nobody away`, async () => {
    await claimed();
    const older = await cluster.raw.hgetall('gh:session:u');
    const { session } = await claimed({ presentedToken, newSessionId: 's2', newToken: 'T2' });
    await cluster.raw.del('gh:session:u');
    await cluster.raw.hset('gh:session:u', older);
    assert.is(await leave('T1'), true);
    assert.is(await assertSession(redis, cluster.keys, { ...session, token: 'T2' }), 'ours');
    assert.is((await claim({ policy: 'reject-new', newSessionId: 's3' })).kind, 'rejected', 'it is connected');
  });
}

test('leave: said of a claim that never took effect it changes nothing', async () => {
  assert.is(await leave('T1'), false);
  assert.is(await cluster.raw.exists('gh:session:u'), 0);
});

test('choice: the first execution of a command decides for its repetitions', async () => {
  const choose = (seq: number, lobbyRoomId: string, sessionId = 's1') =>
    chooseLobbyRoom(redis, cluster.keys, { userId: 'u', sessionId, seq, lobbyRoomId });
  assert.equal(await choose(1, 'L1'), { kind: 'missing' });
  await claimed();
  assert.equal(await choose(1, 'L1'), { kind: 'chosen', lobbyRoomId: 'L1' });
  assert.equal(await choose(1, 'L2'), { kind: 'chosen', lobbyRoomId: 'L1' });
  assert.equal(await choose(3, 'L3'), { kind: 'chosen', lobbyRoomId: 'L3' });
  assert.equal(await choose(1, 'L1'), { kind: 'superseded' });
  assert.equal(await choose(9, 'L9', 's0'), { kind: 'superseded' });
  await claimed({ newSessionId: 's2' });
  assert.equal(await choose(1, 'L4', 's2'), { kind: 'chosen', lobbyRoomId: 'L4' });
});

test('claim: resume-only takes nobody over without a good token, not even a forgotten user', async () => {
  assert.equal(await claim({ policy: 'resume-only', presentedToken: 'T1' }), { kind: 'void' });
  assert.is(await read(), undefined);
  await claimed();
  assert.equal(await claim({ policy: 'resume-only', presentedToken: 'other', newSessionId: 's2' }), { kind: 'void' });
  const { resumed, session } = await claimed({ policy: 'resume-only', presentedToken: 'T1', newToken: 'T2' });
  assert.ok(resumed);
  assert.is(session.sessionId, 's1');
});

test.run();
