import { startGameServer } from '@gatehouse/game-server';
import { Potato } from './room.ts';

await startGameServer({ rooms: { potato: Potato } });
