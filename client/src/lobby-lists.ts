import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { filterMessage, type LobbyCommands, type LobbyPage, type RoomFilter } from './lobby-commands.ts';
import { RoomList } from './room-list.ts';

/** The room list: pages on demand, and one page that is watched. */
export class LobbyLists {
  private readonly commands: LobbyCommands;
  private watched: { readonly list: RoomList; readonly filter: RoomFilter } | undefined;

  constructor(commands: LobbyCommands) {
    this.commands = commands;
  }

  page(filter: RoomFilter): Promise<LobbyPage> {
    const payload = messages.ListLobbyRooms.encode(filterMessage(filter)).finish();
    return this.commands.list(FRAME_TYPES.listLobbyRooms, payload);
  }

  /** Resolves with the page as it is now; replaces the one watched before. Rejects BAD_FILTER; then nothing is watched. */
  async watch(filter: RoomFilter): Promise<RoomList> {
    const list = new RoomList(ended => this.stop(ended));
    this.watched = { list, filter };
    try {
      await this.begin();
    } catch (error) {
      if (this.watched.list === list) this.watched = undefined;
      throw error;
    }
    return list;
  }

  apply(changed: gatehouse.RoomsChanged): void {
    this.watched?.list.apply(changed);
  }

  /** The lobby stream is attached anew: what the server watched for it has ended. */
  resume(): void {
    if (this.watched !== undefined) this.begin().catch(() => {}); // the next attach tries again
  }

  private async begin(): Promise<void> {
    const { watched } = this;
    if (watched === undefined) return;
    const payload = messages.WatchRooms.encode({ filter: filterMessage(watched.filter) }).finish();
    const { rooms } = await this.commands.list(FRAME_TYPES.watchRooms, payload);
    if (this.watched === watched) watched.list.show(rooms);
  }

  private async stop(list: RoomList): Promise<void> {
    if (this.watched?.list !== list) return;
    this.watched = undefined;
    await this.commands.do(FRAME_TYPES.watchRooms, messages.WatchRooms.encode({ stop: true }).finish());
  }
}
