// Whether a cluster grows: players come, play, lose connections, and go, all the time; the memory of each process after a
// forced garbage collection at minute 1 and at the end. Then all go, and what they leave behind is counted.
// Run by hand, after `npm run build`: GATEHOUSE_COMPILED=1 node --conditions=source --import tsx tests/memory-bench.ts [minutes]
import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import type { ServerProcess } from '@gatehouse/scripts/server-process';
import { holdingsOf, keysWithTtl } from './harness/holdings.ts';
import { type ProcessReport, REPORTING, reportOf } from './harness/process-report.ts';
import { TestCluster } from './harness/test-cluster.ts';

const GROUPS = 12;
const PLAYERS = 6;
const LINES_PER_GAME = 150;
const LINE_INTERVAL_MS = 40;
const LINE_BYTES = 200;
const GAMES = 2;
const DEFAULT_MINUTES = 3;
const MAX_GROWTH = 0.1;
/** So that what minute 1 left behind is gone at the end. */
const SEAT_HOLD_MS = 5000;
const COLLECTIONS = 3;
const MEGABYTE = 1e6;

const minutes = Number(process.argv[2] ?? DEFAULT_MINUTES);
const env = { ...REPORTING, SEAT_HOLD_MS: `${SEAT_HOLD_MS}`, CHAT_LINES_PER_SECOND: '1000' };
const cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, gameServers: 2, healthIntervalMs: 5000, env });
let isOver = false;
let games = 0;
let resumes = 0;
try {
  const before = await holdingsOf(cluster);
  const playing = Array.from({ length: GROUPS }, (_, group) => playOn(group));
  await pause(60_000);
  const early = await memory();
  await pause(Math.max(0, minutes - 1) * 60_000);
  const late = await memory();
  console.log(`${games} games of ${PLAYERS} players, ${resumes} streams resumed, in ${minutes} minutes`);
  const growths = cluster.processes().map(server => grown(server, early, late));
  isOver = true;
  await Promise.all(playing);
  await pause(SEAT_HOLD_MS + 15_000);
  const { lastingKeys, timers, ...after } = await holdingsOf(cluster);
  const keys = lastingKeys.filter(key => !before.lastingKeys.includes(key));
  console.log('left behind:', JSON.stringify({ ...after, lastingKeys: keys, timers }));
  console.log('before:', JSON.stringify({ ...before, lastingKeys: [] }));
  const passing = (await keysWithTtl(cluster)).filter(([, ttlMs]) => ttlMs >= 0);
  const longest = Math.max(0, ...passing.map(([, ttlMs]) => ttlMs));
  console.log(`${passing.length} keys will be gone in ${Math.round(longest / 1000)} s`);
  if (growths.some(growth => growth > MAX_GROWTH) || keys.length > 0) process.exitCode = 1;
} finally {
  await cluster.stop();
}

async function playOn(group: number): Promise<void> {
  for (let visit = 1; !isOver; visit++) await visitCluster(`${group}-${visit}`);
}

/** A group meets, plays some games, and goes: some leave, some are just closed. */
async function visitCluster(name: string): Promise<void> {
  const urls = [...(await cluster.urls()), ...(await cluster.tcpUrls())];
  const clients = await Promise.all(
    Array.from({ length: PLAYERS }, (_, seat) => connect({ urls, guestName: `p${name}-${seat}` })),
  );
  const [host, ...guests] = clients as [Client, ...Client[]];
  for (const client of clients) client.on('resumed', () => resumes++);
  const { id } = await host.lobby.create('echo');
  for (const guest of guests) await guest.lobby.join(id);
  for (let game = 1; game <= GAMES && !isOver; game++) {
    for (const guest of guests) await guest.lobby.ready(true);
    await host.lobby.start();
    const rooms = await Promise.all(clients.map(client => client.room({ messages })));
    await playGame(clients, rooms);
    games++;
  }
  for (const client of clients.slice(0, PLAYERS / 2)) await client.lobby.leave();
  for (const client of clients) client.close();
}

async function playGame(clients: readonly Client[], rooms: readonly GameRoom<typeof messages>[]): Promise<void> {
  const ended = Promise.all(rooms.map(room => new Promise(resolve => room.onEnded(resolve))));
  const waiting = Promise.all(clients.map(client => whenWaiting(client)));
  const cut = clients.at(-1)?.useNetwork({ connecting: () => true, carry: (_direction, _bytes, deliver) => deliver() });
  for (let line = 1; line <= LINES_PER_GAME; line++) {
    const room = rooms[line % rooms.length];
    room?.send('say', new Uint8Array(LINE_BYTES));
    if (line === LINES_PER_GAME / 2) cut?.();
    await pause(LINE_INTERVAL_MS);
  }
  rooms[0]?.send('finish', new Uint8Array(0));
  await Promise.all([ended, waiting]);
}

function whenWaiting({ lobby }: Client): Promise<void> {
  return new Promise(resolve => {
    const stop = lobby.on('roundEnded', () => {
      stop();
      resolve();
    });
  });
}

/** By process, after its garbage was collected some times: the smallest, as the players never stand still. */
async function memory(): Promise<Map<ServerProcess, ProcessReport>> {
  const reports = new Map<ServerProcess, ProcessReport>();
  for (let time = 0; time < COLLECTIONS; time++) {
    for (const server of cluster.processes()) {
      const report = await reportOf(server);
      const known = reports.get(server);
      if (known === undefined || report.rssBytes < known.rssBytes) reports.set(server, report);
    }
    await pause(1000);
  }
  return reports;
}

function grown(
  server: ServerProcess,
  early: ReadonlyMap<ServerProcess, ProcessReport>,
  late: ReadonlyMap<ServerProcess, ProcessReport>,
): number {
  const [first, last] = [early.get(server), late.get(server)];
  if (first === undefined || last === undefined) return 0;
  const growth = last.rssBytes / first.rssBytes - 1;
  const inMegabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
  console.log(
    `${server.name}: RSS ${inMegabytes(first.rssBytes)} → ${inMegabytes(last.rssBytes)} MB (${(100 * growth).toFixed(1)} %), ` +
      `heap ${inMegabytes(first.heapBytes)} → ${inMegabytes(last.heapBytes)} MB`,
  );
  return growth;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
