// The game server of `npm run chaos`.
import { startGameServer } from '@gatehouse/game-server';
import { ChaosRoom } from './chaos-room.ts';

await startGameServer({ rooms: { chaos: ChaosRoom } });
