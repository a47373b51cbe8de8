import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1');
const l2 = await lobbies.lobbyServer('l2');
const a = await lobbies.gateway('a', [l1, l2]);
const { raw, keys } = lobbies.cluster;
let people = 0;

test.before.each(() => {
  a.placed.length = 0;
});
test.after(() => lobbies.stop());

/** Users with names of their own, the first on one lobby server, the others on the other one. */
async function users<const N extends readonly string[]>(...names: N): Promise<{ [K in keyof N]: TestClient }> {
  people++;
  const clients = names.map((name, at) => lobbies.client(`${name}${people}`, a, at === 0 ? l1 : l2));
  return (await Promise.all(clients)) as { [K in keyof N]: TestClient };
}

const idOf = ({ room }: gatehouse.Joined): string => room?.lobbyRoomId ?? '';

function joinByCode(client: TestClient, code: string, own: gatehouse.IJoinByCode = {}): number {
  return client.send(FRAME_TYPES.joinByCode, messages.JoinByCode.encode({ ...own, code }).finish());
}

function joinWith(client: TestClient, lobbyRoomId: string, own: gatehouse.IJoinLobbyRoom): number {
  return client.send(FRAME_TYPES.joinLobbyRoom, messages.JoinLobbyRoom.encode({ ...own, lobbyRoomId }).finish());
}

test('kick: the kicked one hears why, is out, and comes back only when it is allowed to', async () => {
  const [ann, bob, cid] = await users('ann', 'bob', 'cid');
  const id = idOf(await ann.create('arena'));
  await bob.join(id);
  await cid.join(id);
  await ann.done(ann.kick(bob.userId, { reason: 'rude', ban: 'forever' }));
  for (const client of [ann, bob, cid]) {
    const { memberKicked } = (await client.event('memberKicked')).message;
    assert.equal([memberKicked?.userId, memberKicked?.reason], [bob.userId, 'rude']);
  }
  assert.is(await bob.error(bob.say('still here?')), 'NOT_IN_ROOM');
  assert.is(await bob.error(joinWith(bob, id, {})), 'BANNED');
  await ann.done(ann.kick(cid.userId));
  await cid.event('memberKicked');
  assert.is(idOf(await cid.join(id)), id, 'kicked without a ban');
  assert.is(await cid.error(cid.kick(ann.userId)), 'NOT_HOST');
  await ann.done(ann.say('after'));
  await cid.event('chat');
  assert.equal(bob.chat(), [], 'the kicked one hears no more');
});

test('kick: who was kicked while it was away is told so when it attaches', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const joined = await ann.create('arena');
  const id = idOf(joined);
  const { version } = await bob.join(id);
  await ann.done(ann.kick(bob.userId));
  await bob.login(a);
  const opened = await bob.attach(a, l1, { roomId: id, mark: { epoch: joined.epoch, number: version }, first: 2 });
  assert.equal([opened.roomId, opened.why], ['', 'kicked']);
});

test('kick: the seat in the running game is taken, again and again until that is certain; only then may the kicked one come back', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const { room } = await ann.joinOrCreate('echo');
  const id = room?.lobbyRoomId ?? '';
  await ann.event('started');
  await bob.join(id);
  const asked: string[] = [];
  const answered = new Promise<void>(resolve => {
    a.removeSeats = async ({ roomId, userIds }) => {
      asked.push(`${roomId} ${userIds}`);
      if (asked.length < 3) throw new GatehouseError('LINK_CLOSED');
      resolve();
      return {};
    };
  });
  await ann.done(ann.kick(bob.userId));
  const placed = a.placed.length;
  await bob.event('memberKicked');
  const back = bob.join(id);
  await answered;
  assert.is(idOf(await back), id);
  assert.equal(asked.slice(0, 3), Array(3).fill(`${id}-1 ${bob.userId}`));
  assert.is(a.placed.length, placed + 1, 'a seat anew');
  for (const client of [ann, bob]) await client.done(client.send(FRAME_TYPES.leaveLobbyRoom, new Uint8Array())); // nobody is to be sent here any more
});

test('members who all vanish at once are seen out, and the room with its code is gone', async () => {
  const last = await lobbies.lobbyServer('last', { SEAT_HOLD_MS: 200 });
  const b = await lobbies.gateway('b', [last]);
  const [dan, eva] = [await lobbies.client('dan', b, last), await lobbies.client('eva', b, last)];
  const { room } = await dan.joined(
    dan.send(
      FRAME_TYPES.createLobbyRoom,
      messages.CreateLobbyRoom.encode({ roomClass: 'arena', unlisted: true }).finish(),
    ),
  );
  const { lobbyRoomId: id = '', inviteCode: code = '' } = room ?? {};
  await eva.joined(joinByCode(eva, code ?? ''));
  b.hangUp(last);
  await lobbies.until(async () => (await raw.exists(keys.lobbyRoom(id ?? ''))) === 0);
  await lobbies.until(async () => (await raw.pttl(keys.inviteCode(code ?? ''))) <= 60_000);
  assert.is(await raw.hexists(keys.lobbyIndex('arena'), id ?? ''), 0);
});

