import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestGateway } from './test-gateway.ts';
import { DiaryRoom, EPOCH, MOVE, SAY, TestRoom } from './test-room.ts';

test('a first attach: OPENED, SNAPSHOT numbered `through`, then what onJoin broadcasts', async () => {
  class Greeter extends DiaryRoom {
    override onJoin(): void {
      this.broadcast('say', 'welcome');
    }
  }
  const { room, open } = bound(await TestRoom.of(Greeter));
  const ann = open(new TestGateway(), 'ann');
  assert.equal(ann.heard, ['opened have 0 fresh joined through 1', 'snapshot 1 for ann', '#2 0x1001 "welcome"']);
  assert.equal([...room.players.keys()], ['ann']);
});

test('a lost connection: what was missed comes once, in order, and volatile frames do not', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom));
  const [a, b] = [new TestGateway(), new TestGateway()];
  const ann = open(a, 'ann');
  room.broadcast('say', 'one');
  a.drop(ann);
  assert.ok(room.players.get('ann')?.away);
  room.broadcast('say', 'two');
  room.broadcast('move', 1, { volatile: true });
  const again = open(b, 'ann', { sessionEpoch: 2, mark: { epoch: EPOCH, number: 2 } });
  room.broadcast('say', 'three');
  assert.equal(again.heard, ['opened have 0 replay through 3', '#3 0x1001 "two"', '#4 0x1001 "three"']);
  assert.equal(room.diary, ['create', 'join ann', 'away ann', 'back ann']);
});

test('private frames are replayed to their player alone; `except` holds for replays too', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom));
  const gateway = new TestGateway();
  const ann = open(gateway, 'ann');
  const bo = open(gateway, 'bo');
  gateway.drop(ann);
  const player = room.players.get('ann');
  if (player === undefined) throw new Error('ann has a seat');
  room.send(player, 'say', 'for ann');
  room.broadcast('say', 'not for ann', { except: player });
  room.broadcast('say', 'for all');
  assert.equal(bo.numbers, [3, 4]);
  const again = open(gateway, 'ann', { mark: { epoch: EPOCH, number: 1 } });
  assert.equal(again.numbers, [2, 4]);
});

test('a second channel of a user replaces the first, and the room hears of no absence', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom));
  const [a, b] = [new TestGateway(), new TestGateway()];
  const first = open(a, 'ann');
  first.news();
  const second = open(b, 'ann', { sessionEpoch: 2, mark: { epoch: EPOCH, number: 1 } });
  room.broadcast('say', 'hi');
  assert.equal(first.heard, ['closed SUPERSEDED']);
  assert.equal(second.news(), ['opened have 0 replay through 1', '#2 0x1001 "hi"']);
  first.send(SAY, 1, 'from the dead');
  const stale = open(a, 'ann', { sessionEpoch: 1 });
  assert.equal(
    stale.heard,
    ['closed CONFLICT'],
    'the same session: its client attaches again, over a newer connection',
  );
  const other = open(a, 'ann', { session: 'another', sessionEpoch: 1 });
  assert.equal(other.heard, ['closed SUPERSEDED']);
  assert.equal(room.diary, ['create', 'join ann']);
});

const refusals: [name: string, userId: string, heard: string][] = [
  ['no seat', 'eve', 'closed NO_SEAT'],
  ['another epoch', 'ann', 'opened have 0 fresh epoch through 2'],
  ['a number from the future', 'bo', 'opened have 0 fresh epoch through 2'],
];
for (const [name, userId, heard] of refusals) {
  test(`attach: ${name}`, async () => {
    const { room, open } = bound(await TestRoom.of(DiaryRoom));
    room.broadcast('say', 'hi');
    const mark = userId === 'ann' ? { epoch: EPOCH - 1, number: 2 } : { epoch: EPOCH, number: 3 };
    assert.is(open(new TestGateway(), userId, { mark }).heard[0], heard);
  });
}

test('client frames: exactly the next one is taken', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom));
  const gateway = new TestGateway();
  const ann = open(gateway, 'ann');
  ann.send(SAY, 2, 'early');
  ann.send(SAY, 1, 'first');
  ann.send(SAY, 1, 'first again');
  ann.send(SAY, 2, 'second');
  assert.equal(room.diary.slice(2), ['ann: first', 'ann: second']);
  const again = open(gateway, 'ann', { first: 2, mark: { epoch: EPOCH, number: 3 } });
  assert.equal(again.news(), ['opened have 2 replay through 3']);
  again.send(SAY, 2, 'second again');
  again.send(SAY, 3, 'third');
  assert.equal(room.diary.slice(4), ['ann: third']);
});

