// The game server of the tests of requests.
import { startGameServer } from '@gatehouse/game-server';
import { Counter } from './counter.ts';

await startGameServer({ rooms: { counter: Counter } });
