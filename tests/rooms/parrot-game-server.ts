// The game server of the tests that cut connections.
import { startGameServer } from '@gatehouse/game-server';
import { Parrot } from './parrot.ts';

await startGameServer({ rooms: { parrot: Parrot } });
