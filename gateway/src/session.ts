import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { ERRORS, type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import {
  encodeFrame,
  FRAME_HEADER_BYTES,
  framePayload,
  frameSeq,
  frameType,
  MAX_CLIENT_FRAME_BYTES,
  MAX_HELLO_BYTES,
} from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS, streamOfType } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { ClientConnection, ConnectionReceiver } from './client-connection.ts';
import type { ClientStream } from './client-stream.ts';
import type { ClientTraffic } from './client-traffic.ts';
import type { OpenSession } from './greeting.ts';
import { heartbeatFrame, welcomeFrame } from './session-frames.ts';

/** PROTOCOL_VERSION a client must say in HELLO. */
export const PROTOCOL_VERSION = 1;
/** How long a client has for its first frame. */
export const HELLO_TIMEOUT_MS = 10_000;
/** Whole heartbeat intervals without any traffic from the client before it is closed: the first beat may follow a frame at once. */
const MAX_SILENT_BEATS = 3;
/** Payload of a heartbeat that is sent back. */
const MAX_ECHO_BYTES = 8;
/** Attaches, echoes and errors of one client within a heartbeat interval: each is work for this gateway, and some for Redis. */
const MAX_REQUESTS_PER_BEAT = 64;

type SessionState =
  | { kind: 'greeting' }
  | { kind: 'claiming' }
  | { kind: 'open'; session: OpenSession; streams: SessionStreams; confirmed: boolean }
  | { kind: 'closed' };

export interface SessionStreams {
  readonly lobby: ClientStream;
  readonly room: ClientStream;
}

/** Ours have about 30; a stranger's is looked up in Redis again and again. */
const MAX_ROOM_ID_CHARACTERS = 128;

/** What a session asks of its gateway. */
export interface SessionHost {
  readonly heartbeatMs: number;
  readonly clock: Clock;
  readonly traffic: ClientTraffic;
  /** Identity and claim. @throws GatehouseError UNAUTHORIZED, UNAVAILABLE, SUPERSEDED (reject-new) */
  greet(hello: gatehouse.Hello): Promise<OpenSession>;
  /** The session is the user's now: kept until `closed`. */
  opened(session: Session, open: OpenSession): SessionStreams;
  /** The client has WELCOME: its older resume token is void. Closes the session if it has a newer owner. */
  confirmed(open: OpenSession): void;
  closed(session: Session, open: OpenSession | undefined, reason: CloseReason | undefined): void;
  /** Its client left before WELCOME. */
  abandoned(open: OpenSession): void;
  /** It has said HELLO, or is gone. */
  greeted(session: Session): void;
  refused(remoteAddress: string, error: GatehouseError): void;
  /** A frame could not be handled, through no fault of the client. */
  failed(error: unknown): void;
}

/** One client connection from HELLO to its end. Frames of the lobby and the room stream pass through unread. */
export class Session implements ConnectionReceiver {
  private readonly connection: ClientConnection;
  private readonly host: SessionHost;
  private state: SessionState = { kind: 'greeting' };
  private lastSeq = 0;
  private silentBeats = 0;
  private requests = 0; // since the last beat
  private spoke = false;
  private readingHolds = 0; // of its streams
  private closeReason: CloseReason | undefined;
  private cancelHelloTimer: CancelTimer | undefined;

  constructor(connection: ClientConnection, host: SessionHost) {
    this.connection = connection;
    this.host = host;
  }

  /** Waits for HELLO. */
  start(): void {
    const giveUp = () => this.close(CLOSE_REASONS.helloTimeout);
    this.cancelHelloTimer = this.host.clock.after(HELLO_TIMEOUT_MS, giveUp);
  }

  get open(): OpenSession | undefined {
    return this.state.kind === 'open' ? this.state.session : undefined;
  }

  get streams(): SessionStreams | undefined {
    return this.state.kind === 'open' ? this.state.streams : undefined;
  }

  /** Queues one frame for the client. */
  send(frame: Uint8Array): void {
    this.spoke = true;
    this.host.traffic.sent(frame);
    this.connection.send(frame);
  }

