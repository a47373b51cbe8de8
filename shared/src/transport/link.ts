import { type ErrorCode, GatehouseError, toGatehouseError } from '../protocol/errors.ts';
import { decodeMessage, type gatehouse, messages } from '../protocol/messages.ts';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import { carriedFrame, onlyU32 } from './link-codec.ts';
import type { ProvenPeer } from './link-handshake.ts';
import {
  LINK_OPS,
  type LinkIdentity,
  type LinkLimits,
  type LinkRole,
  MAX_LINK_FRAME_BYTES,
  OPS_FROM,
} from './link-protocol.ts';
import { LinkRequests, type ReplyBody, type RequestBody } from './link-requests.ts';
import type { LinkStream } from './link-stream.ts';
import { startWatches } from './link-watches.ts';
import { PingRecord } from './ping-record.ts';

const NO_BODY = new Uint8Array(0);

/**
 * What the owner of a link hears, synchronously and in the order of arrival; nothing after `onEnd`. A `frame` is a view: its
 * bytes are never written again, so it may be kept, but it keeps the up to 64 KiB alive that were read with it. What a handler
 * throws ends the link; a rejected `onRequest` does not.
 */
export interface LinkReceiver {
  /** Backend. */
  onOpen?(link: Link, channel: number, open: gatehouse.LinkOpen): void;
  /** Gateway. `openedFrame` is the whole client frame OPENED. */
  onOpened?(link: Link, channel: number, openedFrame: Uint8Array): void;
  onChannelClosed(link: Link, channel: number, close: gatehouse.LinkClose): void;
  /** `frame` is a client frame of at least a header, unread. */
  onData(link: Link, channel: number, frame: Uint8Array): void;
  /** Gateway. */
  onGroupAdd?(link: Link, group: number, channel: number): void;
  onGroupRemove?(link: Link, group: number, channel: number): void;
  onMulticast?(link: Link, group: number, frame: Uint8Array): void;
  /** Gateway: no more frames of this channel's client until `onResume`. */
  onPause?(link: Link, channel: number): void;
  onResume?(link: Link, channel: number): void;
  /** A thrown GatehouseError becomes the error code of the reply. */
  onRequest(link: Link, request: gatehouse.LinkRequest): Promise<ReplyBody>;
  /** The link was congested, and is not any more. */
  onDrained?(link: Link): void;
  /** Backend: `answer` is called by the loop that runs the games. Absent: answered at once. */
  onPing?(link: Link, answer: () => void): void;
  /** Once, never from within a call of the owner's. `error` is undefined only when the owner called `close()` without one. */
  onEnd(link: Link, error: GatehouseError | undefined): void;
}

export interface LinkOptions extends ProvenPeer {
  stream: LinkStream;
  peerRole: LinkRole;
  receiver: LinkReceiver;
  limits: LinkLimits;
  /** Gateway: pings are sent. */
  pingIntervalMs?: number;
  /** Backend: a gateway that should ping so often, and is silent, is gone. */
  pingedEveryMs?: number | undefined;
  /** Listener: called by the first `close`, at once. */
  onOver?: (link: Link) => void;
  clock: Clock;
  log: Log;
}

/**
 * One proven connection between a gateway and a backend, shared by all their channels. What is sent on a closed link is dropped.
 * A send that takes the unsent output past its bound closes the link with SLOW_PEER.
 * @throws GatehouseError FRAME_TOO_LARGE from every send whose body exceeds MAX_SERVER_FRAME_BYTES; the link stays.
 */
export class Link {
  readonly peer: LinkIdentity;
  /** LINK_FEATURES that both sides have. */
  readonly features: number;
  private readonly stream: LinkStream;
  private readonly receiver: LinkReceiver;
  private readonly onOver: ((link: Link) => void) | undefined;
  private readonly limits: LinkLimits;
  /** Output beyond which anything is done about it. */
  private readonly watchedBytes: number;
  private readonly log: Log;
  private readonly allowedOps: ReadonlySet<number>;
  private readonly requests: LinkRequests;
  private readonly pings: PingRecord;
  private readonly cancelTimers: CancelTimer[];
  private over = false;
  private waitsForDrain = false;

