import { ERRORS, GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import { type CodeOwner, isPromiseLike, type RoomCode } from './room-code.ts';
import { roomErrorFrame, roomReplyFrame } from './room-frames.ts';
import type { Handling } from './room-handling.ts';
import type { RoomOutput } from './room-output.ts';
import type { RoomSeats } from './room-seats.ts';
import type { Seat } from './seat.ts';

/** Requests of one player that wait for their answer; one more is refused. */
export const MAX_UNANSWERED_REQUESTS = 64;

/** Who asked: the answer is for this player in this session, whose numbers `ref` is one of. */
export interface Asker {
  readonly seat: Seat;
  readonly ref: number;
  readonly sessionId: string;
}

export interface RoomRequestsOptions {
  readonly code: RoomCode;
  readonly owner: CodeOwner;
  readonly output: RoomOutput;
  readonly seats: RoomSeats;
  /** false once the room has ended. */
  readonly isLive: () => boolean;
}

/** Requests of players: each is answered once, or refused, now or when the handler's promise says so. */
export class RoomRequests {
  private readonly options: RoomRequestsOptions;

  constructor(options: RoomRequestsOptions) {
    this.options = options;
  }

  take(messages: AnyGameMessages, handling: Handling, asker: Asker, ask: unknown): void {
    const { code, owner } = this.options;
    const { seat } = asker;
    if (seat.unansweredRequests >= MAX_UNANSWERED_REQUESTS) {
      this.fail(asker, { code: 'TOO_MANY_REQUESTS', message: ERRORS.TOO_MANY_REQUESTS.text });
      return;
    }
    code.call(owner, handling.where, () => {
      let answer: unknown;
      try {
        answer = handling.run(seat.player, ask);
      } catch (error) {
        return this.refuse(asker, error);
      }
      const reply = (value: unknown) => this.reply(asker, messages.encodeAnswer(handling.name, value));
      return isPromiseLike(answer) ? this.later(asker, answer, reply) : reply(answer);
    });
  }

  private later(asker: Asker, answer: PromiseLike<unknown>, reply: (value: unknown) => void): PromiseLike<void> {
    const { seat } = asker;
    seat.unansweredRequests++;
    return answer.then(
      value => {
        seat.unansweredRequests--;
        reply(value);
      },
      error => {
        seat.unansweredRequests--;
        this.refuse(asker, error);
      },
    );
  }

  private reply(asker: Asker, answer: Uint8Array): void {
    const frame = roomReplyFrame(asker.ref, answer);
    if (frame.length > MAX_SERVER_FRAME_BYTES)
      throw new GatehouseError('FRAME_TOO_LARGE', { answerBytes: answer.length });
    this.send(asker, frame);
  }

  /** Any other error is one of the room's code. */
  private refuse(asker: Asker, error: unknown): void {
    if (!(error instanceof RequestRefused)) throw error;
    this.fail(asker, { code: 'REQUEST_REFUSED', message: error.message, reason: error.code });
  }

  private fail(asker: Asker, failure: Omit<Parameters<typeof roomErrorFrame>[0], 'ref' | 'roomId'>): void {
    this.send(asker, roomErrorFrame({ ...failure, ref: asker.ref, roomId: asker.seat.roomId }));
  }

  private send({ seat, sessionId }: Asker, frame: Uint8Array): void {
    const { output, seats, isLive } = this.options;
    const isThere = seats.of(seat.userId) === seat && seat.sessionId === sessionId;
    if (isLive() && isThere) output.reply(frame, seat, sessionId);
  }
}