  /** Not taken by the kernel yet. */
  get bufferedBytes(): number {
    return this.connection.bufferedBytes;
  }

  close(reason: CloseReason, retryAfterMs?: number, url?: string): void {
    this.closeReason ??= reason;
    this.connection.close(reason, retryAfterMs, url);
  }

  /** A stream cannot take more from the client for now. */
  holdReading(): void {
    if (++this.readingHolds === 1) this.connection.pauseReading();
  }

  releaseReading(): void {
    if (--this.readingHolds > 0) return;
    this.silentBeats = 0;
    this.connection.resumeReading();
  }

  /** Once per heartbeat interval: closes a silent client, speaks to one that heard nothing. */
  beat(): void {
    if (this.state.kind === 'greeting') return; // its own timer runs
    if (this.readingHolds === 0) this.silentBeats++; // a client that is not read is not silent
    if (this.silentBeats > MAX_SILENT_BEATS) this.close(CLOSE_REASONS.idle);
    else if (!this.spoke && this.state.kind === 'open') this.send(heartbeatFrame);
    this.spoke = false;
    this.requests = 0;
  }

  /** Never throws: a defect of ours met by one client's frame is logged, and ends its connection alone. */
  receive(frame: Uint8Array): void {
    this.silentBeats = 0;
    try {
      this.take(frame);
    } catch (error) {
      this.host.failed(error);
      this.close(CLOSE_REASONS.internalError);
    }
  }

  private take(frame: Uint8Array): void {
    this.host.traffic.received(frame);
    if (frame.length < FRAME_HEADER_BYTES) this.close(CLOSE_REASONS.badFrame);
    else if (frame.length > MAX_CLIENT_FRAME_BYTES) this.close(CLOSE_REASONS.frameTooLarge);
    else if (this.state.kind === 'open') this.receiveOpen(frame, this.state);
    else if (this.state.kind === 'greeting') this.receiveHello(frame);
    else this.close(CLOSE_REASONS.sequenceError); // nothing may come before WELCOME
  }

  closed(reason: CloseReason | undefined): void {
    const { state } = this;
    this.host.greeted(this);
    this.stopHelloTimer();
    this.state = { kind: 'closed' };
    if (state.kind === 'open') {
      state.streams.lobby.end();
      state.streams.room.end();
    }
    this.host.closed(this, state.kind === 'open' ? state.session : undefined, this.closeReason ?? reason);
  }

  private receiveHello(frame: Uint8Array): void {
    this.stopHelloTimer();
    this.host.greeted(this);
    const hello = this.readHello(frame);
    if (hello === undefined) return;
    this.lastSeq = 1;
    this.state = { kind: 'claiming' };
    this.host.greet(hello).then(
      session => (this.state.kind === 'claiming' ? this.welcome(session, hello) : this.host.abandoned(session)),
      (error: unknown) => this.refuse(error),
    );
  }

  private stopHelloTimer(): void {
    this.cancelHelloTimer?.();
    this.cancelHelloTimer = undefined;
  }

  private readHello(frame: Uint8Array): gatehouse.Hello | undefined {
    if (frame.length > MAX_HELLO_BYTES) this.close(CLOSE_REASONS.frameTooLarge);
    else if (frameType(frame) !== FRAME_TYPES.hello || frameSeq(frame) !== 1) this.close(CLOSE_REASONS.helloExpected);
    else {
      const hello = this.decodeOrClose(messages.Hello, frame);
      if (hello === undefined || hello.protocolVersion === PROTOCOL_VERSION) return hello;
      this.close(CLOSE_REASONS.unsupportedVersion);
    }
    return undefined;
  }

  private welcome(session: OpenSession, hello: gatehouse.Hello): void {
    const streams = this.host.opened(this, session);
    this.state = { kind: 'open', session, streams, confirmed: false };
    this.send(welcomeFrame(session, this.host.heartbeatMs));
    // The records count frames of the session that was to be resumed; a new one attaches by itself.
    if (hello.resumeToken !== '' && !session.resumed) return;
    for (const attach of hello.attach) this.attach(messages.Attach.create(attach) as gatehouse.Attach, 1);
  }

