import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { checkTcpUrl, openTcp } from '#tcp';
import { openWebSocket } from '#websocket';
import type { OpenSocket } from './socket-handle.ts';

/** What carries frames to this gateway, by the scheme of its URL. The URL has passed `checkUrls`. */
export const openSocket: OpenSocket = (url, events) => {
  return isTcp(url) ? openTcp(url, events) : openWebSocket(url, events);
};

/** @throws GatehouseError BAD_CONFIG naming the first URL that cannot be used here */
export function checkUrls(urls: readonly string[]): void {
  if (urls.length === 0) throw new GatehouseError('BAD_CONFIG', { urls: 'none given' });
  for (const url of urls) {
    if (isTcp(url)) checkTcpUrl(url);
    else if (!isWebSocketUrl(url)) throw new GatehouseError('BAD_CONFIG', { url });
  }
}

/** No host dials one with a fragment. */
function isWebSocketUrl(url: string): boolean {
  return /^wss?:\/\/./.test(url) && URL.canParse(url) && !url.includes('#');
}

function isTcp(url: string): boolean {
  return url.startsWith('tcp:');
}
