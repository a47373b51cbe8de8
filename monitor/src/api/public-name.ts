import { isIP } from 'node:net';
import { typeNameOf } from '../targets/target-types.ts';

export interface NamedForAll {
  readonly id: string;
  readonly hostName: string;
  readonly host: string;
  readonly port: number;
  readonly type: number;
  readonly origin: string;
}

const IPV4 = /\d{1,3}(\.\d{1,3}){3}/;

/** What strangers may read: the name, or `chat server V1St` in place of one that is an address. Pure. */
export function publicName(target: NamedForAll): string {
  return isAddress(target) ? `${typeNameOf(target.type)} server ${target.id.slice(0, 4)}` : target.hostName;
}

/** Servers that push heartbeats have no other name. */
function isAddress({ hostName, host, port, origin }: NamedForAll): boolean {
  if (origin === 'heartbeat' || IPV4.test(hostName) || isIP(hostName) !== 0) return true;
  return ['://', '[', `${host}:${port}`].some(part => hostName.includes(part));
}
