import { parseAddress } from './address.ts';
import type { NamedTarget } from './reconcile.ts';

const CHAT = 2;

/** A server of the heartbeat registry as a target, by the address it gives its clients: `host:port` or a ws URL. Pure. */
export function heartbeatTarget(address: string): NamedTarget {
  const named = { hostName: address, type: CHAT, environment: 'UNKNOWN' } as const;
  if (!URL.canParse(address) || !/^wss?:\/\//.test(address)) {
    const [hostAndPort = address, ...path] = address.split('/');
    return { ...named, ...parseAddress(hostAndPort), path: pathOf(path.join('/')), secure: null };
  }
  const { protocol, hostname, port, pathname, search } = new URL(address);
  const isSecure = protocol === 'wss:';
  return {
    ...named,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    path: pathOf((pathname + search).slice(1)),
    secure: isSecure ? 1 : 0,
  };
}

function pathOf(path: string): string {
  return `/${path}`;
}
