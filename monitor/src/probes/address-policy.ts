import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

// What the monitor may connect to (SSRF). Targets are private by nature and need an allow-list; hooks are public, always.

export interface AddressPolicy {
  /** Why an address must not be connected to; undefined: it may be. `name`: it was looked up, for this name. */
  problemOf(address: string, port: number, name?: string): string | undefined;
}

export interface TargetPolicy {
  /** CIDRs: `10.0.0.0/8`. */
  readonly allow: readonly string[];
  readonly loopback: boolean;
  /** Of this machine: the monitor's own, Redis, admin ports. */
  readonly ownPorts: readonly number[];
  /** A registry of the cluster names this host, an address or a name. */
  isRegistered(host: string, port: number): boolean;
}

/** Metadata services of clouds, everybody and nobody, and ways to write an IPv4 address that no list of IPv4 sees. */
const NEVER = [
  ...['0.0.0.0/8', '169.254.0.0/16', '100.100.100.200/32', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', 'fd00:ec2::254/128', 'fe80::/10', 'fec0::/10', 'ff00::/8', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
];
const LOOPBACK = ['127.0.0.0/8', '::1/128'];
/** RFC 1918, and its like of IPv6. */
const PRIVATE_NETWORKS: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];
const NOT_PUBLIC = [
  ...PRIVATE_NETWORKS,
  ...['100.64.0.0/10', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '100::/64', '2001:db8::/32'],
];
const MAPPED = '::ffff:';
const NAT64 = '64:ff9b::';

const never = listOf(NEVER);
const loopback = listOf(LOOPBACK);
const notPublic = listOf(NOT_PUBLIC);

export function targetAddresses(policy: TargetPolicy): AddressPolicy {
  const allowed = listOf(policy.allow);
  return {
    problemOf(written, port, name) {
      const address = plainAddress(written);
      const isLoopback = contains(loopback, address);
      if (!isLoopback && contains(never, address)) return `${address} is never checked`;
      if (policy.ownPorts.includes(port) && (isLoopback || isOwn(address))) return `port ${port} here is never checked`;
      if (policy.isRegistered(name ?? address, port) && (name === undefined || mayLeadTo(name, address)))
        return undefined;
      if (isLoopback) return policy.loopback ? undefined : `${address} is loopback: see PROBE_LOOPBACK`;
      return contains(allowed, address) ? undefined : `${address} is not in PROBE_ALLOW`;
    },
  };
}

/**
 * Who registers a name has the token, but where it leads is said by whoever has its zone: it must not become a way into
 * this machine or network. `localhost` leads nowhere else (RFC 6761).
 */
function mayLeadTo(name: string, address: string): boolean {
  return isPublic(address) || (contains(loopback, address) && /^(.+\.)?localhost\.?$/i.test(name));
}

/** Public addresses only. */
export const hookAddresses: AddressPolicy = {
  problemOf(written) {
    const address = plainAddress(written);
    return isPublic(address) ? undefined : `${address} is not public`;
  },
};

/** For hooks that the operator of the monitor has allowed by their origin. */
export const anyAddress: AddressPolicy = { problemOf: () => undefined };

/**
 * The address when `host` is one, however it is written: `2130706433`, `0x7f.1` and `0` are addresses too, for which no
 * name is looked up. Undefined: a name, to be judged by what it leads to.
 * @throws TypeError neither name nor address
 */
export function literalAddress(host: string): string | undefined {
  const { hostname } = new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}`);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}

/** An IPv4 address that is written as IPv6, mapped or by NAT64, is that IPv4 address. */
function plainAddress(written: string): string {
  const address = written.replace(/%.*$/, '').toLowerCase();
  if (isIP(address) !== 6) return address;
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const prefix = [MAPPED, NAT64].find(each => short.startsWith(each));
  if (prefix === undefined) return short;
  const words = short
    .slice(prefix.length)
    .split(':')
    .map(word => Number.parseInt(word, 16) || 0);
  const [high = 0, low = 0] = words.length === 1 ? [0, ...words] : words;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function isPublic(address: string): boolean {
  return ![never, loopback, notPublic].some(list => contains(list, address));
}

function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some(each => each?.some(one => plainAddress(one.address) === address));
}

function contains(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family === 0 || list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    if (!/^\d{1,3}$/.test(bits)) throw new TypeError(network);
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
