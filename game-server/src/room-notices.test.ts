import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NOTICE_INTERVAL_MS } from './room-notices.ts';
import { TestLog } from './test-log.ts';
import { DiaryRoom, TestRoom } from './test-room.ts';

/** Promises of publishing have settled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function advance({ clock }: TestRoom<DiaryRoom>, ms: number): Promise<void> {
  await settle();
  clock.advance(ms);
  await settle();
}

test('metadata: the first at once, then the newest, at most once a second', async () => {
  const room = await TestRoom.of(DiaryRoom);
  for (let score = 1; score <= 5; score++) room.room.setMetadata({ score });
  assert.equal(room.told, ['metadata L-1 {"score":1}']);
  await advance(room, NOTICE_INTERVAL_MS - 1);
  assert.is(room.told.length, 1);
  await advance(room, 1);
  assert.equal(room.told.splice(0), ['metadata L-1 {"score":1}', 'metadata L-1 {"score":5}']);
  room.room.setMetadata({ score: 6 });
  room.room.setMetadata({ score: 5 });
  await advance(room, NOTICE_INTERVAL_MS);
  assert.equal(room.told, [], 'what is known already is not told');
  room.room.setMetadata({ score: 7 });
  assert.equal(room.told, ['metadata L-1 {"score":7}']);
});

test('lock and metadata do not wait for each other', async () => {
  const room = await TestRoom.of(DiaryRoom);
  room.room.setMetadata({});
  room.room.lock();
  room.room.lock();
  assert.equal(room.told.splice(0), ['metadata L-1 {}', 'locked L-1 1']);
  room.room.unlock();
  await advance(room, NOTICE_INTERVAL_MS);
  assert.equal(room.told, ['locked L-1 0']);
});

test('what onCreate says is told when the room runs', async () => {
  class Eager extends DiaryRoom {
    override async onCreate(): Promise<void> {
      this.setMetadata({ mode: 'slow' });
      await Promise.resolve();
      this.setMetadata({ mode: 'fast' });
    }
  }
  const room = await TestRoom.of(Eager);
  assert.equal(room.told, ['metadata L-1 {"mode":"fast"}']);
});

test('what nobody hears is told again, ever more seldom, and not after the end', async () => {
  const room = await TestRoom.of(DiaryRoom);
  room.listeners = 0;
  room.room.setMetadata({ score: 1 });
  await advance(room, 2 * NOTICE_INTERVAL_MS - 1);
  assert.is(room.told.length, 1);
  room.room.setMetadata({ score: 2 });
  await advance(room, 1);
  assert.is(room.told.at(-1), 'metadata L-1 {"score":2}');
  await advance(room, 2 * NOTICE_INTERVAL_MS);
  assert.is(room.told.length, 2);
  room.listeners = 1;
  await advance(room, 2 * NOTICE_INTERVAL_MS);
  await advance(room, 60_000);
  assert.is(room.told.length, 3);
  room.room.setMetadata({ score: 3 });
  room.room.end();
  await advance(room, 60_000);
  assert.is(room.told.length, 4);
  assert.is(room.clock.pending, 0);
});

const wrong: [name: string, metadata: unknown][] = [
  ['more than 1 KiB', { text: 'x'.repeat(1024) }],
  ['an array', [1]],
  ['nothing', undefined],
];
for (const [name, metadata] of wrong) {
  test(`metadata that is ${name} is a mistake of the room`, async () => {
    const log = new TestLog();
    const room = await TestRoom.of(DiaryRoom, { log });
    room.room.after(1, () => room.room.setMetadata(metadata as Record<string, unknown>));
    room.clock.advance(1);
    assert.match(String(log.of('room.failed')[0]?.error), 'BAD_METADATA');
  });
}

test.run();
