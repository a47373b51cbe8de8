import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Listing } from './listing.ts';

/** Largest filter by metadata, and longest text searched for. */
const MAX_METADATA_BYTES = 1024;
const MAX_TEXT_CHARACTERS = 64;

type Scalar = string | number | boolean;

/** Which rooms a list shows. Empty texts: any. */
export interface RoomFilter {
  readonly roomClass: string;
  readonly phase: string;
  readonly hasPlace: boolean;
  /** Lower case. */
  readonly text: string;
  /** Fields at the top level of the metadata that must be equal. */
  readonly metadata: readonly (readonly [field: string, value: Scalar])[];
}

/** A listing, prepared once for many searches. */
export interface SearchableListing {
  readonly listing: Listing;
  readonly lowerName: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** @throws GatehouseError BAD_FILTER */
export function readFilter(request: gatehouse.IListLobbyRooms): RoomFilter {
  const { roomClass, phase, hasPlace, text, metadata } = request;
  if (text && [...text].length > MAX_TEXT_CHARACTERS) throw new GatehouseError('BAD_FILTER', { text });
  return {
    roomClass: roomClass ?? '',
    phase: phase ?? '',
    hasPlace: hasPlace ?? false,
    text: (text ?? '').toLowerCase(),
    metadata: readMetadataFilter(metadata ?? ''),
  };
}

export function searchable(listing: Listing): SearchableListing {
  return { listing, lowerName: listing.name.toLowerCase(), metadata: readObject(listing.metadata) ?? {} };
}

/** The class apart, which a search goes by itself. */
export function matches({ listing, lowerName, metadata }: SearchableListing, filter: RoomFilter): boolean {
  if (filter.roomClass !== '' && listing.roomClass !== filter.roomClass) return false;
  if (filter.phase !== '' && listing.phase !== filter.phase) return false;
  if (filter.hasPlace && !listing.hasPlace) return false;
  if (filter.text !== '' && !lowerName.includes(filter.text)) return false;
  return filter.metadata.every(([field, value]) => Object.hasOwn(metadata, field) && metadata[field] === value);
}

function readMetadataFilter(json: string): RoomFilter['metadata'] {
  if (json === '') return [];
  if (Buffer.byteLength(json) > MAX_METADATA_BYTES) throw new GatehouseError('BAD_FILTER', { bytes: json.length });
  const wanted = readObject(json);
  if (wanted === undefined) throw new GatehouseError('BAD_FILTER', { metadata: json });
  return Object.entries(wanted).map(([field, value]) => {
    if (!isScalar(value)) throw new GatehouseError('BAD_FILTER', { field });
    return [field, value] as const;
  });
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Undefined: not the JSON of an object. */
export function readObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
