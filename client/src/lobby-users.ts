import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { LobbyCommands } from './lobby-commands.ts';

/** `lobby`: in a lobby room; `game`: its game runs; `away`: as that user said. */
export type UserStatus = 'offline' | 'online' | 'away' | 'lobby' | 'game';

const STATUSES: readonly string[] = ['offline', 'online', 'away', 'lobby', 'game'] satisfies UserStatus[];

/** The users this client watches, and whether it says that it is away. Said again whenever the lobby stream is new. */
export class LobbyUsers {
  private readonly commands: LobbyCommands;
  private readonly onChanged: (statuses: ReadonlyMap<string, UserStatus>) => void;
  private wanted: readonly string[] = [];
  private away: boolean | undefined; // undefined: never said
  private statuses: ReadonlyMap<string, UserStatus> = new Map();

  constructor(commands: LobbyCommands, onChanged: (statuses: ReadonlyMap<string, UserStatus>) => void) {
    this.commands = commands;
    this.onChanged = onChanged;
  }

  get known(): ReadonlyMap<string, UserStatus> {
    return this.statuses;
  }

  async watch(userIds: readonly string[]): Promise<ReadonlyMap<string, UserStatus>> {
    this.wanted = userIds;
    const users = await this.commands.watchUsers(userIds);
    if (this.wanted === userIds) this.show(new Map(users.map(readPresence)));
    return this.statuses;
  }

  setAway(away: boolean): Promise<void> {
    this.away = away;
    return this.commands.do(FRAME_TYPES.setStatus, messages.SetStatus.encode({ away }).finish());
  }

  /** Some of those watched have changed. */
  apply(users: readonly gatehouse.IUserPresence[]): void {
    const changed = users.map(readPresence).filter(([userId]) => this.wanted.includes(userId));
    if (changed.length > 0) this.show(new Map([...this.statuses, ...changed]));
  }

  /** The lobby stream is attached anew: what the server watched for it has ended, what it knew of this user perhaps too. */
  resume(): void {
    if (this.away !== undefined) this.setAway(this.away).catch(() => {});
    if (this.wanted.length > 0) this.watch(this.wanted).catch(() => {}); // the next attach tries again
  }

  private show(statuses: ReadonlyMap<string, UserStatus>): void {
    this.statuses = statuses;
    this.onChanged(statuses);
  }
}

function readPresence({ userId, status }: gatehouse.IUserPresence): [string, UserStatus] {
  const isKnown = STATUSES.includes(status ?? '');
  return [userId ?? '', isKnown ? (status as UserStatus) : 'online'];
}
