import type { ClusterEvent } from '@gatehouse/shared/cluster/cluster-events';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { evictionReason } from './members.ts';

/** A Redis that lost its data heals within seconds; whoever is missing for longer is gone. */
const GONE_AFTER_MS = 30_000;

/** What a member is that the registry no longer has. */
export type Absence =
  /** It may be back in a moment. */
  | 'unclear'
  /** It said goodbye, or left while nobody listened. */
  | 'left'
  /** It was there, said nothing, and is not there any more: the registry lost it. */
  | 'gone';

/** What is to be remembered between two looks at the registry: who was there, who said goodbye, why who was evicted. */
export class RegistryMemory {
  private readonly seen = new Map<string, string>(); // id → incarnation
  private readonly goodbyes = new Map<string, string>();
  private readonly missingSinceMs = new Map<string, number>();
  private readonly evictions = new Map<string, { readonly incarnation: string; readonly reason: string }>();

  /** Until now nobody listened: what happened meanwhile is not known. */
  clear(): void {
    this.seen.clear();
    this.goodbyes.clear();
    this.missingSinceMs.clear();
    this.evictions.clear();
  }

  hear(event: ClusterEvent): void {
    if (event.kind === 'close') this.goodbyes.set(event.id, event.incarnation);
    if (event.kind !== 'evict' || event.why === 'misses') return; // how many misses, the record says
    this.evictions.set(event.id, { incarnation: event.incarnation, reason: `evicted: ${event.why}` });
  }

  /** Of one that is there. */
  see(id: string, incarnation: string): void {
    this.seen.set(id, incarnation);
    this.missingSinceMs.delete(id);
  }

  /** The one that was there last, not one before it. */
  saidGoodbye(id: string): boolean {
    const goodbye = this.goodbyes.get(id);
    return goodbye !== undefined && goodbye === (this.seen.get(id) ?? goodbye);
  }

  /** Of one that is not there. */
  absenceOf(id: string, nowMs: number): Absence {
    if (this.saidGoodbye(id)) return 'left';
    const sinceMs = this.missingSinceMs.get(id) ?? nowMs;
    this.missingSinceMs.set(id, sinceMs);
    if (nowMs - sinceMs < GONE_AFTER_MS) return 'unclear';
    return this.seen.has(id) ? 'gone' : 'left';
  }

  /** Those that have been there. */
  get known(): readonly string[] {
    return [...this.seen.keys()];
  }

  /** Always the same for one eviction: a server that stays away goes on missing pings. */
  reasonOf(record: ServerRecord): string {
    const known = this.evictions.get(record.id);
    if (known?.incarnation === record.incarnation) return known.reason;
    const reason = evictionReason(record);
    this.evictions.set(record.id, { incarnation: record.incarnation, reason });
    return reason;
  }

  /** Why it was evicted, when it was and has not been back since. */
  evictedAs(id: string): string | undefined {
    return this.evictions.get(id)?.reason;
  }

  /** It is back under the same incarnation: the next eviction has a reason of its own. */
  returned({ id, incarnation }: ServerRecord): void {
    if (this.evictions.get(id)?.incarnation === incarnation) this.evictions.delete(id);
  }
}
