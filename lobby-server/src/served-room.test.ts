import { frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { NumberedEvent } from './event-text.ts';
import type { StoredRoom } from './room-store.ts';
import { type Listener, ServedRoom } from './served-room.ts';
import { testMember, testRoom } from './test-rooms.ts';

const EPOCH = 9;
const NAMES = new Map<number, string>([
  [FRAME_TYPES.lobbyEvent, 'event'],
  [FRAME_TYPES.lobbySnapshot, 'snapshot'],
]);

const room = testRoom({ members: [testMember('ann'), testMember('bob')] });

const chat = (version: number): NumberedEvent => ({
  version,
  event: { kind: 'chat', userId: 'ann', name: 'ann', text: `${version}`, atMs: 0 },
});
const left = (version: number, userId: string): NumberedEvent => ({ version, event: { kind: 'memberLeft', userId } });
const chats = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => chat(from + index));

class FakeListener implements Listener {
  readonly userId: string;
  readonly got: string[] = [];
  out = false;

  constructor(userId: string) {
    this.userId = userId;
  }

  send(frame: Uint8Array): void {
    this.got.push(`${NAMES.get(frameType(frame))} ${frameSeq(frame)}`);
  }

  phaseIs(): void {}

  outOfRoom(): void {
    this.out = true;
  }
}

/** A room whose Redis is a value that the test sets. */
function servedRoom() {
  const redis: { stored: StoredRoom | undefined; events: NumberedEvent[] } = { stored: undefined, events: [] };
  let emptied = 0;
  const discarded: number[] = [];
  const served = new ServedRoom({
    lobbyRoomId: 'L',
    epoch: EPOCH,
    store: { readWhole: async () => ({ ...redis, chat: [] }) },
    discard: async ({ version }) => void discarded.push(version),
    log: silentLog,
    onEmpty: () => emptied++,
  });
  const has = (version: number, events: NumberedEvent[]) => {
    redis.stored = { room, version, epoch: EPOCH };
    redis.events = events;
  };
  return { served, has, redis, discarded, emptied: () => emptied };
}

test('served room: events in order, each once', () => {
  const { served } = servedRoom();
  const ann = new FakeListener('ann');
  served.add(ann, 3);
  served.receive([chat(4), chat(5)]);
  served.receive([chat(4), chat(5)]);
  served.receive([chat(6)]);
  assert.equal(ann.got, ['event 4', 'event 5', 'event 6']);
});

test('served room: a gap is filled from Redis before what follows', async () => {
  const { served, has } = servedRoom();
  const ann = new FakeListener('ann');
  served.add(ann, 3);
  has(6, chats(1, 6));
  served.receive([chat(6)]);
  assert.equal(ann.got, []);
  await served.catchUp();
  await new Promise(setImmediate);
  served.receive([chat(7)]);
  assert.equal(ann.got, ['event 4', 'event 5', 'event 6', 'event 7']);
});

test('served room: a member who comes with an older version gets what it missed, others nothing twice', async () => {
  const { served, has } = servedRoom();
  const ann = new FakeListener('ann');
  const bob = new FakeListener('bob');
  served.add(ann, 3);
  served.receive([chat(4), chat(5)]);
  has(5, chats(1, 5));
  served.add(bob, 3);
  await served.catchUp();
  await new Promise(setImmediate);
  served.receive([chat(6)]);
  assert.equal(ann.got, ['event 4', 'event 5', 'event 6']);
  assert.equal(bob.got, ['event 4', 'event 5', 'event 6']);
});

test('served room: a member who comes with a newer version is not told again', () => {
  const { served } = servedRoom();
  const ann = new FakeListener('ann');
  const bob = new FakeListener('bob');
  served.add(ann, 3);
  served.add(bob, 5);
  served.receive(chats(4, 6));
  assert.equal(ann.got, ['event 4', 'event 5', 'event 6']);
  assert.equal(bob.got, ['event 6']);
});

test('served room: what the list does not hold any more comes as one snapshot', async () => {
  const { served, has } = servedRoom();
  const ann = new FakeListener('ann');
  served.add(ann, 3);
  has(900, chats(800, 900));
  await served.catchUp();
  served.receive([chat(901)]);
  assert.equal(ann.got, ['snapshot 900', 'event 901']);
});

test('served room: nothing new, nothing sent', async () => {
  const { served, has } = servedRoom();
  const ann = new FakeListener('ann');
  served.add(ann, 3);
  has(3, chats(1, 3));
  await served.catchUp();
  assert.equal(ann.got, []);
});

test('served room: a member who left hears it and nothing after it', () => {
  const { served, emptied } = servedRoom();
  const ann = new FakeListener('ann');
  const bob = new FakeListener('bob');
  served.add(ann, 3);
  served.add(bob, 3);
  served.receive([left(4, 'bob'), chat(5)]);
  assert.equal(bob.got, ['event 4']);
  assert.ok(bob.out);
  assert.equal(ann.got, ['event 4', 'event 5']);
  assert.is(emptied(), 0);
  served.remove(ann);
  served.remove(ann);
  assert.is(emptied(), 1);
});

test('served room: who left and came back is not thrown out by the old event', async () => {
  const { served, has } = servedRoom();
  const ann = new FakeListener('ann');
  const bob = new FakeListener('bob');
  served.add(ann, 3);
  served.add(bob, 5); // left with 4, joined again with 5
  has(5, [left(4, 'bob'), chat(5)]);
  await served.catchUp();
  assert.not(bob.out);
  assert.equal(ann.got, ['event 4', 'event 5']);
});

test('served room: a room that vanished is closed for everybody', async () => {
  const { served } = servedRoom();
  const ann = new FakeListener('ann');
  const bob = new FakeListener('bob');
  served.add(ann, 3);
  served.add(bob, 2);
  await served.catchUp();
  assert.equal([ann.got, bob.got], [['event 4'], ['event 3']]);
  assert.ok(ann.out && bob.out);
});

const SET_BACK: [name: string, version: number, events: NumberedEvent[], discarded: number[]][] = [
  ['the same', 5, chats(1, 5), []],
  ['more', 7, chats(1, 7), []],
  ['without the last event', 4, chats(1, 4), [4]],
  ['without it, and others since', 6, [...chats(1, 4), left(5, 'cy'), chat(6)], [6]],
];
for (const [name, version, events, expected] of SET_BACK) {
  test(`served room: in doubt, Redis holds ${name}`, async () => {
    const { served, has, discarded } = servedRoom();
    const ann = new FakeListener('ann');
    served.add(ann, 3);
    served.receive([chat(4), chat(5)]);
    has(version, events);
    served.doubt();
    served.receive([chat(6)]); // nothing is believed before it is looked up
    assert.equal(ann.got, ['event 4', 'event 5']);
    await new Promise(setImmediate);
    assert.equal(discarded, expected);
    assert.is(ann.out, expected.length > 0);
    assert.is(ann.got.at(-1), `event ${expected.length > 0 ? 6 : version}`);
  });
}

test('served room: an event that overtakes the answer of Redis sets nothing back', async () => {
  const { served, has, discarded } = servedRoom();
  const ann = new FakeListener('ann');
  served.add(ann, 3);
  has(4, chats(1, 4));
  const caughtUp = served.catchUp();
  served.receive([chat(4), chat(5)]);
  await caughtUp;
  assert.equal([ann.got, discarded], [['event 4', 'event 5'], []]);
});

test.run();
