// How long a lobby server with 10 000 rooms takes to list and filter: the search alone, and the whole command over a link,
// while rooms change and 100 clients watch. Time of the clock, and of the processor: on a busy machine only that says what
// the server needs. Exits with 1 when a 99th percentile of it is above 10 ms.
// Run by hand, with a redis-server in the path or in REDIS_SERVER:
// REDIS_SERVER=redis-server node --conditions=source --import tsx lobby-server/src/list-bench.ts
import { availableParallelism, loadavg } from 'node:os';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { formatListing, listingOf } from './listing.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { RoomDirectory } from './room-directory.ts';
import { readFilter } from './room-filter.ts';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';
import { testMember, testRoom } from './test-rooms.ts';

const ROOMS = 10_000;
const SEARCHES = 5_000;
const COMMANDS = 2_000;
const CHANGES_PER_SECOND = 300;
const WATCHERS = 100;
const LIMIT_MS = 10;
const MAPS = ['ice', 'sand', 'hill', 'sea'];

function roomOf(number: number): LobbyRoom {
  const id = `room${String(number).padStart(6, '0')}`;
  const metadata = JSON.stringify({ map: MAPS[number % MAPS.length], level: number % 50, ranked: number % 2 === 0 });
  const members = Array.from({ length: 1 + (number % 4) }, (_, at) => testMember(`u${at}`));
  return testRoom({ id, roomClass: number % 3 === 0 ? 'echo' : 'arena', name: `Room ${number}`, metadata, members });
}

/** Half of them have to look at every room. */
function requestOf(number: number): gatehouse.IListLobbyRooms {
  const requests: gatehouse.IListLobbyRooms[] = [
    {},
    { roomClass: 'arena', hasPlace: true, limit: 100 },
    { text: `m ${9_000 + (number % 1000)}` },
    { metadata: `{"map":"sea","level":${number % 50},"ranked":true}`, limit: 100 },
    { text: 'no such room' },
    { phase: 'waiting', after: `arena/room${String((number * 7) % ROOMS).padStart(6, '0')}` },
  ];
  return requests[number % requests.length] ?? {};
}

/** Milliseconds that passed, and that this process (all of it: client, link, server, changes) was busy. */
class Meter {
  private readonly tookMs: number[] = [];
  private readonly busyMs: number[] = [];

  async measure(task: () => Promise<void> | void): Promise<void> {
    const startedAtMs = performance.now();
    const before = process.cpuUsage();
    await task();
    const { user, system } = process.cpuUsage(before);
    this.tookMs.push(performance.now() - startedAtMs);
    this.busyMs.push((user + system) / 1000);
  }

  /** Whether it was fast enough. */
  report(what: string): boolean {
    const [busy, took] = [percentiles(this.busyMs), percentiles(this.tookMs)];
    console.log(`${what}: processor ${busy.text}; clock ${took.text}`);
    return busy.p99 <= LIMIT_MS;
  }
}

function percentiles(values: number[]): { text: string; p99: number } {
  const sorted = values.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { text: `median ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`, p99: at(0.99) };
}

async function searchAlone(): Promise<boolean> {
  const directory = new RoomDirectory(() => {});
  for (let number = 0; number < ROOMS; number++) {
    const listing = listingOf(roomOf(number));
    if (listing !== undefined) directory.learn(listing, { epoch: 1, version: 1 }, 0);
  }
  const meter = new Meter();
  for (let number = 0; number < SEARCHES; number++) {
    const request = requestOf(number);
    const { after = '', limit } = request;
    await meter.measure(() => {
      directory.page({ filter: readFilter(request), after: after ?? '', limit: limit ?? 50 });
    });
  }
  return meter.report(`search over ${directory.size} rooms`);
}

async function list(client: TestClient, request: gatehouse.IListLobbyRooms): Promise<void> {
  await client.listed(client.send(FRAME_TYPES.listLobbyRooms, messages.ListLobbyRooms.encode(request).finish()));
  client.received.length = 0;
}

async function wholeCommand(): Promise<boolean> {
  const lobbies = await TestLobbies.start();
  const { raw, keys } = lobbies.cluster;
  const nowMs = Math.floor(lobbies.redis.nowMs());
  for (let number = 0; number < ROOMS; number++) {
    const room = roomOf(number);
    void raw.hset(keys.lobbyIndex(room.roomClass), room.id, `${nowMs} 1 1 ${formatListing(room)}`);
  }
  await raw.ping();
  const startedAtMs = performance.now();
  const server = await lobbies.lobbyServer('l1');
  console.log(`start with ${ROOMS} rooms in the index: ${(performance.now() - startedAtMs).toFixed(0)} ms`);
  const gateway = await lobbies.gateway('a', [server]);
  for (let watcher = 0; watcher < WATCHERS; watcher++) {
    const client = await lobbies.client(`watcher${watcher}`, gateway, server);
    const filter = requestOf(watcher);
    await client.listed(client.send(FRAME_TYPES.watchRooms, messages.WatchRooms.encode({ filter }).finish()));
  }
  const client = await lobbies.client('ann', gateway, server);
  let changes = 0;
  const changing = setInterval(() => {
    for (let change = 0; change < CHANGES_PER_SECOND / 20; change++) {
      const room = { ...roomOf((changes * 37) % ROOMS), name: `Renamed ${changes}` };
      void raw.publish(keys.listings, `${room.roomClass} ${room.id} 1 ${++changes + 1} ${formatListing(room)}`);
    }
  }, 50);
  const meter = new Meter();
  for (let number = 0; number < COMMANDS; number++) {
    await meter.measure(() => list(client, requestOf(number)));
    if (number % 20 === 0) await new Promise(resolve => setTimeout(resolve, 30)); // changes and watchers have their turn
  }
  clearInterval(changing);
  await lobbies.stop();
  return meter.report(`list command, ${changes} changes meanwhile, ${WATCHERS} watchers`);
}

console.log(`load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`);
const isFastEnough = [await searchAlone(), await wholeCommand()];
process.exitCode = isFastEnough.every(Boolean) ? 0 : 1;
