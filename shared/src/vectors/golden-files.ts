import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodeFrame } from '../protocol/frame.ts';
import { LINK_HEADER_BYTES, writeLinkHeader, writeU32 } from '../transport/link-codec.ts';
import type { LinkRole } from '../transport/link-protocol.ts';
import { encodeFields, type Fields, fromHex } from './message-fields.ts';

/** What stands on the wire: a message of shared/proto, or bytes that are not ours to read. */
export type Meaning =
  | { readonly message: string; readonly fields: Fields }
  | { readonly message?: undefined; readonly payload?: string; readonly body?: string };

/** One frame between a client and the cluster; `hex` is the whole frame. */
export type ClientFrameVector = Meaning & {
  readonly about: string;
  /** Key of FRAME_TYPES, or `game`. */
  readonly type: string;
  /** 0x… */
  readonly number: string;
  readonly from: 'client' | 'server';
  readonly seq: number;
  readonly hex: string;
};

export interface TcpStreamVector {
  readonly about: string;
  /** Whole client frames. */
  readonly frames: readonly string[];
  readonly stream: string;
}

export interface RefusedStreamVector {
  readonly about: string;
  readonly stream: string;
  readonly max_bytes: number;
}

/** One frame of a link; `hex` is the whole frame with its length. */
export type LinkVector = Meaning & {
  readonly about: string;
  /** Key of LINK_OPS. */
  readonly op: string;
  readonly number: number;
  readonly from: LinkRole;
  readonly channel: number;
  readonly hex: string;
};

export interface HandshakeSide {
  readonly id: string;
  readonly incarnation: string;
  readonly nonce: string;
}

export interface ProofVector {
  /** What the HMAC is made of. */
  readonly input: string;
  readonly proof: string;
}

/** shared/vectors/*.json by name. The files are the contract; `npm run vectors` only fills in what their meaning decides. */
export interface GoldenFiles {
  'client-frames': { readonly about: string; readonly frames: readonly ClientFrameVector[] };
  'tcp-stream': {
    readonly about: string;
    readonly streams: readonly TcpStreamVector[];
    readonly refused: readonly RefusedStreamVector[];
  };
  link: {
    readonly about: string;
    readonly handshake: {
      readonly secret: string;
      readonly gateway: HandshakeSide;
      readonly backend: HandshakeSide;
      readonly backend_proof: ProofVector;
      readonly gateway_proof: ProofVector;
    };
    readonly frames: readonly LinkVector[];
  };
}

export function goldenPath(name: keyof GoldenFiles): string {
  return fileURLToPath(new URL(`../../vectors/${name}.json`, import.meta.url));
}

export function readGolden<N extends keyof GoldenFiles>(name: N): GoldenFiles[N] {
  return JSON.parse(readFileSync(goldenPath(name), 'utf8')) as GoldenFiles[N];
}

/** The whole frame that this vector means. */
export function clientFrame(vector: ClientFrameVector): Uint8Array {
  return encodeFrame(Number(vector.number), vector.seq, bytesOf(vector));
}

/** Frames as they travel on TCP. */
export function tcpStream(frames: readonly Uint8Array[]): Uint8Array {
  const parts = frames.flatMap(frame => {
    const length = new Uint8Array(4);
    writeU32(length, 0, frame.length);
    return [length, frame];
  });
  return Uint8Array.from(Buffer.concat(parts));
}

/** The whole frame of a link, with its length. */
export function linkFrame(vector: LinkVector): Uint8Array {
  const body = bytesOf(vector);
  const frame = new Uint8Array(LINK_HEADER_BYTES + body.length);
  frame.set(body, writeLinkHeader(frame, 0, vector.number, vector.channel, body.length));
  return frame;
}

function bytesOf(meaning: Meaning): Uint8Array {
  if (meaning.message !== undefined) return encodeFields(meaning.message, meaning.fields);
  return fromHex(meaning.payload ?? meaning.body ?? '');
}
