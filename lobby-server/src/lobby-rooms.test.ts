import { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Change, type Execution, LobbyRooms } from './lobby-rooms.ts';
import { newRoomId } from './new-room.ts';
import { repliesKey } from './room-keys.ts';
import { LEFT_REPLIES_TTL_MS, RoomStore } from './room-store.ts';
import { REPLY_SLOTS } from './stored-reply.ts';
import { testAsker } from './test-rooms.ts';

const cluster = await TestCluster.start();
const { keys } = cluster;
const ann = { userId: 'ann', name: 'Ann' };
const bob = { userId: 'bob', name: 'Bob' };
let rooms = 0;

/** One lobby server's view of the rooms: a connection and commits of its own. */
async function lobbyServer() {
  const redis = await cluster.connect();
  const changes: Change[] = [];
  const store = new RoomStore(redis, keys);
  return { redis, store, changes, rooms: new LobbyRooms(store, change => changes.push(change)) };
}

const a = await lobbyServer();
const b = await lobbyServer();

async function newLobbyRoom({ maxMembers = 4 } = {}): Promise<string> {
  const asker = testAsker('ann', ++rooms);
  const id = newRoomId(asker.sessionId, asker.seq);
  const wanted = { id, roomClass: 'arena', options: '', auto: false, maxMembers, host: ann, nowMs: 0 };
  assert.is(answer(await a.rooms.create(wanted, asker)).kind, 'joined');
  return id;
}

function answer(execution: Execution) {
  if (execution.kind !== 'answered') throw new Error(`expected an answer, not ${execution.kind}`);
  return execution.reply;
}

const join = (user: { userId: string; name: string }) => ({ kind: 'join', user, role: 'player', nowMs: 0 }) as const;
const say = (userId: string, text: string) => ({ kind: 'say', userId, text, nowMs: 7 }) as const;

test.after(() => cluster.stop());

test('lobby rooms: a new room, readable by a person', async () => {
  const id = await newLobbyRoom();
  const hash = await a.redis.commands.hgetall(`gh:lobby:{${id}}`);
  assert.is(hash.version, '1');
  assert.match(hash.epoch ?? '', /^\d{16}$/);
  assert.match(hash.state ?? '', `{"id":"${id}","roomClass":"arena"`);
  const events = await a.redis.commands.lrange(`gh:lobby:{${id}}:events`, 0, -1);
  assert.equal(events, [
    '1 {"kind":"memberJoined","member":{"userId":"ann","name":"Ann","ready":false,"role":"player"}}',
  ]);
});

test('lobby rooms: creating it again gives the same reply and no second room', async () => {
  const id = await newLobbyRoom();
  const asker = testAsker('ann', rooms);
  const wanted = { id, roomClass: 'arena', options: '', auto: false, maxMembers: 4, host: ann, nowMs: 9 };
  const first = await a.store.storedReply(id, asker);
  assert.equal(answer(await b.rooms.create(wanted, asker)), first);
  assert.is((await b.store.read(id))?.version, 1);
});

test('lobby rooms: a command that two servers execute happens once, with one reply', async () => {
  const id = await newLobbyRoom();
  const asker = testAsker('bob', 7);
  const [one, two] = await Promise.all([a.rooms.execute(id, join(bob), asker), b.rooms.execute(id, join(bob), asker)]);
  assert.equal(answer(one), answer(two));
  assert.is((await a.store.read(id))?.version, 2);
  assert.equal(answer(await b.rooms.execute(id, join(bob), asker)), answer(one), 'however late');
});

test('lobby rooms: a command that comes again after its reply was overwritten is not executed a second time', async () => {
  const id = await newLobbyRoom();
  const first = testAsker('ann', 2, { sessionId: 'long ago' });
  await a.rooms.execute(id, say('ann', 'the line'), first);
  for (let later = 1; later <= REPLY_SLOTS; later++) {
    await b.rooms.execute(id, say('ann', `line ${later}`), { ...first, seq: first.seq + later });
  }
  assert.is((await a.rooms.execute(id, say('ann', 'the line'), first)).kind, 'superseded');
  assert.is((await a.store.read(id))?.version, 2 + REPLY_SLOTS);
});

