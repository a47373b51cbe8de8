import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Player } from './room-context.ts';
import { EMPTY_GRACE_MS } from './room-runtime.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';
import { DiaryRoom, MOVE, SAY, TestRoom } from './test-room.ts';

test('who attaches while onCreate runs is let in when it is done', async () => {
  let done = () => {};
  class Slow extends DiaryRoom {
    override onCreate(): Promise<void> {
      return new Promise(resolve => {
        done = resolve;
      });
    }
  }
  const room = new TestRoom(Slow);
  const gateway = new TestGateway();
  const created = room.runtime.create(undefined);
  const ann = room.open(gateway, 'ann');
  const gone = room.open(gateway, 'bo');
  gateway.drop(gone);
  assert.equal(ann.heard, []);
  done();
  await created;
  await room.admitted;
  await Promise.resolve();
  assert.equal(ann.heard, ['opened have 0 fresh joined through 1', 'snapshot 1 for ann']);
  assert.is(room.runtime.presentCount, 1);
});

test('end(result): numbered for all, then nothing more; latecomers get the result', async () => {
  const room = await TestRoom.of(DiaryRoom);
  const gateway = new TestGateway();
  const ann = room.open(gateway, 'ann');
  ann.news();
  room.room.every(10, () => room.room.broadcast('say', 'still here'));
  room.room.end(new TextEncoder().encode('ann won'));
  room.room.end();
  room.room.broadcast('say', 'too late');
  room.clock.advance(1000);
  assert.equal(ann.heard, ['#2 ended ended ann won', 'closed ROOM_ENDED']);
  assert.is(room.ends.length, 1);
  assert.equal(room.open(gateway, 'bo').heard, ['closed ROOM_ENDED ann won']);
  assert.is(await codeOf(room.admit('cy')), 'ROOM_ENDED');
});

test('a room that runs elsewhere goes without a word: its players attach again', async () => {
  const room = await TestRoom.of(DiaryRoom);
  const ann = room.open(new TestGateway(), 'ann');
  ann.news();
  room.runtime.stop('superseded');
  assert.equal(ann.heard, ['closed CONFLICT']);
});

test('seats: full, locked, all or none, and nobody gets two', async () => {
  const room = await TestRoom.of(DiaryRoom, { users: ['ann'] });
  assert.is(await codeOf(room.admit('bo', 'cy', 'di')), 'ROOM_FULL');
  assert.equal(room.runtime.seatedUsers, ['ann']);
  await room.admit('ann', 'bo', 'bo');
  assert.equal(room.runtime.seatedUsers, ['ann', 'bo']);
  room.room.lock();
  assert.is(await codeOf(room.admit('cy')), 'ROOM_LOCKED');
  await room.admit('ann');
  room.room.unlock();
  await room.admit('cy');
  assert.is(room.runtime.seatedUsers.length, 3);
});

test('a room that all have left ends after a grace, unless it wants to stay', async () => {
  class Lasting extends DiaryRoom {
    override readonly keepWhenEmpty = true;
  }
  for (const [roomClass, expected] of [
    [DiaryRoom, 'ended'],
    [Lasting, undefined],
  ] as const) {
    const room = await TestRoom.of<DiaryRoom>(roomClass, { seatHoldMs: 1000 });
    room.runtime.age(1000); // nobody came
    room.runtime.age(EMPTY_GRACE_MS - 1001);
    assert.is(room.end, undefined);
    room.runtime.age(1001);
    assert.is(room.end?.why, expected);
  }
});

test('a snapshot that sends is a mistake that is told', async () => {
  class Chatty extends DiaryRoom {
    override snapshot(): Uint8Array {
      this.broadcast('say', 'somebody comes');
      return new Uint8Array();
    }
  }
  const log = new TestLog();
  const room = await TestRoom.of(Chatty, { log });
  room.open(new TestGateway(), 'ann');
  assert.match(String(log.of('room.failed')[0]?.error), 'must only read');
});

test('ticks begin after onCreate, by a fixed step, and stop with the room', async () => {
  const deltas: number[] = [];
  class Stepping extends DiaryRoom {
    override readonly tickHz = 50;
    override tick(deltaMs: number): void {
      deltas.push(deltaMs);
      if (deltas.length === 3) this.end();
    }
  }
  const room = await TestRoom.of(Stepping);
  room.clock.advance(1000);
  assert.equal(deltas, [20, 20, 20]);
});

test('the same message handled twice, a player who has left, a line of its own in the log', async () => {
  const log = new TestLog();
  const room = await TestRoom.of(DiaryRoom, { log });
  assert.throws(() => room.room.on('say', () => {}), /one handler/);
  const stranger: Player = { userId: 'ann', name: '', away: false, spectator: false, bot: false, data: 0 };
  room.room.send(stranger, 'say', 'nobody');
  room.room.log.info('halftime', { score: 3 });
  assert.equal(log.of('room.says'), [{ roomId: 'L-1', roomClass: 'diary', score: 3, text: 'halftime' }]);
});

test('messages go on while a handler of somebody else waits', async () => {
  class Waiting extends DiaryRoom {
    override onJoin(): void {
      this.on('move', async () => {
        await new Promise(() => {});
      });
    }
  }
  const room = await TestRoom.of(Waiting, { users: ['ann'] });
  const ann = room.open(new TestGateway(), 'ann');
  ann.send(MOVE, 1, 1);
  ann.send(SAY, 2, 'hi');
  assert.is(room.room.diary.at(-1), 'ann: hi');
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GatehouseError ? error.code : String(error);
}

test.run();
