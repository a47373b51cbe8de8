import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { StreamName } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { ClientClock } from './client-clock.ts';
import type { ClientEvents } from './client-events.ts';
import { closeError } from './close-error.ts';
import { Connection, type ConnectionLoss, type ConnectionReceiver } from './connection.ts';
import { CurrentRoom } from './current-room.ts';
import { withTimeout } from './deferred.ts';
import { type ClientDiagnostics, EventHistory, streamDiagnostics } from './diagnostics.ts';
import { failureError } from './failure-error.ts';
import { Latency } from './latency.ts';
import { Listeners } from './listeners.ts';
import { LobbyCommands } from './lobby-commands.ts';
import type { LobbyReply } from './lobby-frames.ts';
import { LobbyInbox } from './lobby-inbox.ts';
import { PendingRequests } from './pending-requests.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';
import { type AttachReport, type Identity, type SessionSink, SessionState } from './session-state.ts';
import type { OpenSocket } from './socket-handle.ts';
import { type Network, SocketTap } from './socket-tap.ts';
import { StreamWatch } from './stream-watch.ts';

const NORMAL_CLOSURE = 1000;
/** For a gateway that does not say. */
const DEFAULT_HEARTBEAT_MS = 10_000;

/** How often the ATTACH of a stream was refused for now, and how to call off the next one. */
interface AttachRetry {
  attempt: number;
  cancel: () => void;
}

export interface ClientSessionOptions {
  readonly urls: readonly string[];
  readonly identity: Identity;
  readonly openSocket: OpenSocket;
  readonly clock: ClientClock;
  readonly random: () => number;
  readonly commandTimeoutMs: number;
}

/** Joins the parts of one client: frames from the connection go through the session's state to lobby, room and listeners. */
export class ClientSession {
  readonly events = new Listeners<ClientEvents>();
  readonly lobby: LobbyInbox;
  readonly lobbyCommands: LobbyCommands;
  readonly room: CurrentRoom;
  private readonly clock: ClientClock;
  private readonly random: () => number;
  private readonly commandTimeoutMs: number;
  private readonly connection: Connection;
  private readonly state: SessionState;
  private newestWelcome: gatehouse.Welcome | undefined;
  private refusal: gatehouse.Failure | undefined;
  private isClosed = false;
  private readonly watches: Record<StreamName, StreamWatch>;
  private readonly tap: SocketTap;
  private readonly latency: Latency;
  private readonly history: EventHistory;
  private readonly attachRetries: Record<StreamName, AttachRetry> = {
    lobby: { attempt: 0, cancel: () => {} },
    room: { attempt: 0, cancel: () => {} },
  };

  constructor(options: ClientSessionOptions) {
    const { clock, random, urls, openSocket } = options;
    this.clock = clock;
    this.random = random;
    this.commandTimeoutMs = options.commandTimeoutMs;
    const replies = new PendingRequests<LobbyReply>({ clock, timeoutMs: options.commandTimeoutMs });
    this.lobbyCommands = new LobbyCommands(replies, {
      send: frame => this.send('lobby', frame),
      keptCount: () => this.state.lobby.retained.count,
    });
    this.lobby = new LobbyInbox(replies, this.lobbyCommands, {
      ownUserId: () => this.welcome?.userId ?? '',
      leaveRoom: () => this.state.leaveLobbyRoom(),
      kickedFrom: lobbyRoomId => this.room.kickedFrom(lobbyRoomId),
    });
    this.room = new CurrentRoom(
      {
        enterRoom: roomId => {
          this.watches.room.entered();
          this.state.enterRoom(roomId);
        },
        leaveRoom: () => {
          this.watches.room.entered();
          this.state.leaveRoom();
        },
        send: frame => this.send('room', frame),
        ended: (roomId, end) => this.events.emit('ended', { stream: 'room', roomId, ...end }),
      },
      { clock, requestTimeoutMs: options.commandTimeoutMs },
    );
    this.state = new SessionState(options.identity, this.sink());
    const { events, state } = this;
    this.watches = {
      lobby: new StreamWatch({ stream: state.lobby, clock, events }),
      room: new StreamWatch({ stream: state.room, clock, events }),
    };
    this.tap = new SocketTap(openSocket);
    this.latency = new Latency(clock);
    this.history = new EventHistory(events, clock);
    this.connection = new Connection({ urls, openSocket: this.tap.open, clock, random, receiver: this.receiver() });
  }

  /** See LobbyInbox.known. @throws GatehouseError TIMEOUT */
  lobbyKnown(): Promise<void> {
    return withTimeout(this.lobby.known(), { clock: this.clock, timeoutMs: this.commandTimeoutMs });
  }

  /** What the gateway said last; undefined before the first WELCOME. */
  get welcome(): gatehouse.Welcome | undefined {
    return this.newestWelcome;
  }

  get url(): string {
    return this.connection.url;
  }

