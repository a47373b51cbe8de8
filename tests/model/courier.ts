import type { gatehouse } from '@gatehouse/shared/protocol/messages';

interface Place {
  readonly link: object;
  readonly channel: number;
}

/**
 * Watches gateways from outside: a frame that a link delivers may only reach a client through the newest channel that its
 * session has opened, and only while that is open.
 */
export class Courier {
  private readonly newest = new Map<string, Place>(); // by session
  private readonly sessions = new Map<object, Map<number, string>>();
  private readonly groups = new Map<object, Map<number, Set<number>>>();
  private carried: { readonly link: object; readonly channels: ReadonlySet<number> } | undefined;

  opens(link: object, channel: number, { userId, sessionEpoch }: gatehouse.LinkOpen.$Properties): void {
    const session = nameOf(userId ?? '', sessionEpoch ?? 0);
    this.newest.set(session, { link, channel });
    inner(this.sessions, link, new Map<number, string>()).set(channel, session);
  }

  /** By the gateway. */
  closes(link: object, channel: number): void {
    const session = this.sessions.get(link)?.get(channel) ?? '';
    const place = this.newest.get(session);
    if (place?.link === link && place.channel === channel) this.newest.delete(session);
  }

  /** Of a group, as far as the gateway has been told. */
  members(link: object, group: number): Set<number> {
    return inner(inner(this.groups, link, new Map<number, Set<number>>()), group, new Set<number>());
  }

  /** Whatever clients get during `deliver` came over one of these channels. */
  carries(link: object, channels: Iterable<number>, deliver: () => void): void {
    this.carried = { link, channels: new Set(channels) };
    deliver();
    this.carried = undefined;
  }

  /** A frame goes to the client of this session. @throws Error when it is not for it (any more) */
  check(userId: string, sessionEpoch: number): void {
    const { carried } = this;
    if (carried === undefined) return; // the gateway's own words
    const place = this.newest.get(nameOf(userId, sessionEpoch));
    if (place?.link === carried.link && carried.channels.has(place.channel)) return;
    throw new Error(`${userId} gets a frame of channel ${[...carried.channels]}, its own is ${place?.channel}`);
  }
}

function nameOf(userId: string, sessionEpoch: number): string {
  return `${userId}#${sessionEpoch}`;
}

function inner<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const known = map.get(key) ?? fresh;
  map.set(key, known);
  return known;
}
