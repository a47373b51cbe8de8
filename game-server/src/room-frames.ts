import { ERRORS, type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { RoomEnd } from './room-end.ts';
import type { Replay } from './room-log.ts';

export interface OpenedFields {
  readonly roomId: string;
  readonly epoch: number;
  readonly have: number;
  readonly lost: number;
  readonly through: number;
  readonly turn: number;
  readonly replay: Replay;
}

/** The answer to an attach. */
export function openedFrame({ replay, ...fields }: OpenedFields): Uint8Array {
  const start = replay.kind === 'fresh' ? { fresh: true, why: replay.why } : { fresh: false };
  return encodeMessageFrame(FRAME_TYPES.opened, 0, messages.Opened, { stream: STREAMS.room, ...fields, ...start });
}

/** @throws Error when `state` is not what a client can be sent: its room's code is wrong. */
export function snapshotFrame(state: unknown, through: number): Uint8Array {
  if (!(state instanceof Uint8Array)) throw new TypeError('snapshot() must return a Uint8Array');
  const frame = encodeMessageFrame(FRAME_TYPES.snapshot, through, messages.Snapshot, { state });
  if (frame.length <= MAX_SERVER_FRAME_BYTES) return frame;
  throw new GatehouseError('FRAME_TOO_LARGE', { snapshotBytes: frame.length, maxFrameBytes: MAX_SERVER_FRAME_BYTES });
}

export interface RoomErrorFields {
  readonly code: ErrorCode;
  readonly message: string;
  /** Seq of the frame that is refused. */
  readonly ref: number;
  readonly roomId: string;
  /** REQUEST_REFUSED: a word of the game's own. */
  readonly reason?: string;
}

/** Not numbered yet. */
export function roomErrorFrame(fields: RoomErrorFields): Uint8Array {
  const { retryable } = ERRORS[fields.code];
  return encodeMessageFrame(FRAME_TYPES.roomError, 0, messages.Failure, { ...fields, retryable });
}

/** Not numbered yet. */
export function roomReplyFrame(ref: number, answer: Uint8Array): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.roomReply, 0, messages.RoomReply, { ref, answer });
}

/** Not numbered yet. */
export function endedFrame({ why, result }: RoomEnd): Uint8Array {
  return encodeMessageFrame(FRAME_TYPES.ended, 0, messages.Ended, { why, ...(result && { result }) });
}
