import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterRedis } from './cluster-redis.ts';
import { releaseReservation, reserve } from './placement.ts';
import { SLOW_START_MS } from './registry-times.ts';
import { TestCluster, until } from './test-cluster.ts';

type Fields = Readonly<Record<string, string | number>>;

let cluster: TestCluster;
let connections: ClusterRedis[];

test.before(async () => {
  cluster = await TestCluster.start();
  connections = await Promise.all([1, 2, 3].map(() => cluster.connect()));
});
test.before.each(async () => {
  await cluster.raw.flushall();
});
test.after(() => cluster.stop());

function connection(index = 0): ClusterRedis {
  const redis = connections[index % connections.length];
  if (redis === undefined) throw new Error('not connected');
  return redis;
}

/** Registers servers by name; they joined long ago unless told otherwise. Returns their ids. */
async function servers(all: Readonly<Record<string, Fields>>): Promise<string[]> {
  const ids: string[] = [];
  for (const [name, fields] of Object.entries(all)) {
    const id = cluster.keys.serverId('Game', name);
    const usual = {
      address: 'a',
      incarnation: `i-${name}`,
      state: 'up',
      rooms: 'arena,echo',
      capacity: 100,
      joinedAt: 1,
    };
    await cluster.raw.hset(id, { ...usual, games: 0, users: 0, ...fields });
    ids.push(id);
  }
  return ids;
}

/** Names of the servers that take `count` rooms one after the other. */
async function place(candidates: string[], count: number, roomClass = 'arena'): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    const placement = await reserve(connection(index), cluster.keys, { type: 'Game', roomClass, candidates });
    names.push(placement?.serverId.split(':').at(-1) ?? 'nobody');
  }
  return names;
}

function counts(names: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const name of [...names].sort()) result[name] = (result[name] ?? 0) + 1;
  return result;
}

test('placement: 60 rooms at once by 3 gateways over 5 servers, 12 each', async () => {
  const now = Math.floor(connection().nowMs());
  const newcomers = Object.fromEntries(
    ['g1', 'g2', 'g3', 'g4', 'g5'].map((name, index) => [name, { joinedAt: now - 400 * index }]),
  );
  const candidates = await servers(newcomers);
  const placements = await Promise.all(
    Array.from({ length: 60 }, (_, index) => reserve(connection(index), cluster.keys, { type: 'Game', candidates })),
  );
  const names = placements.map(placement => placement?.serverId ?? 'nobody');
  assert.equal(Object.values(counts(names)), [12, 12, 12, 12, 12]);
  assert.is(new Set(placements.map(placement => placement?.reservation)).size, 60);
});

const filters: [name: string, all: Record<string, Fields>, expected: Record<string, number>][] = [
  ['the fewest games', { g1: { games: 4 }, g2: { games: 1 }, g3: { games: 2 } }, { g2: 3, g3: 2 }],
  [
    'never over capacity',
    { g1: { games: 0, capacity: 2 }, g2: { games: 4, capacity: 5 } },
    { g1: 2, g2: 1, nobody: 2 },
  ],
  [
    'never draining, down or lost',
    { g1: { state: 'draining' }, g2: { state: 'down' }, g3: { state: 'lost' } },
    { nobody: 5 },
  ],
  ['only who runs the class', { g1: { rooms: 'echo,arenas' }, g2: { rooms: 'arena', games: 9 } }, { g2: 5 }],
  ['suspect only when none is up', { g1: { state: 'suspect' }, g2: { games: 50 } }, { g2: 5 }],
  ['suspect rather than nobody', { g1: { state: 'suspect' }, g2: { state: 'down' } }, { g1: 5 }],
  ['no ghost of an acknowledgement', { g2: { games: 9 } }, { g2: 5 }],
];
for (const [name, all, expected] of filters) {
  test(`placement: ${name}`, async () => {
    if (name.includes('ghost')) await cluster.raw.hset('gh:Game:g0', 'check', 'update');
    const candidates = [...(await servers(all)), 'gh:Game:g0'];
    assert.equal(counts(await place(candidates, 5)), expected);
  });
}

test('placement: a server that no tick has seen yet has no state and is up', async () => {
  const [id = ''] = await servers({ g1: {} });
  await cluster.raw.hdel(id, 'state', 'joinedAt', 'capacity');
  assert.equal(await place([id], 1), ['g1']);
});

test('placement: no candidates, nobody', async () => {
  assert.equal(await place([], 1), ['nobody']);
});

test('placement: lobby servers by users', async () => {
  const candidates = [cluster.keys.serverId('Lobby', 'l1'), cluster.keys.serverId('Lobby', 'l2')];
  await cluster.raw.hset(candidates[0] ?? '', { address: 'a', users: 8, games: 0 });
  await cluster.raw.hset(candidates[1] ?? '', { address: 'a', users: 7, games: 9 });
  const placement = await reserve(connection(), cluster.keys, { type: 'Lobby', candidates });
  assert.is(placement?.serverId, 'gh:Lobby:l2');
  assert.equal([placement?.users, placement?.games], [7, 9]);
});

test('placement: ties are broken by chance, not by name', async () => {
  const winners = new Set<string>();
  const candidates = await servers({ g1: {}, g2: {}, g3: {} });
  for (let attempt = 0; attempt < 60; attempt++) {
    const placement = await reserve(connection(), cluster.keys, { type: 'Game', candidates });
    if (placement === undefined) throw new Error('nobody');
    winners.add(placement.serverId);
    await releaseReservation(connection(), cluster.keys, placement);
  }
  assert.is(winners.size, 3);
});

test('placement: a reservation counts until it is released or expires', async () => {
  const candidates = await servers({ g1: { capacity: 1 } });
  const take = (reservationTtlMs?: number) =>
    reserve(connection(), cluster.keys, {
      type: 'Game',
      candidates,
      ...(reservationTtlMs ? { reservationTtlMs } : {}),
    });
  const first = await take();
  assert.ok(first !== undefined);
  assert.is(await take(), undefined);
  assert.is(await releaseReservation(connection(), cluster.keys, first), true);
  assert.is(await releaseReservation(connection(), cluster.keys, first), false);
  assert.ok(await take(20));
  await until(async () => (await take(20)) !== undefined);
});

test('placement: a newcomer among settled servers is not sent every room', async () => {
  const now = Math.floor(connection().nowMs());
  const settled = { g1: { games: 10 }, g2: { games: 10 }, g3: { games: 10 } };
  const rooms = async (ageMs: number) => {
    await cluster.raw.flushall();
    return counts(await place(await servers({ ...settled, new: { joinedAt: now - ageMs } }), 12)).new ?? 0;
  };
  assert.ok((await rooms(0)) <= 3, 'just joined: like the others');
  const halfway = await rooms(SLOW_START_MS / 2);
  assert.ok(halfway > 3 && halfway < 9);
  assert.ok((await rooms(SLOW_START_MS + 1000)) >= 10, 'settled: all until it has as many');
});

test.run();
