import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { STREAMS, type StreamName } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { type AttachFailure, ClientStream, type RoomPlace, type Route, type StreamHost } from './client-stream.ts';
import type { OpenSession } from './greeting.ts';
import type { Router } from './router.ts';
import type { Session, SessionStreams } from './session.ts';
import { attachFailureFrame, detachedFrame } from './session-frames.ts';
import type { AttachRequest } from './stream-state.ts';

/** Which server takes a stream. */
export type StreamRouter = Pick<Router, 'routeLobby' | 'routeRoom'>;

export interface StreamsOptions {
  session: Session;
  open: OpenSession;
  router: StreamRouter;
  clock: Clock;
  /** The user is attached to this game room now. */
  enteredRoom: (open: OpenSession, roomId: string) => void;
}

/** The two resumable streams of one session, each with its way to a backend. */
export function openStreams(options: StreamsOptions): SessionStreams {
  const { clock } = options;
  return {
    lobby: new ClientStream(new SessionStreamHost(options, 'lobby'), clock),
    room: new ClientStream(new SessionStreamHost(options, 'room'), clock),
  };
}

/** A class, not an object of closures: there are two for each client, and most of the time they do nothing. */
class SessionStreamHost implements StreamHost {
  private readonly options: StreamsOptions;
  private readonly stream: StreamName;
  /** Where the room was found the last time, should Redis not answer the next time. */
  private found: (RoomPlace & { readonly roomId: string }) | undefined;

  constructor(options: StreamsOptions, stream: StreamName) {
    this.options = options;
    this.stream = stream;
  }

  async route(roomId: string): Promise<Route> {
    const { router, open } = this.options;
    if (this.stream === 'lobby') return router.routeLobby();
    const lastPlace = this.found?.roomId === roomId ? this.found : undefined;
    const route = await router.routeRoom({ roomId, userId: open.record.userId, lastPlace });
    if (route.kind === 'found' && route.place !== undefined) this.found = { roomId, ...route.place };
    return route;
  }

  openRequest({ roomId, mark, first }: AttachRequest, turn: number): gatehouse.LinkOpen.$Properties {
    const { record, name, correlationId } = this.options.open;
    const { userId, sessionId, epoch } = record;
    const user = { userId, name, sessionId, sessionEpoch: epoch, correlationId };
    return { ...user, stream: STREAMS[this.stream], roomId, mark: mark ?? null, first, turn };
  }

  send(frame: Uint8Array): void {
    this.options.session.send(frame);
  }

  sendDetached(roomId: string, turn: number, why: string): void {
    this.send(detachedFrame(this.stream, roomId, turn, why));
  }

  sendFailure(failure: AttachFailure): void {
    this.send(attachFailureFrame(this.stream, failure));
  }

  attached(roomId: string): void {
    const { open, enteredRoom } = this.options;
    if (this.stream === 'room') enteredRoom(open, roomId);
  }

  sendElsewhere(url: string | undefined): void {
    this.options.session.close(CLOSE_REASONS.elsewhere, 0, url);
  }

  holdReading(): void {
    this.options.session.holdReading();
  }

  releaseReading(): void {
    this.options.session.releaseReading();
  }
}
