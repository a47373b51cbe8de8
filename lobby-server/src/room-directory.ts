import { isNewer, type Listing, type ListingVersion } from './listing.ts';
import { matches, type RoomFilter, type SearchableListing, searchable } from './room-filter.ts';

/** One listed room. A change makes a new entry: the same object means nothing has changed. */
export interface DirectoryEntry extends SearchableListing, ListingVersion {
  /** When it was heard or read last, by the clock of the caller. */
  readonly learnedAtMs: number;
}

export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  /** `after` of the next page; empty: this is the last one. */
  readonly next: string;
}

export interface PageRequest {
  readonly filter: RoomFilter;
  readonly after: string;
  readonly limit: number;
}

export type DirectoryChange = (before: DirectoryEntry | undefined, after: DirectoryEntry | undefined) => void;

/** How many of the newest removals are remembered, so that an older listing that comes late does not bring a room back. */
const REMOVALS_KEPT = 1000;

/** All listed lobby rooms in memory, in the order of class and id. Knows nothing of Redis. */
export class RoomDirectory {
  private readonly byId = new Map<string, DirectoryEntry>();
  private readonly removed = new Map<string, ListingVersion>();
  private readonly sorted: DirectoryEntry[] = [];
  private readonly onChange: DirectoryChange;

  constructor(onChange: DirectoryChange) {
    this.onChange = onChange;
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): DirectoryEntry | undefined {
    return this.byId.get(id);
  }

  /** Classes that have listed rooms. */
  classes(): Set<string> {
    return new Set(Array.from(this.byId.values(), ({ listing }) => listing.roomClass));
  }

  ofClass(roomClass: string): DirectoryEntry[] {
    return this.sorted.filter(({ listing }) => listing.roomClass === roomClass);
  }

  /** Older news than what is known change nothing. */
  learn(listing: Listing, { epoch, version }: ListingVersion, learnedAtMs: number): void {
    const before = this.byId.get(listing.id);
    const known = before ?? this.removed.get(listing.id);
    if (known !== undefined && !isNewer({ epoch, version }, known)) return;
    const { lowerName, metadata } = searchable(listing);
    const entry = { listing, lowerName, metadata, epoch, version, learnedAtMs }; // no spread: searches are 20 times slower then
    this.byId.set(listing.id, entry);
    this.removed.delete(listing.id);
    const at = this.lowerBound(listing.roomClass, listing.id);
    this.sorted.splice(at, before === undefined ? 0 : 1, entry);
    this.onChange(before, entry);
  }

  /** The room is in no list any more, as of this version. */
  remove(id: string, asOf: ListingVersion): void {
    const before = this.byId.get(id);
    if (before !== undefined && isNewer(before, asOf)) return;
    this.rememberRemoval(id, asOf);
    if (before === undefined) return;
    this.byId.delete(id);
    this.sorted.splice(this.lowerBound(before.listing.roomClass, id), 1);
    this.onChange(before, undefined);
  }

  /** Up to `limit` rooms that match, behind the room `after`. */
  page({ filter, after, limit }: PageRequest): DirectoryPage {
    const entries: DirectoryEntry[] = [];
    for (let at = this.firstAfter(filter.roomClass, after); at < this.sorted.length; at++) {
      const entry = this.sorted[at] as DirectoryEntry;
      if (filter.roomClass !== '' && entry.listing.roomClass !== filter.roomClass) break;
      if (!matches(entry, filter)) continue;
      if (entries.length === limit) return { entries, next: cursorOf(entries.at(-1)) };
      entries.push(entry);
    }
    return { entries, next: '' };
  }

  private firstAfter(roomClass: string, after: string): number {
    const slash = after.lastIndexOf('/'); // a room's id has none
    if (slash < 0) return this.lowerBound(roomClass, '');
    const [afterClass, afterId] = [after.slice(0, slash), after.slice(slash + 1)];
    if (afterClass < roomClass) return this.lowerBound(roomClass, '');
    const at = this.lowerBound(afterClass, afterId);
    const found = this.sorted[at]?.listing;
    return found?.roomClass === afterClass && found.id === afterId ? at + 1 : at;
  }

  /** Where this room is, or would be. */
  private lowerBound(roomClass: string, id: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { listing } = this.sorted[middle] as DirectoryEntry;
      const isBefore = listing.roomClass < roomClass || (listing.roomClass === roomClass && listing.id < id);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private rememberRemoval(id: string, asOf: ListingVersion): void {
    this.removed.delete(id);
    this.removed.set(id, asOf);
    const [oldest] = this.removed.keys();
    if (this.removed.size > REMOVALS_KEPT && oldest !== undefined) this.removed.delete(oldest);
  }
}

function cursorOf(entry: DirectoryEntry | undefined): string {
  return entry === undefined ? '' : `${entry.listing.roomClass}/${entry.listing.id}`;
}
