import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { listingMessage } from './listing.ts';
import type { DirectoryChange, DirectoryEntry, DirectoryPage, PageRequest, RoomDirectory } from './room-directory.ts';
import { matches } from './room-filter.ts';

/** Watchers hear at most so often. */
export const WATCH_INTERVAL_MS = 1_000;
/** Pages are looked at for so long in one turn, then other work has its turn. */
const SLICE_MS = 5;

export interface PageWatcher {
  send(frame: Uint8Array): void;
}

/** Everybody who watches the same page. */
interface Watch {
  readonly request: PageRequest;
  readonly watchers: Set<PageWatcher>;
  shown: DirectoryPage;
  /** Something that matches came, went or changed since `shown`. */
  stale: boolean;
}

/** Pages of the room list that clients watch: each is looked at once for all who watch the same, at most once a second. */
export class ListWatches implements Part {
  readonly name = 'list-watches';
  private readonly directory: Pick<RoomDirectory, 'page'>;
  private readonly clock: Clock;
  private readonly watches = new Map<string, Watch>();
  private readonly ofWatcher = new Map<PageWatcher, string>();
  private cancel: CancelTimer | undefined;
  private looking = false;

  constructor(directory: Pick<RoomDirectory, 'page'>, clock: Clock) {
    this.directory = directory;
    this.clock = clock;
  }

  start(): void {
    this.cancel ??= this.clock.every(WATCH_INTERVAL_MS, () => void this.tell());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** The page as the watcher is to be told it first; what changes follows. Replaces what this watcher watched before. */
  watch(watcher: PageWatcher, request: PageRequest): DirectoryPage {
    this.unwatch(watcher);
    const key = JSON.stringify(request);
    const watch = this.watches.get(key) ?? this.begin(key, request);
    watch.watchers.add(watcher);
    this.ofWatcher.set(watcher, key);
    return watch.shown;
  }

  unwatch(watcher: PageWatcher): void {
    const key = this.ofWatcher.get(watcher);
    const watch = key === undefined ? undefined : this.watches.get(key);
    if (key === undefined || watch === undefined) return;
    this.ofWatcher.delete(watcher);
    watch.watchers.delete(watcher);
    if (watch.watchers.size === 0) this.watches.delete(key);
  }

  /** To be called for each change of the directory. */
  readonly changed: DirectoryChange = (before, after) => {
    for (const watch of this.watches.values()) {
      const { filter } = watch.request;
      watch.stale ||=
        (before !== undefined && matches(before, filter)) || (after !== undefined && matches(after, filter));
    }
  };

  /** Looks at the stale pages and tells their watchers. */
  async tell(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    let sliceStartedAtMs = performance.now();
    for (const watch of [...this.watches.values()]) {
      if (watch.stale) this.look(watch);
      if (performance.now() - sliceStartedAtMs < SLICE_MS) continue;
      await new Promise(setImmediate);
      sliceStartedAtMs = performance.now();
    }
    this.looking = false;
  }

  private begin(key: string, request: PageRequest): Watch {
    const watch: Watch = { request, watchers: new Set(), shown: this.directory.page(request), stale: false };
    this.watches.set(key, watch);
    return watch;
  }

  private look(watch: Watch): void {
    watch.stale = false;
    const before = watch.shown;
    watch.shown = this.directory.page(watch.request);
    const frame = diffFrame(before.entries, watch.shown.entries);
    if (frame === undefined) return;
    for (const watcher of watch.watchers) watcher.send(frame);
  }
}

/** Undefined: nothing has changed. */
function diffFrame(before: readonly DirectoryEntry[], after: readonly DirectoryEntry[]): Uint8Array | undefined {
  const old = new Map(before.map(entry => [entry.listing.id, entry]));
  const added = after.filter(({ listing }) => !old.has(listing.id));
  const changed = after.filter(entry => (old.get(entry.listing.id) ?? entry) !== entry);
  const left = new Set(after.map(({ listing }) => listing.id));
  const removed = before.map(({ listing }) => listing.id).filter(id => !left.has(id));
  if (added.length + changed.length + removed.length === 0) return undefined;
  return encodeMessageFrame(FRAME_TYPES.roomsChanged, 0, messages.RoomsChanged, {
    added: added.map(({ listing }) => listingMessage(listing)),
    changed: changed.map(({ listing }) => listingMessage(listing)),
    removed,
  });
}
