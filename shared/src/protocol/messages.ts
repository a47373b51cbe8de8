import './protobuf-numbers.ts';
import type protobuf from 'protobufjs/minimal.js';
import { gatehouse } from '../../gen/messages.js';
import { GatehouseError } from './errors.ts';
import { encodeFrame } from './frame.ts';

/** The protobuf messages of shared/proto, by name: `messages.Hello`, type `gatehouse.Hello`. */
export const messages = gatehouse;
export type { gatehouse };

interface MessageClass<M> {
  encode(message: never): protobuf.Writer;
  decode(bytes: Uint8Array): M;
}

/** @throws GatehouseError BAD_FRAME when `bytes` are not this message. Unknown fields are dropped. */
export function decodeMessage<M>(type: MessageClass<M>, bytes: Uint8Array): M {
  try {
    return type.decode(bytes);
  } catch (cause) {
    throw new GatehouseError('BAD_FRAME', { bytes: bytes.length }, { cause });
  }
}

/** A whole frame with a protobuf payload. */
export function encodeMessageFrame<P>(
  frameType: number,
  seq: number,
  type: { encode(message: P): protobuf.Writer },
  message: P,
): Uint8Array {
  return encodeFrame(frameType, seq, type.encode(message).finish());
}
