import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { tableMessages as messages } from './rooms/table-messages.ts';

// What people do in a lobby, on the SDK: Ann and Cid on one gateway, Bo on the other one, over two lobby servers.

interface People {
  cluster: TestCluster;
  ann: Client;
  bo: Client;
  cid: Client;
}

const people = suite<People>('lobby people');
people.before(
  reported(async context => {
    context.cluster = await TestCluster.start({
      gateways: 2,
      healthIntervalMs: 5000,
      lobbyServers: 2,
      gameServers: 1,
      gameServerEntry: 'tests/rooms/table-game-server.ts',
    });
    const [a = '', b = ''] = await context.cluster.urls();
    context.ann = await connect({ urls: [a], guestName: 'Ann' });
    context.bo = await connect({ urls: [b], guestName: 'Bo' });
    context.cid = await connect({ urls: [a], guestName: 'Cid' });
  }),
);
people.after(async ({ cluster, ann, bo, cid }) => {
  for (const client of [ann, bo, cid]) client.close();
  await cluster.stop();
});

people('a room by invitation: code, chat history, settings, hand-over', async ({ ann, bo }) => {
  const room = await ann.lobby.create('table', { unlisted: true, name: 'Ours', metadata: { map: 'ice' } });
  assert.equal((await bo.lobby.list()).rooms, []);
  await ann.lobby.chat('first line');
  const joined = await bo.lobby.joinByCode((room.inviteCode ?? '').toUpperCase());
  assert.equal(
    joined.chat.map(({ text }) => text),
    ['first line'],
  );
  assert.equal([joined.name, joined.metadata], ['Ours', { map: 'ice' }]);
  await ann.lobby.handOver(bo.userId);
  await until(bo, () => bo.lobby.room?.hostUserId === bo.userId);
  await rejects(ann.lobby.changeSettings({ name: 'Mine' }), 'NOT_HOST');
  await bo.lobby.changeSettings({ name: 'Bo’s', unlisted: false, metadata: { map: 'sand' } });
  await until(ann, () => ann.lobby.room?.name === 'Bo’s' && ann.lobby.room.inviteCode === undefined);
  assert.equal(
    (await ann.lobby.list({ metadata: { map: 'sand' } })).rooms.map(({ name }) => name),
    ['Bo’s'],
  );
});

people('bots, a spectator, two rounds by rematch, and the seats the game gives them', async ({ ann, bo, cid }) => {
  await bo.lobby.addBot({ name: 'Robby' });
  await cid.lobby.join(bo.lobby.room?.id ?? '', { spectator: true });
  await ann.lobby.ready(true);
  await bo.lobby.start();
  const first = await Promise.all([ann, bo, cid].map(client => client.room({ messages })));
  assert.equal(
    cid.lobby.room?.members.map(({ name, role }) => [name, role]),
    [
      ['Ann', 'player'],
      ['Bo', 'player'],
      ['Robby', 'bot'],
      ['Cid', 'spectator'],
    ],
  );
  first[0]?.send('show', { stakes: 5 });
  await until(cid, () => cid.lobby.room?.metadata.stakes === 5 && cid.lobby.room.locked);
  await over(first, first[0]);
  await until(ann, () => ann.lobby.room?.phase === 'waiting' && !ann.lobby.room.locked);
  await ann.lobby.voteRematch(true);
  await rejects(cid.lobby.voteRematch(true), 'SPECTATOR');
  await until(bo, () => bo.lobby.room?.rematchVotes.length === 1);
  await bo.lobby.voteRematch(true);
  const second = await Promise.all([ann, bo, cid].map(client => client.room({ messages })));
  assert.is(second[0]?.roomId, `${bo.lobby.room?.id}-2`);
  await over(second, second[1]);
});

people('a kick: heard by the kicked one, whose seat in the game goes with it', async ({ ann, bo }) => {
  await until(bo, () => bo.lobby.room?.phase === 'waiting');
  await bo.lobby.start();
  const [room, other] = await Promise.all([ann.room({ messages }), bo.room({ messages })]);
  const gone = new Promise(resolve => other.on('gone', resolve));
  const heard = new Promise<string>(resolve => ann.lobby.on('memberKicked', ({ reason }) => resolve(reason)));
  const closed = new Promise<string>(resolve => ann.lobby.on('closed', ({ why }) => resolve(why)));
  const left = new Promise<string>(resolve => room.onEnded(({ why }) => resolve(why)));
  const { id } = bo.lobby.room ?? {};
  await bo.lobby.kick(ann.userId, { reason: 'away too long', ban: 'forever' });
  assert.is(await heard, 'away too long');
  assert.is(await closed, 'kicked');
  assert.is(await left, 'kicked');
  assert.is(room.end?.error?.code, 'NO_SEAT');
  assert.equal(await gone, { name: 'Ann', why: 'kicked' });
  assert.is(ann.lobby.room, undefined);
  await rejects(ann.lobby.join(id ?? ''), 'BANNED');
});

