import type { CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { ERRORS } from '@gatehouse/shared/protocol/errors';
import { encodeFrame, MAX_CLIENT_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS, type StreamName } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { AttachFailure } from './client-stream.ts';
import type { OpenSession } from './greeting.ts';

/** Frames a client may keep until they are acknowledged. */
const MAX_RETAINED_BYTES = 1024 * 1024;

/** Says only that the gateway lives. */
export const heartbeatFrame = encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(0));

export function welcomeFrame(session: OpenSession, heartbeatMs: number): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.welcome, 0, messages.Welcome, {
    userId: session.record.userId,
    name: session.name,
    sessionId: session.record.sessionId,
    resumeToken: session.resumeToken,
    heartbeatMs,
    limits: { maxFrameBytes: MAX_CLIENT_FRAME_BYTES, maxRetainedBytes: MAX_RETAINED_BYTES },
    location: { lobbyRoomId: session.record.lobbyRoomId, roomId: session.record.roomId },
    resumed: session.resumed,
  });
}

/** The last frame of a connection. */
export function goodbyeFrame({ code, text }: CloseReason, retryAfterMs: number, url = ''): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.goodbye, 0, messages.Goodbye, { code, text, retryAfterMs, url });
}

export function detachedFrame(stream: StreamName, roomId: string, turn: number, why: string): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.detached, 0, messages.Detached, { stream: STREAMS[stream], roomId, turn, why });
}

/** The ERROR that answers an ATTACH. */
export function attachFailureFrame(stream: StreamName, failure: AttachFailure): Uint8Array {
  const { code, message, roomId, turn, why, result } = failure;
  return encodeMessageFrame(FRAME_TYPES.sessionError, 0, messages.Failure, {
    code,
    message,
    retryable: ERRORS[code].retryable,
    stream: STREAMS[stream],
    roomId,
    turn,
    ...(why && { reason: why }),
    ...(result && { result }),
  });
}
