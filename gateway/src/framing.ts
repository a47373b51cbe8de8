import { writeU32 } from '@gatehouse/shared/transport/link-codec';
import { websocketHeaderBytes, writeWebSocketHeader } from '@gatehouse/shared/transport/websocket-frames';

/** What a transport puts before each frame. */
export interface Framing {
  headerBytes(frameBytes: number): number;
  /** Returns the offset at which the frame follows. */
  writeHeader(memory: Uint8Array, at: number, frameBytes: number): number;
}

const LENGTH_BYTES = 4;

/** On TCP: the length of the frame, u32 big endian. */
export const TCP_FRAMING: Framing = {
  headerBytes: () => LENGTH_BYTES,
  writeHeader: (memory, at, frameBytes) => {
    writeU32(memory, at, frameBytes);
    return at + LENGTH_BYTES;
  },
};

/** On WebSocket: the header of one binary message. */
export const WEB_SOCKET_FRAMING: Framing = {
  headerBytes: websocketHeaderBytes,
  writeHeader: writeWebSocketHeader,
};
