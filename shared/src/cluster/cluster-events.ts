/** What is said on the channel `<namespace>:events`. Events can be lost: every reader also compares levels at each tick. */
export type ClusterEvent =
  | { kind: 'open'; id: string; incarnation: string }
  /** A clean leave: nothing of this server is to be recovered. */
  | { kind: 'close'; id: string; incarnation: string }
  /** Out of placement; exactly one event for an eviction. */
  | { kind: 'evict'; id: string; incarnation: string; why: EvictionReason }
  /** Its rooms may be claimed. */
  | { kind: 'lost'; id: string; incarnation: string };

export type EvictionReason = 'misses' | 'dead' | 'replaced';

/** The text on the wire: `evict gh:Game:g1 V1StGXR8 misses`. */
export function formatEvent(event: ClusterEvent): string {
  const words = [event.kind, event.id, event.incarnation];
  if (event.kind === 'evict') words.push(event.why);
  return words.join(' ');
}

/** Undefined: an event of a newer version, to be ignored. */
export function parseEvent(message: string): ClusterEvent | undefined {
  const [kind, id, incarnation, why] = message.split(' ');
  if (id === undefined || incarnation === undefined) return undefined;
  switch (kind) {
    case 'open':
    case 'close':
    case 'lost':
      return { kind, id, incarnation };
    case 'evict':
      return { kind, id, incarnation, why: why === 'dead' || why === 'replaced' ? why : 'misses' };
    default:
      return undefined;
  }
}
