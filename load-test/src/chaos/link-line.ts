import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { LINK_HEADER_BYTES, readU32 } from '@gatehouse/shared/transport/link-codec';
import { LINK_LENGTH_BYTES } from '@gatehouse/shared/transport/link-protocol';

/** Which gateway dials, by the hello that begins every link; undefined: it is not complete yet. */
export function gatewayOfLink(firstBytes: Uint8Array): string | undefined {
  if (firstBytes.length < LINK_HEADER_BYTES) return undefined;
  const end = LINK_LENGTH_BYTES + readU32(firstBytes, 0);
  if (firstBytes.length < end) return undefined;
  const { id } = decodeMessage(messages.LinkHello, firstBytes.subarray(LINK_HEADER_BYTES, end));
  return id.slice(id.lastIndexOf(':') + 1);
}
