import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { Client } from './client.ts';
import { type ClientClock, hostClock } from './client-clock.ts';
import { ClientSession } from './client-session.ts';
import { newDeferred } from './deferred.ts';
import { checkUrls, openSocket } from './open-socket.ts';
import type { Identity } from './session-state.ts';

export const CONNECT_TIMEOUT_MS = 30_000;
export const COMMAND_TIMEOUT_MS = 30_000;

export type ConnectOptions = Identity & {
  /** Gateways, `ws://`, `wss://` or (in Node) `tcp://host:port`: any of them will do. */
  readonly urls: readonly string[];
  /** How long `connect` tries; default CONNECT_TIMEOUT_MS. Once connected, the client tries for ever. */
  readonly connectTimeoutMs?: number;
  /** How long a lobby command may wait for its reply, across reconnects; default COMMAND_TIMEOUT_MS. */
  readonly commandTimeoutMs?: number;
  readonly clock?: ClientClock;
  /** 0 ≤ x < 1; default Math.random. */
  readonly random?: () => number;
};

/**
 * Logs in at one of the gateways; resolves at its WELCOME.
 * @throws GatehouseError UNAUTHORIZED, SUPERSEDED…: what the gateway refused; TIMEOUT: none could be reached;
 * BAD_CONFIG: `urls` are not usable
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  checkUrls(options.urls);
  const { urls, clock = hostClock, random = Math.random, commandTimeoutMs = COMMAND_TIMEOUT_MS } = options;
  const identity = 'token' in options ? { token: options.token } : { guestName: options.guestName };
  const session = new ClientSession({ urls, identity, openSocket, clock, random, commandTimeoutMs });
  const welcomed = newDeferred<void>();
  let lastTrouble = 'no answer';
  const timeoutMs = options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
  const cancelTimer = clock.after(timeoutMs, () => {
    welcomed.reject(new GatehouseError('TIMEOUT', { timeoutMs, url: session.url, lastTrouble }));
    session.close();
  });
  const stops = [
    session.events.on('connected', () => welcomed.resolve()),
    session.events.on('closed', ({ error }) => welcomed.reject(error)),
    session.events.on('disconnected', ({ text }) => {
      lastTrouble = text;
    }),
  ];
  try {
    session.start();
    await welcomed.promise;
    return new Client(session);
  } finally {
    cancelTimer();
    for (const stop of stops) stop();
  }
}
