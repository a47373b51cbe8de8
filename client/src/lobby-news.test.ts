import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readListing } from './lobby-messages.ts';
import { decodeLobbyNews } from './lobby-news.ts';
import { RecentIds } from './recent-ids.ts';
import { RoomList } from './room-list.ts';
import { newSessionBench, serverFrames } from './session-bench.ts';

const listing = (lobbyRoomId: string, name = '') => ({ lobbyRoomId, roomClass: lobbyRoomId.slice(0, 1), name });

/** A list that shows a1 and b1, and how often it said that it changed. */
function list() {
  const rooms = new RoomList(async () => {});
  rooms.show([listing('a1'), listing('b1')].map(readListing));
  let changes = 0;
  rooms.on('changed', () => changes++);
  return { rooms, changes: () => changes };
}

const diffs: [name: string, diff: object, shown: string[]][] = [
  ['one more, in its place', { added: [listing('a2')] }, ['a1', 'a2', 'b1']],
  ['one changes', { changed: [listing('b1', 'new')] }, ['a1', 'b1 new']],
  ['one goes', { removed: ['a1'] }, ['b1']],
  ['one goes, another comes', { added: [listing('c1')], removed: ['a1'] }, ['b1', 'c1']],
  ['one that is not there goes', { removed: ['z'] }, ['a1', 'b1']],
];
for (const [name, diff, shown] of diffs) {
  test(`room list: ${name}`, () => {
    const { rooms, changes } = list();
    rooms.apply(messages.RoomsChanged.create(diff) as never);
    assert.equal(
      rooms.rooms.map(room => `${room.id} ${room.name}`.trim()),
      shown,
    );
    assert.is(changes(), 1);
  });
}

test('listing: what cannot be read of it is nothing', () => {
  const read = readListing({ ...listing('a1'), phase: 'dancing', metadata: '{broken' });
  assert.equal([read.phase, read.metadata], ['waiting', {}]);
});

test('recent ids: each once, the oldest forgotten', () => {
  const ids = new RecentIds(2);
  assert.equal(
    ['a', 'a', 'b', 'c', 'b', 'a'].map(id => ids.add(id)),
    [true, false, true, true, false, true],
  );
});

test('news: an announcement is heard also while the lobby stream is closed, everything else is of a channel', () => {
  const { state, heard } = newSessionBench();
  state.connected();
  state.receive(serverFrames.welcome({ userId: 'u', sessionId: 's' }));
  heard.length = 0;
  const frames = [
    [FRAME_TYPES.announcement, messages.Announcement.encode({ text: 'noon', atMs: 5 }).finish()],
    [FRAME_TYPES.directMessage, messages.DirectMessage.encode({ id: 'x', text: 'late' }).finish()],
  ] as const;
  for (const [type, payload] of frames) {
    const frame = new Uint8Array(6 + payload.length);
    frame[0] = type >>> 8;
    frame[1] = type;
    frame.set(payload, 6);
    state.receive(frame);
  }
  assert.equal(
    heard.map(([name]) => name),
    ['lobbyNews'],
  );
  assert.is(decodeLobbyNews(FRAME_TYPES.done, new Uint8Array(0)), undefined);
});

test.run();
