import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { reserve } from '@gatehouse/shared/cluster/placement';
import { placeRoom } from '@gatehouse/shared/cluster/room-life';
import { readRoom, roomsOfServer } from '@gatehouse/shared/cluster/room-records';
import { readServer } from '@gatehouse/shared/cluster/server-record';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages as wire } from '@gatehouse/shared/protocol/messages';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { Lifecycle } from '@gatehouse/shared/runtime/lifecycle';
import { silentLog } from '@gatehouse/shared/runtime/log';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import { dialLink } from '@gatehouse/shared/transport/link-dialer';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readGameServerConfig } from './config.ts';
import { GameServer } from './game-server.ts';
import { RoomCode } from './room-code.ts';
import type { Player } from './room-context.ts';
import { DiaryRoom, SAY } from './test-room.ts';

// A game server on a real Redis, and a gateway's part played over a real link.

const ID = 'gh:Game:g1';
const GATEWAY = { id: 'gh:Gateway:a', incarnation: 'gateway' };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

class Finishing extends DiaryRoom {
  override onJoin(player: Player): void {
    void super.onJoin(player);
    this.on('move', () => this.end(new TextEncoder().encode('ann won')));
  }
}

interface Context {
  cluster: TestCluster;
  redis: ClusterRedis;
  life: Lifecycle;
  link: Link;
  heard: string[];
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
  Object.assign(context, { cluster, life, redis: await cluster.connect(), heard: [] });
  context.link = await dial(context);
});

play.after(async ({ cluster, life, link }) => {
  link.close();
  await life.shutdown();
  await cluster.stop();
});

play('it is registered, with its address and its rooms', async ({ cluster, redis }) => {
  const record = await readServer(redis, cluster.keys, ID);
  assert.is(record?.state, 'up');
  assert.equal(record?.rooms, ['diary']);
});

play('a placed room is created: record, list, count and reservation say so', async context => {
  const { cluster, redis } = context;
  assert.is(await create(context, 'L-1'), 3);
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.is(record?.state, 'running');
  assert.equal(await roomsOfServer(redis, cluster.keys, ID), ['L-1']);
  assert.is(await cluster.raw.hget(ID, 'games'), '1');
  assert.is(await cluster.raw.zcard(cluster.keys.reservationsOf(ID)), 0);
});

play('attach, play, acknowledge', async context => {
  const { link, heard } = context;
  link.sendOpen(1, { stream: 2, roomId: 'L-1', userId: 'ann', sessionId: 's', sessionEpoch: 1, first: 1, turn: 4 });
  await until(() => heard.length === 3);
  assert.equal(heard.splice(0), ['1 opened turn 4', '1 snapshot 1 for ann', 'group + 1']);
  link.sendData(1, encodeFrame(SAY, 1, new TextEncoder().encode('"hi"')));
  await until(() => heard.length === 2);
  assert.equal(heard.splice(0), ['group #2 "ann: hi"', '1 ack 1']);
});

play('what Redis forgets is written again', async ({ cluster, redis }) => {
  await cluster.raw.flushall();
  await until(async () => (await readRoom(redis, cluster.keys, 'L-1'))?.state === 'running');
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.equal(record?.users, ['ann', 'bo']);
  assert.is((await readServer(redis, cluster.keys, ID))?.games, 1);
});

play('the end: ENDED, the channel closed, the record with its result, the lobby room told', async context => {
  const { cluster, redis, link, heard } = context;
  const told: string[] = [];
  await redis.subscribe(cluster.keys.lobbyChannel('L'), message => told.push(message));
  link.sendData(1, encodeFrame(0x1002, 2, new TextEncoder().encode('1')));
  await until(() => told.length === 1);
  assert.equal(told, ['ended L-1']);
  assert.equal(heard.splice(0), ['group #3 ended ann won', '1 closed ROOM_ENDED']);
  const record = await readRoom(redis, cluster.keys, 'L-1');
  assert.ok(record?.state === 'ended' && text(record.result ?? new Uint8Array()) === 'ann won');
  await until(async () => (await readServer(redis, cluster.keys, ID))?.games === 0);
  assert.equal(await roomsOfServer(redis, cluster.keys, ID), []);
  link.sendOpen(2, { stream: 2, roomId: 'L-1', userId: 'ann', sessionId: 's', sessionEpoch: 1, first: 3 });
  await until(() => heard.length === 1);
  assert.equal(heard.splice(0), ['2 closed ROOM_ENDED ann won']);
});

