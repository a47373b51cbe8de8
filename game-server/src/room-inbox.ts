import { ERRORS, type GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages as wire } from '@gatehouse/shared/protocol/messages';
import type { CodeOwner, RoomCode } from './room-code.ts';
import type { Player } from './room-context.ts';
import type { Seat } from './seat.ts';

type Handler = (player: Player, payload: unknown) => unknown;

interface Registered {
  readonly run: Handler;
  readonly where: string;
}

/** Hands what players send to the room's handlers. What cannot be read goes back to its sender as an error. */
export class RoomInbox {
  private readonly code: RoomCode;
  private readonly owner: CodeOwner;
  private readonly handlers = new Map<string, Registered>();

  constructor(code: RoomCode, owner: CodeOwner) {
    this.code = code;
    this.owner = owner;
  }

  /** @throws Error when the message has a handler already. */
  handle(name: string, run: Handler): void {
    if (this.handlers.has(name)) throw new Error(`on('${name}') was called twice: a message has one handler`);
    this.handlers.set(name, { run, where: `on('${name}')` });
  }

  /** One frame of the game, taken and in order. */
  receive(messages: AnyGameMessages, seat: Seat, frame: Uint8Array): void {
    const name = messages.nameOf(frameType(frame));
    const handler = name === undefined ? undefined : this.handlers.get(name);
    if (name === undefined || handler === undefined) {
      const type = `0x${frameType(frame).toString(16)}`;
      sendError(seat, frame, 'UNKNOWN_TYPE', `${ERRORS.UNKNOWN_TYPE.text}: ${name ?? type}`);
      return;
    }
    let payload: unknown;
    try {
      payload = messages.decode(name, framePayload(frame));
    } catch (error) {
      const { code, message } = toGatehouseError(error);
      sendError(seat, frame, code, message);
      return;
    }
    this.code.call(this.owner, handler.where, handler.run, seat.player, payload);
  }
}

function sendError(seat: Seat, frame: Uint8Array, code: GatehouseError['code'], message: string): void {
  const failure = { code, message, retryable: ERRORS[code].retryable, ref: frameSeq(frame), roomId: seat.roomId };
  seat.channel?.send(encodeMessageFrame(FRAME_TYPES.roomError, 0, wire.Failure, failure));
}
