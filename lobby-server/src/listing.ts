import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import {
  hasPlace,
  isListed,
  isLocked,
  type LobbyRoom,
  type Phase,
  seatsTaken,
  shownMetadata,
  spectatorCount,
} from './lobby-room.ts';
import type { StoredRoom } from './room-store.ts';

/** What lists say about a lobby room; stored as JSON in the index of its class. */
export interface Listing {
  readonly id: string;
  readonly roomClass: string;
  readonly name: string;
  readonly phase: Phase['kind'];
  readonly players: number;
  readonly maxMembers: number;
  readonly spectators: number;
  readonly auto: boolean;
  readonly locked: boolean;
  readonly hasPassword: boolean;
  readonly hasPlace: boolean;
  /** JSON text of an object; empty: none. */
  readonly metadata: string;
}

/** Which of two listings of one room is the newer one: by epoch, then by version. */
export interface ListingVersion {
  readonly epoch: number;
  readonly version: number;
}

/** Undefined: the room is in no list. */
export function listingOf(room: LobbyRoom): Listing | undefined {
  if (!isListed(room)) return undefined;
  const { id, roomClass, name, maxMembers, auto } = room;
  return {
    id,
    roomClass,
    name,
    phase: room.phase.kind,
    players: seatsTaken(room),
    maxMembers,
    spectators: spectatorCount(room),
    auto,
    locked: isLocked(room),
    hasPassword: room.password !== '',
    hasPlace: hasPlace(room),
    metadata: shownMetadata(room),
  };
}

/** Empty: in no list. Equal texts: lists need not hear of the change. */
export function formatListing(room: LobbyRoom): string {
  const listing = listingOf(room);
  return listing === undefined ? '' : JSON.stringify(listing);
}

export function parseListing(json: string): Listing {
  return JSON.parse(json) as Listing; // written by formatListing alone
}

export function isNewer(one: ListingVersion, other: ListingVersion): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.version > other.version);
}

/** What is said to all lobby servers: `<class> <room> <epoch> <version> <listing>`; no listing: in no list any more. */
export interface ListingNews extends ListingVersion {
  readonly roomClass: string;
  readonly id: string;
  readonly listing: Listing | undefined;
}

/** Undefined: cannot be read; the next reconciliation makes up for it. */
export function parseListingNews(message: string): ListingNews | undefined {
  const found = /^(\S+) (\S+) (\d+) (\d+) (.*)$/s.exec(message);
  if (found === null) return undefined;
  const [, roomClass = '', id = '', epoch, version, json = ''] = found;
  const listing = json === '' ? undefined : parseListing(json);
  return { roomClass, id, epoch: Number(epoch), version: Number(version), listing };
}

/** What the index holds: `<seen at, ms> <epoch> <version> <listing>`. The listing is read only when it is wanted. */
export function parseIndexed(text: string): ListingVersion & { readonly seenAtMs: number; readonly json: string } {
  const [seenAtMs, epoch, version] = text.split(' ', 3);
  const json = text.slice(text.indexOf('{'));
  return { seenAtMs: Number(seenAtMs), epoch: Number(epoch), version: Number(version), json };
}

export function versionOf({ epoch, version }: StoredRoom): ListingVersion {
  return { epoch, version };
}

export function listingMessage(listing: Listing): gatehouse.LobbyListing.$Properties {
  const { id, players, hasPlace: _, ...rest } = listing;
  return { ...rest, lobbyRoomId: id, members: players };
}