test('lobby rooms: a session executes nothing any more once a newer one has attached, whichever server it asks', async () => {
  const id = await newLobbyRoom();
  const old = { sessionId: 'old', sessionEpoch: 5 };
  assert.is(answer(await a.rooms.execute(id, join(bob), testAsker('bob', 1, old))).kind, 'joined');
  await b.store.attach(id, { userId: 'bob', sessionId: 'new', sessionEpoch: 6 });
  await a.store.attach(id, { userId: 'bob', ...old });
  const leave = { kind: 'leave', userId: 'bob', nowMs: 0 } as const;
  assert.is((await a.rooms.execute(id, leave, testAsker('bob', 2, old))).kind, 'superseded');
  assert.is((await a.rooms.execute(id, join(bob), testAsker('bob', 1, old))).kind, 'superseded', 'nor is it answered');
  assert.is((await a.store.read(id))?.version, 2);
  assert.is(answer(await b.rooms.execute(id, leave, testAsker('bob', 1, { sessionEpoch: 6 }))).kind, 'done');
});

test('lobby rooms: nor after a newer one has joined; a later claim of that one goes on', async () => {
  const id = await newLobbyRoom();
  await b.rooms.execute(id, join(bob), testAsker('bob', 1, { sessionEpoch: 6 }));
  const old = testAsker('bob', 2, { sessionEpoch: 5 });
  assert.is((await a.rooms.execute(id, say('bob', 'old'), old)).kind, 'superseded');
  assert.is(answer(await a.rooms.execute(id, say('bob', 'again'), { ...old, sessionEpoch: 7 })).kind, 'done');
});

test('lobby rooms: concurrent commits of two servers: each once, versions without gap, one order for all', async () => {
  const id = await newLobbyRoom();
  const lines = 60;
  const sent = [a, b].flatMap((server, number) =>
    Array.from({ length: lines }, (_, seq) =>
      server.rooms.execute(id, say('ann', `${number}:${seq}`), testAsker('ann', seq, { sessionId: `s${number}` })),
    ),
  );
  for (const execution of await Promise.all(sent)) assert.is(answer(execution).kind, 'done');
  const { stored, events } = await a.store.readWhole(id);
  assert.is(stored?.version, 1 + 2 * lines);
  assert.equal(
    events.map(({ version }) => version),
    Array.from(events, (_, index) => index + 1),
  );
  const texts = events.map(({ event }) => (event.kind === 'chat' ? event.text : '')).slice(1);
  assert.is(new Set(texts).size, 2 * lines);
  for (const number of ['0', '1']) {
    const ofOne = texts.filter(text => text.startsWith(number)).map(text => Number(text.slice(2)));
    assert.equal(
      ofOne,
      Array.from(ofOne, (_, index) => index),
      'in the order it was said',
    );
  }
  const told = [a, b].flatMap(server => server.changes.filter(change => change.lobbyRoomId === id));
  assert.is(told.flatMap(change => change.events).length, 2 * lines + 1, 'each commit is told once, by its own server');
});

test('lobby rooms: a refusal is final for its command, whatever happens afterwards', async () => {
  const id = await newLobbyRoom({ maxMembers: 1 });
  const asker = testAsker('bob', 1);
  assert.equal(answer(await a.rooms.execute(id, join(bob), asker)), { kind: 'refused', code: 'ROOM_FULL' });
  await a.rooms.execute(id, say('ann', 'hi'));
  assert.equal(answer(await b.rooms.execute(id, join(bob), asker)), { kind: 'refused', code: 'ROOM_FULL' });
  assert.is((await a.store.read(id))?.version, 2, 'a refusal is no event');
});

test('lobby rooms: the last one closes it; its reply outlives it', async () => {
  const id = await newLobbyRoom();
  const asker = testAsker('ann', 99);
  const left = answer(await a.rooms.execute(id, { kind: 'leave', userId: 'ann', nowMs: 0 }, asker));
  assert.equal(left, { kind: 'done', version: 2 });
  assert.is(await a.store.read(id), undefined);
  assert.equal(answer(await b.rooms.execute(id, { kind: 'leave', userId: 'ann', nowMs: 0 }, asker)), left);
  assert.is((await b.rooms.execute(id, join(bob), testAsker('bob', 1))).kind, 'gone');
  const [onlyKey, ...more] = await a.redis.commands.keys(`gh:lobby:{${id}}*`);
  assert.is(onlyKey, `gh:lobby:{${id}}:replies:ann`);
  assert.equal(more, []);
  const ttlMs = await a.redis.commands.pttl(onlyKey ?? '');
  assert.ok(ttlMs > 50_000 && ttlMs <= 60_000);
});

