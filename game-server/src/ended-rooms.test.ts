import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EndedRooms } from './ended-rooms.ts';
import type { RoomPlan } from './room-environment.ts';
import { TestLog } from './test-log.ts';

const settle = () => new Promise(resolve => setImmediate(resolve));
const plan = (roomId: string) => ({ roomId }) as RoomPlan;

function setUp() {
  const clock = new FakeClock();
  const written: string[] = [];
  const redis = { up: false };
  const write = async (what: string) => {
    if (!redis.up) throw new Error('away');
    written.push(what);
  };
  const registry = {
    end: ({ roomId }: RoomPlan) => write(`end ${roomId}`),
    abandon: ({ roomId }: RoomPlan) => write(`abandon ${roomId}`),
  };
  const ended = new EndedRooms({ registry, clock, log: new TestLog(), keepMs: 60_000 });
  return { clock, written, redis, ended };
}

test('ended rooms: what was given up is written when Redis is there again, but not of a room that runs by then', async () => {
  const { clock, written, redis, ended } = setUp();
  const running = new Set<string>();
  for (const roomId of ['L-1', 'L-2']) ended.abandon(plan(roomId), () => running.has(roomId));
  await settle();
  running.add('L-2');
  redis.up = true;
  clock.advance(1000);
  await settle();
  assert.equal(written, ['abandon L-1']);
});

test('ended rooms: nothing is tried any more once it is stopped', async () => {
  const { clock, written, redis, ended } = setUp();
  ended.abandon(plan('L-1'), () => false);
  ended.record(plan('L-2'), [], { why: 'ended', result: undefined });
  await settle();
  ended.stop();
  redis.up = true;
  clock.advance(1000);
  await settle();
  assert.equal(written, []);
  await ended.settled(1000);
});

test.run();
