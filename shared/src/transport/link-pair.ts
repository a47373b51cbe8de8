import type { Clock } from '../runtime/clock.ts';
import { systemClock } from '../runtime/clock.ts';
import { type Log, silentLog } from '../runtime/log.ts';
import type { Link, LinkReceiver } from './link.ts';
import { dialLink } from './link-dialer.ts';
import { LinkListener } from './link-listener.ts';
import type { LinkLimits } from './link-protocol.ts';
import { TurnFlusher } from './turn-output.ts';

const GATEWAY = { id: 'test:Gateway:a', incarnation: 'gateway-incarnation' };
const BACKEND = { id: 'test:Game:g1', incarnation: 'backend-incarnation' };
const NEVER_MS = 1e9;

export interface LinkPairOptions {
  clock?: Clock;
  log?: Log;
  pingIntervalMs?: number;
  limits?: Partial<LinkLimits>;
}

export interface LinkPair {
  /** The gateway's end, which dialled. */
  readonly gateway: Link;
  readonly backend: Link;
  readonly listener: LinkListener;
  /** Both ends and the listener; resolves when no socket is open. */
  close(): Promise<void>;
}

/** A proven link over a real loopback socket, for tests. Pings are sent only when their interval is given. */
export async function connectedLinks(
  gatewayReceiver: LinkReceiver,
  backendReceiver: LinkReceiver,
  options: LinkPairOptions = {},
): Promise<LinkPair> {
  const { clock = systemClock, log = silentLog, pingIntervalMs = NEVER_MS, limits = {} } = options;
  const shared = { secret: 'test', turns: new TurnFlusher(), clock, log, limits };
  const listener = new LinkListener({
    ...shared,
    host: '127.0.0.1',
    port: 0,
    self: () => BACKEND,
    receiver: backendReceiver,
  });
  await listener.start();
  const { address } = listener;
  const gateway = await dialLink({
    ...shared,
    address,
    self: GATEWAY,
    peer: BACKEND,
    receiver: gatewayReceiver,
    pingIntervalMs,
  });
  const backend = await firstLink(listener);
  const close = async (): Promise<void> => {
    gateway.close();
    await listener.stop();
  };
  return { gateway, backend, listener, close };
}

/** The dialler is ready one trip before the listener. */
async function firstLink(listener: LinkListener): Promise<Link> {
  for (;;) {
    for (const link of listener.links()) return link;
    await new Promise(resolve => setImmediate(resolve));
  }
}
