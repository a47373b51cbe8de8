import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ListeningSocket {
  readonly host: string;
  readonly port: number;
}

const LISTEN = '0A'; // TCP_LISTEN, as in /proc/net/tcp

/** What a process listens on, as the kernel says it. */
export function listeningSockets(pid: number): ListeningSocket[] {
  const owned = new Set(socketInodes(pid));
  return ['tcp', 'tcp6'].flatMap(table => {
    const [, ...rows] = readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n');
    return rows.flatMap(row => {
      const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
      return state === LISTEN && owned.has(inode) ? [parseAddress(local)] : [];
    });
  });
}

export function isLoopbackAddress(host: string): boolean {
  return host.startsWith('127.') || host === '::1' || host.startsWith('::ffff:127.');
}

function socketInodes(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap(descriptor => {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(targetOf(`/proc/${pid}/fd/${descriptor}`)) ?? [];
    return inode === undefined ? [] : [inode];
  });
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // closed meanwhile
  }
}

/** `0100007F:1CE8`: words of 4 bytes in the byte order of the machine (little endian), then the port. */
function parseAddress(text: string): ListeningSocket {
  const [address = '', port = ''] = text.split(':');
  const bytes = (address.match(/.{8}/g) ?? []).flatMap(word => [6, 4, 2, 0].map(at => word.slice(at, at + 2)));
  return { host: bytes.length === 4 ? dotted(bytes) : shownIpv6(bytes), port: Number.parseInt(port, 16) };
}

function dotted(bytes: readonly string[]): string {
  return bytes.map(byte => Number.parseInt(byte, 16)).join('.');
}

function shownIpv6(bytes: readonly string[]): string {
  const text = bytes.join('').toLowerCase();
  if (text === `${'0'.repeat(31)}1`) return '::1';
  if (text.startsWith(`${'0'.repeat(20)}ffff`)) return `::ffff:${dotted(bytes.slice(12))}`;
  return text.replace(/(.{4})(?=.)/g, '$1:');
}
