import { type AttachReport, type SessionSink, SessionState } from '@gatehouse/client/internal/session-state';
import { mayReconnect } from '@gatehouse/shared/protocol/close-codes';
import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import * as assert from 'uvu/assert';
import type { ModelConnection } from './model-connection.ts';
import type { ModelGateway } from './model-gateway.ts';
import { LINE, type ModelRoom, ROOM_ID, SAY } from './model-room.ts';

/** As the SDK's: it begins before the gateway's patience with HELLO, so that nobody hears of that. */
const WELCOME_PATIENCE_MS = 10_000;

/** A player on the SDK's own session state, which checks all that it is told against what was said. */
export class ModelPlayer {
  readonly name: string;
  userId = '';
  /** Times that the room was shown anew, by reason. */
  readonly freshStarts: string[] = [];
  private readonly room: ModelRoom;
  private readonly clock: Clock;
  private readonly state: SessionState;
  private connection: ModelConnection | undefined;
  private cancelPatience = (): void => {};
  private attachIsDue = false;
  private said = 0;
  /** Lines shown, a snapshot's included. */
  private shown = 0;
  private newestFlash = -1;
  private awaitsSnapshot = false;

  constructor(name: string, room: ModelRoom, clock: Clock) {
    this.name = name;
    this.room = room;
    this.clock = clock;
    this.state = new SessionState({ guestName: name }, this.sink());
  }

  get isConnected(): boolean {
    return this.connection !== undefined;
  }

  connectTo(gateway: ModelGateway): void {
    if (this.connection !== undefined) return;
    this.cancelPatience = this.clock.after(WELCOME_PATIENCE_MS, () => this.givesUpConnection());
    const connection = gateway.accept({
      receive: frame => this.state.receive(frame),
      lost: () => this.lost(),
    });
    this.connection = connection;
    this.state.connected();
  }

  enterRoom(): void {
    this.state.enterRoom(ROOM_ID);
  }

  says(): void {
    this.state.send('room', encodeFrame(SAY, 0, new TextEncoder().encode(String(++this.said))));
  }

  beats(): void {
    this.state.heartbeat();
  }

  /** An ATTACH that was refused for now is tried again. */
  retriesAttach(): boolean {
    if (!this.attachIsDue) return false;
    this.attachIsDue = false;
    this.state.attach('room');
    return true;
  }

  // ---- what the network does ----

  delivers(): boolean {
    return this.connection?.deliverToGateway() === true;
  }

  hears(): boolean {
    return this.connection?.deliverToClient() === true;
  }

  givesUpConnection(): void {
    this.connection?.endsForClient();
  }

  gatewayLosesConnection(): void {
    this.connection?.endsForGateway();
  }

  // ---- what must be so ----

  /** Everything has been delivered. */
  expectWhole(): void {
    assert.is(this.state.room.kind, 'attached', `${this.name} is attached`);
    assert.is(this.shown, this.room.saidTo(this.userId).length, `${this.name} has seen all lines`);
    assert.is(this.taken(), this.said, `the room has all lines of ${this.name}`);
    assert.is(this.state.room.retained.count, 0, `${this.name} keeps nothing`);
  }

  get isWhole(): boolean {
    const { kind, retained } = this.state.room;
    return kind === 'attached' && retained.count === 0 && this.shown === this.room.saidTo(this.userId).length;
  }

  private taken(): number {
    const taken = this.room.takenFrom(this.userId);
    assert.equal(
      taken,
      taken.map((_, at) => at + 1),
      `${this.name}'s lines were taken in order, none twice`,
    );
    return taken.length;
  }

  private lost(): void {
    this.cancelPatience();
    this.connection = undefined;
    this.state.cut();
  }

  private sink(): SessionSink {
    const unexpected = (what: string) => (): never => {
      throw new Error(`${this.name}: ${what}`);
    };
    return {
      send: frame => this.connection?.sendFromClient(frame),
      welcomed: welcome => this.welcomed(welcome),
      attached: report => this.attached(report),
      detached: () => {},
      heartbeat: () => {},
      attachLater: stream => {
        if (stream === 'room') this.attachIsDue = true;
      },
      roomSnapshot: state => this.hearSnapshot(Number(new TextDecoder().decode(state))),
      roomMessage: (type, payload) => {
        const number = Number(new TextDecoder().decode(payload));
        if (type === LINE) this.hearLine(number);
        else this.hearFlash(number);
      },
      roomAcknowledged: through => assert.ok(through <= this.taken(), 'what is acknowledged was taken'),
      goodbye: ({ code, text }) => assert.ok(mayReconnect(code), `${this.name} is sent away for good: ${text}`),
      roomRefused: ({ code }) => unexpected(`the room refuses: ${code}`)(),
      helloRefused: ({ code, retryable }) => assert.ok(retryable, `HELLO is refused: ${code}`),
      roomEnded: unexpected('the room has ended'),
      roomError: ({ code }) => unexpected(`a frame is refused: ${code}`)(),
      roomReply: unexpected('an answer to nothing'),
      lobbyRoomGone: unexpected('a lobby room that never was is gone'),
      lobbyReply: unexpected('a reply of no lobby'),
      lobbyEvent: unexpected('an event of no lobby'),
      lobbySnapshot: unexpected('a snapshot of no lobby'),
      lobbyNews: unexpected('news of no lobby'),
    };
  }

  private welcomed({ userId, resumed }: gatehouse.Welcome): void {
    this.cancelPatience();
    if (this.userId === '') this.userId = userId;
    else assert.ok(resumed, `${this.name}'s session is resumed`);
  }

  private attached({ isFirst, isFresh, why, lostFrames }: AttachReport): void {
    assert.is(lostFrames, 0, 'no frame of the client is lost');
    assert.is(this.awaitsSnapshot && !isFresh, false, 'a replay cannot begin before the first snapshot');
    this.awaitsSnapshot = isFresh;
    if (!isFresh) return;
    this.freshStarts.push(why);
    assert.is(why, isFirst ? 'joined' : 'trimmed', `${this.name}'s reason for a fresh start`);
  }

  private hearSnapshot(lines: number): void {
    assert.ok(this.awaitsSnapshot, 'a snapshot was announced');
    assert.ok(lines >= this.shown, 'a snapshot is never older than what was shown');
    this.awaitsSnapshot = false;
    this.shown = lines;
  }

  private hearLine(line: number): void {
    assert.not(this.awaitsSnapshot, 'no line before the snapshot');
    const said = this.room.saidTo(this.userId);
    assert.is(line, said[this.shown], `${this.name} hears each line once and in order`);
    this.shown++;
  }

  private hearFlash(flash: number): void {
    assert.ok(flash > this.newestFlash, 'a flash is newer than those before');
    const saidBefore = this.room.flashes[flash]?.get(this.userId);
    assert.is(this.shown, saidBefore, `${this.name} hears a flash between the lines where it was said`);
    this.newestFlash = flash;
  }
}
