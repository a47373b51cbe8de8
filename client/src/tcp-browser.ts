import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { OpenSocket } from './socket-handle.ts';

/** @throws GatehouseError BAD_CONFIG */
export function checkTcpUrl(url: string): never {
  const why = 'a browser cannot open TCP connections; give it the ws:// or wss:// URL of the same gateway';
  throw new GatehouseError('BAD_CONFIG', { url, why });
}

export const openTcp: OpenSocket = url => checkTcpUrl(url);
