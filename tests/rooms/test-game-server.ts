// The game server of the tests with faults.
import { startGameServer } from '@gatehouse/game-server';
import { Pulse } from './pulse.ts';

await startGameServer({ rooms: { pulse: Pulse } });
