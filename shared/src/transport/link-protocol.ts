import { FRAME_HEADER_BYTES, MAX_SERVER_FRAME_BYTES } from '../protocol/frame.ts';

/** Who a process is on its links: its server id in the registry and the incarnation of its registration. */
export interface LinkIdentity {
  readonly id: string;
  readonly incarnation: string;
}

/** The side that dials is the gateway. */
export type LinkRole = 'gateway' | 'backend';

/** A peer whose host is gone without a word is noticed by the kernel, also where nothing is sent to it. */
export const LINK_SOCKET_OPTIONS = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 } as const;

/** Version of everything said on a link. A version speaks with its predecessor too. */
export const LINK_VERSION = 1;

/** Bytes of the length before each frame. */
export const LINK_LENGTH_BYTES = 4;
/** Bytes between the length and the body: u8 op, u32 channel. */
export const LINK_PREFIX_BYTES = 5;
/** Largest value of the length. */
export const MAX_LINK_FRAME_BYTES = LINK_PREFIX_BYTES + MAX_SERVER_FRAME_BYTES;
/** Smallest client frame that data, opened and multicast may carry. */
export const MIN_CARRIED_BYTES = FRAME_HEADER_BYTES;

/** Append only: the numbers are part of the protocol. The channel field is 0 where nothing else is said. */
export const LINK_OPS = {
  hello: 1, // both ways, first: LinkHello
  proof: 2, // gateway → backend, second: LinkProof; the link is open
  open: 3, // gateway → backend: LinkOpen; the channel is new
  opened: 4, // backend → gateway: the OPENED frame for the client
  close: 5, // both ways: LinkClose; the channel is over
  moved: 6, // backend → gateway: reserved for migration
  data: 7, // both ways: a client frame, unread
  groupAdd: 8, // backend → gateway: channel field = group, body = u32 channel
  groupRemove: 9, // backend → gateway: as groupAdd
  multicast: 10, // backend → gateway: channel field = group, body = a client frame for each member
  request: 11, // both ways: LinkRequest
  reply: 12, // both ways: LinkReply
  pause: 13, // backend → gateway: take no frames of this channel from its client for now
  resume: 14, // backend → gateway: ends pause
  ping: 15, // gateway → backend: channel field = number of the ping
  pong: 16, // backend → gateway: the same number
} as const;

const FROM_GATEWAY: readonly number[] = [
  LINK_OPS.open,
  LINK_OPS.close,
  LINK_OPS.data,
  LINK_OPS.request,
  LINK_OPS.reply,
  LINK_OPS.ping,
];

const FROM_BACKEND: readonly number[] = [
  LINK_OPS.opened,
  LINK_OPS.close,
  LINK_OPS.data,
  LINK_OPS.groupAdd,
  LINK_OPS.groupRemove,
  LINK_OPS.multicast,
  LINK_OPS.request,
  LINK_OPS.reply,
  LINK_OPS.pause,
  LINK_OPS.resume,
  LINK_OPS.pong,
];

/** Ops that the peer of this role may send once the link is open. */
export const OPS_FROM: Readonly<Record<LinkRole, ReadonlySet<number>>> = {
  gateway: new Set(FROM_GATEWAY),
  backend: new Set(FROM_BACKEND),
};

/** Bits of LinkHello.features: what a side can do beyond open, close, data, ping and requests. */
export const LINK_FEATURES = {
  groups: 1, // group add/remove and multicast
  moved: 2, // migration
  pause: 4,
  replay: 8, // attaches may be answered with a replay instead of a snapshot
  records: 16, // a game server that writes the records of its rooms itself; for others gateways do
} as const;

/** What this build offers. */
export const OWN_LINK_FEATURES =
  LINK_FEATURES.groups | LINK_FEATURES.pause | LINK_FEATURES.replay | LINK_FEATURES.records;

/** How often gateways ping on a link, where every backend is checked each `healthIntervalMs`. */
export function linkPingIntervalMs(healthIntervalMs: number): number {
  return 0.4 * healthIntervalMs;
}

/** Pings of a lobby server that went unanswered for so long: gateways leave it, its clients move on. Lobby servers hold nothing. */
export const LOBBY_PATIENCE_MS = 2000;

export interface LinkLimits {
  /** Before both sides have proved the secret. */
  readonly handshakeBytes: number;
  readonly handshakeMs: number;
  /** Output past which the link is congested: who brings data for it should stop reading until `onDrained`. */
  readonly congestedBytes: number;
  /** Output that the peer has not taken. */
  readonly unsentBytes: number;
  readonly unsentMs: number;
  /** Requests without a reply, in each direction. */
  readonly pendingRequests: number;
  /** Pings without a pong. */
  readonly unansweredPings: number;
  /** Intervals of pings without a byte from the gateway. */
  readonly silentIntervals: number;
}

export const LINK_LIMITS: LinkLimits = {
  handshakeBytes: 4 * 1024,
  handshakeMs: 2000,
  congestedBytes: 1024 * 1024,
  unsentBytes: 8 * 1024 * 1024,
  unsentMs: 5000,
  pendingRequests: 1024,
  unansweredPings: 3,
  silentIntervals: 5,
};
