import { ERRORS, type ErrorCode, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import { type CodeOwner, isPromiseLike, type RoomCode } from './room-code.ts';
import { roomErrorFrame } from './room-frames.ts';
import type { HandlerKind, Handling } from './room-handling.ts';
import type { RoomOutput } from './room-output.ts';
import { RoomRequests } from './room-requests.ts';
import type { RoomSeats } from './room-seats.ts';
import type { Seat } from './seat.ts';

export interface RoomInboxOptions {
  readonly code: RoomCode;
  readonly owner: CodeOwner;
  readonly output: RoomOutput;
  readonly seats: RoomSeats;
  /** false once the room has ended. */
  readonly isLive: () => boolean;
}

/** Hands what players send to the room's handlers. What cannot be read goes back to its sender as an error. */
export class RoomInbox {
  private readonly options: RoomInboxOptions;
  private readonly requests: RoomRequests;
  private readonly handlings = new Map<number, Handling>(); // by frame type

  constructor(options: RoomInboxOptions) {
    this.options = options;
    this.requests = new RoomRequests(options);
  }

  /** @throws Error when there is a handler already, or this kind does not fit; GatehouseError BAD_MESSAGES */
  handle(messages: AnyGameMessages, { kind, name, run }: Omit<Handling, 'where'>): void {
    const where = `${kind}('${name}')`;
    const definition = messages.definitionOf(name);
    const fitting: HandlerKind = definition.kind === 'request' ? 'onRequest' : 'on';
    if (kind !== fitting) throw new Error(`${where}: '${name}' is a ${definition.kind}, use ${fitting}`);
    if (this.handlings.has(definition.type)) throw new Error(`${where} was called twice: a message has one handler`);
    this.handlings.set(definition.type, { kind, name, run, where });
  }

  /** One frame of the game, taken and in order. */
  receive(messages: AnyGameMessages, seat: Seat, frame: Uint8Array): void {
    const handling = this.handlings.get(frameType(frame));
    if (handling === undefined) {
      this.refuseUnknown(messages, seat, frame);
      return;
    }
    let payload: unknown;
    try {
      payload = messages.decode(handling.name, framePayload(frame));
    } catch (error) {
      this.refuse(messages, seat, frame, toGatehouseError(error));
      return;
    }
    const { code, owner } = this.options;
    if (handling.kind === 'on') {
      const finished = code.call(owner, handling.where, handling.run, seat.player, payload);
      if (isPromiseLike(finished)) seat.unfinished.add(finished, frame.length);
    } else this.requests.take(messages, handling, { seat, ref: frameSeq(frame), sessionId: seat.sessionId }, payload);
  }

  /** One frame of the game by somebody who only looks on. */
  refuseSpectator(messages: AnyGameMessages, seat: Seat, frame: Uint8Array): void {
    this.refuse(messages, seat, frame, { code: 'SPECTATOR', message: ERRORS.SPECTATOR.text });
  }

  private refuseUnknown(messages: AnyGameMessages, seat: Seat, frame: Uint8Array): void {
    const type = frameType(frame);
    const shown = messages.nameOf(type) ?? `0x${type.toString(16)}`;
    this.refuse(messages, seat, frame, { code: 'UNKNOWN_TYPE', message: `${ERRORS.UNKNOWN_TYPE.text}: ${shown}` });
  }

  /** Somebody waits for the answer to a request: its refusal is kept like one. */
  private refuse(
    messages: AnyGameMessages,
    seat: Seat,
    frame: Uint8Array,
    { code, message }: { code: ErrorCode; message: string },
  ): void {
    const error = roomErrorFrame({ code, message, ref: frameSeq(frame), roomId: seat.roomId });
    const name = messages.nameOf(frameType(frame));
    const isRequest = name !== undefined && messages.definitionOf(name).kind === 'request';
    if (isRequest) this.options.output.reply(error, seat, seat.sessionId);
    else seat.channel?.send(error);
  }
}
