import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { GatehouseError } from '../protocol/errors.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { Link, type LinkReceiver } from './link.ts';
import { GatewayHandshake, NONCE_BYTES } from './link-handshake.ts';
import { LINK_LIMITS, LINK_OPS, LINK_SOCKET_OPTIONS, type LinkIdentity, type LinkLimits } from './link-protocol.ts';
import { LinkStream } from './link-stream.ts';
import { socketPathHere } from './local-socket.ts';
import type { TurnFlusher } from './turn-output.ts';

const CONNECT_TIMEOUT_MS = 2000;

export interface DialOptions {
  /** host:port; an IPv6 host stands in brackets. */
  address: string;
  /** The peer's UNIX socket in the words of the registry: tried first where it is on this host. */
  local?: string | undefined;
  /** Who must answer: id and incarnation of the registry. */
  peer: LinkIdentity;
  self: LinkIdentity;
  secret: string;
  receiver: LinkReceiver;
  pingIntervalMs: number;
  turns: TurnFlusher;
  clock: Clock;
  log: Log;
  connectTimeoutMs?: number;
  limits?: Partial<LinkLimits>;
}

/**
 * Connects to a backend and proves both sides: on its UNIX socket, and where that does not lead to it, on TCP.
 * What TCP says decides: a UNIX socket that refuses says nothing about the peer. Rejects with GatehouseError LINK_REFUSED {why} when the peer is not who it should be, else LINK_CLOSED with the reason as
 * cause (`cause.code` is then ECONNREFUSED, TIMEOUT, …). Nothing stays open after a rejection.
 */
export async function dialLink(options: DialOptions): Promise<Link> {
  const path = options.local === undefined ? undefined : socketPathHere(options.local);
  if (path !== undefined) {
    const link = await dial({ path }, options).catch(() => undefined);
    if (link !== undefined) return link;
  }
  return dial(parseAddress(options.address), options);
}

/** Where a peer listens. */
type Place = { readonly path: string } | { readonly host: string; readonly port: number };

async function dial(place: Place, options: DialOptions): Promise<Link> {
  const socket = await openSocket(place, options);
  return shakeHands(socket, { ...options, log: options.log.child({ via: 'path' in place ? 'unix' : 'tcp' }) });
}

function openSocket(
  place: Place,
  { address, clock, connectTimeoutMs = CONNECT_TIMEOUT_MS }: DialOptions,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...place, ...LINK_SOCKET_OPTIONS });
    const fail = (cause: unknown): void => {
      cancelTimer();
      socket.destroy();
      reject(new GatehouseError('LINK_CLOSED', { address }, { cause }));
    };
    const cancelTimer = clock.after(connectTimeoutMs, () => fail(new GatehouseError('TIMEOUT', { connectTimeoutMs })));
    socket.once('error', fail);
    socket.once('connect', () => {
      cancelTimer();
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

function shakeHands(socket: Socket, options: DialOptions): Promise<Link> {
  const { address, clock, turns } = options;
  const limits: LinkLimits = { ...LINK_LIMITS, ...options.limits };
  const handshake = new GatewayHandshake({ ...options, expected: options.peer, nonce: randomBytes(NONCE_BYTES) });
  return new Promise((resolve, reject) => {
    const fail = (error: GatehouseError): void => {
      cancelTimer();
      stream.destroy();
      reject(error);
    };
    const reader = {
      frame(op: number, _channel: number, bytes: Uint8Array, start: number, end: number): void {
        if (op !== LINK_OPS.hello) throw new GatehouseError('BAD_FRAME', { op });
        const { proof, ...proven } = handshake.answer(bytes.subarray(start, end));
        cancelTimer();
        stream.send(LINK_OPS.proof, 0, proof);
        resolve(new Link({ ...options, ...proven, stream, limits, peerRole: 'backend' }));
      },
      ended: (error: GatehouseError) => fail(asDialError(error, address)),
    };
    const stream = new LinkStream({ socket, turns, clock, reader, maxFrameBytes: limits.handshakeBytes });
    const cancelTimer = clock.after(limits.handshakeMs, () => {
      const cause = new GatehouseError('TIMEOUT', { handshakeMs: limits.handshakeMs });
      fail(new GatehouseError('LINK_CLOSED', { address }, { cause }));
    });
    stream.send(LINK_OPS.hello, 0, handshake.hello());
  });
}

/** Garbage in place of a hello is a refusal: this is no backend of ours. */
function asDialError(error: GatehouseError, address: string): GatehouseError {
  if (error.code === 'LINK_REFUSED') return error;
  if (error.code === 'BAD_FRAME')
    return new GatehouseError('LINK_REFUSED', { why: 'hello', address }, { cause: error });
  return new GatehouseError('LINK_CLOSED', { address }, { cause: error.cause ?? error });
}

/** @throws GatehouseError LINK_REFUSED {why: address} */
function parseAddress(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  const port = Number(address.slice(colon + 1));
  if (colon < 1 || host === '' || !Number.isInteger(port) || port < 1 || port > 0xffff) {
    throw new GatehouseError('LINK_REFUSED', { why: 'address', address });
  }
  return { host, port };
}