test('host: hands over, and is one no more', async () => {
  const [ann, bob] = await users('ann', 'bob');
  await bob.join(idOf(await ann.create('arena')));
  await ann.done(ann.send(FRAME_TYPES.handOver, messages.HandOver.encode({ userId: bob.userId }).finish()));
  assert.is((await bob.event('hostChanged')).message.hostChanged, bob.userId);
  assert.is(await ann.error(ann.settings({ name: 'mine' })), 'NOT_HOST');
  await bob.done(bob.settings({ name: 'mine' }));
});

test('settings: all see them, wrong ones are refused, the password is never shown nor stored as it is', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const id = idOf(await ann.create('arena', 4, { name: 'Day', metadata: '{"map":"ice"}' }));
  await bob.join(id);
  await ann.done(ann.settings({ name: 'Night', metadata: '{"map":"sand"}', password: 'sesame' }));
  const { settingsChanged } = (await bob.event('settingsChanged')).message;
  const { name, metadata, hasPassword, maxMembers, locked } = settingsChanged ?? {};
  assert.equal([name, metadata, hasPassword, maxMembers, locked], ['Night', '{"map":"sand"}', true, 4, false]);
  const wrong: [gatehouse.IChangeSettings, string][] = [
    [{ maxMembers: 1 }, 'BAD_SETTINGS'],
    [{ name: 'x'.repeat(65) }, 'BAD_SETTINGS'],
    [{ metadata: '[]' }, 'BAD_METADATA'],
    [{ options: '{' }, 'BAD_OPTIONS'],
  ];
  for (const [change, code] of wrong) assert.is(await ann.error(ann.settings(change)), code);
  const everything = await Promise.all(
    (await raw.keys(`gh:lobby:{${id}}*`)).map(async key => {
      const type = await raw.type(key);
      return JSON.stringify(type === 'hash' ? await raw.hgetall(key) : await raw.lrange(key, 0, -1));
    }),
  );
  assert.not(everything.join().includes('sesame'));
});

test('password: needed, right or wrong, and not guessed for long', async () => {
  const [ann, bob, cid] = await users('ann', 'bob', 'cid');
  const id = idOf(await ann.create('arena', 0, { password: 'sesame' }));
  assert.is(await bob.error(joinWith(bob, id, {})), 'WRONG_PASSWORD');
  for (let guess = 0; guess < 5; guess++) {
    assert.is(await bob.error(joinWith(bob, id, { password: `guess ${guess}` })), 'WRONG_PASSWORD');
  }
  assert.is(await bob.error(joinWith(bob, id, { password: 'sesame' })), 'TOO_MANY_ATTEMPTS', 'even the right one');
  const joined = await cid.join(id, { password: 'sesame' });
  assert.ok(joined.room?.hasPassword);
  assert.is(idOf(await cid.join(id)), id, 'a member needs none');
});

test('unlisted: in no list, joined by its code alone, however it is typed', async () => {
  const [ann, bob, cid] = await users('ann', 'bob', 'cid');
  const created = await ann.create('arena', 0, { unlisted: true, name: 'secret' });
  const id = idOf(created);
  const code = created.room?.inviteCode ?? '';
  assert.match(code, /^[0-9a-z]{8}$/);
  const ref = bob.send(FRAME_TYPES.listLobbyRooms, messages.ListLobbyRooms.encode({ text: 'secret' }).finish());
  assert.equal((await bob.listed(ref)).rooms, []);
  assert.is(await bob.error(joinWith(bob, id, {})), 'NO_SUCH_ROOM');
  assert.is(await bob.error(joinByCode(bob, 'zzzz-zzzz')), 'WRONG_CODE');
  const typed = `${code.slice(0, 4)} - ${code.slice(4)}`.toUpperCase();
  assert.is(idOf(await bob.joined(joinByCode(bob, typed))), id);
  assert.is((await bob.joined(joinByCode(bob, code))).room?.members?.length, 2, 'again: the same place');

  await ann.done(ann.settings({ unlisted: false }));
  await bob.event('settingsChanged');
  assert.is(idOf(await cid.join(id)), id, 'listed now');
});

test('unlisted: codes are not guessed for long', async () => {
  const [bob] = await users('bob');
  for (let guess = 0; guess < 10; guess++) assert.is(await bob.error(joinByCode(bob, `0000000${guess}`)), 'WRONG_CODE');
  assert.is(await bob.error(joinByCode(bob, '00000000')), 'TOO_MANY_ATTEMPTS');
});

