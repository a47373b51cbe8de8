import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CREATE_LIMIT_MS } from './room-runtime.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';
import { DiaryRoom, MOVE, TestRoom } from './test-room.ts';

class Ticking extends DiaryRoom {
  override readonly tickHz: number = 20;
}

function fail(): never {
  throw new Error('boom');
}

async function reject(): Promise<never> {
  throw new Error('boom');
}

// Each room is right but for one thing.
const failures: [where: string, wrong: Partial<Ticking> & ThisType<Ticking>][] = [
  ['onJoin', { onJoin: fail }],
  ['onJoin', { onJoin: reject }],
  ['onAway', { onAway: fail }],
  ['onBack', { onBack: reject }],
  ['onLeave', { onLeave: fail }],
  ['snapshot', { snapshot: fail }],
  ['snapshot', { snapshot: () => 'text' as unknown as Uint8Array }],
  ['snapshot', { snapshot: () => new Uint8Array(2 ** 20) }],
  ['tick', { tick: fail }],
  ['tick', { tick: reject }],
  ['tickHz', { tickHz: 0 }],
  ["on('move')", { onCreate: whenCreated(room => room.on('move', fail)) }],
  ["on('move')", { onCreate: whenCreated(room => room.on('move', reject)) }],
  ['after', { onCreate: whenCreated(room => room.after(10, fail)) }],
  ['every', { onCreate: whenCreated(room => room.every(10, reject)) }],
  ['onJoin', { onJoin: whenCreated(room => room.broadcast('say', 'x'.repeat(2 ** 20))) }],
  ['onJoin', { onJoin: whenCreated(room => room.end(new Uint8Array(70_000))) }],
];

function whenCreated(run: (room: Ticking) => unknown): () => void {
  return function (this: Ticking) {
    run(this);
  };
}

for (const [where, wrong] of failures) {
  test(`code that fails in ${where} ends its room alone: ${Object.values(wrong)}`, async () => {
    const log = new TestLog();
    const room = new TestRoom(Ticking, { log, seatHoldMs: 1000 });
    Object.assign(room.room, wrong);
    await room.runtime.create(undefined).catch(() => undefined);
    await room.admitted.catch(() => undefined);
    const bo = await play(room);
    assert.is(room.end?.why, 'failed');
    assert.is(room.ends.length, 1);
    const [failed] = log.of('room.failed');
    assert.is(failed?.where, where);
    assert.is(failed?.roomId, 'L-1');
    assert.is(log.of('room.failed').length, 1, 'nothing runs after the end');
    const heard = bo.filter(words => /ended|closed/.test(words)).map(words => words.replace(/#\d+/, '#_'));
    const letIn = where !== 'snapshot' && where !== 'tickHz';
    assert.equal(heard, letIn ? ['#_ ended failed', 'closed ROOM_ENDED'] : ['closed ROOM_ENDED']);
    assert.is(room.clock.pending, 0, 'no timer is left');
  });
}

/** All that can happen in a room happens; returns what bo heard. */
async function play(room: TestRoom<Ticking>): Promise<string[]> {
  const gateway = new TestGateway();
  const bo = room.open(gateway, 'bo');
  await settle();
  bo.send(MOVE, 1, 1);
  await settle();
  gateway.drop(room.open(gateway, 'ann'));
  gateway.drop(room.open(gateway, 'ann'));
  await settle();
  room.runtime.age(1000);
  for (let ms = 0; ms < 500; ms += 10) {
    room.clock.advance(10);
    await settle();
  }
  return bo.heard;
}

const failedCreations: [name: string, onCreate: () => Promise<void>][] = [
  ['throws', fail],
  ['rejects', reject],
  ['never ends', () => new Promise<void>(() => {})],
];
for (const [name, onCreate] of failedCreations) {
  test(`onCreate that ${name}: the room has failed, and who waited for it is told`, async () => {
    const room = new TestRoom(DiaryRoom);
    room.room.onCreate = onCreate;
    const created = room.runtime.create(undefined).then(
      () => 'created',
      error => error.code,
    );
    const early = room.open(new TestGateway(), 'ann');
    room.clock.advance(CREATE_LIMIT_MS);
    assert.is(await created, 'ROOM_FAILED');
    assert.is(room.end?.why, 'failed');
    assert.equal(early.heard, ['closed ROOM_ENDED']);
    assert.is(room.clock.pending, 0);
  });
}

/** Rejections have been reported. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test.run();
