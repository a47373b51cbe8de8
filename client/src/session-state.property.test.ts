import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { newSessionBench, playUntilInRoom, readAttach, readHello, serverFrames } from './session-bench.ts';

const ROOM = 'L-1';
const GAME_TYPE = 0x1001;
/** A server may replay more than was asked for. */
const OVERLAP = 4;

const encodeValue = (value: number) => new Uint8Array(new Uint32Array([value]).buffer);
const decodeValue = (payload: Uint8Array) => new DataView(payload.slice().buffer).getUint32(0, true);

/** `have`: last client frame taken; `number`: of the newest frame; `sent`: value of the newest frame. */
interface RoomState {
  readonly have: number;
  readonly number: number;
  readonly sent: number;
}

/**
 * A client's session, its room's server and a gateway as DESIGN §2 describes them, and the wire between. Frames wait on
 * the wire until they are delivered; a cut loses them. Both sides count what they send: 1, 2, 3…
 */
class World {
  readonly bench = newSessionBench();
  private readonly toClient: Uint8Array[] = [];
  private isConnected = true;
  // the client
  private sentByClient = 0;
  // the game server, and what a restore begins from
  private epoch = 100;
  private restoredEpoch = 100;
  private room: RoomState = { have: 0, number: 0, sent: 0 };
  private checkpoint: RoomState = this.room;
  private log: { number: number; frame: Uint8Array }[] = [];
  private trimmedThrough = 0;
  // the gateway
  private turn = 0;
  private isAttached = true;

  constructor() {
    playUntilInRoom(this.bench, ROOM, this.epoch);
  }

  clientSends(): void {
    this.bench.state.send('room', encodeFrame(GAME_TYPE, 0, encodeValue(++this.sentByClient)));
  }

  serverSends(): void {
    const number = this.room.number + 2; // between two frames of this player lies one of another
    const sent = this.room.sent + 1;
    this.room = { ...this.room, number, sent };
    const frame = encodeFrame(GAME_TYPE, number, encodeValue(sent));
    this.log.push({ number, frame });
    if (this.isAttached) this.toClient.push(frame);
  }

  /** What is acknowledged survives the server. */
  serverAcknowledges(): void {
    this.checkpoint = this.room;
    if (this.isAttached) this.toClient.push(serverFrames.ack(ROOM, this.checkpoint.have));
  }

  serverTrimsItsLog(): void {
    this.log = [];
    this.trimmedThrough = this.room.number;
  }

  /** Moves to another server with its log: a new epoch, nothing lost. */
  roomMigrates(): void {
    this.epoch++;
    this.linkBreaks();
  }

  /** The server dies; another one goes on from the checkpoint. */
  roomIsRestored(): void {
    this.restoredEpoch = ++this.epoch;
    this.room = this.checkpoint;
    this.serverTrimsItsLog();
    this.linkBreaks();
  }

  /** The client's connection stays. */
  linkBreaks(): void {
    if (!this.isConnected || !this.isAttached) return;
    this.isAttached = false;
    this.toClient.push(serverFrames.detached({ stream: STREAMS.room, roomId: ROOM, turn: ++this.turn }));
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
    else if (type === GAME_TYPE && this.isAttached) this.take(frame);
  }

  frameReachesClient(): void {
    const frame = this.toClient.shift();
    if (frame === undefined) return;
    const before = this.bench.state.room.mark;
    this.bench.state.receive(frame);
    const after = this.bench.state.room.mark;
    const isNewEpoch = (after?.epoch ?? 0) > (before?.epoch ?? 0);
    const isSameEpoch = after?.epoch === before?.epoch;
    assert.ok(isNewEpoch || (isSameEpoch && (after?.number ?? 0) >= (before?.number ?? 0)), 'marks only grow');
  }

  /** Everything whole again and delivered: both have all, once and in order. */
  settle(): void {
    this.clientReconnects();
    while (this.bench.sent.length > 0 || this.toClient.length > 0) {
      this.frameReachesServer();
      this.frameReachesClient();
    }
    assert.is(this.room.have, this.sentByClient, 'the server has all the client sent');
    assert.is(this.shown(), this.room.sent, 'the client has seen all the server sent');
  }

  /** The value up to which the client has seen everything. */
  private shown(): number {
    let shown = 0;
    for (const [name, ...values] of this.bench.heard) {
      if (name === 'roomSnapshot') shown = decodeValue(values[0] as Uint8Array);
      if (name !== 'roomMessage') continue;
      const value = decodeValue(values[1] as Uint8Array);
      assert.is(value, shown + 1, 'in order, none twice, none missing');
      shown = value;
    }
    return shown;
  }

  private welcome(hello: gatehouse.Hello): void {
    this.toClient.push(serverFrames.welcome({ resumed: true }));
    for (const record of hello.attach) this.attach(record as gatehouse.Attach);
  }

  private attach(record: gatehouse.Attach): void {
    if (record.stream !== STREAMS.room || record.turn < this.turn) return;
    this.isAttached = true;
    this.room = { ...this.room, have: Math.max(this.room.have, record.first - 1) };
    const mark = { epoch: record.mark?.epoch ?? 0, number: record.mark?.number ?? 0 };
    const fresh = mark.epoch < this.restoredEpoch || mark.number < this.trimmedThrough;
    const { have, number: through, sent } = this.room;
    const { epoch, turn } = this;
    this.toClient.push(serverFrames.opened({ stream: STREAMS.room, roomId: ROOM, epoch, have, fresh, through, turn }));
    if (fresh) this.toClient.push(serverFrames.snapshot(through, encodeValue(sent)));
    else for (const { number, frame } of this.log) if (number > mark.number - OVERLAP) this.toClient.push(frame);
  }

  private take(frame: Uint8Array): void {
    const seq = frameSeq(frame);
    assert.ok(seq <= this.room.have + 1, 'nothing is sent before what precedes it');
    if (seq <= this.room.have) return; // had it
    this.room = { ...this.room, have: seq };
    assert.is(decodeValue(framePayload(frame)), seq, 'in order, none twice, none missing');
  }
}

const steps = [
  'clientSends',
  'serverSends',
  'serverAcknowledges',
  'serverTrimsItsLog',
  'roomMigrates',
  'roomIsRestored',
  'linkBreaks',
  'connectionBreaks',
  'clientReconnects',
  'frameReachesServer',
  'frameReachesClient',
] as const satisfies (keyof World)[];

/** Traffic is more frequent than trouble. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...steps.slice(0, 3), ...steps.slice(9)) },
  { weight: 1, arbitrary: fc.constantFrom(...steps) },
);

test('session: whatever happens in between, nothing is lost, doubled or reordered', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80 }), walk => {
      const world = new World();
      for (const step of walk) world[step]();
      world.settle();
    }),
    { numRuns: 1500 },
  );
});

test.run();
