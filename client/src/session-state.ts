import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import {
  encodeFrame,
  FRAME_HEADER_BYTES,
  framePayload,
  frameSeq,
  frameType,
  MAX_CLIENT_FRAME_BYTES,
} from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS, type StreamName, streamOfType } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { type LobbySink, LobbyStream } from './lobby-stream.ts';
import { type RoomSink, RoomStream } from './room-stream.ts';
import { StreamState } from './stream-state.ts';

export const PROTOCOL_VERSION = 1;
/** Frames kept until acknowledged, per stream; past it the oldest are given up. */
export const MAX_RETAINED_BYTES = 1024 * 1024;

/** Who logs in: one of the two. */
export type Identity = { readonly token: string } | { readonly guestName: string };

/** A stream was attached. `isFirst`: its room was never shown before. */
export interface AttachReport {
  readonly stream: StreamName;
  readonly roomId: string;
  readonly isFirst: boolean;
  readonly isFresh: boolean;
  readonly why: string;
  /** Last frame of this client that the server has taken, those that nobody has any more included. */
  readonly have: number;
  /** Frames of this client that nobody has any more. */
  readonly lostFrames: number;
}

export interface SessionSink extends LobbySink, RoomSink {
  send(frame: Uint8Array): void;
  /** `lostFrames`: given up because the session before could not be resumed. */
  welcomed(welcome: gatehouse.Welcome, lostFrames: number): void;
  attached(report: AttachReport): void;
  /** A stream was open and is not any more, though the connection lives. It is being attached again. */
  detached(stream: StreamName, why: string): void;
  /** The game room takes this user no more (NO_SEAT, ROOM_ENDED with its result, …). */
  roomRefused(failure: gatehouse.Failure): void;
  /** To be tried again: call attach(stream) in a while. */
  attachLater(stream: StreamName): void;
  /** The lobby room this user was in is gone for it. */
  lobbyRoomGone(why: string): void;
  /** HELLO was refused; GOODBYE or the close says whether for good. */
  helloRefused(failure: gatehouse.Failure): void;
  goodbye(goodbye: gatehouse.Goodbye): void;
  /** One of the gateway, or one of this client that comes back with its payload. */
  heartbeat(payload: Uint8Array): void;
}

/** The connection as the session sees it. */
type Phase =
  | { readonly kind: 'offline' }
  | { readonly kind: 'greeting'; seq: number }
  | { readonly kind: 'welcomed'; seq: number };

/**
 * The client's side of one login, across connections and gateways: what was processed, what is kept, what is said next.
 * No socket, no timer, no clock: frames come in by `receive`, frames and news go out by the sink, in the same call.
 */
export class SessionState {
  readonly lobby: StreamState;
  readonly room: StreamState;
  private readonly identity: Identity;
  private readonly sink: SessionSink;
  private readonly lobbyStream: LobbyStream;
  private readonly roomStream: RoomStream;
  private phase: Phase = { kind: 'offline' };
  private resumeToken = '';
  private maxFrameBytes = MAX_CLIENT_FRAME_BYTES;

  constructor(identity: Identity, sink: SessionSink, limits = { maxRetainedBytes: MAX_RETAINED_BYTES }) {
    this.identity = identity;
    this.sink = sink;
    this.lobby = new StreamState('lobby', limits);
    this.room = new StreamState('room', limits);
    this.lobbyStream = new LobbyStream(this.lobby, sink);
    this.roomStream = new RoomStream(this.room, sink);
  }

  /** A socket is open: says HELLO. On a reconnect it carries the records that attach what was attached. */
  connected(): void {
    const isResume = this.resumeToken !== '';
    const phase: Phase = { kind: 'greeting', seq: 0 };
    this.phase = phase;
    const attach = isResume ? this.wanted().map(stream => stream.attach()) : [];
    const hello = { protocolVersion: PROTOCOL_VERSION, ...this.identity, resumeToken: this.resumeToken, attach };
    this.sink.send(encodeMessageFrame(FRAME_TYPES.hello, ++phase.seq, messages.Hello, hello));
  }

  /** The socket is gone. */
  cut(): void {
    this.phase = { kind: 'offline' };
    this.lobby.cut();
    this.room.cut();
  }

  /** With a payload it comes back. */
  heartbeat(payload: Uint8Array = new Uint8Array(0)): void {
    if (this.phase.kind === 'welcomed') this.sink.send(encodeFrame(FRAME_TYPES.heartbeat, 0, payload));
  }

  /** Attaches the room stream to this room, instead of the one before. What was kept for that one is forgotten. */
  enterRoom(roomId: string): void {
    this.room.abandonRoom();
    this.room.enter(roomId);
    this.attach('room');
  }

  /** Nothing more is wanted of the game room. */
  leaveRoom(): void {
    this.room.abandonRoom();
  }

  /** The lobby room is left, or gone; the lobby stream stays. */
  leaveLobbyRoom(): void {
    this.lobby.enter('');
  }

  /** Asks for this stream now, if it is detached and there is a connection; else the next HELLO does. */
  attach(name: StreamName): void {
    const stream = this[name];
    if (this.phase.kind !== 'welcomed' || stream.kind !== 'detached' || !this.wanted().includes(stream)) return;
    this.sink.send(encodeMessageFrame(FRAME_TYPES.attach, ++this.phase.seq, messages.Attach, stream.attach()));
  }