  /** A copy of this moment. */
  diagnostics(): ClientDiagnostics {
    const { connection, state, watches, welcome } = this;
    return {
      connection: { state: connection.phase, url: connection.url },
      session: { userId: welcome?.userId ?? '', sessionId: welcome?.sessionId ?? '' },
      latencyMs: [...this.latency.samples],
      lobby: streamDiagnostics(state.lobby, watches.lobby),
      room: streamDiagnostics(state.room, watches.room),
      counts: { ...this.tap.traffic, ...this.history.counts },
      events: this.history.events,
    };
  }

  /** The answer is the next sample of latency. Without a connection nothing is asked. */
  ping(): void {
    this.state.heartbeat(this.latency.ask());
  }

  /** See Network. Returns how to cut the connection that is there. */
  useNetwork(network: Network): () => void {
    this.tap.use(network);
    return () => this.tap.cut();
  }

  start(): void {
    this.connection.start();
  }

  /** A second call does nothing. */
  close(): void {
    this.connection.close();
    this.end({ code: NORMAL_CLOSURE, text: 'closed by this client' }, undefined);
  }

  private send(stream: StreamName, frame: Uint8Array): number {
    const seq = this.state.send(stream, frame);
    if (!this.isClosed) this.watches[stream].sent();
    return seq;
  }

  private receiver(): ConnectionReceiver {
    return {
      connected: () => this.state.connected(),
      receive: frame => this.state.receive(frame),
      beat: () => this.ping(),
      lost: loss => this.lost(loss),
    };
  }

  private sink(): SessionSink {
    const { lobby, room } = this;
    return {
      send: frame => this.connection.send(frame),
      welcomed: (welcome, lostFrames) => this.welcomed(welcome, lostFrames),
      attached: report => this.attached(report),
      detached: (stream, why) => this.watches[stream].away(why),
      attachLater: stream => this.attachLater(stream),
      heartbeat: payload => this.latency.answered(payload),
      goodbye: goodbye => this.connection.takeGoodbye(goodbye),
      helloRefused: failure => {
        this.refusal = failure;
      },
      lobbyReply: (ref, reply, isNewest) => {
        this.watches.lobby.acknowledged(this.state.lobby.retained.first - 1);
        lobby.lobbyReply(ref, reply, isNewest);
      },
      lobbyLeft: () => lobby.lobbyLeft(),
      lobbyEvent: event => lobby.lobbyEvent(event),
      lobbySnapshot: state => lobby.lobbySnapshot(state),
      lobbyNews: news => lobby.lobbyNews(news),
      lobbyRoomGone: why => lobby.roomGone(why),
      roomSnapshot: state => room.roomSnapshot(state),
      roomMessage: (type, payload) => room.roomMessage(type, payload),
      roomEnded: ended => room.roomEnded(ended),
      roomReply: (ref, answer) => room.roomReply(ref, answer),
      roomError: failure => room.roomError(failure),
      roomAcknowledged: through => {
        this.watches.room.acknowledged(through);
        room.roomAcknowledged(through);
      },
      roomRefused: failure => room.roomRefused(failure),
    };
  }

  private welcomed(welcome: gatehouse.Welcome, lostFrames: number): void {
    const isReplaced = this.newestWelcome !== undefined && !welcome.resumed;
    this.newestWelcome = welcome;
    this.refusal = undefined;
    this.connection.welcomed(welcome.heartbeatMs || DEFAULT_HEARTBEAT_MS);
    if (isReplaced) {
      this.lobby.replies.rejectAll(new GatehouseError('TIMEOUT', { reason: 'the session could not be resumed' }));
      this.room.sessionReplaced();
    }
    const { userId, sessionId, resumed } = welcome;
    this.events.emit('connected', { url: this.url, userId, sessionId, resumed });
    if (isReplaced) this.events.emit('fresh', { stream: 'session', roomId: '', why: 'sessionLost', lostFrames });
  }

  private attached(report: AttachReport): void {
    const { stream, roomId } = report;
    this.attachRetries[stream].attempt = 0;
    if (stream === 'lobby') this.lobby.attached(roomId);
    else this.room.attached(report);
    this.watches[stream].opened(report);
  }

  private attachLater(stream: StreamName): void {
    const retry = this.attachRetries[stream];
    retry.cancel();
    const delayMs = reconnectDelayMs(retry.attempt++, this.random);
    retry.cancel = this.clock.after(delayMs, () => this.state.attach(stream));
  }

  private lost(loss: ConnectionLoss): void {
    this.state.cut();
    this.latency.forget();
    const { code, text, retryInMs } = loss;
    const { refusal } = this;
    this.refusal = undefined; // what the next gateway says counts
    if (retryInMs === undefined) this.end({ code, text }, refusal);
    else {
      this.events.emit('disconnected', { code, text, retryInMs });
      for (const watch of Object.values(this.watches)) watch.away('disconnected');
    }
  }

  private end({ code, text }: { code: number; text: string }, refusal: gatehouse.Failure | undefined): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.state.cut();
    for (const retry of Object.values(this.attachRetries)) retry.cancel();
    for (const watch of Object.values(this.watches)) watch.close();
    const error = refusal === undefined ? closeError(code, text) : failureError(refusal);
    this.lobby.close(error);
    this.room.close(error);
    this.events.emit('closed', { code, text, error });
  }
}
