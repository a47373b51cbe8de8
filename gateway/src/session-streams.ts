import { STREAMS, type StreamName } from '@gatehouse/shared/protocol/message-types';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { ClientStream } from './client-stream.ts';
import type { OpenSession } from './greeting.ts';
import type { Router } from './router.ts';
import type { Session, SessionStreams } from './session.ts';
import { attachFailureFrame, detachedFrame } from './session-frames.ts';

export interface StreamsOptions {
  session: Session;
  open: OpenSession;
  router: Router;
  clock: Clock;
  /** The user is attached to this game room now. */
  enteredRoom: (open: OpenSession, roomId: string) => void;
}

/** The two resumable streams of one session, each with its way to a backend. */
export function openStreams(options: StreamsOptions): SessionStreams {
  const { router, open } = options;
  return {
    lobby: openStream(
      options,
      'lobby',
      () => router.routeLobby(),
      () => undefined,
    ),
    room: openStream(
      options,
      'room',
      roomId => router.routeRoom(roomId),
      roomId => options.enteredRoom(open, roomId),
    ),
  };
}

function openStream(
  { session, open, clock }: StreamsOptions,
  stream: StreamName,
  route: Router['routeRoom'],
  attached: (roomId: string) => void,
): ClientStream {
  const { userId, sessionId, epoch } = open.record;
  const user = { userId, name: open.name, sessionId, sessionEpoch: epoch, correlationId: open.correlationId };
  const host = {
    route,
    openRequest: (
      { roomId, mark, first }: { roomId: string; mark: object | undefined; first: number },
      turn: number,
    ) => ({
      ...user,
      stream: STREAMS[stream],
      roomId,
      mark: mark ?? null,
      first,
      turn,
    }),
    send: (frame: Uint8Array) => session.send(frame),
    sendDetached: (roomId: string, turn: number, why: string) => session.send(detachedFrame(stream, roomId, turn, why)),
    sendFailure: (failure: Parameters<typeof attachFailureFrame>[1]) =>
      session.send(attachFailureFrame(stream, failure)),
    attached,
    holdReading: () => session.holdReading(),
    releaseReading: () => session.releaseReading(),
  };
  return new ClientStream(host, clock);
}
