import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Holdings, holdingsOf, keysWithTtl } from './harness/holdings.ts';
import { REPORTING } from './harness/process-report.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { nextLook } from './harness/until.ts';

// When the last player has gone, nothing of any of them is left: channels, groups, sessions, seats, timers, keys. Players go
// in every way there is; two gateways, two lobby servers, two game servers.

const SEAT_HOLD_MS = 5000;
const VISITS = 3;
/** Seats expire, empty rooms end, lobby rooms are given up. */
const PATIENCE_MS = 60_000;
/** No key of somebody who is gone lives longer: replies to the commands of who never said goodbye. */
const LONGEST_TTL_MS = 600_000;

interface Context {
  cluster: TestCluster;
  before: Holdings;
  clients: Client[];
}

const clean = suite<Context>('clean-up');

clean.before(async context => {
  context.clients = [];
  const env = { ...REPORTING, SEAT_HOLD_MS: `${SEAT_HOLD_MS}` };
  context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, gameServers: 2, env });
  context.before = await holdingsOf(context.cluster);
});

clean.after(async ({ cluster, clients }) => {
  for (const client of clients) client.close();
  await cluster.stop();
});

clean('they come, meet, play, and go in every way', async context => {
  for (let visit = 1; visit <= VISITS; visit++) await party(context);
  for (let visit = 1; visit <= VISITS; visit++) await passersBy(context);
  const { connections, sessions, channels } = await holdingsOf(context.cluster);
  assert.ok(connections > 0 && sessions > 0 && channels > 0, 'the last ones are still there');
  for (const client of context.clients) client.close();
});

clean('nothing of them is left', async ({ cluster, before }) => {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  let left: string[];
  const fewest = new Map<string, number>(); // timers that go off once come and go
  do {
    const now = await holdingsOf(cluster);
    for (const [name, timers] of Object.entries(now.timers)) {
      fewest.set(name, Math.min(timers, fewest.get(name) ?? timers));
    }
    left = differences(before, { ...now, timers: Object.fromEntries(fewest) });
    await nextLook();
  } while (left.length > 0 && performance.now() < giveUpAtMs);
  assert.equal(left, []);
});

clean('what Redis still keeps of them goes by itself, and nobody writes it any more', async ({ cluster }) => {
  const passing = (await keysWithTtl(cluster)).filter(([, ttlMs]) => ttlMs >= 0);
  const longest = passing.filter(([, ttlMs]) => ttlMs > LONGEST_TTL_MS);
  assert.equal(longest, []);
  const later = new Map(await keysWithTtl(cluster));
  for (const [key, ttlMs] of passing) assert.ok((later.get(key) ?? 0) <= ttlMs, `${key} was written again`);
});

clean.run();

async function join({ cluster, clients }: Context, names: readonly string[]): Promise<Client[]> {
  const [overWebSocket, overTcp] = [await cluster.urls(), await cluster.tcpUrls()];
  const joined = names.map((guestName, at) => connect({ urls: at % 2 === 0 ? overWebSocket : overTcp, guestName }));
  const connected = await Promise.all(joined);
  clients.push(...connected);
  return connected;
}

/** Six meet in a lobby room; one leaves, one is kicked, one closes, one vanishes; the host ends the game, the last one looks on. */
async function party(context: Context): Promise<void> {
  const all = await join(context, ['Host', 'Polite', 'Kicked', 'Closing', 'Vanishing', 'Staying']);
  const [host, polite, kicked, closing, vanishing] = all as [Client, Client, Client, Client, Client];
  const { id, inviteCode } = await host.lobby.create('echo', { unlisted: true, password: 'secret' });
  assert.ok(inviteCode);
  for (const client of all.slice(1)) {
    await client.lobby.joinByCode(inviteCode ?? '');
    await client.lobby.ready(true);
  }
  await host.lobby.watchUsers(all.map(({ userId }) => userId));
  const list = await polite.lobby.watchRooms();
  await Promise.all([host.lobby.chat('hello'), polite.lobby.tell(host.userId, 'psst'), host.lobby.start()]);
  const rooms = await Promise.all(all.map(client => client.room({ messages })));
  await heardByAll(rooms);

  const isOut = new Promise(resolve => kicked.on('ended', resolve));
  await host.lobby.kick(kicked.userId, { ban: 'round' });
  await isOut;
  await list.stop();
  await rooms[1]?.leave();
  await polite.lobby.leave();
  closing.close();
  vanishing.useNetwork({ connecting: () => false, carry: () => {} })();
  const isOver = new Promise(resolve => host.on('ended', resolve));
  rooms[0]?.send('finish', new Uint8Array(0));
  await isOver;
  assert.is(host.lobby.room?.id, id);
}

/** Two go straight into a game; they are closed without leaving anything. */
async function passersBy(context: Context): Promise<void> {
  const both = await join(context, ['Ann', 'Bo']);
  await heardByAll(await Promise.all(both.map(client => client.joinOrCreate('echo', { messages }))));
}

async function heardByAll(rooms: readonly GameRoom<typeof messages>[]): Promise<void> {
  const heard = rooms.map(room => new Promise(resolve => room.on('say', resolve)));
  rooms[0]?.send('say', new TextEncoder().encode('hello'));
  await Promise.all(heard);
}

/** Of what there is now more than there was. */
function differences(before: Holdings, now: Holdings): string[] {
  const { timers, lastingKeys, ...counts } = now;
  const keys = lastingKeys.filter(key => !before.lastingKeys.includes(key));
  const more = Object.entries(counts).filter(([name, count]) => count > before[name as keyof typeof counts]);
  const extra = Object.entries(timers).filter(([name, count]) => count > (before.timers[name] ?? 0));
  return [
    ...more.map(([name, count]) => `${count} ${name}`),
    ...keys.map(key => `key ${key}`),
    ...extra.map(([name, count]) => `${name} has ${count} timers, not ${before.timers[name]}`),
  ];
}
