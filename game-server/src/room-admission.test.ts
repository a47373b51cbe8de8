import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Room } from './room.ts';
import { AUTH_LIMIT_MS } from './room-admission.ts';
import type { Newcomer, Player } from './room-context.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';
import { DiaryRoom, messages, TestRoom } from './test-room.ts';

interface Profile {
  readonly rank: number;
}

/** Lets in whom its test says, when its test says so. */
class Guarded extends Room<typeof messages, Profile> {
  override readonly messages = messages;
  override readonly maxPlayers = 3;
  override readonly maxSpectators = 1;
  readonly diary: string[] = [];
  answer: (user: Newcomer) => Profile | false | Promise<Profile | false> = () => ({ rank: 7 });

  override onAuth(user: Newcomer, options: unknown): Profile | false | Promise<Profile | false> {
    this.diary.push(`auth ${user.userId} ${JSON.stringify(options)}`);
    return this.answer(user);
  }

  override onJoin({ userId, data }: Player<Profile>): void {
    this.diary.push(`join ${userId} of rank ${data.rank}`);
  }
}

async function setUp(users: readonly string[] = []) {
  const log = new TestLog();
  const room = await TestRoom.of<Guarded>(Guarded, { users, log });
  room.room.diary.length = 0;
  return { room, guarded: room.room, gateway: new TestGateway(), log };
}

async function errorOf(promise: Promise<unknown>): Promise<GatehouseError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instance(error, GatehouseError);
  return error as GatehouseError;
}

test('onAuth decides before there is a seat; what it returns is the data of the player', async () => {
  const { room, guarded, gateway } = await setUp();
  guarded.answer = ({ userId }) => Promise.resolve({ rank: userId.length });
  await room.admit('ann', 'bo');
  room.open(gateway, 'ann');
  assert.equal(guarded.diary, ['auth ann {"from":"ann"}', 'auth bo {"from":"bo"}', 'join ann of rank 3']);
  await room.admit('ann');
  assert.is(guarded.diary.length, 3, 'who has a seat is not asked again');
});

const refusals: [name: string, answer: Guarded['answer'], told: RegExp, level: 'wanted' | 'faulty'][] = [
  ['false', () => false, /userId ann, reason the room refused/, 'wanted'],
  ['a promise of false', () => Promise.resolve(false as const), /the room refused/, 'wanted'],
  ['RequestRefused', () => Promise.reject(new RequestRefused('BANNED', 'until Monday')), /until Monday/, 'wanted'],
  ['an error', () => Promise.reject(new Error('database on 10.0.0.7')), /let this user in \(userId ann\)$/, 'faulty'],
];
for (const [name, answer, told, level] of refusals) {
  test(`onAuth that gives ${name} refuses that user, alone or among others`, async () => {
    const { room, guarded, gateway, log } = await setUp();
    guarded.answer = user => (user.userId === 'ann' ? answer(user) : { rank: 1 });
    const error = await errorOf(room.admit('*rob', 'ann'));
    assert.is(error.code, 'SEAT_REFUSED');
    assert.match(error.message, told);
    const [line] = log.of('seat.refused');
    assert.is(line?.error === undefined ? 'wanted' : 'faulty', level);
    assert.equal([...room.room.players.keys()], [], 'bots do not play alone');
    for (const tries of [1, 2]) {
      await room.admit('bo', 'ann');
      assert.equal(room.runtime.seatedUsers, ['bo'], `${tries}`);
    }
    const { heard, closedWhy } = room.open(gateway, 'ann');
    assert.equal(heard, ['closed SEAT_REFUSED']);
    assert.is(level === 'faulty' ? closedWhy === '' : told.test(`userId ann, reason ${closedWhy}`), true);
    assert.is((await errorOf(room.admit('ann'))).code, 'SEAT_REFUSED');
    assert.is(room.end, undefined);
  });
}

test('who was refused and is let in at last plays like everybody', async () => {
  const { room, guarded, gateway } = await setUp(['bo']);
  guarded.answer = () => false;
  await errorOf(room.admit('ann'));
  guarded.answer = () => ({ rank: 1 });
  await room.admit('ann');
  assert.match(room.open(gateway, 'ann').heard[0] ?? '', /^opened/);
});

test('a kick takes the seat at once; the kicked one is told, and may be let in again', async () => {
  class Kicking extends DiaryRoom {}
  const room = await TestRoom.of(Kicking, { users: ['ann', 'bo', '*rob'] });
  const gateway = new TestGateway();
  const [ann, bo] = [room.open(gateway, 'ann'), room.open(gateway, 'bo')];
  await room.runtime.kick(['ann', 'nobody']);
  await room.runtime.kick(['ann', 'rob']);
  assert.equal(room.room.diary.slice(-2), ['leave ann kicked', 'leave rob kicked']);
  assert.is(ann.heard.at(-1), 'closed NO_SEAT');
  assert.is(room.open(gateway, 'ann').closedWhy, 'kicked');
  assert.not.ok(bo.heard.some(text => text.startsWith('closed')));
  await room.admit('ann');
  assert.match(room.open(gateway, 'ann').heard[0] ?? '', /^opened/);
});