test('spectators and bots: the game room hears who is what, and what for', async () => {
  const [ann, bob, sue] = await users('ann', 'bob', 'sue');
  const id = idOf(await ann.create('arena', 3, { playerOptions: '{"skin":"red"}' }));
  await bob.join(id);
  const addBot = messages.AddBot.encode({ name: 'Robby', options: '{"level":2}' }).finish();
  await ann.done(ann.send(FRAME_TYPES.addBot, addBot));
  assert.is(await ann.error(ann.send(FRAME_TYPES.addBot, addBot)), 'ROOM_FULL');
  const seen = await sue.join(id, { spectator: true });
  assert.equal(
    seen.room?.members?.map(({ role }) => role),
    ['player', 'player', 'bot', 'spectator'],
  );
  await bob.done(bob.ready());
  await ann.done(ann.send(FRAME_TYPES.startGame));
  await sue.event('started');
  assert.equal(
    a.placed[0]?.users?.map(({ name, spectator, bot, options }) => [name, spectator, bot, options]),
    [
      [ann.userId, false, false, '{"skin":"red"}'],
      [bob.userId, false, false, ''],
      ['Robby', false, true, '{"level":2}'],
      [sue.userId, true, false, ''],
    ],
  );
  const [tom] = await users('tom');
  assert.is(await tom.error(joinWith(tom, id, {})), 'ROOM_FULL');
  await tom.join(id, { spectator: true });
  assert.equal(
    a.placed.at(-1)?.users?.map(({ userId, spectator }) => [userId, spectator]),
    [[tom.userId, true]],
    'a place to look on from, before it is in the room',
  );
});

test('bots are never absent: only people have to be attached', async () => {
  const [ann] = await users('ann');
  const id = idOf(await ann.create('arena'));
  await ann.done(ann.send(FRAME_TYPES.addBot, messages.AddBot.encode({}).finish()));
  await lobbies.until(async () => Number(await raw.hget(keys.lobbyRoom(id), 'lookedAt')) > 0);
  assert.equal(await raw.hgetall(`${keys.lobbyRoom(id)}:absent`), {});
});

test('rematch: when the last player wants it, the next round starts', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const id = idOf(await ann.create('arena'));
  await bob.join(id);
  await bob.done(bob.ready());
  await ann.done(ann.send(FRAME_TYPES.startGame));
  await bob.event('started');
  const vote = messages.VoteRematch.encode({ yes: true }).finish();
  assert.is(await ann.error(ann.send(FRAME_TYPES.voteRematch, vote)), 'WRONG_PHASE');
  await raw.hset(keys.room(`${id}-1`), { state: 'ended', why: 'ended' });
  await bob.event('roundEnded');
  await ann.done(ann.send(FRAME_TYPES.voteRematch, vote));
  await bob.event('rematchVoted');
  await bob.done(bob.send(FRAME_TYPES.voteRematch, vote));
  await ann.next('event', ({ message }) => message.started === `${id}-2`);
});

test('chat: who joins, and who missed too much, sees the newest lines', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const joined = await ann.create('arena');
  const id = idOf(joined);
  for (let line = 1; line <= 55; line++) await ann.done(ann.say(`line ${line}`));
  const seen = (await bob.join(id)).room?.chat ?? [];
  assert.is(seen.length, 50);
  assert.is(seen[0]?.text, 'line 6');
  assert.ok(Math.abs((seen[0]?.atMs ?? 0) - Date.now()) < 60_000);
  await ann.login(a);
  await ann.attach(a, l2, { roomId: id, first: 60 });
  assert.is((await ann.next('snapshot', () => true)).message.chat?.length, 50);
});

test('chat: the history is bounded in bytes too', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const id = idOf(await ann.create('arena'));
  for (let line = 0; line < 40; line++) await ann.done(ann.say('🎲'.repeat(500)));
  const { room } = await bob.join(id);
  const bytes = (await raw.lrange(`${keys.lobbyRoom(id)}:chat`, 0, -1)).join('').length;
  assert.ok((room?.chat?.length ?? 0) >= 10);
  assert.ok(bytes <= 32 * 1024, `${bytes}`);
});

test('chat: who talks too much is refused, and heard again later', async () => {
  const l3 = await lobbies.lobbyServer('l3', { CHAT_LINES_PER_SECOND: 1 });
  await a.dial(l3);
  const ann = await lobbies.client('talker', a, l3);
  await ann.create('arena');
  for (let line = 0; line < 10; line++) await ann.done(ann.say(`${line}`));
  assert.is(await ann.error(ann.say('one more')), 'CHAT_TOO_FAST');
  assert.is(await ann.error(ann.tell('anybody', 'or to somebody')), 'CHAT_TOO_FAST');
});

test('game room: its metadata and its lock become the lobby room’s, once', async () => {
  const [ann, bob] = await users('ann', 'bob');
  const id = idOf(await ann.joinOrCreate('echo'));
  await ann.event('started');
  await bob.join(id);
  await raw.publish(keys.lobbyChannel(id), `metadata ${id}-1 {"map": "ice cave"}`);
  const first = await bob.next('event', ({ message }) => message.settingsChanged?.metadata === '{"map": "ice cave"}');
  await raw.publish(keys.lobbyChannel(id), `locked ${id}-1 1`);
  const second = await bob.next('event', ({ message }) => message.settingsChanged?.locked === true);
  assert.is(second.version, first.version + 1, 'although two servers have heard of it');
  await raw.publish(keys.lobbyChannel(id), `metadata ${id}-1 not JSON`);
  const [cid] = await users('cid');
  assert.is(await cid.error(joinWith(cid, id, {})), 'ROOM_LOCKED');
});

test.run();