  /**
   * Numbers the frame, keeps it until it is acknowledged, and sends it now if the stream is open, else when it opens.
   * Takes the frame over. Returns its seq.
   * @throws GatehouseError FRAME_TOO_LARGE
   */
  send(name: StreamName, frame: Uint8Array): number {
    if (frame.length > this.maxFrameBytes) {
      throw new GatehouseError('FRAME_TOO_LARGE', { frameBytes: frame.length, maxFrameBytes: this.maxFrameBytes });
    }
    const stream = this[name];
    const seq = stream.retained.add(frame);
    if (stream.isOpen) this.sink.send(frame);
    return seq;
  }

  /** One whole frame of the gateway; kept as it is. @throws GatehouseError BAD_FRAME: the connection is of no use any more */
  receive(frame: Uint8Array): void {
    if (frame.length < FRAME_HEADER_BYTES) throw new GatehouseError('BAD_FRAME', { bytes: frame.length });
    const type = frameType(frame);
    const payload = framePayload(frame);
    switch (streamOfType(type)) {
      case 'room':
        this.roomStream.receive(type, frameSeq(frame), payload);
        return;
      case 'lobby':
        this.lobbyStream.receive(type, frameSeq(frame), payload);
        return;
      case 'session':
        this.receiveSession(type, payload);
        return;
      default: // reserved: nothing an older client could do with it
    }
  }

  private receiveSession(type: number, payload: Uint8Array): void {
    switch (type) {
      case FRAME_TYPES.welcome:
        this.welcome(decodeMessage(messages.Welcome, payload));
        return;
      case FRAME_TYPES.opened:
        this.opened(decodeMessage(messages.Opened, payload));
        return;
      case FRAME_TYPES.detached:
        this.detached(decodeMessage(messages.Detached, payload));
        return;
      case FRAME_TYPES.sessionError:
        this.failed(decodeMessage(messages.Failure, payload));
        return;
      case FRAME_TYPES.goodbye:
        this.sink.goodbye(decodeMessage(messages.Goodbye, payload));
        return;
      case FRAME_TYPES.heartbeat:
        this.sink.heartbeat(payload);
        return;
      default: // what a newer gateway may say
    }
  }

  private welcome(welcome: gatehouse.Welcome): void {
    if (this.phase.kind !== 'greeting') return;
    const isReplaced = this.resumeToken !== '' && !welcome.resumed;
    this.phase = { kind: 'welcomed', seq: this.phase.seq };
    this.resumeToken = welcome.resumeToken;
    this.takeLimits(welcome.limits ?? undefined);
    let lostFrames = 0;
    if (isReplaced) {
      // Numbers of the session before mean nothing to this one; what was shown of the rooms stays shown.
      lostFrames = this.lobby.restart() + this.room.restart();
    }
    const knowsNoRoom = this.lobby.kind === 'detached' && this.lobby.roomId === '';
    if (knowsNoRoom) this.lobby.enter(welcome.location?.lobbyRoomId ?? '');
    this.sink.welcomed(welcome, lostFrames);
    for (const stream of this.wanted()) this.attach(stream.name); // those that HELLO did not ask for
  }

  private takeLimits(limits: gatehouse.Limits.$Properties | undefined): void {
    if (limits?.maxFrameBytes) this.maxFrameBytes = limits.maxFrameBytes;
    if (!limits?.maxRetainedBytes) return;
    this.lobby.retained.setLimit(limits.maxRetainedBytes);
    this.room.retained.setLimit(limits.maxRetainedBytes);
  }

  private opened(opened: gatehouse.Opened): void {
    const stream = this.streamOf(opened.stream);
    if (stream === undefined) return;
    const isFirst = stream.mark === undefined;
    const roomBefore = stream.roomId;
    const opening = stream.opened(opened);
    if (opening.kind === 'outdated') this.sink.attachLater(stream.name);
    if (opening.kind !== 'opened') return;
    for (const frame of opening.resend) this.sink.send(frame);
    if (opening.roomChanged && roomBefore !== '') this.sink.lobbyRoomGone(opened.why === 'kicked' ? 'kicked' : 'moved');
    this.sink.attached({
      stream: stream.name,
      roomId: stream.roomId,
      isFirst,
      isFresh: opened.fresh,
      why: opened.why,
      have: opened.have,
      lostFrames: opened.lost,
    });
  }

  private detached(detached: gatehouse.Detached): void {
    const stream = this.streamOf(detached.stream);
    if (!stream?.detached(detached)) return;
    this.sink.detached(stream.name, detached.why);
    // The backend itself has closed it; if it does so each time, asking at once would never end.
    if (detached.why === 'closed') this.sink.attachLater(stream.name);
    else this.attach(stream.name);
  }

  private failed(failure: gatehouse.Failure): void {
    const stream = this.streamOf(failure.stream);
    if (stream?.refused(failure)) this.attachFailed(stream, failure);
    else if (this.phase.kind === 'greeting') this.sink.helloRefused(failure);
  }

  private attachFailed(stream: StreamState, failure: gatehouse.Failure): void {
    if (failure.retryable || (stream === this.lobby && stream.roomId === '')) {
      this.sink.attachLater(stream.name);
    } else if (stream === this.room) {
      this.leaveRoom();
      this.sink.roomRefused(failure);
    } else {
      this.leaveLobbyRoom(); // that room takes us no more; the lobby itself does
      this.attach('lobby');
      this.sink.lobbyRoomGone(failure.code);
    }
  }

  private wanted(): StreamState[] {
    return this.room.roomId === '' ? [this.lobby] : [this.lobby, this.room];
  }

  private streamOf(kind: number): StreamState | undefined {
    if (kind === STREAMS.lobby) return this.lobby;
    return kind === STREAMS.room ? this.room : undefined;
  }
}
