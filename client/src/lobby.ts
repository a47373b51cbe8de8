import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import {
  type LobbyCommands,
  type LobbyPage,
  metadataText,
  optionsText,
  playerOptionsText,
  type RoomFilter,
} from './lobby-commands.ts';
import type { LobbyEvents, LobbyInbox } from './lobby-inbox.ts';
import { readLobbyRoom } from './lobby-messages.ts';
import type { LobbyRoom } from './lobby-room.ts';
import type { UserStatus } from './lobby-users.ts';
import type { RoomList } from './room-list.ts';

/** What the game room is told of this player, by which it may let it in or not. */
export interface PlayerOptions {
  readonly playerOptions?: unknown;
}

export interface NewLobbyRoom extends PlayerOptions {
  readonly name?: string;
  /** For the room's onCreate. */
  readonly options?: unknown;
  /** Shown in lists and matched by filters. */
  readonly metadata?: object;
  /** Players and bots; else the class decides. */
  readonly maxMembers?: number;
  /** In no list: others come by its `inviteCode`, or by its id and password. */
  readonly unlisted?: boolean;
  readonly password?: string;
}

export interface JoinLobbyRoom extends PlayerOptions {
  readonly password?: string;
  /** Looks on; takes no seat. */
  readonly spectator?: boolean;
}

/** What is absent stays as it is. */
export interface SettingsChange {
  readonly name?: string;
  readonly maxMembers?: number;
  /** Only while the room waits. */
  readonly options?: unknown;
  readonly metadata?: object;
  readonly locked?: boolean;
  readonly unlisted?: boolean;
  /** Empty: none any more. */
  readonly password?: string;
}

/**
 * The lobby: rooms where players meet before and between games. Every command resolves with the server's reply, also
 * when the connection is lost and made anew meanwhile, and takes effect once. Rejections are GatehouseErrors.
 */
export class Lobby {
  private readonly inbox: LobbyInbox;
  private readonly commands: LobbyCommands;

  constructor(inbox: LobbyInbox, commands: LobbyCommands) {
    this.inbox = inbox;
    this.commands = commands;
  }

  /** The lobby room this user is in, kept up to date: members, settings, chat, phase. */
  get room(): LobbyRoom | undefined {
    return this.inbox.room;
  }

  /** Presence of the users given to watchUsers, kept up to date. */
  get users(): ReadonlyMap<string, UserStatus> {
    return this.inbox.users.known;
  }

  /** Returns how to stop listening. `room` has changed already when a listener is called. */
  on<N extends keyof LobbyEvents>(event: N, listener: (payload: LobbyEvents[N]) => void): () => void {
    return this.inbox.events.on(event, listener);
  }

  /** A room of this class with this user as host. */
  async create(roomClass: string, wanted: NewLobbyRoom = {}): Promise<LobbyRoom> {
    const { options, metadata, playerOptions, ...rest } = wanted;
    const texts = { options: optionsText(options), metadata: metadataText(metadata) };
    const body = { roomClass, ...rest, ...texts, playerOptions: playerOptionsText(playerOptions) };
    return this.enter(FRAME_TYPES.createLobbyRoom, messages.CreateLobbyRoom.encode(body).finish());
  }

  async join(lobbyRoomId: string, { playerOptions, ...rest }: JoinLobbyRoom = {}): Promise<LobbyRoom> {
    const body = { lobbyRoomId, ...rest, playerOptions: playerOptionsText(playerOptions) };
    return this.enter(FRAME_TYPES.joinLobbyRoom, messages.JoinLobbyRoom.encode(body).finish());
  }

  /** Into an unlisted room; the code as a person types it. */
  async joinByCode(
    code: string,
    { playerOptions, ...rest }: PlayerOptions & { readonly spectator?: boolean } = {},
  ): Promise<LobbyRoom> {
    const body = { code, ...rest, playerOptions: playerOptionsText(playerOptions) };
    return this.enter(FRAME_TYPES.joinByCode, messages.JoinByCode.encode(body).finish());
  }

