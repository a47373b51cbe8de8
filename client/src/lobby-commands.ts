import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { LobbyReply } from './lobby-frames.ts';
import { type LobbyListing, readListing } from './lobby-messages.ts';
import type { PendingRequests } from './pending-requests.ts';

/** Commands without an answer; the server takes no more of one session. */
export const MAX_PENDING_COMMANDS = 16;
const MAX_OPTIONS_BYTES = 4096;
const MAX_PLAYER_OPTIONS_BYTES = 1024;

export interface LobbyPage {
  readonly rooms: readonly LobbyListing[];
  /** To be given as `after` for the next page; undefined: this was the last one. */
  readonly next: string | undefined;
}

/** Which rooms to list; what is absent does not matter. */
export interface RoomFilter {
  readonly roomClass?: string;
  readonly phase?: 'waiting' | 'starting' | 'playing';
  /** Fields at the top level of the metadata that must be equal. */
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
  /** Only rooms that a player may join now. */
  readonly hasPlace?: boolean;
  /** Part of the name, in any case. */
  readonly text?: string;
  /** Rooms of one page, 1 to 100; else 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** What the commands need of the lobby stream. */
export interface LobbyCommandsPort {
  /** Numbers, keeps and sends one frame; returns its seq. */
  send(frame: Uint8Array): number;
  /** Frames from the oldest unanswered one on. */
  keptCount(): number;
}

/** Sends commands of the lobby stream and waits for their replies. Rejections are GatehouseErrors. */
export class LobbyCommands {
  private readonly replies: PendingRequests<LobbyReply>;
  private readonly port: LobbyCommandsPort;

  constructor(replies: PendingRequests<LobbyReply>, port: LobbyCommandsPort) {
    this.replies = replies;
    this.port = port;
  }

  /** One that is answered by DONE. */
  async do(type: number, payload: Uint8Array): Promise<void> {
    const reply = await this.ask(type, payload);
    if (reply.kind !== 'done') throw unexpected(reply);
  }

  /** One that enters a room; answered by JOINED. */
  async enter(type: number, payload: Uint8Array): Promise<gatehouse.Joined> {
    const reply = await this.ask(type, payload);
    if (reply.kind !== 'joined') throw unexpected(reply);
    return reply.joined;
  }

  /** One that is answered by a page of rooms. */
  async list(type: number, payload: Uint8Array): Promise<LobbyPage> {
    const reply = await this.ask(type, payload);
    if (reply.kind !== 'listed') throw unexpected(reply);
    return { rooms: (reply.listed.rooms ?? []).map(readListing), next: reply.listed.next || undefined };
  }

  /** Replaces the users that are watched. */
  async watchUsers(userIds: readonly string[]): Promise<readonly gatehouse.IUserPresence[]> {
    const payload = messages.WatchUsers.encode({ userIds: [...userIds] }).finish();
    const reply = await this.ask(FRAME_TYPES.watchUsers, payload);
    if (reply.kind !== 'users') throw unexpected(reply);
    return reply.users;
  }

  private async ask(type: number, payload: Uint8Array): Promise<LobbyReply> {
    const pending = this.port.keptCount(); // with those that nobody waits for any more: they are sent again all the same
    if (pending >= MAX_PENDING_COMMANDS) throw new GatehouseError('TOO_MANY_REQUESTS', { pending });
    return this.replies.add(this.port.send(encodeFrame(type, 0, payload)));
  }
}

export function filterMessage(filter: RoomFilter): gatehouse.IListLobbyRooms {
  const { metadata, ...rest } = filter;
  return metadata === undefined ? rest : { ...rest, metadata: JSON.stringify(metadata) };
}

/** Of a room, as sent; undefined: empty. @throws GatehouseError BAD_OPTIONS */
export function optionsText(options: unknown): string {
  return boundedText(options, MAX_OPTIONS_BYTES);
}

/** Of a player or bot, as optionsText. */
export function playerOptionsText(options: unknown): string {
  return boundedText(options, MAX_PLAYER_OPTIONS_BYTES);
}

function boundedText(options: unknown, maxBytes: number): string {
  if (options === undefined) return '';
  const text = JSON.stringify(options);
  const optionsBytes = new TextEncoder().encode(text).length;
  if (optionsBytes > maxBytes) throw new GatehouseError('BAD_OPTIONS', { optionsBytes, maxBytes });
  return text;
}

/** As sent; undefined: empty. */
export function metadataText(metadata: object | undefined): string {
  return metadata === undefined ? '' : JSON.stringify(metadata);
}

function unexpected(reply: LobbyReply): GatehouseError {
  return new GatehouseError('BAD_FRAME', { reply: reply.kind });
}
