import { framePayload } from '@gatehouse/shared/protocol/frame';
import { messages } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ListWatches, WATCH_INTERVAL_MS } from './list-watches.ts';
import { listingOf } from './listing.ts';
import { RoomDirectory } from './room-directory.ts';
import { readFilter } from './room-filter.ts';
import { testRoom } from './test-rooms.ts';

/** A directory that watches look at, and what a watcher was told: `+added ~changed -removed`. */
function watched() {
  const clock = new FakeClock();
  const directory = new RoomDirectory((before, after) => watches.changed(before, after));
  const watches = new ListWatches(directory, clock);
  let version = 0;
  watches.start();
  return {
    watches,
    directory,
    list: (id: string, name = '') => {
      const listing = listingOf(testRoom({ id, name }));
      if (listing !== undefined) directory.learn(listing, { epoch: 1, version: ++version }, 0);
    },
    unlist: (id: string) => directory.remove(id, { epoch: 1, version: ++version }),
    pass: async () => {
      clock.advance(WATCH_INTERVAL_MS);
      await new Promise(setImmediate);
    },
  };
}

class Watcher {
  readonly told: string[] = [];

  send(frame: Uint8Array): void {
    const { added, changed, removed } = messages.RoomsChanged.decode(framePayload(frame));
    const ids = (sign: string, rooms: { lobbyRoomId?: string | null }[]) =>
      rooms.map(({ lobbyRoomId }) => `${sign}${lobbyRoomId}`);
    this.told.push([...ids('+', added), ...ids('~', changed), ...removed.map(id => `-${id}`)].join(' '));
  }
}

const all = { filter: readFilter({}), after: '', limit: 3 };

test('watch: the page at once, then what changed, at most once a second', async () => {
  const { watches, list, unlist, pass } = watched();
  const watcher = new Watcher();
  list('a');
  assert.equal(
    watches.watch(watcher, all).entries.map(({ listing }) => listing.id),
    ['a'],
  );
  list('b');
  list('a', 'renamed');
  assert.equal(watcher.told, [], 'not yet');
  await pass();
  await pass();
  list('b', 'once');
  list('b', 'twice');
  unlist('a');
  await pass();
  assert.equal(watcher.told, ['+b ~a', '~b -a']);
});

test('watch: what came and went within a second is not told', async () => {
  const { watches, list, unlist, pass } = watched();
  const watcher = new Watcher();
  watches.watch(watcher, all);
  list('a');
  unlist('a');
  await pass();
  assert.equal(watcher.told, []);
});

test('watch: a full page moves up when a room on it goes', async () => {
  const { watches, list, unlist, pass } = watched();
  const watcher = new Watcher();
  for (const id of ['a', 'b', 'c', 'd']) list(id);
  assert.is(watches.watch(watcher, all).entries.length, 3);
  unlist('b');
  await pass();
  assert.equal(watcher.told, ['+d -b']);
});

test('watch: rooms that do not fit are none of its business; one that fits no more leaves', async () => {
  const { watches, list, pass } = watched();
  const watcher = new Watcher();
  watches.watch(watcher, { ...all, filter: readFilter({ text: 'night' }) });
  list('a', 'Day');
  list('b', 'Late night');
  await pass();
  list('b', 'Dawn');
  await pass();
  assert.equal(watcher.told, ['+b', '-b']);
});

test('watch: two who watch the same page are told the same, also when one comes later', async () => {
  const { watches, list, pass } = watched();
  const [one, two] = [new Watcher(), new Watcher()];
  watches.watch(one, all);
  list('a');
  assert.equal(watches.watch(two, { ...all }).entries, [], 'as the others see it');
  await pass();
  assert.equal([one.told, two.told], [['+a'], ['+a']]);
});

test('watch: a second watch replaces the first; stopped, nothing comes', async () => {
  const { watches, list, pass } = watched();
  const watcher = new Watcher();
  watches.watch(watcher, all);
  watches.watch(watcher, { ...all, filter: readFilter({ roomClass: 'echo' }) });
  list('a');
  await pass();
  assert.equal(watcher.told, []);
  watches.watch(watcher, all);
  watches.unwatch(watcher);
  watches.unwatch(watcher);
  list('b');
  await pass();
  assert.equal(watcher.told, []);
});

test.run();