test('an onAuth that never answers refuses in the end; until then the room is not empty', async () => {
  const { room, guarded } = await setUp();
  guarded.answer = () => new Promise(() => {});
  const refused = errorOf(room.admit('ann'));
  await Promise.resolve();
  room.runtime.age(60_000);
  room.clock.advance(AUTH_LIMIT_MS);
  assert.is((await refused).code, 'SEAT_REFUSED');
  assert.is(room.end, undefined);
  assert.is(room.clock.pending, 0);
});

test('who attaches while onAuth decides waits for it; the same user is asked once at a time', async () => {
  const { room, guarded, gateway } = await setUp();
  let decide: (answer: Profile | false) => void = () => {};
  guarded.answer = () =>
    new Promise(resolve => {
      decide = resolve;
    });
  const admitted = Promise.all([room.admit('ann'), room.admit('ann')]);
  const ann = room.open(gateway, 'ann');
  await Promise.resolve();
  assert.equal(ann.heard, []);
  decide({ rank: 1 });
  await admitted;
  await Promise.resolve();
  assert.is(ann.heard[0], 'opened have 0 fresh joined through 1');
  assert.equal(guarded.diary, ['auth ann {"from":"ann"}', 'join ann of rank 1']);
});

test('nobody is asked before onCreate has finished, nor by a room that has ended', async () => {
  class Failing extends Guarded {
    override onCreate(): void {
      throw new Error('boom');
    }
  }
  const room = new TestRoom(Failing, { users: ['ann'] });
  assert.is((await errorOf(room.runtime.create(undefined))).code, 'ROOM_FAILED');
  assert.is((await errorOf(room.admitted)).code, 'ROOM_ENDED');
  assert.equal(room.room.diary, []);
});

test('a bot is asked about and joins at once; it has no connection, no absence, and is no company', async () => {
  class Playground extends DiaryRoom {
    override onAuth(user: Newcomer): boolean {
      return user.bot || user.userId === 'ann';
    }
  }
  const room = await TestRoom.of(Playground, { users: ['ann', '*rob'], seatHoldMs: 1000 });
  const ann = room.open(new TestGateway(), 'ann');
  const rob = room.room.players.get('rob');
  assert.equal(JSON.stringify(rob), '{"userId":"rob","name":"ROB","away":false,"spectator":false,"bot":true}');
  assert.equal(room.room.diary, ['create', 'join rob', 'join ann']);
  assert.equal(room.runtime.seatedUsers, ['ann']);
  if (rob !== undefined) room.room.send(rob, 'say', 'nobody hears it');
  assert.is(ann.numbers.length, 0);
  assert.equal(room.open(new TestGateway(), 'rob').heard, ['closed NO_SEAT']);
  room.runtime.age(10_000);
  assert.is(room.room.players.size, 2);
  ann.sendBytes(0x0204, 1, new Uint8Array());
  room.runtime.age(10_000);
  assert.is(room.end?.why, 'ended', 'bots alone are an empty room');
});

test('bots take seats of players; spectators have seats of their own', async () => {
  const { room } = await setUp(['*rob', 'ann', '?eve']);
  assert.is((await errorOf(room.admit('bo', '*mia'))).code, 'ROOM_FULL');
  assert.match((await errorOf(room.admit('?max'))).message, /maxSpectators 1/);
  room.room.lock();
  assert.is((await errorOf(room.admit('bo'))).code, 'ROOM_LOCKED');
  room.room.unlock();
  await room.admit('bo');
  assert.equal(room.runtime.seatedUsers, ['ann', 'eve', 'bo']);
});

test('spectators never keep a game from starting, and may come when it is locked', async () => {
  const { room, guarded, gateway } = await setUp();
  guarded.answer = ({ userId }) => userId !== 'eve' && { rank: 1 };
  await room.admit('ann', '?eve', '?max', '?mia');
  await settle();
  assert.equal(room.runtime.seatedUsers, ['ann', 'max']);
  assert.equal(room.open(gateway, 'eve').heard, ['closed SEAT_REFUSED']);
  const locked = await TestRoom.of<Guarded>(Guarded, { users: ['ann'] });
  locked.room.lock();
  await locked.admit('?max');
  assert.equal(locked.runtime.seatedUsers, ['ann', 'max']);
});

test('a room that says nothing of spectators has none', async () => {
  const room = await TestRoom.of(DiaryRoom);
  assert.is((await errorOf(room.admit('?eve'))).code, 'ROOM_FULL');
});

/** Promises of the room have settled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test.run();
