import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { LobbyReply } from './lobby-frames.ts';
import type { LobbyEvents, LobbyInbox } from './lobby-inbox.ts';
import { type LobbyPhase, type LobbyRoom, readLobbyPhase, readLobbyRoom } from './lobby-room.ts';

/** Commands without an answer; the server takes no more of one session. */
export const MAX_PENDING_COMMANDS = 16;
const MAX_OPTIONS_BYTES = 4096;

export interface LobbyListing {
  readonly id: string;
  readonly roomClass: string;
  readonly phase: LobbyPhase;
  readonly memberCount: number;
  readonly maxMembers: number;
}

export interface LobbyPage {
  readonly rooms: readonly LobbyListing[];
  /** To be given as `after` for the next page; undefined: this was the last one. */
  readonly next: string | undefined;
}

/**
 * The lobby: rooms where players meet before and between games. Every command resolves with the server's reply, also
 * when the connection is lost and made anew meanwhile, and takes effect once. Rejections are GatehouseErrors.
 */
export class Lobby {
  private readonly inbox: LobbyInbox;
  /** Numbers, keeps and sends one frame of the lobby stream; returns its seq. */
  private readonly send: (frame: Uint8Array) => number;

  constructor(inbox: LobbyInbox, send: (frame: Uint8Array) => number) {
    this.inbox = inbox;
    this.send = send;
  }

  /** The lobby room this user is in, kept up to date. */
  get room(): LobbyRoom | undefined {
    return this.inbox.room;
  }

  /** Returns how to stop listening. `room` has changed already when a listener is called. */
  on<N extends keyof LobbyEvents>(event: N, listener: (payload: LobbyEvents[N]) => void): () => void {
    return this.inbox.events.on(event, listener);
  }

  /** A room of this class with this user as host. `maxMembers`: else the class decides. */
  create(roomClass: string, wanted: { options?: unknown; maxMembers?: number } = {}): Promise<LobbyRoom> {
    const body = { roomClass, options: optionsText(wanted.options), maxMembers: wanted.maxMembers ?? 0 };
    return this.enter(FRAME_TYPES.createLobbyRoom, messages.CreateLobbyRoom.encode(body).finish());
  }

  join(lobbyRoomId: string): Promise<LobbyRoom> {
    return this.enter(FRAME_TYPES.joinLobbyRoom, messages.JoinLobbyRoom.encode({ lobbyRoomId }).finish());
  }

  /** An open room of this class, or a new one that starts at once and takes late joiners. */
  joinOrCreate(roomClass: string, wanted: { options?: unknown } = {}): Promise<LobbyRoom> {
    const body = { roomClass, options: optionsText(wanted.options) };
    return this.enter(FRAME_TYPES.joinOrCreate, messages.JoinOrCreate.encode(body).finish());
  }

  /** One page of rooms; `roomClass` undefined: of every class. */
  async list(filter: { roomClass?: string; limit?: number; after?: string } = {}): Promise<LobbyPage> {
    const reply = await this.ask(FRAME_TYPES.listLobbyRooms, messages.ListLobbyRooms.encode(filter).finish());
    if (reply.kind !== 'listed') throw unexpected(reply);
    return { rooms: (reply.listed.rooms ?? []).map(readListing), next: reply.listed.next || undefined };
  }

  async leave(): Promise<void> {
    await this.do(FRAME_TYPES.leaveLobbyRoom, messages.LeaveLobbyRoom.encode({}).finish());
    this.inbox.show(undefined);
  }

  ready(ready: boolean): Promise<void> {
    return this.do(FRAME_TYPES.setReady, messages.SetReady.encode({ ready }).finish());
  }

  /** Resolves when the start is decided; `started` (or `startFailed`) follows. */
  start(): Promise<void> {
    return this.do(FRAME_TYPES.startGame, messages.StartGame.encode({}).finish());
  }

  chat(text: string): Promise<void> {
    return this.do(FRAME_TYPES.sayChat, messages.SayChat.encode({ text }).finish());
  }

  private async enter(type: number, payload: Uint8Array): Promise<LobbyRoom> {
    const reply = await this.ask(type, payload);
    if (reply.kind !== 'joined') throw unexpected(reply);
    return this.inbox.room ?? readLobbyRoom(reply.joined.room ?? {});
  }

  private async do(type: number, payload: Uint8Array): Promise<void> {
    const reply = await this.ask(type, payload);
    if (reply.kind !== 'done') throw unexpected(reply);
  }

  private async ask(type: number, payload: Uint8Array): Promise<LobbyReply> {
    const { replies } = this.inbox;
    if (replies.count >= MAX_PENDING_COMMANDS) {
      throw new GatehouseError('TOO_MANY_REQUESTS', { pending: replies.count });
    }
    return replies.add(this.send(encodeFrame(type, 0, payload)));
  }
}

function optionsText(options: unknown): string {
  if (options === undefined) return '';
  const text = JSON.stringify(options);
  const optionsBytes = new TextEncoder().encode(text).length;
  if (optionsBytes > MAX_OPTIONS_BYTES) throw new GatehouseError('BAD_OPTIONS', { optionsBytes });
  return text;
}

function readListing(listing: gatehouse.LobbyListing.$Properties): LobbyListing {
  return {
    id: listing.lobbyRoomId ?? '',
    roomClass: listing.roomClass ?? '',
    phase: readLobbyPhase(listing.phase),
    memberCount: listing.members ?? 0,
    maxMembers: listing.maxMembers ?? 0,
  };
}

function unexpected(reply: LobbyReply): GatehouseError {
  return new GatehouseError('BAD_FRAME', { reply: reply.kind });
}