  /** For the dialer and the listener, once the handshake is done. */
  constructor(options: LinkOptions) {
    const { stream, receiver, limits, clock, pingIntervalMs } = options;
    this.peer = options.peer;
    this.features = options.features;
    this.stream = stream;
    this.receiver = receiver;
    this.onOver = options.onOver;
    this.limits = limits;
    this.watchedBytes = Math.min(limits.congestedBytes, limits.unsentBytes);
    this.log = options.log.child({ peer: options.peer.id });
    this.allowedOps = OPS_FROM[options.peerRole];
    this.requests = new LinkRequests({
      send: (op, body) => this.send(op, 0, body),
      answer: request => receiver.onRequest(this, request),
      maxPending: limits.pendingRequests,
      clock,
      log: this.log,
    });
    this.pings = new PingRecord(clock.monotonicMs(), limits.unansweredPings);
    const { pingedEveryMs } = options;
    this.cancelTimers = startWatches({ stream, limits, pingedEveryMs, clock, end: error => this.close(error) });
    if (pingIntervalMs !== undefined) {
      this.cancelTimers.push(clock.every(pingIntervalMs, () => this.ping(clock.monotonicMs())));
    }
    stream.handOver(
      {
        frame: (op, channel, bytes, start, end) => this.receive(op, channel, bytes, start, end),
        ended: error => this.close(error),
      },
      MAX_LINK_FRAME_BYTES,
    );
    this.log.info(LOG_EVENTS.linkOpened, { incarnation: this.peer.incarnation });
  }

  /** Written but not yet taken by the kernel. */
  get bufferedBytes(): number {
    return this.stream.bufferedBytes;
  }

  get closed(): boolean {
    return this.over;
  }

  /** The peer reads more slowly than this side sends: `onDrained` follows, or the end. */
  get congested(): boolean {
    return this.waitsForDrain;
  }

  /** Gateway: monotonic time after which the peer's loop has answered: sending time of the newest answered ping; at first the hello. */
  get lastPongMs(): number {
    return this.pings.aliveMs;
  }

  sendOpen(channel: number, open: gatehouse.LinkOpen.$Properties): void {
    this.send(LINK_OPS.open, channel, messages.LinkOpen.encode(open).finish());
  }

  sendOpened(channel: number, openedFrame: Uint8Array): void {
    this.send(LINK_OPS.opened, channel, openedFrame);
  }

  sendClose(channel: number, close: { code: ErrorCode; message?: string; result?: Uint8Array }): void {
    this.send(LINK_OPS.close, channel, messages.LinkClose.encode(close).finish());
  }

  /** Copies `frame`. */
  sendData(channel: number, frame: Uint8Array): void {
    this.send(LINK_OPS.data, channel, frame);
  }

  /** Copies `frame`. */
  sendMulticast(group: number, frame: Uint8Array): void {
    this.send(LINK_OPS.multicast, group, frame);
  }

  addToGroup(group: number, channel: number): void {
    if (!this.over) this.stream.sendU32(LINK_OPS.groupAdd, group, channel);
  }

  removeFromGroup(group: number, channel: number): void {
    if (!this.over) this.stream.sendU32(LINK_OPS.groupRemove, group, channel);
  }

  sendPause(channel: number): void {
    this.send(LINK_OPS.pause, channel, NO_BODY);
  }

  sendResume(channel: number): void {
    this.send(LINK_OPS.resume, channel, NO_BODY);
  }

  /** Rejects with GatehouseError: the peer's code, TIMEOUT, TOO_MANY_REQUESTS, LINK_CLOSED or what else ended the link. */
  request(body: RequestBody, timeoutMs: number): Promise<gatehouse.LinkReply> {
    return this.requests.request(body, timeoutMs);
  }

