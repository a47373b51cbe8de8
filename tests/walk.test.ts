import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RawClient } from './harness/raw-client.ts';
import { TestCluster } from './harness/test-cluster.ts';

// One game, frame by frame and key by key: two gateways, two lobby servers, one game server, one room of the echo example.
// Each step builds on the one before.

const SAY = 0x1002;
const FINISH = 0x1003;
const bytes = (text: string) => new TextEncoder().encode(text);

interface Player {
  readonly client: RawClient;
  readonly userId: string;
}

interface Walk {
  cluster: TestCluster;
  ann: Player;
  bo: Player;
  lobbyRoomId: string;
  gameRoomId: string;
}

const walk = suite<Walk>('walk');
walk.before(async context => {
  context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, gameServers: 1, healthIntervalMs: 1_000 });
});
walk.after(context => context.cluster.stop());

walk('1 boot: the registry is readable by a person', async ({ cluster: { inspect } }) => {
  const registered = (await inspect.smembers('gh:servers')).sort();
  assert.equal(registered, ['gh:Game:g1', 'gh:Gateway:gw1', 'gh:Gateway:gw2', 'gh:Lobby:l1', 'gh:Lobby:l2']);
  const hash = await inspect.hgetall('gh:Game:g1');
  assert.is(hash.type, 'Game');
  assert.is(hash.games, '0');
  assert.match(hash.rooms ?? '', 'echo');
  const [, subscribers] = (await inspect.pubsub('NUMSUB', 'gh:Game:g1')) as [string, number];
  assert.is(subscribers, 1);
});

walk('2–3 HELLO and the lobby stream: nothing there yet, so no SNAPSHOT', async context => {
  const { inspect } = context.cluster;
  const [urlA = ''] = await context.cluster.urls();
  const ann = await enter(urlA, 'Ann');
  context.ann = ann;
  const session = await inspect.hgetall(`gh:session:${ann.userId}`);
  assert.is(session.gateway, 'gh:Gateway:gw1');
  assert.ok((await inspect.pttl(`gh:session:${ann.userId}`)) > 60_000);
});

walk('4–5 a lobby room is created', async context => {
  const { ann, cluster } = context;
  ann.client.send(encodeMessageFrame(FRAME_TYPES.createLobbyRoom, 1, messages.CreateLobbyRoom, { roomClass: 'echo' }));
  const joined = await read(ann, FRAME_TYPES.joined, messages.Joined);
  const lobbyRoomId = joined.room?.lobbyRoomId ?? '';
  context.lobbyRoomId = lobbyRoomId;
  context.gameRoomId = `${lobbyRoomId}-1`;
  assert.is(joined.ref, 1);
  assert.is(joined.version, 1);
  assert.is(joined.room?.phase, 'waiting');
  assert.is(await cluster.inspect.hget(`gh:lobby:{${lobbyRoomId}}`, 'version'), '1');
  assert.is(await cluster.inspect.hget(`gh:session:${ann.userId}`, 'lobbyRoom'), lobbyRoomId);
});

walk('6 somebody joins on the other gateway; both are ready', async context => {
  const { ann, lobbyRoomId } = context;
  const [, urlB = ''] = await context.cluster.urls();
  const bo = await enter(urlB, 'Bo');
  context.bo = bo;
  bo.client.send(encodeMessageFrame(FRAME_TYPES.joinLobbyRoom, 1, messages.JoinLobbyRoom, { lobbyRoomId }));
  assert.is((await read(bo, FRAME_TYPES.joined, messages.Joined)).version, 2);
  assert.equal(await lobbyEvent(ann), { version: 2, event: 'memberJoined' });
  ann.client.send(encodeMessageFrame(FRAME_TYPES.setReady, 2, messages.SetReady, { ready: true }));
  assert.equal(await lobbyEvent(ann), { version: 3, event: 'readyChanged' });
  bo.client.send(encodeMessageFrame(FRAME_TYPES.setReady, 2, messages.SetReady, { ready: true }));
  assert.equal(await lobbyEvent(ann), { version: 4, event: 'readyChanged' });
});

walk('7–11 START: placed, created, and everybody told', async ({ cluster, ann, gameRoomId }) => {
  const { inspect } = cluster;
  ann.client.send(encodeMessageFrame(FRAME_TYPES.startGame, 3, messages.StartGame, {}));
  assert.equal(await lobbyEvent(ann), { version: 5, event: 'starting' });
  assert.equal(await lobbyEvent(ann), { version: 6, event: 'started' });
  const record = await inspect.hgetall(`gh:room:${gameRoomId}`);
  assert.is(record.state, 'running');
  assert.is(record.server, 'gh:Game:g1');
  assert.equal(await inspect.smembers('gh:rooms:gh:Game:g1'), [gameRoomId]);
  assert.is(await inspect.hget('gh:Game:g1', 'games'), '1');
  assert.is(await inspect.zcard('gh:reservations:gh:Game:g1'), 0);
  const placed = cluster.lines(cluster.gateways, 'room.placed');
  assert.is(placed.length, 1);
  assert.is(placed[0]?.server, 'gh:Game:g1');
});

