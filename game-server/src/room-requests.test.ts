import { defineMessages, message, request } from '@gatehouse/shared/protocol/game-messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import { Room } from './room.ts';
import { MAX_UNANSWERED_REQUESTS } from './room-requests.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';
import { EPOCH, TestRoom } from './test-room.ts';

const DOUBLE = 0x1001;
const NEVER = 0x1003;
const messages = defineMessages({
  double: request(DOUBLE, json(z.number()), json<number>()),
  say: message(0x1002, json<string>()),
  never: request(NEVER, json<number>(), json<number>()),
});

/** Doubles numbers: at once, or when the test says so. */
class Doubling extends Room<typeof messages> {
  override readonly messages = messages;
  readonly waiting: ((error?: Error) => void)[] = [];
  /** Numbers from here on are answered later. */
  patience = 100;

  override onCreate(): void {
    this.onRequest('double', (_player, ask) => {
      if (ask === 13) throw new RequestRefused('BAD_LUCK', 'not that one');
      if (ask < 0) throw new Error('boom');
      return ask < this.patience ? ask * 2 : this.later(ask * 2);
    });
  }

  private later(answer: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting.push(error => (error === undefined ? resolve(answer) : reject(error)));
    });
  }
}

async function setUp() {
  const log = new TestLog();
  const room = await TestRoom.of<Doubling>(Doubling, { log });
  const gateway = new TestGateway();
  const ann = room.open(gateway, 'ann');
  ann.news();
  return { room, gateway, ann, log };
}

/** Promises of the room have settled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test('an answer is numbered, private, and says which frame it answers', async () => {
  const { room, gateway, ann } = await setUp();
  const bo = room.open(gateway, 'bo');
  bo.news();
  ann.send(DOUBLE, 1, 4);
  assert.equal(ann.news(), ['#2 reply to 1 8']);
  assert.equal(bo.news(), []);
});

const refusals: [name: string, type: number, ask: unknown, heard: string][] = [
  ['by the room', DOUBLE, 13, '#2 error REQUEST_REFUSED of frame 1 BAD_LUCK: not that one'],
  ['by its schema', DOUBLE, 'four', '#2 error BAD_FRAME of frame 1'],
  ['without a handler', NEVER, 1, '#2 error UNKNOWN_TYPE of frame 1'],
];
for (const [name, type, ask, heard] of refusals) {
  test(`a request is refused ${name}: its sender hears it, also later, and the game goes on`, async () => {
    const { room, gateway, ann } = await setUp();
    ann.send(type, 1, ask);
    assert.equal(ann.news(), [heard]);
    const again = room.open(gateway, 'ann', { mark: { epoch: EPOCH, number: 1 }, first: 2 });
    assert.equal(again.news(), ['opened have 1 replay through 2', heard]);
    assert.is(room.end, undefined);
  });
}

test('an answer that takes time waits for a player who is away; the others go on', async () => {
  const { room, gateway, ann } = await setUp();
  ann.send(DOUBLE, 1, 100);
  ann.send(DOUBLE, 2, 1);
  assert.equal(ann.news(), ['#2 reply to 2 2']);
  gateway.drop(ann);
  room.room.waiting[0]?.();
  await settle();
  const again = room.open(gateway, 'ann', { mark: { epoch: EPOCH, number: 2 }, first: 1 });
  assert.equal(again.news(), ['opened have 2 replay through 3', '#3 reply to 1 200']);
});

test('another session of the user gets no answers: its frames have the same numbers', async () => {
  const { room, gateway, ann } = await setUp();
  ann.send(DOUBLE, 1, 1);
  ann.send(DOUBLE, 2, 100);
  gateway.drop(ann);
  const open = { session: 'another', sessionEpoch: 2, mark: { epoch: EPOCH, number: 1 } };
  const again = room.open(gateway, 'ann', open);
  room.room.waiting[0]?.();
  await settle();
  assert.equal(again.news(), ['opened have 0 replay through 2']);
});

test('nobody answers who has left, or after the end', async () => {
  const { room, gateway, ann } = await setUp();
  ann.send(DOUBLE, 1, 100);
  room.room.waiting[0]?.(new RequestRefused('TOO_LATE'));
  await settle();
  assert.equal(ann.news(), ['#2 error REQUEST_REFUSED of frame 1 TOO_LATE: TOO_LATE']);
  const bo = room.open(gateway, 'bo');
  bo.send(DOUBLE, 1, 100);
  ann.send(DOUBLE, 2, 100);
  bo.sendBytes(0x0204, 2, new Uint8Array());
  room.room.waiting[1]?.();
  await settle();
  bo.news();
  room.room.end();
  ann.news();
  room.room.waiting[2]?.();
  await settle();
  assert.equal([...ann.news(), ...bo.news()], []);
});

for (const [name, ask, error] of [
  ['throws', -1, undefined],
  ['rejects', 100, new Error('boom')],
] as const) {
  test(`a handler that ${name} anything else ends its room`, async () => {
    const { room, ann, log } = await setUp();
    ann.send(DOUBLE, 1, ask);
    room.room.waiting[0]?.(error);
    await settle();
    assert.is(room.end?.why, 'failed');
    assert.is(log.of('room.failed')[0]?.where, "onRequest('double')");
    assert.equal(ann.news(), ['#2 ended failed', 'closed ROOM_ENDED']);
  });
}

test('one player may wait for so many answers', async () => {
  const { room, ann } = await setUp();
  for (let seq = 1; seq <= MAX_UNANSWERED_REQUESTS; seq++) ann.send(DOUBLE, seq, 100);
  ann.news();
  ann.send(DOUBLE, MAX_UNANSWERED_REQUESTS + 1, 1);
  assert.equal(ann.news(), [`#2 error TOO_MANY_REQUESTS of frame ${MAX_UNANSWERED_REQUESTS + 1}`]);
  room.room.waiting[0]?.();
  await settle();
  ann.send(DOUBLE, MAX_UNANSWERED_REQUESTS + 2, 1);
  assert.equal(ann.news().at(-1), `#4 reply to ${MAX_UNANSWERED_REQUESTS + 2} 2`);
});

test('a request is not taken with `on`, nor a message with `onRequest`', async () => {
  const { room } = await setUp();
  assert.throws(() => room.room.on('never' as 'say', () => {}), /on\('never'\): 'never' is a request, use onRequest/);
  assert.throws(() => room.room.onRequest('say' as 'never', () => 1), /use on$/);
  assert.throws(() => room.room.onRequest('double', () => 1), /called twice/);
});

test.run();
