import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { MAX_MEMBERS } from './lobby-room.ts';
import { readObject } from './room-filter.ts';

export const MAX_OPTIONS_BYTES = 4096;
export const MAX_PLAYER_OPTIONS_BYTES = 1024;
export const MAX_METADATA_BYTES = 1024;
export const MAX_NAME_CHARACTERS = 64;
export const MAX_PASSWORD_CHARACTERS = 64;
export const MAX_REASON_CHARACTERS = 200;

/** Control characters, and what breaks a line or a paragraph. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** @throws GatehouseError BAD_SETTINGS, BAD_OPTIONS, BAD_METADATA */
export function checkSettings(settings: {
  name?: string | null;
  maxMembers?: number | null;
  options?: string | null;
  metadata?: string | null;
  password?: string | null;
}): void {
  const { name, maxMembers, options, metadata, password } = settings;
  checkName(name ?? '');
  checkLength('password', password ?? '', MAX_PASSWORD_CHARACTERS);
  if (maxMembers && maxMembers > MAX_MEMBERS) throw new GatehouseError('BAD_SETTINGS', { maxMembers });
  checkOptions(options ?? '');
  checkMetadata(metadata ?? '');
}

/** Of a room or a bot. @throws GatehouseError BAD_SETTINGS */
export function checkName(name: string): void {
  checkLength('name', name, MAX_NAME_CHARACTERS);
  if (UNPRINTABLE.test(name)) throw new GatehouseError('BAD_SETTINGS', { name });
}

/** @throws GatehouseError BAD_OPTIONS */
export function checkOptions(options: string, maxBytes: number = MAX_OPTIONS_BYTES): void {
  const isGood = Buffer.byteLength(options) <= maxBytes && isJsonOrEmpty(options);
  if (!isGood) throw new GatehouseError('BAD_OPTIONS', { maxBytes });
}

/** @throws GatehouseError BAD_METADATA */
export function checkMetadata(metadata: string): void {
  if (!isMetadata(metadata)) throw new GatehouseError('BAD_METADATA');
}

/** Empty, or the JSON of a small object. */
export function isMetadata(text: string): boolean {
  return text === '' || (Buffer.byteLength(text) <= MAX_METADATA_BYTES && readObject(text) !== undefined);
}

/** @throws GatehouseError BAD_SETTINGS */
export function readBan({ reason, ban }: gatehouse.KickMember): 'round' | 'forever' | undefined {
  checkLength('reason', reason, MAX_REASON_CHARACTERS);
  if (ban === '') return undefined;
  if (ban === 'round' || ban === 'forever') return ban;
  throw new GatehouseError('BAD_SETTINGS', { ban });
}

function checkLength(what: string, text: string, maxCharacters: number): void {
  if ([...text].length > maxCharacters) throw new GatehouseError('BAD_SETTINGS', { what, maxCharacters });
}

function isJsonOrEmpty(text: string): boolean {
  if (text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