  /** Without an error what was sent is still delivered; with one the socket is destroyed. A second call does nothing. */
  close(error?: GatehouseError): void {
    if (this.over) return;
    this.over = true;
    for (const cancel of this.cancelTimers) cancel();
    if (error === undefined) this.stream.end();
    else this.stream.destroy();
    this.requests.end(new GatehouseError('LINK_CLOSED', { peer: this.peer.id }, { cause: error }));
    this.logEnd(error);
    this.onOver?.(this);
    queueMicrotask(() => this.receiver.onEnd(this, error));
  }

  private send(op: number, channel: number, body: Uint8Array): void {
    if (this.over) return;
    this.stream.send(op, channel, body);
    if (this.stream.bufferedBytes > this.watchedBytes) this.fill(this.stream.bufferedBytes);
  }

  private fill(bufferedBytes: number): void {
    if (bufferedBytes > this.limits.unsentBytes) this.close(new GatehouseError('SLOW_PEER', { bufferedBytes }));
    else if (!this.waitsForDrain) this.waitsForDrain = this.stream.flushOrWait(this.drained);
  }

  private readonly drained = (): void => {
    this.waitsForDrain = false;
    if (!this.over) this.receiver.onDrained?.(this);
  };

  private receive(op: number, channel: number, bytes: Uint8Array, start: number, end: number): void {
    try {
      if (op === LINK_OPS.data) this.receiver.onData(this, channel, carriedFrame(bytes, start, end));
      else if (!this.allowedOps.has(op)) throw new GatehouseError('BAD_FRAME', { op });
      else this.receiveOther(op, channel, bytes, start, end);
    } catch (error) {
      this.close(toGatehouseError(error));
    }
  }

  private receiveOther(op: number, channel: number, bytes: Uint8Array, start: number, end: number): void {
    const { receiver } = this;
    switch (op) {
      case LINK_OPS.multicast:
        receiver.onMulticast?.(this, channel, carriedFrame(bytes, start, end));
        break;
      case LINK_OPS.open:
        receiver.onOpen?.(this, channel, decodeMessage(messages.LinkOpen, bytes.subarray(start, end)));
        break;
      case LINK_OPS.opened:
        receiver.onOpened?.(this, channel, carriedFrame(bytes, start, end));
        break;
      case LINK_OPS.close:
        receiver.onChannelClosed(this, channel, decodeMessage(messages.LinkClose, bytes.subarray(start, end)));
        break;
      case LINK_OPS.groupAdd:
        receiver.onGroupAdd?.(this, channel, onlyU32(bytes, start, end));
        break;
      case LINK_OPS.groupRemove:
        receiver.onGroupRemove?.(this, channel, onlyU32(bytes, start, end));
        break;
      case LINK_OPS.request:
        this.requests.receiveRequest(bytes.subarray(start, end));
        break;
      case LINK_OPS.reply:
        this.requests.receiveReply(bytes.subarray(start, end));
        break;
      case LINK_OPS.ping:
        this.receivePing(channel);
        break;
      case LINK_OPS.pong:
        this.pings.pong(channel);
        break;
      case LINK_OPS.pause:
        receiver.onPause?.(this, channel);
        break;
      case LINK_OPS.resume:
        receiver.onResume?.(this, channel);
        break;
    }
  }

  private receivePing(number: number): void {
    const answer = (): void => this.send(LINK_OPS.pong, number, NO_BODY);
    if (this.receiver.onPing === undefined) answer();
    else this.receiver.onPing(this, answer);
  }

  private ping(nowMs: number): void {
    if (this.pings.silent) this.close(new GatehouseError('LINK_CLOSED', { unanswered: this.limits.unansweredPings }));
    else this.send(LINK_OPS.ping, this.pings.next(nowMs), NO_BODY);
  }

  private logEnd(error: GatehouseError | undefined): void {
    if (error === undefined || error.code === 'LINK_CLOSED') this.log.info(LOG_EVENTS.linkClosed, { error });
    else if (error.code === 'INTERNAL') this.log.error(LOG_EVENTS.internalError, { error });
    else this.log.warn(LOG_EVENTS.linkClosed, { error });
  }
}
