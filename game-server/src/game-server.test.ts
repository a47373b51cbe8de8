import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { readRoom, roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import { readServer } from '@gatehouse/shared/cluster/server-record';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { Lifecycle } from '@gatehouse/shared/runtime/lifecycle';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readGameServerConfig } from './config.ts';
import { GameServer } from './game-server.ts';
import { RoomCode } from './room-code.ts';
import type { Player } from './room-context.ts';
import { TestLink } from './test-link.ts';
import { DiaryRoom, MOVE, SAY } from './test-room.ts';

// A game server on a real Redis, and a gateway's part played over a real link.

const ID = 'gh:Game:g1';

class Finishing extends DiaryRoom {
  override onCreate(options: unknown): void {
    void super.onCreate(options);
    this.on('move', () => this.end(new TextEncoder().encode('ann won')));
  }

  override onJoin({ userId }: Player): void {
    this.setMetadata({ newest: userId });
    this.lock();
  }
}

interface Context {
  cluster: TestCluster;
  redis: ClusterRedis;
  life: Lifecycle;
  link: TestLink;
}

const play = suite<Context>('game server');

play.before(async context => {
  const cluster = await TestCluster.start();
  const env = { REDIS_URL: cluster.server.url, SERVER_NAME: 'g1', HEALTH_INTERVAL_MS: '1000', DRAIN_DEADLINE_MS: '0' };
  const server = new GameServer({
    config: readGameServerConfig(env),
    rooms: { diary: Finishing },
    code: new RoomCode(),
    log: silentLog,
    onReplaced: by => assert.unreachable(`replaced by ${by}`),
  });
  const life = new Lifecycle(server.parts);
  await life.start();
  assert.is(server.started().id, ID);
  const redis = await cluster.connect();
  Object.assign(context, { cluster, life, redis, link: await TestLink.to(ID, cluster, redis) });
});

play.after(async ({ cluster, life, link }) => {
  link.close();
  await life.shutdown();
  await cluster.stop();
});

play('it is registered, with its rooms', async ({ cluster, redis }) => {
  const record = await readServer(redis, cluster.keys, ID);
  assert.is(record?.state, 'up');
  assert.equal(record?.rooms, ['diary']);
});

play('a placed room is created: record, list, count and reservation say so', async ({ cluster, redis, link }) => {
  assert.is(await link.create('L-1', 'diary'), 3);
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.is(record?.state, 'running');
  assert.equal(await roomsOfServer(redis, cluster.keys, ID), ['L-1']);
  assert.is(await cluster.raw.hget(ID, 'games'), '1');
  assert.is(await cluster.raw.zcard(cluster.keys.reservationsOf(ID)), 0);
});

play('attach, play, acknowledge; the lobby room hears what is published', async ({ cluster, redis, link }) => {
  const told: string[] = [];
  const stop = await redis.subscribe(cluster.keys.lobbyChannel('L'), message => told.push(message));
  link.open(1, 'L-1', 4);
  await until(() => link.heard.length === 3);
  assert.equal(link.heard.splice(0), ['1 opened turn 4', '1 snapshot 1 for ann', 'group 1 + 1']);
  link.send(1, SAY, 1, 'hi');
  await until(() => link.heard.length === 2);
  assert.equal(link.heard.splice(0), ['group 1 #2 "ann: hi"', '1 ack 1']);
  await until(() => told.length === 2);
  assert.equal(told, ['metadata L-1 {"newest":"ann"}', 'locked L-1 1']);
  stop();
});

play('what Redis forgets is written again', async ({ cluster, redis }) => {
  await cluster.raw.flushall();
  await until(async () => (await readRoom(redis, cluster.keys, 'L-1'))?.state === 'running');
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.equal(record?.users, ['ann', 'bo']);
  assert.is((await readServer(redis, cluster.keys, ID))?.games, 1);
});

play('the end: ENDED, the channel closed, the record with its result, the lobby room told', async context => {
  const { cluster, redis, link } = context;
  const told: string[] = [];
  await redis.subscribe(cluster.keys.lobbyChannel('L'), message => told.push(message));
  link.send(1, MOVE, 2, 1);
  await until(() => told.length === 1);
  assert.equal(told, ['ended L-1']);
  assert.equal(link.heard.splice(0), ['group 1 #3 ended ended ann won', '1 closed ROOM_ENDED']);
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.is(record?.state === 'ended' && record.result?.toString(), 'ann won');
  await until(async () => (await readServer(redis, cluster.keys, ID))?.games === 0);
  assert.equal(await roomsOfServer(redis, cluster.keys, ID), []);
  link.open(2, 'L-1');
  await until(() => link.heard.length === 1);
  assert.equal(link.heard.splice(0), ['2 closed ROOM_ENDED ann won']);
});

play('a stale reservation makes no room', async ({ cluster, redis, link }) => {
  const { epoch } = await link.place('M-1', 'diary');
  assert.is(await link.join('M-1', 'diary', { epoch, reservation: 'another' }), 'STALE_RESERVATION');
  assert.is((await readRoom(redis, cluster.keys, 'M-1'))?.state, 'placed');
});

play('stopped: rooms end with a reason, the entry in the registry is gone', async context => {
  const { cluster, redis, life, link } = context;
  await link.create('N-1', 'diary');
  link.open(3, 'N-1');
  await until(() => link.heard.length === 3);
  link.heard.length = 0;
  await life.shutdown();
  await until(() => link.heard.length === 2);
  assert.equal(link.heard, ['group 2 #2 ended serverStopped', '3 closed ROOM_ENDED']);
  const record = await readRoom(redis, cluster.keys, 'N-1');
  assert.is(record?.state === 'ended' && record.why, 'serverStopped');
  assert.is(await readServer(redis, cluster.keys, ID), undefined);
});

play.run();