play('a stale reservation makes no room', async context => {
  const { cluster, redis, link } = context;
  await place(context, 'M-1');
  const room = { roomId: 'M-1', roomClass: 'diary', reservation: 'another', epoch: 1 };
  const refused = await link.request({ joinServer: room }, 2000).then(String, error => error.code);
  assert.is(refused, 'STALE_RESERVATION');
  assert.is((await readRoom(redis, cluster.keys, 'M-1'))?.state, 'placed');
});

play('stopped: rooms end with a reason, the entry in the registry is gone', async context => {
  const { cluster, redis, life, heard } = context;
  await create(context, 'N-1');
  context.link.sendOpen(3, { stream: 2, roomId: 'N-1', userId: 'ann', sessionId: 's', sessionEpoch: 1, first: 1 });
  await until(() => heard.length === 3);
  heard.length = 0;
  await life.shutdown();
  await until(() => heard.length === 2);
  assert.equal(heard, ['group #2 ended ', '3 closed ROOM_ENDED']);
  const record = await readRoom(redis, cluster.keys, 'N-1');
  assert.is(record?.state === 'ended' && record.why, 'serverStopped');
  assert.is(await readServer(redis, cluster.keys, ID), undefined);
});

play.run();

async function place({ cluster, redis }: Context, roomId: string) {
  const placement = await reserve(redis, cluster.keys, { type: 'Game', roomClass: 'diary', candidates: [ID] });
  if (placement === undefined) throw new Error('the server should be placeable');
  const room = { roomId, placement, roomClass: 'diary', lobbyRoomId: 'L', users: ['ann', 'bo'] };
  const outcome = await placeRoom(redis, cluster.keys, room);
  if (outcome.kind !== 'placed') throw new Error(outcome.kind);
  return { epoch: outcome.epoch, reservation: placement.reservation };
}

/** As a gateway does; returns the size of the room. */
async function create(context: Context, roomId: string): Promise<number> {
  const { epoch, reservation } = await place(context, roomId);
  const users = ['ann', 'bo'].map(userId => ({ userId, name: userId }));
  const joinServer = { roomId, roomClass: 'diary', lobbyRoomId: 'L', users, reservation, epoch };
  const reply = await context.link.request({ joinServer }, 2000);
  return reply.joinServer?.maxPlayers ?? 0;
}

async function dial({ cluster, redis, heard }: Context): Promise<Link> {
  const record = await readServer(redis, cluster.keys, ID);
  if (record === undefined) throw new Error('not registered');
  return dialLink({
    address: record.address,
    peer: { id: ID, incarnation: record.incarnation },
    self: GATEWAY,
    secret: '',
    receiver: listener(heard),
    pingIntervalMs: 400,
    turns: new TurnFlusher(),
    clock: systemClock,
    log: silentLog,
  });
}

/** Writes down what a gateway hears. */
function listener(heard: string[]): LinkReceiver {
  return {
    onOpened: (_link, channel, frame) => {
      heard.push(`${channel} opened turn ${decodeMessage(wire.Opened, framePayload(frame)).turn}`);
    },
    onData: (_link, channel, frame) => void heard.push(`${channel} ${inWords(frame)}`),
    onMulticast: (_link, _group, frame) => void heard.push(`group ${inWords(frame)}`),
    onGroupAdd: (_link, _group, channel) => void heard.push(`group + ${channel}`),
    onChannelClosed: (_link, channel, { code, result }) => {
      heard.push(`${channel} closed ${code} ${text(result)}`.trim());
    },
    onRequest: () => Promise.reject(new Error('game servers ask nothing')),
    onEnd: () => {},
  };
}

function inWords(frame: Uint8Array): string {
  const payload = framePayload(frame);
  switch (frameType(frame)) {
    case FRAME_TYPES.snapshot:
      return `snapshot ${frameSeq(frame)} ${text(decodeMessage(wire.Snapshot, payload).state)}`;
    case FRAME_TYPES.ack:
      return `ack ${decodeMessage(wire.Ack, payload).through}`;
    case FRAME_TYPES.ended:
      return `#${frameSeq(frame)} ended ${text(decodeMessage(wire.Ended, payload).result)}`;
    default:
      return `#${frameSeq(frame)} ${text(payload)}`;
  }
}
