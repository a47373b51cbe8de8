import type { Log } from '@gatehouse/shared/runtime/log';
import type { PageWatcher } from './list-watches.ts';
import type { Lobby } from './lobby.ts';
import type { User } from './lobby-room.ts';
import type { Reply } from './stored-reply.ts';
import type { UserWatcher } from './user-watches.ts';

/** What commands ask of the channel they came by. */
export interface CommandClient extends PageWatcher, UserWatcher {
  /** One more chat line or direct message. @throws GatehouseError CHAT_TOO_FAST */
  countLine(): void;
  /** One more password to hash, which costs the server. @throws GatehouseError TOO_MANY_ATTEMPTS */
  countPassword(): void;
  setAway(away: boolean): Promise<void>;
}

/** One command of one client, while it is executed. */
export interface Command {
  readonly lobby: Lobby;
  readonly user: User;
  readonly client: CommandClient;
  readonly sessionId: string;
  readonly sessionEpoch: number;
  readonly seq: number;
  /** The lobby room that this client is in. */
  readonly lobbyRoomId: string | undefined;
  readonly log: Log;
}

export type CommandResult =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** An answer that changes nothing and is stored nowhere. */
  | { readonly kind: 'frame'; readonly frame: Uint8Array };
