import { ERRORS, type ErrorCode, isErrorCode } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { ChannelOwner, DetachCause, FanOut } from './fan-out.ts';
import { type AttachRequest, placeOf, type StreamState } from './stream-state.ts';

/** The incarnation of a game server that runs a room. */
export interface RoomPlace {
  readonly serverId: string;
  readonly incarnation: string;
}

/** A server that can take the stream, or why none will. `retryable`: ask again until the 5 seconds are over. */
export type Route =
  /** `place`: of a room. */
  | { kind: 'found'; fanOut: FanOut; place?: RoomPlace }
  /** Another gateway reaches it, itself reached at `url`, if that is known. */
  | { kind: 'elsewhere'; url: string | undefined }
  | ({ kind: 'none' } & Refusal);

/** `why`: see EXPLAINED_CODES. `result`: of a room that has ended. */
interface Refusal {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly why?: string;
  readonly result?: Uint8Array;
}

/** Why an attach failed, for the client. */
export interface AttachFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly roomId: string;
  readonly turn: number;
  /** See EXPLAINED_CODES. */
  readonly why: string | undefined;
  /** Of a room that has ended. */
  readonly result: Uint8Array | undefined;
}

/** What a stream asks of the session it belongs to. */
export interface StreamHost {
  route(roomId: string): Promise<Route>;
  /** The part of the link's open request that is the same for both streams. */
  openRequest(request: AttachRequest, turn: number): gatehouse.LinkOpen.$Properties;
  send(frame: Uint8Array): void;
  sendDetached(roomId: string, turn: number, why: string): void;
  sendFailure(failure: AttachFailure): void;
  attached(roomId: string): void;
  /** Ends the connection: the client goes on at another gateway. */
  sendElsewhere(url: string | undefined): void;
  /** Nothing more is to be read from the client until `releaseReading`. Called in pairs. */
  holdReading(): void;
  releaseReading(): void;
}

/** How long a stream without a server looks for one before the client is told. */
export const ROUTE_RETRY_MS = 5_000;
const ROUTE_RETRY_PAUSE_MS = 150;

/** Codes with which a backend ends a channel that the client already knows about, or need not. */
const QUIET_CODES: ReadonlySet<string> = new Set<ErrorCode>(['ROOM_ENDED', 'ROOM_FAILED', 'SUPERSEDED', 'CLOSED']);

/** Codes that come with a word of the backend: how the room has ended, or why there is no seat in it. */
const EXPLAINED_CODES: ReadonlySet<string> = new Set<ErrorCode>(['ROOM_ENDED', 'NO_SEAT', 'SEAT_REFUSED']);

/** One resumable stream of one client at this gateway: finds its server, keeps its channel, forwards frames unread. */
export class ClientStream implements ChannelOwner {
  private state: StreamState = { kind: 'detached', turn: 0 };
  private readonly host: StreamHost;
  private readonly clock: Clock;
  private cancelRetry: (() => void) | undefined;
  private held = false;

  constructor(host: StreamHost, clock: Clock) {
    this.host = host;
    this.clock = clock;
  }

  get kind(): StreamState['kind'] {
    return this.state.kind;
  }

  /** The client wants this stream. A newer ATTACH replaces the one under way; one of an older turn is ignored. */
  attach(attach: gatehouse.Attach): void {
    if (attach.turn < this.state.turn) return;
    this.leavePlace();
    const mark = attach.mark ? { epoch: attach.mark.epoch ?? 0, number: attach.mark.number ?? 0 } : undefined;
    const retryUntilMs = this.clock.monotonicMs() + ROUTE_RETRY_MS;
    this.find({ roomId: attach.roomId, mark, first: attach.first, retryUntilMs }, attach.turn);
  }

  /** One client frame, unread. Dropped where the stream is not attached: the client still keeps it. */
  forward(frame: Uint8Array): void {
    const state = this.state;
    if (state.kind === 'attached') state.place.fanOut.send(state.place.channel, frame);
  }

