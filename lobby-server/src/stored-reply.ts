import { ERRORS, type ErrorCode, isErrorCode } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { type ChatLine, parseChatLines } from './chat-line.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { parseRoom, roomMessage } from './room-text.ts';

/** The answer to one command of one session. Stored with the commit that it answers, so that a repeat gets the same. */
export type Reply =
  | {
      readonly kind: 'joined';
      readonly version: number;
      readonly epoch: number;
      readonly room: LobbyRoom;
      readonly chat: readonly ChatLine[];
    }
  | { readonly kind: 'done'; readonly version: number }
  | Refusal;

export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  /** What the game says to the user, in its own words. */
  readonly reason?: string | undefined;
}

/** What a commit says to who asked for it; its version, epoch and room make it a reply. */
export type Answer = { readonly kind: 'joined' | 'done' } | Refusal;

const MAX_REASON_CHARACTERS = 256;

/** How many replies of one session a room keeps: far more than may be unanswered, so that none is overwritten too soon. */
export const REPLY_SLOTS = 64;

/**
 * A stored reply reads `<seq> <version> <epoch> joined <room>` and the chat in a second line, `… done` or
 * `… refused <code>`, and the reason as JSON if there is one.
 */
export function parseReply(text: string): { seq: number; reply: Reply } {
  const [seq, version, epoch, kind, code = ''] = text.split(' ', 5);
  return { seq: Number(seq), reply: parseKind(kind, { version: Number(version), epoch: Number(epoch), code, text }) };
}

/** The end of a stored reply; the commit script completes it. */
export function formatAnswer(answer: Answer): string {
  if (answer.kind !== 'refused') return answer.kind;
  const { kind, code, reason = '' } = answer;
  return reason === ''
    ? `${kind} ${code}`
    : `${kind} ${code} ${JSON.stringify(reason.slice(0, MAX_REASON_CHARACTERS))}`;
}

function parseKind(
  kind: string | undefined,
  { version, epoch, code, text }: { version: number; epoch: number; code: string; text: string },
): Reply {
  switch (kind) {
    case 'joined': {
      const [room = '', chat = ''] = text.slice(text.indexOf('{')).split('\n'); // JSON has no line breaks of its own
      return { kind, version, epoch, room: parseRoom(room), chat: parseChatLines(chat) };
    }
    case 'done':
      return { kind, version };
    default: {
      const refusal: Refusal = { kind: 'refused', code: isErrorCode(code) ? code : 'INTERNAL' };
      const reason = text.slice(text.indexOf(code) + code.length + 1);
      return reason === '' ? refusal : { ...refusal, reason: String(JSON.parse(reason)) };
    }
  }
}

/** The frame that answers client frame `ref`; not numbered. */
export function replyFrame(ref: number, reply: Reply): Uint8Array {
  switch (reply.kind) {
    case 'joined':
      return encodeMessageFrame(FRAME_TYPES.joined, 0, messages.Joined, {
        ref,
        epoch: reply.epoch,
        version: reply.version,
        room: roomMessage(reply.room, reply.chat),
      });
    case 'done':
      return encodeMessageFrame(FRAME_TYPES.done, 0, messages.Done, { ref, version: reply.version });
    case 'refused':
      return failureFrame(ref, reply);
    default:
      return reply satisfies never;
  }
}

export function failureFrame(ref: number, { code, reason = '' }: Pick<Refusal, 'code' | 'reason'>): Uint8Array {
  const { text, retryable } = ERRORS[code];
  const failure = { code, message: reason || text, retryable, ref, reason };
  return encodeMessageFrame(FRAME_TYPES.lobbyError, 0, messages.Failure, failure);
}