people('whom the game refuses is told why, and keeps nobody else out', async ({ ann, bo, cid }) => {
  for (const { lobby } of [ann, bo, cid]) if (lobby.room !== undefined) await lobby.leave();
  const { id } = await bo.lobby.create('table');
  await ann.lobby.join(id, { playerOptions: 'refuse me' });
  await cid.lobby.join(id);
  await Promise.all([ann.lobby.ready(true), cid.lobby.ready(true)]);
  await bo.lobby.start();
  const rooms = await Promise.all([bo, cid].map(client => client.room({ messages })));
  const refusal = await ann.room({ messages }).catch(error => error);
  assert.is(refusal.code, 'SEAT_REFUSED');
  assert.match(refusal.message, /as you like/);
  assert.is(ann.lobby.room?.phase, 'playing');
  await over(rooms, rooms[0]);
  await until(ann, () => ann.lobby.room?.phase === 'waiting');
  await ann.lobby.leave();
});

people('direct messages and presence, across gateways and lobby servers', async ({ ann, bo, cid }) => {
  await bo.lobby.start();
  await bo.room({ messages });
  await cid.lobby.leave();
  const statuses = await ann.lobby.watchUsers([bo.userId, cid.userId, 'nobody']);
  assert.equal([...statuses.values()], ['game', 'online', 'offline']);
  const told = new Promise<string>(resolve => bo.lobby.on('direct', ({ name, text }) => resolve(`${name}: ${text}`)));
  await ann.lobby.tell(bo.userId, 'sorry');
  assert.is(await told, 'Ann: sorry');
  await rejects(ann.lobby.tell('nobody', 'hello?'), 'USER_OFFLINE');
  await cid.lobby.setAway(true);
  await until(ann, () => ann.lobby.users.get(cid.userId) === 'away');
  await cid.lobby.setAway(false);
  await until(ann, () => ann.lobby.users.get(cid.userId) === 'online');
});

people('an announcement at one gateway reaches everybody, once', async ({ cluster, ann, bo, cid }) => {
  const heard: string[] = [];
  const all = [ann, bo, cid].map(
    client =>
      new Promise<void>(resolve =>
        client.lobby.on('announcement', ({ text }) => {
          heard.push(text);
          resolve();
        }),
      ),
  );
  const { adminPort } = await cluster.first(cluster.gateways).ready;
  const body = JSON.stringify({ text: 'restart at noon' });
  const response = await fetch(`http://127.0.0.1:${adminPort}/announcements`, { method: 'POST', body });
  assert.equal(await response.json(), { gateways: 2 });
  await Promise.all(all);
  assert.equal(heard, ['restart at noon', 'restart at noon', 'restart at noon']);
});

people('what is watched goes on when the lobby server dies', async ({ cluster, ann, cid }) => {
  await cid.lobby.leave().catch(() => undefined); // in none
  const list = await ann.lobby.watchRooms({ text: 'after' });
  assert.equal(list.rooms, []);
  const dead = await cluster.inspect.hget(`gh:session:${ann.userId}`, 'lobbyServer');
  cluster.server(dead ?? '').kill('SIGKILL');
  await cid.lobby.create('table', { name: 'After the fall' });
  await changed(list, () => list.rooms.length === 1);
  await until(ann, () => ann.lobby.users.get(cid.userId) === 'lobby');
  await cid.lobby.leave();
  await changed(list, () => list.rooms.length === 0);
  await list.stop();
});

people('joinOrCreate again after a round, without leaving anything, plays the next one', async ({ ann, cid }) => {
  let room = await cid.joinOrCreate('table', { messages });
  await ann.joinOrCreate('table', { messages });
  for (let round = 1; round <= 3; round++) {
    assert.is(room.roomId, `${cid.lobby.room?.id}-${round}`);
    await over([room], room);
    room = await cid.joinOrCreate('table', { messages }); // at once: the lobby room may not know of the end yet
  }
  assert.is((await ann.joinOrCreate('table', { messages })).roomId, room.roomId);
});

people('who comes later, and who comes alone, is told too why the game refuses', async ({ ann, cid }) => {
  const refused = { messages, playerOptions: 'refuse me' };
  await (await ann.room({ messages })).leave(); // with the seat that it has, it would be let in again
  await ann.lobby.leave();
  const late = await ann.joinOrCreate('table', refused).catch(error => error); // where Cid plays
  assert.is(late.code, 'SEAT_REFUSED');
  assert.match(late.message, /as you like/);
  assert.is(ann.lobby.room, undefined);
  await cid.lobby.leave();
  const alone = await ann.joinOrCreate('table', refused).catch(error => error);
  assert.is(alone.code, 'SEAT_REFUSED');
  assert.match(alone.message, /as you like/);
});

people.run();

type TableRoom = GameRoom<typeof messages>;

/** One player ends the game; resolves when all know. */
async function over(rooms: readonly TableRoom[], finisher: TableRoom | undefined): Promise<void> {
  const ended = rooms.map(room => new Promise(resolve => room.onEnded(resolve)));
  finisher?.send('finish', new Uint8Array(0));
  await Promise.all(ended);
}

/** Looked at whenever something of the lobby changes for this client. */
function until(client: Client, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise(resolve => {
    const look = (): void => {
      if (!holds()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [client.lobby.on('changed', look), client.lobby.on('usersChanged', look)];
  });
}

function changed(list: { on(event: 'changed', look: () => void): () => void }, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise(resolve => {
    const stop = list.on('changed', () => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

async function rejects(promise: Promise<unknown>, code: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    thrown => thrown as { code: string },
  );
  assert.is(error?.code, code);
}