  /**
   * An open room of this class, or a new one that starts at once and takes late joiners. In such a room already: its next
   * round, when it waits for one.
   */
  async joinOrCreate(
    roomClass: string,
    wanted: PlayerOptions & { readonly options?: unknown } = {},
  ): Promise<LobbyRoom> {
    const { options, playerOptions } = wanted;
    const body = { roomClass, options: optionsText(options), playerOptions: playerOptionsText(playerOptions) };
    return this.enter(FRAME_TYPES.joinOrCreate, messages.JoinOrCreate.encode(body).finish());
  }

  /** One page of the rooms that fit. */
  list(filter: RoomFilter = {}): Promise<LobbyPage> {
    return this.inbox.lists.page(filter);
  }

  /** A page that stays true, across connections too; one at a time, a second call replaces the first one's. */
  watchRooms(filter: RoomFilter = {}): Promise<RoomList> {
    return this.inbox.lists.watch(filter);
  }

  leave(): Promise<void> {
    return this.commands.do(FRAME_TYPES.leaveLobbyRoom, messages.LeaveLobbyRoom.encode({}).finish());
  }

  ready(ready: boolean): Promise<void> {
    return this.commands.do(FRAME_TYPES.setReady, messages.SetReady.encode({ ready }).finish());
  }

  /** Host only. Resolves when the start is decided; `started` (or `startFailed`) follows. */
  start(): Promise<void> {
    return this.commands.do(FRAME_TYPES.startGame, messages.StartGame.encode({}).finish());
  }

  /** After a round: when every player wants the next one, it starts by itself. */
  voteRematch(yes: boolean): Promise<void> {
    return this.commands.do(FRAME_TYPES.voteRematch, messages.VoteRematch.encode({ yes }).finish());
  }

  chat(text: string): Promise<void> {
    return this.commands.do(FRAME_TYPES.sayChat, messages.SayChat.encode({ text }).finish());
  }

  /** Host only. `ban`: not back before the round has ended, or ever. */
  kick(userId: string, kick: { readonly reason?: string; readonly ban?: 'round' | 'forever' } = {}): Promise<void> {
    return this.commands.do(FRAME_TYPES.kickMember, messages.KickMember.encode({ userId, ...kick }).finish());
  }

  /** Host only: this member is host from now on. */
  handOver(userId: string): Promise<void> {
    return this.commands.do(FRAME_TYPES.handOver, messages.HandOver.encode({ userId }).finish());
  }

  /** Host only. */
  async changeSettings({ options, metadata, ...rest }: SettingsChange): Promise<void> {
    const texts = {
      ...(options === undefined ? {} : { options: optionsText(options) }),
      ...(metadata === undefined ? {} : { metadata: metadataText(metadata) }),
    };
    const payload = messages.ChangeSettings.encode({ ...rest, ...texts }).finish();
    return this.commands.do(FRAME_TYPES.changeSettings, payload);
  }

  /** Host only, while the room waits: a seat that the game room plays itself. */
  async addBot(bot: { readonly name?: string; readonly options?: unknown } = {}): Promise<void> {
    const body = { name: bot.name ?? '', options: playerOptionsText(bot.options) };
    return this.commands.do(FRAME_TYPES.addBot, messages.AddBot.encode(body).finish());
  }

  removeBot(userId: string): Promise<void> {
    return this.commands.do(FRAME_TYPES.removeBot, messages.RemoveBot.encode({ userId }).finish());
  }

  /** To one user, wherever it is. Rejects USER_OFFLINE; nothing is kept for later. */
  tell(userId: string, text: string): Promise<void> {
    return this.commands.do(FRAME_TYPES.sayDirect, messages.SayDirect.encode({ userId, text }).finish());
  }

  /** Their presence in `users`, from now on; replaces those watched before. At most 100. */
  watchUsers(userIds: readonly string[]): Promise<ReadonlyMap<string, UserStatus>> {
    return this.inbox.users.watch(userIds);
  }

  /** What others see of this user. */
  setAway(away: boolean): Promise<void> {
    return this.inbox.users.setAway(away);
  }

  private async enter(type: number, payload: Uint8Array): Promise<LobbyRoom> {
    const joined = await this.commands.enter(type, payload);
    return this.inbox.room ?? readLobbyRoom(joined.room ?? {});
  }
}
