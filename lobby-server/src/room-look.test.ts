import { loadScript } from '@gatehouse/shared/cluster/script';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { MIN_SEAT_HOLD_MS } from '@gatehouse/shared/runtime/settings';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseListingNews } from './listing.ts';
import { LobbyIndex } from './lobby-index.ts';
import { LobbyRooms } from './lobby-rooms.ts';
import { newRoomId } from './new-room.ts';
import { LONGEST_ABSENCE_STEP_MS, RoomStore } from './room-store.ts';
import { LOOK_INTERVAL_MS } from './room-watch.ts';
import { noChange, testAsker } from './test-rooms.ts';

const HOLD_MS = 60_000;

// A Redis Cluster of one node: it refuses every script whose keys do not share a slot.
const cluster = await TestCluster.start({ cluster: true });
const { keys, raw } = cluster;
const redis = await cluster.connect();
const store = new RoomStore(redis, keys);
const rooms = new LobbyRooms(store, () => undefined);
let created = 0;

test.after(() => cluster.stop());

/** A room of Ann and Bob. */
async function roomOfTwo(options = ''): Promise<string> {
  const asker = testAsker('ann', ++created);
  const host = { userId: 'ann', name: 'Ann' };
  const id = newRoomId('ann', created);
  await rooms.create({ id, roomClass: 'arena', options, auto: false, maxMembers: 4, host, nowMs: 0 }, asker);
  await rooms.execute(id, join('bob'));
  return id;
}

const join = (userId: string) => ({ kind: 'join', user: { userId, name: userId }, role: 'player', nowMs: 0 }) as const;

/** As if the last look at this room, by any server, had been `ms` ago. */
async function lastLook(id: string, ms: number): Promise<void> {
  await raw.hset(keys.lobbyRoom(id), 'lookedAt', Math.floor(redis.nowMs()) - ms);
}

const look = (id: string, ...attachedHere: string[]) => store.look(id, { attachedHere, holdMs: HOLD_MS });
const absentMs = async (id: string, userId: string) => Number(await raw.hget(`${keys.lobbyRoom(id)}:absent`, userId));

test('look: absence is the time between looks, by whichever server; being attached anywhere ends it', async () => {
  const id = await roomOfTwo();
  await lastLook(id, 2000);
  assert.equal((await look(id, 'ann'))?.absent, []);
  const first = await absentMs(id, 'bob');
  assert.ok(first >= 2000 && first < 3000, `${first}`);
  await lastLook(id, 2000);
  await look(id, 'ann');
  assert.ok((await absentMs(id, 'bob')) >= 4000);
  await look(id, 'bob');
  assert.is(await absentMs(id, 'bob'), 0);
});

test('look: time in which nobody could look does not count', async () => {
  const id = await roomOfTwo();
  await lastLook(id, 10 * HOLD_MS); // Redis was frozen, or every lobby server was gone
  assert.equal((await look(id, 'ann'))?.absent, []);
  assert.is(await absentMs(id, 'bob'), LONGEST_ABSENCE_STEP_MS);
});

test('look: a member at another server is there, also when Redis stood still and the shortest hold is configured', async () => {
  const id = await roomOfTwo();
  const here = { attachedHere: ['ann'], holdMs: MIN_SEAT_HOLD_MS };
  await look(id, 'bob');
  await lastLook(id, HOLD_MS); // nobody could look
  assert.equal((await store.look(id, here))?.absent, []);
  await lastLook(id, LOOK_INTERVAL_MS); // the other server is about to
  assert.equal((await store.look(id, here))?.absent, []);
});