test('lobby rooms: what was published tells every event with its version', async () => {
  const id = await newLobbyRoom();
  const heard: string[] = [];
  let whenHeard: () => void = () => undefined;
  const published = new Promise<void>(resolve => {
    whenHeard = resolve;
  });
  await b.redis.subscribe(`gh:lobby:${id}`, message => {
    heard.push(message);
    whenHeard();
  });
  await a.rooms.execute(id, say('ann', 'hi'));
  await published;
  assert.equal(heard, [
    JSON.stringify({ version: 2, events: ['2 {"kind":"chat","userId":"ann","name":"Ann","text":"hi","atMs":7}'] }),
  ]);
});

test('lobby rooms: only the newest events are kept', async () => {
  const id = await newLobbyRoom();
  await Promise.all(Array.from({ length: 300 }, (_, line) => a.rooms.execute(id, say('ann', `line ${line}`))));
  const { stored, events } = await a.store.readWhole(id);
  assert.is(stored?.version, 301);
  assert.is(events.length, 256);
  assert.is(events[0]?.version, 46);
});

test('lobby rooms: what a member who missed too much is told comes from one moment: no line of its chat follows as an event', async () => {
  const id = await newLobbyRoom();
  await a.rooms.execute(id, say('ann', 'before'));
  const sayMeanwhile = async <T>(found: Promise<T>): Promise<T> => {
    const value = await found;
    await a.rooms.execute(id, say('ann', 'meanwhile'));
    return value;
  };
  const { redis } = b;
  const interrupted = new RoomStore(
    {
      run: (script, keys, args, options) => sayMeanwhile(redis.run(script, keys, args, options)),
      read: query => sayMeanwhile(redis.read(query)),
    },
    keys,
  );
  const { stored, events, chat } = await interrupted.readWhole(id);
  assert.is(stored?.version, 2);
  assert.is(events.at(-1)?.version, 2);
  assert.equal(
    chat.map(({ text }) => text),
    ['before'],
  );
});

test('lobby rooms: what an attach needs comes from one moment', async () => {
  const id = await newLobbyRoom();
  await b.rooms.execute(id, join(bob), testAsker('bob', 4));
  await b.rooms.execute(id, say('bob', 'hi'), testAsker('bob', 5));
  await b.rooms.execute(id, { kind: 'start', userId: 'bob', nowMs: 0 }, testAsker('bob', 6));
  const found = await a.store.attach(id, { userId: 'bob', sessionId: 'bob', sessionEpoch: 1 });
  assert.is(found.stored?.version, 3);
  assert.is(found.events.length, 3);
  assert.equal([...found.replies.keys()].sort(), [4, 5, 6]);
  assert.is(found.replies.get(4)?.kind, 'joined');
  assert.equal(found.replies.get(5), { kind: 'done', version: 3 });
  assert.equal(found.replies.get(6), { kind: 'refused', code: 'NOT_HOST' });
  const nowhere = await a.store.attach('nowhere', { userId: 'bob', sessionId: 'bob', sessionEpoch: 1 });
  assert.is(nowhere.stored, undefined);
});

test("lobby rooms: a bot that is removed shortens nobody's replies, who leaves keeps its own for a while", async () => {
  const id = await newLobbyRoom();
  const session = testAsker('ann', 1, { sessionId: 'long' });
  const ttlMs = () => a.redis.commands.pttl(repliesKey(keys, id, session.sessionId));
  await a.rooms.execute(id, { kind: 'addBot', userId: 'ann', name: 'Robot', options: '' }, session);
  const removed = { kind: 'removeBot', userId: 'ann', member: 'bot:1' } as const;
  assert.is(answer(await a.rooms.execute(id, removed, { ...session, seq: 2 })).kind, 'done');
  assert.ok((await ttlMs()) > LEFT_REPLIES_TTL_MS);
  await a.rooms.execute(id, { kind: 'leave', userId: 'ann', nowMs: 0 }, { ...session, seq: 3 });
  assert.ok((await ttlMs()) <= LEFT_REPLIES_TTL_MS);
});

test.run();
