import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

// The word that a newer session has taken over gets lost: the older one's lobby server has to find out by itself.

const lobbies = await TestLobbies.start();
const l1 = await lobbies.lobbyServer('l1');
const l2 = await lobbies.lobbyServer('l2');
const a = await lobbies.gateway('a', [l1, l2]);
const b = await lobbies.gateway('b', [l1, l2]);

test.after(() => lobbies.stop());

/** The same user at another gateway and lobby server, by another session: its login there, or a page that was reloaded. */
async function newerSession(userId: string): Promise<TestClient> {
  const newer = new TestClient(userId);
  await newer.login(b);
  newer.sessionId = `${userId}-newer`;
  await newer.attach(b, l2);
  return newer;
}

/** Resolves with the code with which the channel was closed. Commands get no reply on it. */
async function closed(client: TestClient): Promise<string> {
  const { message } = await client.next('closed', () => true);
  assert.not(client.received.some(({ kind }) => kind === 'done' || kind === 'error'));
  return message.code;
}

test('superseded: the older session of a member changes nothing in its room', async () => {
  const host = await lobbies.client('ann', a, l1);
  const { room } = await host.create('arena');
  const old = await lobbies.client('dan', a, l1);
  await old.join(room?.lobbyRoomId ?? '');
  const newer = await newerSession('dan');
  old.leave();
  assert.is(await closed(old), 'SUPERSEDED');
  await newer.done(newer.say('still here'));
  await host.event('chat');
  assert.equal(host.versions(), [2, 3], 'joined and one line');
  assert.equal(newer.versions(), [3]);
});

test('superseded: a command under way while its session is resumed elsewhere happens there, once', async () => {
  const host = await lobbies.client('ann2', a, l1);
  const { room } = await host.create('arena');
  const before = await lobbies.client('dan2', a, l1);
  await before.join(room?.lobbyRoomId ?? '');
  const resumed = new TestClient('dan2');
  await resumed.login(b);
  assert.is(resumed.sessionId, before.sessionId);
  assert.is((await resumed.attach(b, l2)).have, 1);
  before.say('the line');
  assert.is(await closed(before), 'SUPERSEDED');
  await resumed.done(resumed.say('the line'));
  await host.event('chat');
  await host.done(host.say('and another one'));
  assert.equal(host.chat(), ['the line', 'and another one']);
});

test('superseded: an older session enters no room of which the newer one would not know', async () => {
  const host = await lobbies.client('ann3', b, l2);
  const { room } = await host.create('arena');
  const ways = [
    (old: TestClient) => old.create('arena'),
    (old: TestClient) => old.join(room?.lobbyRoomId ?? ''),
    (old: TestClient) => old.joinOrCreate('arena'),
  ];
  for (const [number, enter] of ways.entries()) {
    const userId = `dan3-${number}`;
    const old = await lobbies.client(userId, a, l1);
    const newer = await newerSession(userId);
    const entered = enter(old).then(() => 'entered');
    assert.is(await Promise.race([closed(old), entered]), 'SUPERSEDED');
    assert.is((await newer.create('arena')).version, 1);
  }
});

test.run();
