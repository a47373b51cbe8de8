// A game server as users write it, with one room that behaves and one that does not. For start-game-server.test.ts.
import { startGameServer } from './start-game-server.ts';
import { DiaryRoom } from './test-room.ts';

class Stray extends DiaryRoom {
  override onJoin(): void {
    setTimeout(() => {
      throw new Error('nobody waits for me');
    }, 1);
  }
}

await startGameServer({ rooms: { diary: DiaryRoom, stray: Stray } });