test('frames that the client no longer has are reported lost; a new session counts from 1', async () => {
  const { open } = bound(await TestRoom.of(DiaryRoom));
  const gateway = new TestGateway();
  open(gateway, 'ann').send(SAY, 1, 'hi');
  const mark = { epoch: EPOCH, number: 2 };
  assert.is(open(gateway, 'ann', { first: 5, mark }).heard[0], 'opened have 4 lost 3 replay through 2');
  const reloaded = open(gateway, 'ann', { session: 's2', sessionEpoch: 2 });
  assert.is(reloaded.heard[0], 'opened have 0 fresh joined through 2');
  reloaded.send(SAY, 1, 'hi');
  assert.is(reloaded.heard.at(-1), '#3 0x1001 "ann: hi"');
});

test('acknowledged every 250 ms, or at 64 frames', async () => {
  const { clock, open } = bound(await TestRoom.of(DiaryRoom));
  const ann = open(new TestGateway(), 'ann');
  const acks = () => ann.news().filter(heard => heard.startsWith('ack'));
  for (let seq = 1; seq <= 130; seq++) ann.send(MOVE, seq, 1);
  assert.equal(acks(), ['ack 64', 'ack 128']);
  clock.advance(249);
  assert.equal(acks(), []);
  clock.advance(1);
  assert.equal(acks(), ['ack 130']);
  clock.advance(1000);
  assert.equal(acks(), []);
});

test('what cannot be read is refused, its sender told, the room unhurt', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom));
  const ann = open(new TestGateway(), 'ann');
  ann.news();
  ann.sendBytes(SAY, 1, Uint8Array.of(0x7b));
  ann.send(MOVE, 2, 'no handler');
  ann.send(0x2000, 3, 'no message');
  ann.sendBytes(0x0209, 4, Uint8Array.of());
  ann.send(SAY, 5, 'fine');
  assert.equal(ann.heard, [
    'error BAD_FRAME of frame 1',
    'error UNKNOWN_TYPE of frame 2',
    'error UNKNOWN_TYPE of frame 3',
    'error UNKNOWN_TYPE of frame 4',
    '#2 0x1001 "ann: fine"',
  ]);
  assert.ok(room.diary.includes('ann: fine'));
});

test('LEAVE_ROOM is acknowledged, the channel closed, the seat gone', async () => {
  const { room, open, admit } = bound(await TestRoom.of(DiaryRoom));
  const gateway = new TestGateway();
  const ann = open(gateway, 'ann');
  ann.news();
  ann.sendBytes(FRAME_TYPES.leaveRoom, 1, Uint8Array.of());
  assert.equal(ann.heard, ['ack 1', 'closed CLOSED']);
  assert.is(room.diary.at(-1), 'leave ann left');
  assert.is(room.players.size, 0);
  assert.equal(open(gateway, 'ann').heard, ['closed NO_SEAT']);
  await admit('ann');
  const mark = { epoch: EPOCH, number: 1 };
  assert.is(open(gateway, 'ann', { mark }).heard[0], 'opened have 0 fresh joined through 1', 'a new seat begins anew');
});

test('a seat is held, then lost; one that nobody takes is lost without a word', async () => {
  const { room, open, runtime } = bound(await TestRoom.of(DiaryRoom, { seatHoldMs: 3000 }));
  const gateway = new TestGateway();
  gateway.drop(open(gateway, 'ann'));
  runtime.age(2999);
  assert.equal(runtime.seatedUsers, ['ann', 'bo']);
  const ann = open(gateway, 'ann');
  gateway.drop(ann);
  runtime.age(1);
  assert.equal(runtime.seatedUsers, ['ann'], 'bo never came; ann began anew');
  runtime.age(2999);
  assert.equal(room.diary.slice(1), ['join ann', 'away ann', 'back ann', 'away ann', 'leave ann expired']);
});

test('a broadcast is written once a link; one player left out costs two small frames', async () => {
  const { room, open } = bound(await TestRoom.of(DiaryRoom, { users: ['ann', 'bo', 'cy'] }));
  const [a, b] = [new TestGateway(), new TestGateway()];
  const [ann, bo, cy] = [open(a, 'ann'), open(a, 'bo'), open(b, 'cy')];
  for (const each of [ann, bo, cy]) each.news();
  for (const gateway of [a, b]) gateway.operations.length = 0;
  room.broadcast('say', 'hi');
  const player = room.players.get('ann');
  room.broadcast('move', 7, { volatile: true, ...(player && { except: player }) });
  room.broadcast('move', 8, { volatile: true });
  assert.equal(a.operations, ['multicast', 'remove', 'multicast', 'add', 'multicast']);
  assert.equal(b.operations, ['multicast', 'multicast', 'multicast']);
  assert.equal(ann.heard, ['#2 0x1001 "hi"', '#0 0x1002 8']);
  assert.equal(bo.heard, ['#2 0x1001 "hi"', '#0 0x1002 7', '#0 0x1002 8']);
  assert.equal(cy.heard, bo.heard);
});

function bound<R extends DiaryRoom>(test: TestRoom<R>) {
  const { room, runtime, clock } = test;
  return { room, runtime, clock, open: test.open.bind(test), admit: test.admit.bind(test) };
}

test.run();