walk('12–13 attach: OPENED, then SNAPSHOT numbered `through`', async ({ cluster, ann, bo, gameRoomId }) => {
  const epoch = Number(await cluster.inspect.hget(`gh:room:${gameRoomId}`, 'epoch'));
  for (const player of [ann, bo]) {
    player.client.attach(3, 'room', { roomId: gameRoomId });
    const opened = await read(player, FRAME_TYPES.opened, messages.Opened);
    assert.is(opened.epoch, epoch);
    assert.is(opened.have, 0);
    assert.ok(opened.fresh);
    assert.is(opened.why, 'joined');
    assert.is((await player.client.next(FRAME_TYPES.snapshot)).seq, opened.through);
  }
  assert.is(await cluster.inspect.hget(`gh:session:${bo.userId}`, 'room'), gameRoomId);
});

walk('14–15 play: each frame reaches both, numbered; the room acknowledges', async ({ ann, bo, gameRoomId }) => {
  ann.client.send(encodeFrame(SAY, 1, bytes('one')));
  ann.client.send(encodeFrame(SAY, 2, bytes('two')));
  for (const player of [ann, bo]) {
    const first = await player.client.next(SAY);
    const second = await player.client.next(SAY);
    assert.is(new TextDecoder().decode(first.payload), 'one');
    assert.is(new TextDecoder().decode(second.payload), 'two');
    assert.ok(first.seq > 0 && second.seq > first.seq);
  }
  const ack = await read(ann, FRAME_TYPES.ack, messages.Ack);
  assert.is(ack.roomId, gameRoomId);
  assert.is(ack.through, 2);
});

walk('21–22 the end: the result is kept, the lobby room waits again', async ({ cluster, ann, bo, gameRoomId }) => {
  const { inspect } = cluster;
  bo.client.send(encodeFrame(FINISH, 1, bytes('Bo won')));
  const ended = await read(ann, FRAME_TYPES.ended, messages.Ended);
  assert.is(new TextDecoder().decode(ended.result), 'Bo won');
  assert.equal(await lobbyEvent(ann), { version: 7, event: 'roundEnded' });
  assert.is(await inspect.hget(`gh:room:${gameRoomId}`, 'state'), 'ended');
  assert.is(await inspect.hget(`gh:room:${gameRoomId}`, 'result'), 'Bo won');
  await cluster.redisSays('the room is off the list', async redis => (await redis.scard('gh:rooms:gh:Game:g1')) === 0);
});

walk('22 a late ATTACH hears how it ended; the next round is L-2', async ({ ann, bo, gameRoomId, lobbyRoomId }) => {
  ann.client.attach(4, 'room', { roomId: gameRoomId });
  const refusal = await read(ann, FRAME_TYPES.sessionError, messages.Failure);
  assert.equal([refusal.code, refusal.reason], ['ROOM_ENDED', 'ended']);
  assert.is(new TextDecoder().decode(refusal.result), 'Bo won');
  for (const [player, seq] of [
    [ann, 4],
    [bo, 3],
  ] as const) {
    player.client.send(encodeMessageFrame(FRAME_TYPES.setReady, seq, messages.SetReady, { ready: true }));
    await player.client.next(FRAME_TYPES.done);
  }
  ann.client.send(encodeMessageFrame(FRAME_TYPES.startGame, 5, messages.StartGame, {}));
  await untilEvent(ann, event => event.started === `${lobbyRoomId}-2`);
  for (const { client } of [ann, bo]) client.terminate();
});

walk.run();

/** Welcomed, and attached to the lobby stream without a lobby room. */
async function enter(url: string, name: string): Promise<Player> {
  const { client, welcome } = await RawClient.guest(url, name);
  assert.is(welcome.location?.lobbyRoomId ?? '', '');
  client.attach(2, 'lobby', {});
  const player = { client, userId: welcome.userId };
  const opened = await read(player, FRAME_TYPES.opened, messages.Opened);
  assert.is(opened.have, 0);
  assert.ok(opened.fresh);
  assert.is(opened.through, 0);
  return player;
}

async function read<M>(player: Player, frameType: number, type: Parameters<typeof decodeMessage<M>>[0]): Promise<M> {
  const frame = await player.client.next(frameType);
  return decodeMessage(type, frame.payload);
}

async function lobbyEvent(player: Player): Promise<{ version: number; event: string | undefined }> {
  const frame = await player.client.next(FRAME_TYPES.lobbyEvent);
  return { version: frame.seq, event: decodeMessage(messages.LobbyEvent, frame.payload).event };
}

async function untilEvent(player: Player, fits: (event: gatehouse.LobbyEvent) => boolean): Promise<void> {
  for (;;) {
    const frame = await player.client.next(FRAME_TYPES.lobbyEvent);
    if (fits(decodeMessage(messages.LobbyEvent, frame.payload))) return;
  }
}
