import { GatehouseError } from '../protocol/errors.ts';
import { LINK_LENGTH_BYTES, LINK_PREFIX_BYTES, MIN_CARRIED_BYTES } from './link-protocol.ts';

/** Bytes before the body: u32 length, u8 op, u32 channel. */
export const LINK_HEADER_BYTES = LINK_LENGTH_BYTES + LINK_PREFIX_BYTES;

/** Writes the header of a frame; its body follows at the returned offset. */
export function writeLinkHeader(
  target: Uint8Array,
  at: number,
  op: number,
  channel: number,
  bodyBytes: number,
): number {
  writeU32(target, at, LINK_PREFIX_BYTES + bodyBytes);
  target[at + 4] = op;
  writeU32(target, at + 5, channel);
  return at + LINK_HEADER_BYTES;
}

export function writeU32(target: Uint8Array, at: number, value: number): void {
  target[at] = value >>> 24;
  target[at + 1] = value >>> 16;
  target[at + 2] = value >>> 8;
  target[at + 3] = value;
}

/** The caller has checked that the four bytes are there. */
export function readU32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  return high * 0x10000 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
}

/**
 * The client frame in a body: a view.
 * @throws GatehouseError BAD_FRAME when it is shorter than a frame header.
 */
export function carriedFrame(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (end - start < MIN_CARRIED_BYTES) throw new GatehouseError('BAD_FRAME', { carriedBytes: end - start });
  return bytes.subarray(start, end);
}

/**
 * The u32 that is the whole body.
 * @throws GatehouseError BAD_FRAME
 */
export function onlyU32(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 4) throw new GatehouseError('BAD_FRAME', { bodyBytes: end - start });
  return readU32(bytes, start);
}
