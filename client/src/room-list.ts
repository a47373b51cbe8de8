import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { Listeners } from './listeners.ts';
import { type LobbyListing, readListing } from './lobby-messages.ts';

export interface RoomListEvents {
  /** After every change of `rooms`, at most once a second. */
  changed: readonly LobbyListing[];
}

/** A page of rooms that stays true until it is stopped, or another list is watched. */
export class RoomList {
  private readonly events = new Listeners<RoomListEvents>();
  private readonly end: (list: RoomList) => Promise<void>;
  private shown: readonly LobbyListing[] = [];

  constructor(end: (list: RoomList) => Promise<void>) {
    this.end = end;
  }

  /** In the order of class and id. */
  get rooms(): readonly LobbyListing[] {
    return this.shown;
  }

  /** Returns how to stop listening. */
  on<N extends keyof RoomListEvents>(event: N, listener: (payload: RoomListEvents[N]) => void): () => void {
    return this.events.on(event, listener);
  }

  /** `rooms` stays as it is from now on. A second call does nothing. */
  stop(): Promise<void> {
    return this.end(this);
  }

  /** The whole page, at the beginning and after a lost connection. */
  show(rooms: readonly LobbyListing[]): void {
    this.shown = rooms;
    this.events.emit('changed', rooms);
  }

  apply({ added, changed, removed }: gatehouse.RoomsChanged): void {
    const rooms = new Map(this.shown.map(room => [room.id, room]));
    for (const id of removed) rooms.delete(id);
    for (const listing of [...added, ...changed].map(readListing)) rooms.set(listing.id, listing);
    this.show([...rooms.values()].sort(byClassAndId));
  }
}

function byClassAndId(one: LobbyListing, other: LobbyListing): number {
  return compare(one.roomClass, other.roomClass) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