  private refuse(error: unknown): void {
    const known = error instanceof GatehouseError ? error : new GatehouseError('INTERNAL', {}, { cause: error });
    this.host.refused(this.connection.remoteAddress, known);
    this.sendError(known.code, 1);
    const { retryAfterMs } = known.fields;
    const reason = CLOSE_OF_REFUSAL[known.code] ?? CLOSE_REASONS.internalError;
    this.close(reason, typeof retryAfterMs === 'number' ? retryAfterMs : undefined);
  }

  private receiveOpen(frame: Uint8Array, state: SessionState & { kind: 'open' }): void {
    if (!state.confirmed) {
      state.confirmed = true;
      this.host.confirmed(state.session);
    }
    const type = frameType(frame);
    switch (streamOfType(type)) {
      case 'room':
        state.streams.room.forward(frame);
        break;
      case 'lobby':
        state.streams.lobby.forward(frame);
        break;
      case 'session':
        if (type === FRAME_TYPES.heartbeat) this.echo(frame);
        else this.receiveSessionFrame(type, frame);
        break;
      default:
        this.sendError('UNKNOWN_TYPE', frameSeq(frame));
    }
  }

  /** A heartbeat that carries something comes back as it is: the client measures its way. */
  private echo(frame: Uint8Array): void {
    const payloadBytes = frame.length - FRAME_HEADER_BYTES;
    if (payloadBytes === 0 || payloadBytes > MAX_ECHO_BYTES || this.asksTooMuch()) return;
    this.send(encodeFrame(FRAME_TYPES.heartbeat, 0, framePayload(frame)));
  }

  private receiveSessionFrame(type: number, frame: Uint8Array): void {
    const seq = frameSeq(frame);
    if (seq !== this.lastSeq + 1) {
      this.close(CLOSE_REASONS.sequenceError);
      return;
    }
    this.lastSeq = seq;
    if (type !== FRAME_TYPES.attach) this.sendError('UNKNOWN_TYPE', seq);
    else {
      const attach = this.decodeOrClose(messages.Attach, frame);
      if (attach !== undefined) this.attach(attach, seq);
    }
  }

  private attach(attach: gatehouse.Attach, seq: number): void {
    const { streams } = this;
    if (streams === undefined || this.asksTooMuch()) return;
    if (attach.roomId.length > MAX_ROOM_ID_CHARACTERS) this.sendError('BAD_FRAME', seq);
    else if (attach.stream === STREAMS.lobby) streams.lobby.attach(attach);
    else if (attach.stream === STREAMS.room && attach.roomId !== '') streams.room.attach(attach);
    else this.sendError('BAD_FRAME', seq);
  }

  private asksTooMuch(): boolean {
    this.requests++;
    if (this.requests > MAX_REQUESTS_PER_BEAT) this.close(CLOSE_REASONS.tooManyRequests);
    return this.requests > MAX_REQUESTS_PER_BEAT;
  }

  private sendError(code: ErrorCode, ref: number): void {
    if (this.asksTooMuch()) return;
    const { text, retryable } = ERRORS[code];
    this.send(
      encodeMessageFrame(FRAME_TYPES.sessionError, 0, messages.Failure, { code, message: text, retryable, ref }),
    );
  }

  private decodeOrClose<M>(type: Parameters<typeof decodeMessage<M>>[0], frame: Uint8Array): M | undefined {
    try {
      return decodeMessage(type, framePayload(frame));
    } catch {
      this.close(CLOSE_REASONS.badFrame);
      return undefined;
    }
  }
}

const CLOSE_OF_REFUSAL: Partial<Record<ErrorCode, CloseReason>> = {
  UNAUTHORIZED: CLOSE_REASONS.unauthorized,
  UNAVAILABLE: CLOSE_REASONS.unavailable,
  LATE: CLOSE_REASONS.unavailable,
  TIMEOUT: CLOSE_REASONS.unavailable,
  SUPERSEDED: CLOSE_REASONS.alreadyConnected,
  CONFLICT: CLOSE_REASONS.resumedElsewhere,
};
