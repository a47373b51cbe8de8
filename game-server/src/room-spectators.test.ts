import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LeaveReason, Player } from './room-context.ts';
import { TestGateway } from './test-gateway.ts';
import { DiaryRoom, EPOCH, SAY, TestRoom } from './test-room.ts';

class Watched extends DiaryRoom {
  override readonly maxSpectators = 2;

  override onSpectatorJoin({ userId }: Player): void {
    this.diary.push(`spectator ${userId}`);
  }

  override onSpectatorLeave({ userId }: Player, why: LeaveReason): void {
    this.diary.push(`spectator ${userId} ${why}`);
  }
}

async function watched() {
  const room = await TestRoom.of(Watched, { users: ['ann', '?eve'], seatHoldMs: 1000 });
  const gateway = new TestGateway();
  const eve = room.open(gateway, 'eve');
  return { room, gateway, eve, diary: room.room.diary };
}

test('a spectator gets snapshot and broadcasts, and is no player', async () => {
  const { room, eve, diary } = await watched();
  room.room.broadcast('say', 'hi');
  const spectator = room.room.spectators.get('eve');
  if (spectator !== undefined) room.room.send(spectator, 'say', 'for you');
  assert.equal(eve.heard, [
    'opened have 0 fresh joined through 1',
    'snapshot 1 for eve',
    '#2 0x1001 "hi"',
    '#3 0x1001 "for you"',
  ]);
  assert.is(room.room.players.size, 0);
  assert.ok(spectator?.spectator);
  assert.equal(diary, ['create', 'spectator eve']);
});

test('what a spectator says is taken, refused and acknowledged; it may leave', async () => {
  const { room, gateway, eve, diary } = await watched();
  eve.news();
  eve.send(SAY, 1, 'hi');
  assert.equal(eve.news(), ['error SPECTATOR of frame 1']);
  gateway.drop(eve);
  const again = room.open(gateway, 'eve', { mark: { epoch: EPOCH, number: 1 } });
  assert.equal(again.news(), ['opened have 1 replay through 1']);
  again.sendBytes(FRAME_TYPES.leaveRoom, 2, new Uint8Array());
  assert.equal(again.news(), ['ack 2', 'closed CLOSED']);
  assert.equal(diary, ['create', 'spectator eve', 'spectator eve left'], 'nobody tells away and back');
  assert.is(room.room.spectators.size, 0);
});

test('the seat of a spectator is held as long as others, and is company', async () => {
  const { room, gateway, eve, diary } = await watched();
  room.runtime.age(10_000); // ann never came
  room.runtime.age(10_000);
  assert.is(room.end, undefined);
  gateway.drop(eve);
  room.runtime.age(1000);
  assert.is(diary.at(-1), 'spectator eve expired');
  room.runtime.age(10_000);
  assert.is(room.end?.why, 'ended');
});

test.run();
