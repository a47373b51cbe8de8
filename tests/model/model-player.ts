import { type SessionSink, SessionState } from '@gatehouse/client/internal/session-state';
import { mayReconnect } from '@gatehouse/shared/protocol/close-codes';
import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import * as assert from 'uvu/assert';
import type { ModelConnection } from './model-connection.ts';
import type { ModelGateway } from './model-gateway.ts';
import { LINE, type ModelRoom, SAY } from './model-room.ts';
import { ModelVisit } from './model-visit.ts';

/** As the SDK's: it begins before the gateway's patience with HELLO, so that nobody hears of that. */
const WELCOME_PATIENCE_MS = 10_000;

/** A player on the SDK's own session state, which checks all that it is told against what was said. */
export class ModelPlayer {
  readonly name: string;
  userId = '';
  /** Times that the room was shown anew, by reason. */
  readonly freshStarts: string[] = [];
  private readonly clock: Clock;
  private readonly state: SessionState;
  private connection: ModelConnection | undefined;
  private cancelPatience = (): void => {};
  private attachIsDue = false;
  private lines = 0;
  private visit: ModelVisit | undefined;

  constructor(name: string, clock: Clock) {
    this.name = name;
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

  /** Also again, or instead of the one before: what was not taken there is forgotten. */
  enters(room: ModelRoom): void {
    this.visit = new ModelVisit(this, room);
    this.state.enterRoom(room.roomId);
  }

  says(): void {
    if (this.visit?.isShown !== true) return;
    const line = ++this.lines;
    this.visit.says(line, this.state.send('room', encodeFrame(SAY, 0, new TextEncoder().encode(String(line)))));
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
    assert.is(this.state.room.retained.count, 0, `${this.name} keeps nothing`);
    this.current.expectWhole();
  }

  get isWhole(): boolean {
    const { kind, retained } = this.state.room;
    return kind === 'attached' && retained.count === 0 && this.current.isWhole;
  }

  private get current(): ModelVisit {
    if (this.visit === undefined) throw new Error(`${this.name} is in no room`);
    return this.visit;
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
      attached: report => {
        assert.is(report.roomId, this.current.roomId, 'the room that was asked for');
        this.current.attached(report);
        if (report.isFresh) this.freshStarts.push(report.why);
      },
      detached: () => {},
      heartbeat: () => {},
      attachLater: stream => {
        if (stream === 'room') this.attachIsDue = true;
      },
      roomSnapshot: state => this.current.hearSnapshot(Number(new TextDecoder().decode(state))),
      roomMessage: (type, payload) => {
        const number = Number(new TextDecoder().decode(payload));
        if (type === LINE) this.current.hearLine(number);
        else this.current.hearFlash(number);
      },
      roomAcknowledged: through => this.current.expectTaken(through),
      goodbye: ({ code, text }) => assert.ok(mayReconnect(code), `${this.name} is sent away for good: ${text}`),
      roomRefused: ({ code }) => unexpected(`the room refuses: ${code}`)(),
      helloRefused: ({ code, retryable }) => assert.ok(retryable, `HELLO is refused: ${code}`),
      roomEnded: unexpected('the room has ended'),
      roomError: ({ code }) => unexpected(`a frame is refused: ${code}`)(),
      roomReply: unexpected('an answer to nothing'),
      lobbyRoomGone: unexpected('a lobby room that never was is gone'),
      lobbyReply: unexpected('a reply of no lobby'),
      lobbyLeft: unexpected('a lobby room that never was is left'),
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
}