  /** The connection is gone. */
  end(): void {
    this.leavePlace();
    this.state = { kind: 'detached', turn: this.state.turn };
  }

  // ---- ChannelOwner ----

  opened(frame: Uint8Array): void {
    if (this.state.kind !== 'asked') return;
    const { turn, request, place } = this.state;
    this.state = { kind: 'attached', turn, roomId: request.roomId, place };
    this.host.attached(request.roomId);
    this.host.send(frame);
  }

  deliver(frame: Uint8Array): void {
    this.host.send(frame);
  }

  hold(): void {
    if (this.held) return;
    this.held = true;
    this.host.holdReading();
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    this.host.releaseReading();
  }

  closed(close: gatehouse.LinkClose): void {
    this.release();
    const state = this.state;
    if (state.kind === 'asked') {
      const code: ErrorCode = isErrorCode(close.code) ? close.code : 'INTERNAL';
      const { message: why, result } = close;
      this.unrouted(state.request, state.turn, { code, why, result, retryable: ERRORS[code].retryable });
    } else if (state.kind === 'attached') {
      if (QUIET_CODES.has(close.code)) this.state = { kind: 'detached', turn: state.turn };
      else this.announceDetached(state.roomId, 'closed');
    }
  }

  detached(cause: DetachCause): void {
    this.release();
    const state = this.state;
    if (state.kind === 'asked') this.retryLater(state.request, state.turn, { code: 'LINK_CLOSED' });
    else if (state.kind === 'attached') this.announceDetached(state.roomId, cause);
  }

  private announceDetached(roomId: string, why: string): void {
    const turn = this.state.turn + 1;
    this.state = { kind: 'detached', turn };
    this.host.sendDetached(roomId, turn, why);
  }

  private find(request: AttachRequest, turn: number): void {
    const routing: StreamState = { kind: 'routing', turn, request };
    this.state = routing;
    this.host.route(request.roomId).then(
      route => {
        if (this.state !== routing) return; // replaced or ended meanwhile
        if (route.kind === 'found') this.ask(route.fanOut, request, turn);
        else if (route.kind === 'elsewhere') this.host.sendElsewhere(route.url);
        else this.unrouted(request, turn, route);
      },
      () => {
        if (this.state === routing) this.retryLater(request, turn, { code: 'UNAVAILABLE' });
      },
    );
  }

  private ask(fanOut: FanOut, request: AttachRequest, turn: number): void {
    // The answer cannot come before this turn ends, so the state is in place when it does.
    const channel = fanOut.open(this, this.host.openRequest(request, turn));
    this.state = { kind: 'asked', turn, request, place: { fanOut, channel } };
  }

  private unrouted(request: AttachRequest, turn: number, refusal: Refusal): void {
    if (refusal.retryable) this.retryLater(request, turn, refusal);
    else this.fail(request, turn, refusal);
  }

  private retryLater(request: AttachRequest, turn: number, refusal: Omit<Refusal, 'retryable'>): void {
    if (this.clock.monotonicMs() + ROUTE_RETRY_PAUSE_MS > request.retryUntilMs) {
      this.fail(request, turn, refusal);
      return;
    }
    this.state = { kind: 'routing', turn, request };
    this.cancelRetry = this.clock.after(ROUTE_RETRY_PAUSE_MS, () => this.find(request, turn));
  }

  private fail({ roomId }: AttachRequest, turn: number, { code, why, result }: Omit<Refusal, 'retryable'>): void {
    this.state = { kind: 'detached', turn };
    const told = EXPLAINED_CODES.has(code) ? why : undefined;
    this.host.sendFailure({ code, message: ERRORS[code].text, roomId, turn, why: told, result });
  }

  private leavePlace(): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    const place = placeOf(this.state);
    place?.fanOut.close(place.channel);
    this.release();
  }
}
