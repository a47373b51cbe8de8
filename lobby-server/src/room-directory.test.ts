import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatListing, type Listing, listingOf, parseListing, parseListingNews } from './listing.ts';
import { type PageRequest, RoomDirectory } from './room-directory.ts';
import { matches, readFilter, searchable } from './room-filter.ts';
import { testMember, testRoom } from './test-rooms.ts';

function listing(id: string, own: Partial<Listing> = {}): Listing {
  const base = listingOf(testRoom({ id }));
  if (base === undefined) throw new Error('the room is listed');
  return { ...base, ...own };
}

const night = listing('n', {
  name: 'Late Night',
  roomClass: 'arena',
  phase: 'waiting',
  metadata: '{"map":"ice","level":3,"ranked":false,"__proto__":1,"deep":{"a":1},"none":null}',
});

const filters: [name: string, request: Parameters<typeof readFilter>[0], expected: boolean | string][] = [
  ['nothing wanted', {}, true],
  ['its class', { roomClass: 'arena' }, true],
  ['another class', { roomClass: 'echo' }, false],
  ['its phase', { phase: 'waiting' }, true],
  ['another phase', { phase: 'playing' }, false],
  ['a place', { hasPlace: true }, true],
  ['a part of its name, in any case', { text: 'nIGHT' }, true],
  ['another name', { text: 'day' }, false],
  ['a string', { metadata: '{"map":"ice"}' }, true],
  ['a number', { metadata: '{"level":3}' }, true],
  ['a boolean', { metadata: '{"ranked":false}' }, true],
  ['all of several', { metadata: '{"map":"ice","level":4}' }, false],
  ['a number as a string', { metadata: '{"level":"3"}' }, false],
  ['a field it has not', { metadata: '{"toString":"x"}' }, false],
  ['no object', { metadata: '[1]' }, 'BAD_FILTER'],
  ['no JSON', { metadata: '{' }, 'BAD_FILTER'],
  ['an object', { metadata: '{"deep":{"a":1}}' }, 'BAD_FILTER'],
  ['null', { metadata: '{"none":null}' }, 'BAD_FILTER'],
  ['much metadata', { metadata: `{"a":"${'x'.repeat(1100)}"}` }, 'BAD_FILTER'],
  ['a long text', { text: 'x'.repeat(65) }, 'BAD_FILTER'],
];
for (const [name, request, expected] of filters) {
  test(`filter: ${name}: ${expected}`, () => {
    const found = (() => {
      try {
        return matches(searchable(night), readFilter(request));
      } catch (error) {
        return (error as { code: string }).code;
      }
    })();
    assert.is(found, expected);
  });
}

const rooms = {
  open: testRoom(),
  full: testRoom({ maxMembers: 1 }),
  locked: testRoom({ locked: true }),
  password: testRoom({ password: 'h' }),
  playing: testRoom({ phase: { kind: 'playing', roomId: 'L-1' } }),
  lateJoin: testRoom({ auto: true, phase: { kind: 'playing', roomId: 'L-1' } }),
  watched: testRoom({ members: [testMember('ann'), testMember('sue', { role: 'spectator' })], maxMembers: 2 }),
};
const places: [room: keyof typeof rooms, hasPlace: boolean][] = [
  ['open', true],
  ['full', false],
  ['locked', false],
  ['password', true],
  ['playing', false],
  ['lateJoin', true],
  ['watched', true],
];
for (const [name, hasPlace] of places) {
  test(`listing: a player may join ${name}: ${hasPlace}`, () => assert.is(listingOf(rooms[name])?.hasPlace, hasPlace));
}

test('listing: an unlisted room has none; what is stored is what is read', () => {
  assert.is(listingOf(testRoom({ inviteCode: 'c' })), undefined);
  assert.equal(parseListing(JSON.stringify(night)), night);
});

/** Rooms b1…b3 of class b, a1 and a2 of class a. */
function directory() {
  const changes: string[] = [];
  const rooms = new RoomDirectory((before, after) =>
    changes.push(`${before?.listing.name ?? '-'}>${after?.listing.name ?? '-'}`),
  );
  for (const id of ['b2', 'a1', 'b3', 'a2', 'b1']) {
    rooms.learn(listing(id, { roomClass: id.slice(0, 1), name: id }), { epoch: 1, version: 1 }, 0);
  }
  changes.length = 0;
  return { rooms, changes };
}