test('look: who is absent for too long is named, and removed only if still absent at that moment', async () => {
  const id = await roomOfTwo();
  await raw.hset(`${keys.lobbyRoom(id)}:absent`, 'bob', HOLD_MS);
  assert.equal((await look(id, 'ann'))?.absent, ['bob']);
  await store.attach(id, { userId: 'bob', sessionId: 'b', sessionEpoch: 1 }); // back between look and removal
  assert.is((await rooms.removeAbsent(id, { userId: 'bob', holdMs: HOLD_MS, nowMs: 0 })).kind, 'present');
  await raw.hset(`${keys.lobbyRoom(id)}:absent`, 'bob', HOLD_MS);
  assert.is((await rooms.removeAbsent(id, { userId: 'bob', holdMs: HOLD_MS, nowMs: 0 })).kind, 'answered');
  const stored = await store.read(id);
  assert.equal(
    stored?.room.members.map(({ userId }) => userId),
    ['ann'],
  );
});

test('look: it keeps the room alive; a room that is gone is undefined', async () => {
  const id = await roomOfTwo();
  await raw.pexpire(keys.lobbyRoom(id), 1000);
  await look(id, 'ann');
  assert.ok((await raw.pttl(keys.lobbyRoom(id))) > 500_000);
  assert.is(await look('nowhere'), undefined);
});

test('look: of the sessions that joined or attached those of members are kept, as long as the room', async () => {
  const id = await roomOfTwo();
  const sessions = `${keys.lobbyRoom(id)}:sessions`;
  await store.attach(id, { userId: 'bob', sessionId: 'b', sessionEpoch: 7 });
  await store.attach(id, { userId: 'cid', sessionId: 'c', sessionEpoch: 8 }); // thinks it is a member
  await store.attach('nowhere', { userId: 'cid', sessionId: 'c', sessionEpoch: 8 });
  assert.equal(await raw.hgetall(sessions), { ann: '1', bob: '7', cid: '8' });
  await raw.pexpire(sessions, 1000);
  await look(id, 'ann');
  assert.equal(await raw.hgetall(sessions), { ann: '1', bob: '7' });
  assert.ok((await raw.pttl(sessions)) > 500_000);
  assert.is(await raw.exists(`${keys.lobbyRoom('nowhere')}:sessions`), 0);
});

test('index: an open room is found, a full one is listed only, a dead one is dropped', async () => {
  const index = new LobbyIndex(redis, keys, store);
  const id = await roomOfTwo();
  const stored = await store.read(id);
  assert.ok(stored);
  await index.write(stored);
  assert.equal(
    (await index.open('arena', { options: '', limit: 10 })).map(({ room }) => room.id),
    [id],
  );
  await rooms.execute(id, join('cid'));
  await rooms.execute(id, join('dan'));
  assert.equal(
    await index.open('arena', { options: '', limit: 10 }),
    [],
    'although nobody has written that it is full',
  );
  assert.equal(await listed(index), [id]);
  const asOf = { epoch: stored.epoch, version: stored.version };
  await index.dropIfGone(stored.room, asOf);
  assert.equal(await listed(index), [id], 'it is there');
  await raw.del(keys.lobbyRoom(id));
  await index.dropIfGone(stored.room, { ...asOf, version: 99 });
  assert.equal(await listed(index), []);
  assert.is(await raw.exists(keys.lobbyIndex('arena')), 0);
});

test('index: rooms of the same options are found among however many others', async () => {
  const index = new LobbyIndex(redis, keys, store);
  const write = async (options: string) => {
    const stored = await store.read(await roomOfTwo(options));
    if (stored !== undefined) await index.write(stored);
    return stored?.room.id ?? '';
  };
  const openIds = async (options: string) =>
    (await index.open('arena', { options, limit: 2 })).map(({ room }) => room.id);
  const [sand, ice] = ['{"map":"sand"}', '{"map":"ice"}'];
  for (let room = 1; room <= 5; room++) await write(sand);
  const rare = await write(ice);
  assert.equal(await openIds(ice), [rare]);
  assert.equal(await openIds('{"map":"moon"}'), []);
  assert.is((await openIds('')).length, 2, 'any');
  await rooms.execute(rare, {
    kind: 'changeSettings',
    userId: 'ann',
    change: { ...noChange, options: '{"map":"moon"}' },
  });
  const changed = await store.read(rare);
  assert.ok(changed);
  await index.write(changed);
  assert.equal([await openIds(ice), await openIds('{"map":"moon"}')], [[], [rare]]);
});

