import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestGateway } from './test-gateway.ts';
import { DiaryRoom, SAY, TestRoom } from './test-room.ts';
import { HANDLER_BYTES, MAX_UNFINISHED_BYTES, PAUSE_BYTES } from './unfinished-work.ts';

const PAYLOAD = 'x'.repeat(1000);
/** With header and the quotes of JSON. */
const FRAME_COST = HANDLER_BYTES + 6 + PAYLOAD.length + 2;

/** Takes a word and does not finish until it is told to. */
class SlowRoom extends DiaryRoom {
  static finish: (() => void)[] = [];

  override onCreate(): void {
    this.on('say', () => new Promise<void>(resolve => SlowRoom.finish.push(resolve)));
  }
}

async function flooded(frames: number) {
  SlowRoom.finish = [];
  const room = await TestRoom.of(SlowRoom);
  const gateway = new TestGateway();
  const ann = room.open(gateway, 'ann');
  ann.news();
  for (let seq = 1; seq <= frames; seq++) ann.send(SAY, seq, PAYLOAD);
  return { room, gateway, ann };
}

test('a player who sends faster than its room takes is not read until the room has caught up', async () => {
  const { ann } = await flooded(Math.ceil(PAUSE_BYTES / FRAME_COST) + 50);
  assert.equal(
    ann.news().filter(word => !word.startsWith('ack')),
    ['paused'],
  );
  for (const finish of SlowRoom.finish) finish();
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(
    ann.news().filter(word => word === 'resumed'),
    ['resumed'],
  );
});

test('one that is read all the same is away, and goes on where the room stopped taking', async () => {
  const taken = Math.ceil(MAX_UNFINISHED_BYTES / FRAME_COST);
  const { room, gateway, ann } = await flooded(taken + 100);
  assert.is(SlowRoom.finish.length, taken);
  assert.is(ann.news().at(-1), 'closed TOO_MANY_REQUESTS');
  assert.equal(
    room.room.diary.filter(line => line.startsWith('away')),
    ['away ann'],
  );
  const again = room.open(gateway, 'ann');
  const news = again.news();
  assert.match(news[0] ?? '', `opened have ${taken} `);
  assert.ok(news.includes('paused'), 'the new connection waits too');
});

test.run();