const page = (own: { roomClass?: string; text?: string; after?: string; limit?: number }): PageRequest => ({
  filter: readFilter(own),
  after: own.after ?? '',
  limit: own.limit ?? 10,
});

const pages: [name: string, request: PageRequest, ids: string[], next: string][] = [
  ['all, by class and id', page({}), ['a1', 'a2', 'b1', 'b2', 'b3'], ''],
  ['the first two', page({ limit: 2 }), ['a1', 'a2'], 'a/a2'],
  ['the next two', page({ limit: 2, after: 'a/a2' }), ['b1', 'b2'], 'b/b2'],
  ['the last one', page({ limit: 2, after: 'b/b2' }), ['b3'], ''],
  ['exactly the rest', page({ limit: 3, after: 'a/a2' }), ['b1', 'b2', 'b3'], ''],
  ['behind a room that is gone', page({ after: 'b/b11' }), ['b2', 'b3'], ''],
  ['one class', page({ roomClass: 'b', limit: 2 }), ['b1', 'b2'], 'b/b2'],
  ['one class, its end', page({ roomClass: 'a' }), ['a1', 'a2'], ''],
  ['one class, from an earlier one', page({ roomClass: 'b', after: 'a/a1' }), ['b1', 'b2', 'b3'], ''],
  ['one class, from a later one', page({ roomClass: 'a', after: 'b/b1' }), [], ''],
  ['a class without rooms', page({ roomClass: 'c' }), [], ''],
  ['the few that fit', page({ text: '2', limit: 1 }), ['a2'], 'a/a2'],
  ['nonsense', page({ after: 'nonsense' }), ['a1', 'a2', 'b1', 'b2', 'b3'], ''],
];
for (const [name, request, ids, next] of pages) {
  test(`directory: ${name}`, () => {
    const found = directory().rooms.page(request);
    assert.equal(
      found.entries.map(entry => entry.listing.id),
      ids,
    );
    assert.is(found.next, next);
  });
}

test('directory: news in any order end in the same state', () => {
  const { rooms, changes } = directory();
  const named = (name: string) => listing('b2', { roomClass: 'b', name });
  rooms.learn(named('newer'), { epoch: 1, version: 3 }, 0);
  rooms.learn(named('older'), { epoch: 1, version: 2 }, 0);
  rooms.learn(named('again'), { epoch: 1, version: 3 }, 0);
  assert.is(rooms.get('b2')?.listing.name, 'newer');
  rooms.remove('b2', { epoch: 1, version: 2 });
  assert.is(rooms.size, 5, 'an older removal');
  rooms.remove('b2', { epoch: 1, version: 4 });
  rooms.learn(named('late'), { epoch: 1, version: 3 }, 0);
  assert.is(rooms.get('b2'), undefined, 'a late listing brings nothing back');
  rooms.learn(named('anew'), { epoch: 2, version: 1 }, 0);
  assert.equal(changes, ['b2>newer', 'newer>-', '->anew']);
  assert.is(rooms.page(page({})).entries.length, 5);
});

test('directory: with 10 000 rooms a search that looks at all of them needs a few milliseconds at most', () => {
  const rooms = new RoomDirectory(() => {});
  for (let number = 0; number < 10_000; number++) {
    const own = { name: `Room ${number}`, metadata: `{"map":"ice","level":${number % 50}}` };
    rooms.learn(listing(`room${number}`, own), { epoch: 1, version: 1 }, 0);
  }
  const searches = 100;
  const before = process.cpuUsage(); // not the clock: other tests run on this machine
  for (let search = 0; search < searches; search++) {
    assert.is(
      rooms.page({ filter: readFilter({ metadata: '{"level":50}' }), after: '', limit: 100 }).entries.length,
      0,
    );
  }
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1000 / searches < 10, `${(user + system) / 1000 / searches} ms`);
});

test('listing news: what breaks lines in Unicode breaks no news', () => {
  const name = 'one\u2028two\u2029three';
  const news = parseListingNews(`arena L 1 2 ${formatListing(testRoom({ name }))}`);
  assert.is(news?.listing?.name, name);
});

test.run();