test('index: an older listing changes nothing, and only news are published', async () => {
  const index = new LobbyIndex(redis, keys, store);
  const heard: string[] = [];
  await redis.subscribe(keys.listings, message => void heard.push(message));
  const id = await roomOfTwo();
  const stored = await store.read(id);
  assert.ok(stored);
  const writes = [
    stored,
    stored,
    { ...stored, version: 3, room: { ...stored.room, name: 'new' } },
    stored,
    { ...stored, version: 4, room: { ...stored.room, inviteCode: 'c' } },
    { ...stored, version: 5, room: { ...stored.room, inviteCode: 'c', name: 'other' } },
  ];
  for (const each of writes) await index.write(each);
  await until(async () => heard.length >= 3);
  assert.equal(
    heard.map(message => parseListingNews(message)).map(news => [news?.id, news?.version, news?.listing?.name]),
    [
      [id, 2, ''],
      [id, 3, 'new'],
      [id, 4, undefined],
    ],
  );
  assert.is(await raw.hexists(keys.lobbyIndex('arena'), id), 0);
});

test('index: what is written late does not bring a closed room back', async () => {
  const index = new LobbyIndex(redis, keys, store);
  const id = await roomOfTwo();
  const older = await store.read(id);
  await rooms.execute(id, { kind: 'leave', userId: 'bob', nowMs: 0 });
  const newer = await store.read(id);
  assert.ok(older && newer);
  await index.write(newer);
  await rooms.execute(id, { kind: 'leave', userId: 'ann', nowMs: 0 });
  await index.remove(newer.room, { epoch: newer.epoch, version: newer.version + 1 });
  const isThere = async () => [(await listed(index)).includes(id), (await openIds()).includes(id)];
  for (const late of [[older], [newer], [older, newer], [newer, older]]) {
    await Promise.all(late.map(stored => index.write(stored)));
    assert.equal(await isThere(), [false, false], late.map(({ version }) => version).join(' '));
  }
});

test('index: what is written late does not list a room that is unlisted by now', async () => {
  const index = new LobbyIndex(redis, keys, store);
  const id = await roomOfTwo();
  const before = await store.read(id);
  assert.ok(before);
  await index.write(before);
  await rooms.execute(id, { kind: 'changeSettings', userId: 'ann', change: { ...noChange, inviteCode: 'code' } });
  const unlisted = await store.read(id);
  assert.ok(unlisted);
  await index.write(unlisted);
  await index.write(before);
  assert.equal([(await listed(index)).includes(id), (await openIds()).includes(id)], [false, false]);
});

/** As they stand in Redis, without a look at the rooms. */
function openIds(): Promise<string[]> {
  return raw.zrange(`{${keys.lobbyIndex('arena')}}:open`, '0', '-1');
}

async function listed(index: LobbyIndex): Promise<string[]> {
  const ids: string[] = [];
  for await (const slice of index.listings('arena')) ids.push(...slice.map(([id]) => id));
  return ids;
}

for (const name of [
  'commit-room',
  'attach-room',
  'look-at-room',
  'discard-room',
  'index-room',
  'claim-code',
  'count-attempt',
  'set-presence',
  'clear-presence',
]) {
  test(`late: past its deadline ${name} changes nothing`, async () => {
    const script = loadScript(name, new URL('../lua/', import.meta.url));
    const before = (await raw.keys('*')).sort();
    const late = await cluster.runLate(script, ['{x}a', '{x}b', '{x}c', '{x}d', '{x}e'], Array(18).fill('1'));
    assert.match(late, /^LATE/);
    assert.equal((await raw.keys('*')).sort(), before);
  });
}

test.run();
