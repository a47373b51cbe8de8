import { FIRST_GAME_TYPE, FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { StreamState } from './stream-state.ts';

/** What the room stream tells the rest of the client. Payloads are views that nobody else writes to. */
export interface RoomSink {
  roomSnapshot(state: Uint8Array): void;
  roomMessage(type: number, payload: Uint8Array): void;
  roomEnded(ended: gatehouse.Ended): void;
  /** The answer to the request with this seq. */
  roomReply(ref: number, answer: Uint8Array): void;
  /** The server refused one frame of this client. */
  roomError(failure: gatehouse.Failure): void;
  /** The server has taken all frames up to `through`. */
  roomAcknowledged(through: number): void;
}

/** Reads the frames of the room stream. */
export class RoomStream {
  private readonly stream: StreamState;
  private readonly sink: RoomSink;

  constructor(stream: StreamState, sink: RoomSink) {
    this.stream = stream;
    this.sink = sink;
  }

  /** @throws GatehouseError BAD_FRAME */
  receive(type: number, number: number, payload: Uint8Array): void {
    if (type >= FIRST_GAME_TYPE) {
      if (this.stream.accept(number)) this.sink.roomMessage(type, payload);
      return;
    }
    switch (type) {
      case FRAME_TYPES.ack:
        this.acknowledge(decodeMessage(messages.Ack, payload));
        return;
      case FRAME_TYPES.snapshot:
        if (this.stream.acceptSnapshot(number)) this.sink.roomSnapshot(decodeMessage(messages.Snapshot, payload).state);
        return;
      case FRAME_TYPES.ended:
        if (this.stream.accept(number)) this.end(decodeMessage(messages.Ended, payload));
        return;
      case FRAME_TYPES.roomReply:
        if (this.stream.accept(number)) this.reply(decodeMessage(messages.RoomReply, payload));
        return;
      case FRAME_TYPES.roomError:
        if (this.takesError(number)) this.sink.roomError(decodeMessage(messages.Failure, payload));
        return;
      default: // a newer server's
    }
  }

  /** One that answers a request is numbered. */
  private takesError(number: number): boolean {
    return number === 0 ? this.stream.isOpen : this.stream.accept(number);
  }

  private reply({ ref, answer }: gatehouse.RoomReply): void {
    this.sink.roomReply(ref, answer);
  }

  private end(ended: gatehouse.Ended): void {
    this.stream.abandonRoom();
    this.sink.roomEnded(ended);
  }

  private acknowledge(ack: gatehouse.Ack): void {
    if (!this.stream.isOpen || ack.roomId !== this.stream.roomId) return;
    this.stream.retained.dropThrough(ack.through);
    this.sink.roomAcknowledged(ack.through);
  }
}
