import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { GameRoomNews } from './event-text.ts';
import type { LobbyRooms } from './lobby-rooms.ts';

export interface GameNewsOptions {
  readonly rooms: Pick<LobbyRooms, 'execute'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
}

interface Told {
  readonly lobbyRoomId: string;
  readonly news: GameRoomNews;
}

const REPEAT_MS = 1000;

/** What running game rooms want shown. A game room tells it once: the newest of each kind is repeated until it is committed. */
export class GameNews implements Part {
  readonly name = 'game news';
  private readonly options: GameNewsOptions;
  private readonly uncommitted = new Map<string, Told>();

  constructor(options: GameNewsOptions) {
    this.options = options;
  }

  stop(): void {
    this.uncommitted.clear();
  }

  tell(lobbyRoomId: string, news: GameRoomNews): void {
    const key = `${news.kind} ${lobbyRoomId}`;
    const told = { lobbyRoomId, news };
    this.uncommitted.set(key, told);
    void this.commit(key, told);
  }

  private async commit(key: string, told: Told): Promise<void> {
    const { rooms, clock, log } = this.options;
    const { lobbyRoomId, news } = told;
    try {
      await rooms.execute(lobbyRoomId, news);
      if (this.uncommitted.get(key) === told) this.uncommitted.delete(key);
    } catch (error) {
      log.debug(LOG_EVENTS.lobbyLookFailed, { lobbyRoomId, error });
      clock.after(REPEAT_MS, () => {
        if (this.uncommitted.get(key) === told) void this.commit(key, told);
      });
    }
  }
}
