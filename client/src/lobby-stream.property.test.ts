import { encodeFrame, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { newSessionBench, readAttach, readHello, serverFrames } from './session-bench.ts';

const LOBBY_ROOM = 'L';
const EPOCH = 500;

/**
 * A client in the lobby and a lobby server as DESIGN §8 describes it: commands run once, replies are stored and repeated,
 * every event raises the version. The first command joins the room, all others chat.
 */
class LobbyWorld {
  private readonly bench = newSessionBench();
  private readonly toClient: Uint8Array[] = [];
  private isConnected = true;
  private isAttached = false;
  private commands = 0;
  // what is in Redis
  private executed = 0;
  private version = 0;
  private oldestKept = 1;
  // this channel
  private have = 0;
  private turn = 0;
  /** The gateway does not read replies: it knows the room of the ATTACH. */
  private attachedWith = '';

  constructor() {
    this.bench.state.connected();
    this.settleWire();
  }

  clientCommands(): void {
    const type = ++this.commands === 1 ? FRAME_TYPES.joinLobbyRoom : FRAME_TYPES.sayChat;
    this.bench.state.send('lobby', encodeFrame(type, 0, new Uint8Array(1)));
  }

  othersAct(): void {
    if (this.executed > 0) this.happen();
  }

  eventListIsTrimmed(): void {
    this.oldestKept = this.version + 1;
  }

  /** The lobby server dies or is left; another one reads the same Redis. */
  linkBreaks(): void {
    if (!this.isConnected || !this.isAttached) return;
    this.isAttached = false;
    // What came over the link may be lost with it; WELCOME and DETACHED are the gateway's own.
    const own = this.toClient.filter(frame => frameType(frame) === FRAME_TYPES.welcome);
    this.toClient.splice(0, this.toClient.length, ...own);
    const detached = { stream: STREAMS.lobby, roomId: this.attachedWith, turn: ++this.turn };
    this.toClient.push(serverFrames.detached(detached));
  }

  connectionBreaks(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.isAttached = false;
    this.turn = 0;
    this.bench.sent.length = 0;
    this.toClient.length = 0;
    this.bench.state.cut();
  }

  clientReconnects(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.bench.state.connected();
  }

  frameReachesServer(): void {
    const frame = this.bench.sent.shift();
    if (frame === undefined) return;
    const type = frameType(frame);
    if (type === FRAME_TYPES.hello) this.welcome(readHello(frame));
    else if (type === FRAME_TYPES.attach) this.attach(readAttach(frame));
    else if (type >>> 8 === 1 && this.isAttached) this.take(frameSeq(frame));
  }

  frameReachesClient(): void {
    const frame = this.toClient.shift();
    if (frame !== undefined) this.bench.state.receive(frame);
  }

  /** Everything whole again: each command ran once and was answered, and the room is as new as Redis says. */
  settle(): void {
    this.clientReconnects();
    this.settleWire();
    assert.is(this.executed, this.commands, 'every command ran');
    const answered = new Set(this.bench.heard.filter(([name]) => name === 'lobbyReply').map(([, ref]) => ref));
    assert.is(answered.size, this.commands, 'every command was answered');
    assert.is(this.bench.state.lobby.retained.count, 0, 'nothing waits any more');
    assert.is(this.shown(), this.version, 'every event was shown');
  }

  private settleWire(): void {
    while (this.bench.sent.length > 0 || this.toClient.length > 0) {
      this.frameReachesServer();
      this.frameReachesClient();
    }
  }

  /** The version up to which the client was shown everything. Snapshots and events carry theirs in a member's name. */
  private shown(): number {
    let shown = 0;
    for (const [name, ...values] of this.bench.heard) {
      if (name === 'lobbySnapshot') shown = Number((values[0] as gatehouse.LobbyRoom).options);
      if (name === 'lobbyReply' && values[2]) shown = Math.max(shown, joinedVersion(values[1]));
      if (name !== 'lobbyEvent') continue;
      const version = Number((values[0] as gatehouse.LobbyEvent).hostChanged);
      assert.is(version, shown + 1, 'in order, none twice, none missing');
      shown = version;
    }
    return shown;
  }

  private happen(): void {
    const version = ++this.version;
    if (this.isAttached) this.toClient.push(eventFrame(version));
  }

  private welcome(hello: gatehouse.Hello): void {
    this.toClient.push(serverFrames.welcome({ resumed: hello.resumeToken !== '' }));
    for (const record of hello.attach) this.attach(record as gatehouse.Attach);
  }

  private attach({ stream, roomId: asked, mark, first, turn }: gatehouse.Attach): void {
    if (stream !== STREAMS.lobby || turn < this.turn) return;
    this.isAttached = true;
    this.attachedWith = asked;
    this.have = Math.max(this.executed, first - 1);
    const isMember = this.executed > 0;
    const roomId = isMember ? LOBBY_ROOM : '';
    const replies = Array.from({ length: this.have - first + 1 }, (_, index) => this.reply(first + index));
    const rejoins = first === 1 && isMember;
    const number = asked === roomId && !rejoins ? mark?.number : undefined;
    const fresh = number === undefined || number === null || this.oldestKept > number + 1;
    const { version: through, have } = this;
    this.toClient.push(
      serverFrames.opened({ stream, roomId, epoch: isMember ? EPOCH : 0, have, fresh, through, turn }),
    );
    this.toClient.push(...replies);
    if (!isMember) return;
    if (fresh) this.toClient.push(serverFrames.lobbySnapshot(through, { lobbyRoomId: roomId, options: `${through}` }));
    else for (let version = number + 1; version <= through; version++) this.toClient.push(eventFrame(version));
  }

  private take(seq: number): void {
    assert.ok(seq <= this.have + 1, 'nothing is sent before what precedes it');
    if (seq <= this.have) return; // had it; its reply was sent behind OPENED
    this.have = seq;
    assert.is(seq, ++this.executed, 'each command runs once, in order');
    if (seq === 1) this.version++; // the reply says it, not an event
    this.toClient.push(this.reply(seq));
    if (seq > 1) this.happen();
  }

  /** The stored one: JOINED says the version it was made at. */
  private reply(seq: number): Uint8Array {
    if (seq > 1) return serverFrames.done(seq);
    return serverFrames.joined({ ref: 1, epoch: EPOCH, version: 1, room: { lobbyRoomId: LOBBY_ROOM } });
  }
}

function eventFrame(version: number): Uint8Array {
  return serverFrames.lobbyEvent(version, { hostChanged: `${version}` });
}

function joinedVersion(reply: unknown): number {
  const { joined } = reply as { joined?: gatehouse.Joined };
  return joined?.version ?? 0;
}

const steps = [
  'clientCommands',
  'othersAct',
  'frameReachesServer',
  'frameReachesClient',
  'eventListIsTrimmed',
  'linkBreaks',
  'connectionBreaks',
  'clientReconnects',
] as const satisfies (keyof LobbyWorld)[];

const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...steps.slice(0, 4)) },
  { weight: 1, arbitrary: fc.constantFrom(...steps) },
);

test('lobby: whatever happens in between, each command runs once and is answered, each event is shown once', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), walk => {
      const world = new LobbyWorld();
      for (const step of walk) world[step]();
      world.settle();
    }),
    { numRuns: 1500 },
  );
});

test.run();
